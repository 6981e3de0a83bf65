// A wrong release: recorded at once, its terms to the hour, ended only when everybody was told.
#include <nlohmann/json.hpp>

#include "service/casework/breaches.h"
#include "service/casework/escalation.h"
#include "service/casework/mailing.h"
#include "tests/support/pdf_words.h"
#include "tests/unit/casework/mail_server.h"
#include "tests/unit/web/parted_region.h"

namespace {

using namespace tests;

class Breaches : public PartedRegion {
  protected:
    std::map<std::string, service::store::Request> parts;
    // Handed out Thursday 12 March at 10:00 in Amsterdam, known Friday at 16:30; now it is Friday 17:00.
    std::string recorded() {
        parts = logged();
        return recordedOf();
    }
    std::string recordedOf() {
        handOut(parts.at("vt"), "beoordelaar", "officer");
        moveTo("2026-03-13T16:00:00Z");
        auto browser = signedIn("beoordelaar");
        answer = browser.post("/verzoeken/" + parts.at("vt").id + "/datalek",
                              {{"known_day", "2026-03-13"}, {"known_time", "16:30"}, {"known_how", "de moeder belde"}, {"what", "het adres stond in het verslag"}});
        return answer.header("location");
    }
    void bornOn(const std::string& person, const std::string& day) {
        auto& households = region.store->households();
        for (const auto& fact : households.facts(region.householdId)) {
            auto body = nlohmann::json::parse(fact.body);
            if (body.value("id", "") != person) continue;
            body["birthdate"] = day;
            households.changeFact(fact.id, households.loadHousehold(region.householdId).version, body.dump(), region.accounts["officer"]);
        }
    }
    Answer step(const std::string& breach, const std::string& login, const std::string& kind, const std::string& about = "") {
        return signedIn(login).post(breach, {{"kind", kind}, {"about", about}, {"day", "2026-03-13"}, {"time", "16:45"}, {"words", "gebeld met de dienstdoende"}});
    }
};

}  // namespace

TEST_F(Breaches, HaveClocksToTheHourThatRunThroughTheWeekend) {
    const auto breach = recorded();
    ASSERT_TRUE(breach.starts_with("/datalekken/")) << answer.body.substr(answer.body.find("<main"), 3000);
    const auto page = signedIn("beoordelaar").get(breach);
    EXPECT_TRUE(holds(page, "za 14 maart 2026, 16:30")) << "24 hours to the other partners";
    EXPECT_TRUE(holds(page, "ma 16 maart 2026, 16:30")) << "72 hours to the supervisory authority";
    EXPECT_TRUE(holds(page, "nog 23 uur"));
    EXPECT_TRUE(holds(page, "stukken/001.pdf")) << "what went out";
    EXPECT_TRUE(holds(page, "aan de balie, aan de verkeerde vader")) << "to whom";
    EXPECT_TRUE(holds(page, "Jeugdbescherming Proef")) << "who must be told";
}

TEST_F(Breaches, EachHourOpensToHowItCameAbout) {
    const auto breach = recorded();
    const auto page = signedIn("beoordelaar").get(breach);
    EXPECT_TRUE(holds(page, "24 uur later is za 14 maart 2026, 16:30. De uren lopen door"));
    EXPECT_TRUE(holds(page, "Het datalek was bekend op vr 13 maart 2026, 16:30."));
}

// At once by mail, again when a quarter of the hours is left, and when they are over: each once for each who must act.
TEST_F(Breaches, AreToldAgainBeforeAndAfterTheirHoursEnd) {
    recorded();
    auto& store = *region.store;
    const auto& request = parts.at("vt").id;
    const auto levels = [&] {
        std::map<std::string, std::set<int>> told;
        for (const auto& it : store.delays().escalations(request))
            if (it.milestone.starts_with("breach/") && it.accountId == region.accounts["officer"]) told[it.milestone.substr(it.milestone.rfind('/') + 1)].insert(it.level);
        return told;
    };
    const auto notices = [&] { return store.notices().unseen(region.accounts["officer"]).size(); };
    const auto before = notices();
    service::casework::escalate(*region.office);
    EXPECT_EQ(levels(), (std::map<std::string, std::set<int>>{{"authority", {1}}, {"partners", {1}}}));
    EXPECT_EQ(notices(), before) << "that it was recorded, stood on the worklist already";
    moveTo("2026-03-14T10:00:00Z");
    service::casework::escalate(*region.office);
    service::casework::escalate(*region.office);
    EXPECT_EQ(levels(), (std::map<std::string, std::set<int>>{{"authority", {1}}, {"partners", {1, 2}}}));
    EXPECT_EQ(notices(), before + 1);
    moveTo("2026-03-14T16:00:00Z");
    service::casework::escalate(*region.office);
    EXPECT_EQ(levels().at("partners"), (std::set<int>{1, 2, 3}));
    for (const auto& account : {"gi-officer", "gi-oordeel"})
        for (const auto& it : store.delays().escalations(request)) EXPECT_NE(it.accountId, region.accounts[account]) << "another partner";
    const auto waiting = store.jobs().nextDue();
    ASSERT_TRUE(waiting);
    EXPECT_LE(*waiting, region.clock.now()) << "rounds stand ready for each of the moments";
}

// Mail lies about: which breach, what must happen by which hour, and where to look. Nobody's name.
TEST_F(Breaches, AreMailedWithoutNamingAnybody) {
    auto officer = region.store->accounts().load(region.accounts["officer"]);
    officer.email = "officer@regio.test";
    region.store->accounts().change(officer);
    const MailServerProcess server(region.folder, "starttls");
    const service::casework::Actor administrator{region.accounts["beheer"], service::store::Role::administrator, "beheer"};
    ASSERT_TRUE(service::casework::saveMail(*region.office, administrator, {"localhost", std::to_string(server.port()), "starttls", "lakwerk", "een geheim", "lakwerk@regio.test", server.certificate(), "https://lakwerk.regio.test"}).done);
    const auto breach = recorded();
    service::casework::escalate(*region.office);
    const auto sent = service::casework::sendWaitingMail(*region.office);
    std::string why;
    for (const auto& it : region.store->delays().escalations(parts.at("vt").id)) why += it.mailError + " " + toText(it.mail) + "; ";
    ASSERT_EQ(sent, 2u) << "the partners and the authority: " << why;
    const auto mails = server.message(1) + server.message(2);
    EXPECT_NE(mails.find("DL-2026-0001"), std::string::npos) << mails;
    EXPECT_NE(mails.find("14 maart 2026"), std::string::npos);
    EXPECT_NE(mails.find(breach), std::string::npos);
    for (const auto* name : {"Testman", "Jeugdbescherming", "Veilig Thuis", "het adres stond in het verslag", "de moeder belde"}) EXPECT_EQ(mails.find(name), std::string::npos) << name;
}

TEST_F(Breaches, StandOnTheWorklistOfWhoMustActUntilTheyAreClosed) {
    const auto breach = recorded();
    for (const auto* login : {"beoordelaar", "officer"}) EXPECT_TRUE(holds(signedIn(login).get("/werkvoorraad"), "DL-2026-0001")) << login;
    EXPECT_FALSE(holds(signedIn("gi-officer").get("/werkvoorraad"), "DL-2026-0001")) << "another partner is told, and sees nothing";
    EXPECT_EQ(signedIn("gi-officer").get(breach).status, 404);
    EXPECT_EQ(signedIn("balie").get(breach).status, 403);
    moveTo("2026-03-14T16:00:00Z");
    EXPECT_TRUE(holds(signedIn("officer").get("/werkvoorraad"), "te laat"));
}

TEST_F(Breaches, EndOnlyWhenEverybodyWasToldAndByAnotherThanWhoHandedOut) {
    const auto breach = recorded();
    EXPECT_EQ(step(breach, "officer", "closed").status, 422);
    for (const auto* partner : {"partner:vt", "partner:gi"}) EXPECT_EQ(step(breach, "beoordelaar", "told-partner", partner).status, 303);
    EXPECT_EQ(step(breach, "beoordelaar", "told-partner", "partner:schuil").status, 422) << "not concerned";
    EXPECT_EQ(step(breach, "beoordelaar", "risk", "risk:high").status, 303);
    EXPECT_EQ(step(breach, "beoordelaar", "not-told-authority").status, 422) << "a privacy officer decides that, another than who recorded it";
    EXPECT_EQ(step(breach, "officer", "told-authority").status, 303);
    EXPECT_EQ(step(breach, "officer", "told-person", "person:moeder").status, 303);
    EXPECT_EQ(step(breach, "officer", "closed").status, 422) << "no measure yet";
    EXPECT_EQ(step(breach, "officer", "measure").status, 303);
    EXPECT_EQ(step(breach, "beoordelaar", "closed").status, 422) << "handed it out";
    EXPECT_EQ(step(breach, "officer", "closed").status, 303);
    EXPECT_FALSE(holds(signedIn("officer").get("/werkvoorraad"), breach)) << "no longer among what must be done";
    EXPECT_EQ(step(breach, "officer", "measure").status, 422) << "nothing is added to what was closed";
}

// Basis: AVG art. 33(3), 34(2)
TEST_F(Breaches, HaveALetterToWhoseDataLeakedAndTheTextForTheAuthority) {
    const auto breach = recorded();
    auto browser = signedIn("beoordelaar");
    EXPECT_EQ(step(breach, "officer", "measure").status, 303);
    const auto page = browser.get(breach);
    EXPECT_TRUE(holds(page, breach + "/brieven/moeder"));
    EXPECT_TRUE(holds(page, breach + "/brieven/ap"));
    const auto form = browser.get(breach + "/brieven/moeder");
    EXPECT_TRUE(holds(form, "het adres stond in het verslag")) << "what was recorded is filled in";
    EXPECT_TRUE(holds(form, "gebeld met de dienstdoende")) << "the measure too";
    EXPECT_EQ(browser.get(breach + "/brieven/moeder/brief.pdf").status, 404);
    Form texts{{"what", "Uw adres stond in een verslag.\n\nDat verslag kreeg de vader."}, {"data", "uw adres"}, {"consequences", "Hij weet waar u woont."}, {"measures", "Wij belden u."}, {"advice", "Bel 112 bij gevaar."}, {"language", "nl"}};
    auto lacking = texts;
    lacking[2].second = "";
    const auto refused = browser.post(breach + "/brieven/moeder", lacking);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(holds(refused, "Dat verslag kreeg de vader.")) << "what was typed stays";
    EXPECT_EQ(browser.post(breach + "/brieven/moeder", texts).status, 303);
    auto words = pdfWords(browser.get(breach + "/brieven/moeder/brief.pdf").body, region.folder);
    for (const auto* part : {"Quirina van Proef", "12 maart 2026", "13 maart 2026", "Dat verslag kreeg de vader.", "Hij weet waar u woont.", "Bel 112 bij gevaar.", "DL-2026-0001", "Een klacht bij ons", "2509 AJ Den Haag", "naar de rechter (AVG art. 79 en 82)"}) EXPECT_NE(words.find(part), words.npos) << part << "\n" << words;
    EXPECT_EQ(words.find("Verborgenpad"), words.npos) << "no address is put on it";
    texts[2].second = "Hij kan langskomen.";
    EXPECT_EQ(browser.post(breach + "/brieven/moeder", texts).status, 303);
    words = pdfWords(browser.get(breach + "/brieven/moeder/brief.pdf").body, region.folder);
    EXPECT_NE(words.find("Hij kan langskomen."), words.npos) << words;
    EXPECT_EQ(browser.post(breach + "/brieven/vader", {{"what", "Het adres Verborgenpad 7 stond er."}, {"data", "x"}, {"consequences", "y"}, {"measures", "z"}, {"language", "nl"}}).status, 422) << "not to him";
    EXPECT_EQ(browser.post(breach + "/brieven/ap", {{"what", "Verkeerde ontvanger."}, {"data", "adres"}, {"persons", "één moeder"}, {"consequences", "onveilig"}, {"measures", "gebeld"}}).status, 303);
    words = pdfWords(browser.get(breach + "/brieven/ap/brief.pdf").body, region.folder);
    for (const auto* part : {"Autoriteit Persoonsgegevens", "Postbus 93374", "2509 AJ Den Haag", "één moeder", "Jeugdbescherming Proef", "nog niet", "DL-2026-0001"}) EXPECT_NE(words.find(part), words.npos) << part << "\n" << words;
    const Form toChild{{"what", "Je naam stond in een verslag."}, {"data", "je naam"}, {"consequences", "Een ander weet dat."}, {"measures", "Wij belden."}, {"language", "nl"}};
    const std::string why = "Schrijf aan een ouder met gezag of aan de voogd, en zet erin dat het om de gegevens van dit kind gaat.";
    for (const auto& got : {browser.get(breach), browser.get(breach + "/brieven/kind1"), browser.post(breach + "/brieven/kind1", toChild)}) EXPECT_TRUE(holds(got, why)) << "eight years old";
    EXPECT_FALSE(holds(browser.get(breach), breach + "/brieven/kind1"));
    EXPECT_EQ(browser.get(breach + "/brieven/kind1/brief.pdf").status, 404);
    bornOn("kind1", "2014-03-14");
    EXPECT_EQ(browser.post(breach + "/brieven/kind1", toChild).status, 403) << "twelve tomorrow";
    bornOn("kind1", "2014-03-13");
    EXPECT_EQ(browser.post(breach + "/brieven/kind1", toChild).status, 303) << "twelve today";
    words = pdfWords(browser.get(breach + "/brieven/kind1/brief.pdf").body, region.folder);
    for (const auto* part : {"Beste Tobias", "Er ging iets mis met wat wij over jou hebben opgeschreven", "Vertel het aan", "Kindertelefoon"}) EXPECT_NE(words.find(part), words.npos) << part << "\n" << words;
    EXPECT_EQ(words.find("Geachte"), words.npos) << words;
    EXPECT_EQ(signedIn("gi-officer").get(breach + "/brieven/moeder").status, 404);
    EXPECT_EQ(browser.get(breach + "/brieven/niemand").status, 404);
}

// What the mother asked for went to the father: the letter to him is searched for what he must not read, not for what she must not.
TEST_F(Breaches, AreToldToEachPersonWithoutWhatIsHiddenFromThatPerson) {
    auto form = asked({{"partners_shown", "1"}, {"partner", "vt"}, {"handling", "apart"}});
    for (auto& [field, value] : form)
        if (field == "requester" || field == "subject") value = "moeder";
    ASSERT_EQ(signedIn("beoordelaar").post("/verzoeken/nieuw", form).status, 303);
    parts["vt"] = region.store->requests().ofHousehold(region.householdId).front();
    const auto breach = recordedOf();
    ASSERT_TRUE(breach.starts_with("/datalekken/"));
    const auto told = [&](const std::string& to, const std::string& what) {
        return signedIn("beoordelaar").post(breach + "/brieven/" + to, {{"what", what}, {"data", "x"}, {"consequences", "y"}, {"measures", "z"}, {"language", "nl"}}).status;
    };
    const std::string secret = "Het adres Verborgenpad 7 stond er.", plain = "Het verslag ging naar een ander.";
    EXPECT_EQ(told("vader", secret), 422);
    EXPECT_EQ(told("moeder", secret), 303) << "her own";
    EXPECT_EQ(told("vader", plain), 303);
    auto sender = region.store->partners().load("vt");
    sender.revealsPlace = true;
    region.store->partners().save(sender);
    // Who sends it tells where she stays: to him the region writes, and when it has no name yet, a human is told what to do.
    const auto unnamed = signedIn("beoordelaar").post(breach + "/brieven/vader", {{"what", plain}, {"data", "x"}, {"consequences", "y"}, {"measures", "z"}, {"language", "nl"}});
    EXPECT_EQ(unnamed.status, 422);
    EXPECT_TRUE(holds(unnamed, "Vraag de beheerder om die in te vullen (Beheer, Regio), of laat een privacy officer deze persoon zelf bericht geven"));
    region.store->settings().set("region.name", "Regio Proefdelta");
    EXPECT_TRUE(holds(signedIn("beoordelaar").get(breach + "/brieven/vader"), "gaat daarom uit van Regio Proefdelta"));
    EXPECT_FALSE(holds(signedIn("beoordelaar").get(breach + "/brieven/moeder"), "gaat daarom uit van"));
    EXPECT_EQ(told("vader", plain), 303);
    const auto toHim = pdfWords(signedIn("beoordelaar").get(breach + "/brieven/vader/brief.pdf").body, region.folder);
    EXPECT_NE(toHim.find("Regio Proefdelta weet het sinds"), toHim.npos) << toHim;
    EXPECT_NE(toHim.find("Een klacht bij ons"), toHim.npos) << toHim;
    EXPECT_EQ(toHim.find(sender.name), toHim.npos) << toHim;
    EXPECT_EQ(told("moeder", plain), 303);
}

TEST_F(Breaches, AreNotOfWhatWasNotHandedOutAndNotFromTheFuture) {
    parts = logged();
    auto browser = signedIn("beoordelaar");
    const auto form = [](const std::string& day, const std::string& time) { return Form{{"known_day", day}, {"known_time", time}, {"known_how", "gebeld"}, {"what", "fout"}}; };
    EXPECT_EQ(browser.post("/verzoeken/" + parts.at("vt").id + "/datalek", form("2026-03-12", "09:00")).status, 422);
    handOut(parts.at("vt"), "beoordelaar", "officer");
    for (const auto& [day, time] : {std::pair{"2026-03-12", "23:59"}, {"2026-03-11", "12:00"}, {"2026-03-12", "25:00"}, {"2026-03-12", "kwart"}})
        EXPECT_EQ(browser.post("/verzoeken/" + parts.at("vt").id + "/datalek", form(day, time)).status, 422) << day << time;
    EXPECT_TRUE(region.store->breaches().all().empty());
}

TEST_F(Breaches, WhatWasKnownEarlierMovesTheEndForward) {
    const auto breach = recorded();
    EXPECT_EQ(signedIn("beoordelaar").post(breach, {{"kind", "known-earlier"}, {"day", "2026-03-13"}, {"time", "09:15"}, {"words", "stond al in de mail"}}).status, 303);
    EXPECT_TRUE(holds(signedIn("beoordelaar").get(breach), "za 14 maart 2026, 09:15"));
}

// An hour that comes twice counts as the first, one that is left out as the hour before.
TEST(BreachMoments, AreSafeOverTheChangeOfTheClock) {
    using service::casework::momentIn;
    EXPECT_EQ(service::toIso(*momentIn({"2026-03-13", "16:30"})), "2026-03-13T15:30:00Z");
    EXPECT_EQ(service::toIso(*momentIn({"2026-07-13", "16:30"})), "2026-07-13T14:30:00Z");
    EXPECT_EQ(service::toIso(*momentIn({"2026-10-25", "02:30"})), "2026-10-25T00:30:00Z");
    EXPECT_EQ(service::toIso(*momentIn({"2026-03-29", "02:30"})), "2026-03-29T00:30:00Z");
    for (const auto& [day, time] : {std::pair{"2026-02-30", "10:00"}, {"2026-03-01", "24:00"}, {"2026-03-01", "9:00"}, {"2026-03-01", "09:60"}, {"", ""}})
        EXPECT_FALSE(momentIn({day, time})) << day << time;
}

// What is on record stays, whatever the code does.
TEST_F(Breaches, AreHistoryInTheStore) {
    recorded();
    const auto breach = region.store->breaches().all().front();
    service::store::BreachEvent closing;
    closing.breachId = breach.id, closing.kind = "closed", closing.at = breach.knownAt, closing.words = "klaar", closing.recordedBy = region.accounts["officer"];
    EXPECT_THROW(region.store->breaches().addEvent(closing), service::store::StoreError) << "nobody was told";
    closing.kind = "measure", closing.words = " ";
    EXPECT_THROW(region.store->breaches().addEvent(closing), service::store::StoreError) << "in no words";
}
