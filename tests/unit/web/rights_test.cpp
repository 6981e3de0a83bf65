// The five rights besides access, each to its end over HTTP: points entered, decided with what the law asks, signed by
// another, handed out, carried out by the partner and confirmed.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "service/casework/job_runner.h"
#include "tests/unit/web/region.h"

using tests::Answer;
using tests::Browser;
using tests::Form;
using tests::Region;

namespace {

bool has(const Answer& answer, const std::string& part) { return answer.body.find(part) != std::string::npos; }

class Rights : public ::testing::Test {
  protected:
    Rights() {
        auto partner = region.store->partners().load("vt");
        partner.address = "Postbus 1, 1234 AA Proefstad", partner.publicBody = true;
        region.store->partners().save(partner);
    }

    Browser& as(const std::string& login) {  // signed in once
        auto found = browsers.find(login);
        if (found == browsers.end()) {
            found = browsers.emplace(login, region.browser()).first;
            EXPECT_TRUE(found->second.signIn(login));
        }
        return found->second;
    }
    void log(const std::string& right, const std::string& capacity = "self", const std::string& subject = "vader") {
        auto& desk = as("balie");
        Form form{{"household", region.householdId}, {"requester", "vader"}, {"subject", "vader"}, {"right", right}, {"capacity", capacity}, {"received_on", "2026-03-02"},
                  {"channel", "letter"}, {"identity_method", "passport"}, {"identity_on", "2026-03-02"}, {"do", "log"}};
        if (subject != "vader") form.emplace_back("subject", subject);
        EXPECT_EQ(desk.post("/verzoeken/nieuw", form).status, 303);
        id = region.store->requests().all().front().id;
        page = "/verzoeken/" + id;
    }
    std::string item(int number) { return region.store->items().ofRequest(id).at(std::size_t(number - 1)).id; }
    void point(Browser& reviewer, const std::string& what, Form more = {}) {
        more.emplace_back("what", what);
        EXPECT_EQ(reviewer.post(page + "/punten", more).status, 303) << what;
    }
    Answer decide(Browser& reviewer, int number, const std::string& choice, Form fields) {
        fields.emplace_back("choice", choice);
        fields.emplace_back("seen", "0");
        return reviewer.post(page + "/punten/" + item(number), fields);
    }
    // The package is made as the service's workers do it.
    void work() {
        service::casework::JobRunner runner(*region.office, 1, [](const std::string&) {});
        for (int round = 0; round < 50 && runner.runOne(); ++round) {
        }
    }
    void finishSignAndHandOut() {
        auto& reviewer = as("beoordelaar");
        EXPECT_EQ(reviewer.post(page + "/punten/afronden", {}).status, 303);
        work();
        signAndHandOut();
    }
    void signAndHandOut() {
        ASSERT_EQ(region.store->requests().load(id).step, service::store::Step::signOff);
        auto& officer = as("officer");
        const auto summary = officer.get(page + "/vrijgave");
        ASSERT_EQ(summary.status, 200);
        EXPECT_EQ(officer.post(page + "/vrijgeven", {{"password", std::string(Region::password)}, {"hash", tests::hidden(summary.body, "hash")}}).status, 303);
        handOut();
    }
    void handOut() {
        auto& desk = as("balie");
        desk.post(page + "/verstrekken", handing());
        ASSERT_EQ(region.store->requests().load(id).step, service::store::Step::released);
    }
    static Form handing() { return {{"sent-to", "aan de balie gegeven"}, {"channel", "desk"}}; }
    std::string letter(const std::string& name) {
        auto& officer = as("officer");
        const auto file = officer.get(page + "/pakket/bestand?naam=" + name);
        EXPECT_EQ(file.status, 200) << name;
        return file.body;
    }
    std::vector<std::string> files() {
        std::vector<std::string> names;
        const auto contents = region.store->releases().latest(id)->contents;
        for (auto at = contents.find("\"name\":\""); at != contents.npos; at = contents.find("\"name\":\"", at + 1)) names.push_back(contents.substr(at + 8, contents.find('"', at + 8) - at - 8));
        return names;
    }
    bool inPackage(const std::string& name) {
        const auto names = files();
        return std::find(names.begin(), names.end(), name) != names.end();
    }
    void confirm(Browser& reviewer, const std::string& kind) {
        for (const auto& order : region.store->items().orders(id)) {
            if (order.kind != kind || order.confirmedOn) continue;
            EXPECT_EQ(reviewer.post(page + "/opdrachten/" + order.id, {{"on", today}, {"by", "T. Beheer, Veilig Thuis"}}).status, 303);
        }
    }

    Region region;
    std::map<std::string, Browser> browsers;
    std::string id, page;
    const std::string today = service::toIso(region.clock.now()).substr(0, 10);
};

}  // namespace

TEST_F(Rights, RectificationPerPointCorrectedRefusedAndAStatementAdded) {
    log("rectification");
    auto& reviewer = as("beoordelaar");
    const auto overview = reviewer.get(page);
    EXPECT_TRUE(has(overview, "Leg de punten van het verzoek vast"));
    EXPECT_FALSE(has(overview, "Vraag de partners om stukken")) << "nothing is collected first";
    EXPECT_FALSE(has(overview, ">Stukken</a>"));
    point(reviewer, "mijn geboortedatum klopt niet", {{"place", "verslag van 12 februari"}, {"wish", "3 mei 1984"}});
    point(reviewer, "er staat dat ik agressief ben");
    point(reviewer, "ik was er die dag niet");
    EXPECT_TRUE(has(reviewer.get(page + "/punten"), "beslis over punt 2"));
    const auto choices = reviewer.get(page + "/punten/" + item(1));
    EXPECT_TRUE(has(choices, "Wat er komt te staan")) << "what is asked is visible before anything is sent";
    EXPECT_TRUE(has(reviewer.get(page + "/punten/" + item(1) + "?keuze=fact-corrected"), "3 mei 1984"));
    EXPECT_EQ(decide(reviewer, 1, "fact-corrected", {{"was", "2 mei 1984"}, {"becomes", "3 mei 1984"}, {"recipients", "basisschool De Regenboog"}}).status, 303);
    const auto blocked = decide(reviewer, 2, "opinion-statement", {{"whose", "de jeugdbeschermer"}, {"about", "other"}, {"statement", "ik was rustig"}, {"recipients", "niemand"}});
    EXPECT_EQ(blocked.status, 422);
    EXPECT_TRUE(has(blocked, "zonder vermelde grondslag, moet weg")) << "P10";
    EXPECT_TRUE(has(blocked, "ik was rustig")) << "what was typed stays";
    EXPECT_EQ(decide(reviewer, 2, "opinion-statement", {{"whose", "de jeugdbeschermer"}, {"about", "client"}, {"statement", "ik was rustig"}, {"recipients", "niemand"}}).status, 303);
    EXPECT_EQ(decide(reviewer, 3, "fact-refused", {{"why", "de presentielijst van 4 juni heeft uw handtekening"}}).status, 303);
    finishSignAndHandOut();
    for (const char* name : {"beslissing.pdf", "punt-1.pdf", "punt-2.pdf", "punt-3.pdf"}) EXPECT_TRUE(inPackage(name)) << name;
    EXPECT_FALSE(inPackage("inventarislijst.pdf"));
    EXPECT_TRUE(letter("beslissing.pdf").starts_with("%PDF"));
    EXPECT_TRUE(has(reviewer.get("/werkvoorraad"), "Volg de opdrachten aan de partner")) << "decided, and not over";
    as("balie").post(page + "/afsluiten", {});
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::released) << "work is open at the partner";
    confirm(reviewer, "correct");
    confirm(reviewer, "add-statement");
    const auto recipient = region.store->items().recipients(id).at(0).id;
    EXPECT_TRUE(reviewer.get(page + "/ontvangers/" + recipient + "/brief.pdf").body.starts_with("%PDF"));
    EXPECT_EQ(reviewer.post(page + "/ontvangers/" + recipient, {}).status, 422);
    EXPECT_EQ(reviewer.post(page + "/ontvangers/" + recipient, {{"on", today}, {"how", "per brief"}}).status, 303);
    as("balie").post(page + "/afsluiten", {});
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::closed);
}

TEST_F(Rights, ErasureRefusedOnlyWithAllFiveFieldsAndReasonsOfThisFile) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder het advies van maart");
    const auto stock = decide(reviewer, 1, "interest-refused", {{"needed", "Wij bewaren 20 jaar."}});
    EXPECT_EQ(stock.status, 422);
    for (const char* lack : {"Wie is de ander? Vul dit in", "Welk belang is het? Vul dit in", "Uit welke feiten in dit dossier blijkt dat? Vul dit in", "De bewaartermijn alleen is geen reden. Noem", "Wanneer was de laatste melding? Vul dit in"})
        EXPECT_TRUE(has(stock, lack)) << lack;
    EXPECT_TRUE(region.store->items().latest(id).empty());
    EXPECT_TRUE(has(stock, "20 jaar na de laatste wijziging")) << "the retention table stands beside it";
    EXPECT_EQ(decide(reviewer, 1, "interest-refused", {{"who", "halfzus Noor"}, {"interest", "rust en toezicht thuis bij haar moeder"}, {"facts", "drie meldingen van school in 2023 over blauwe plekken"},
                                                       {"needed", "zonder de meldingen van 2023 leest school een nieuw signaal als het eerste"}, {"last-report", "2023-11-14"}}).status, 303);
    finishSignAndHandOut();
    EXPECT_TRUE(region.store->items().orders(id).empty());
    EXPECT_FALSE(has(reviewer.get("/werkvoorraad"), region.store->requests().load(id).reference)) << "refused: nothing waits";
}

TEST_F(Rights, ErasureGrantedInPartIsConfirmedToTheRequesterOnceThePartnerErased) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder het advies van maart");
    point(reviewer, "en alles over mijn werk");
    EXPECT_EQ(decide(reviewer, 2, "own-erased", {{"own", "de twee alinea's over uw werk"}, {"rest", "de andere bladzijden gaan over het gezin van uw zus en haar kinderen"}, {"recipients", "niemand"}}).status, 303);
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het advies van 2 maart 2024"}, {"recipients", "de huisarts\nbasisschool De Regenboog"}}).status, 303);
    finishSignAndHandOut();
    EXPECT_EQ(reviewer.get(page + "/verwijdering.pdf").status, 409) << "not before it is done";
    EXPECT_TRUE(reviewer.get(page + "/opdrachten/" + region.store->items().orders(id).at(0).id + "/brief.pdf").body.starts_with("%PDF"));
    EXPECT_TRUE(has(reviewer.get("/werkvoorraad"), "nog 1"));
    region.clock.moveTo(region.clock.now() + std::chrono::days(40));
    browsers.clear();
    auto& later = as("beoordelaar");
    EXPECT_TRUE(has(later.get("/werkvoorraad"), "2 opdrachten aan Veilig Thuis Proefregio zijn nog niet bevestigd: ")) << "late";
    EXPECT_TRUE(has(later.get(page + "/punten"), "dagen te laat"));
    confirm(later, "erase");
    const auto recipients = region.store->items().recipients(id);
    ASSERT_EQ(recipients.size(), 2u);
    later.post(page + "/ontvangers/" + recipients[0].id, {{"on", today}, {"how", "per brief"}});
    EXPECT_EQ(later.get(page + "/verwijdering.pdf").status, 409);
    later.post(page + "/ontvangers/" + recipients[1].id, {{"impossible", "de school bestaat niet meer"}});
    EXPECT_TRUE(has(later.get(page + "/punten"), "Maak de bevestiging van de verwijdering"));
    EXPECT_TRUE(later.get(page + "/verwijdering.pdf").body.starts_with("%PDF"));
}

// P6: a parent asks erasure for the child without saying in what capacity.
TEST_F(Rights, ErasureForAChildIsTakenUpOnlyFromALegalRepresentativeWithTheOtherHeard) {
    log("erasure", "self", "kind1");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder alles over mijn kind", {{"about", "kind1"}});
    const auto closed = decide(reviewer, 1, "erased", {{"part", "alles"}, {"recipients", "niemand"}});
    EXPECT_EQ(closed.status, 422);
    EXPECT_TRUE(has(closed, "De verzoeker vraagt niet als ouder met gezag of voogd van dit kind"));
    EXPECT_EQ(decide(reviewer, 1, "child-not-taken-up", {{"why", "er is niet gezegd namens wie, en moeder is niet gehoord"}}).status, 303);
    point(reviewer, "en alles over mij", {{"about", "vader"}});
    EXPECT_EQ(decide(reviewer, 2, "erased", {{"part", "uw eigen verklaring"}, {"recipients", "niemand"}}).status, 303);
    EXPECT_TRUE(has(reviewer.get(page + "/punten"), "Rond de punten af"));
}

TEST_F(Rights, ErasureForAChildByAParentWithAuthorityHearsTheOtherHolder) {
    log("erasure", "parent", "kind1");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder alles over mijn kind", {{"about", "kind1"}});
    const auto unheard = decide(reviewer, 1, "erased", {{"part", "alles"}, {"recipients", "niemand"}});
    EXPECT_EQ(unheard.status, 422);
    EXPECT_TRUE(has(unheard, "Er is nog iemand met gezag. Hoor die eerst."));
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "alles"}, {"recipients", "niemand"}, {"other-heard", today}, {"other-view", "moeder vindt het goed"}}).status, 303);
}

TEST_F(Rights, AnObjectionIsWeighedWhileTheDataAreNotUsed) {
    log("objection");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "gebruik mijn gegevens niet voor het onderzoek");
    ASSERT_EQ(region.store->items().orders(id).size(), 1u) << "restricted while it is weighed, at once";
    const Form grounds{{"interest", "zicht houden op de veiligheid van Kim thuis"}, {"facts", "de twee meldingen van de huisarts van april"}, {"weighed", "uw wens om rust weegt minder dan het onderzoek dat nu tien dagen loopt"}};
    const auto early = decide(reviewer, 1, "objection-refused", grounds);
    EXPECT_EQ(early.status, 422);
    EXPECT_TRUE(has(early, "De partner heeft nog niet bevestigd dat de gegevens niet worden gebruikt"));
    confirm(reviewer, "restrict");
    EXPECT_EQ(decide(reviewer, 1, "objection-refused", grounds).status, 303);
    point(reviewer, "deel niets meer met de school");
    EXPECT_EQ(decide(reviewer, 2, "consent-withdrawn", {{"consent", "delen met de school"}, {"withdrawn-on", "2026-03-01"}, {"recipients", "basisschool De Regenboog"}}).status, 303);
    finishSignAndHandOut();
    std::set<std::string> open;
    for (const auto& order : region.store->items().orders(id))
        if (!order.confirmedOn) open.insert(order.kind);
    EXPECT_TRUE(open.contains("lift"));
    EXPECT_TRUE(open.contains("stop-sharing"));
}

TEST_F(Rights, PortabilityGivesARealFileOrAPlainRefusal) {
    log("portability");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "mijn antwoorden in het vragenformulier");
    point(reviewer, "de rest van het dossier");
    EXPECT_EQ(decide(reviewer, 1, "exported", {{"what", "uw antwoorden van 2 maart"}, {"rests-on", "consent"}, {"data", "geen naam"}}).status, 422);
    EXPECT_EQ(decide(reviewer, 1, "exported", {{"what", "uw antwoorden van 2 maart"}, {"rests-on", "consent"}, {"data", "naam: Koen Verbeek\nvraag 1: \"ja\""}}).status, 303);
    EXPECT_EQ(decide(reviewer, 2, "not-portable", {{"fails", "not-provided"}, {"why", "anderen schreven deze verslagen op"}}).status, 303);
    finishSignAndHandOut();
    ASSERT_TRUE(inPackage("gegevens.json"));
    const auto json = letter("gegevens.json");
    EXPECT_NE(json.find("\"naam\": \"vraag 1\""), json.npos);
    EXPECT_NE(json.find("\\\"ja\\\""), json.npos);
}

TEST_F(Rights, WhatIsProtectedStopsALetterThatSaysIt) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    const auto known = region.store->households().load(region.householdId);
    std::string secret;
    for (const auto& protection : known.protections)
        for (const auto& person : known.persons)
            if (person.id == protection.person && !person.addresses.empty()) secret = person.addresses.front().street + " " + person.addresses.front().number;
    ASSERT_FALSE(secret.empty());
    point(reviewer, "verwijder alles");
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het verslag van het bezoek aan de " + secret}, {"recipients", "niemand"}}).status, 303);
    EXPECT_EQ(reviewer.post(page + "/punten/afronden", {}).status, 303);
    work();
    EXPECT_EQ(region.store->releases().latest(id)->state, service::store::ReleaseState::refused);
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::review);
}

TEST_F(Rights, RestrictionSentBackByTheOfficerDecidedAgainAndHandedOut) {
    log("restriction");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "gebruik het verslag niet");
    point(reviewer, "en het advies ook niet");
    EXPECT_EQ(decide(reviewer, 2, "restricted", {{"ground", "accuracy"}, {"what", "het advies van 4 juni"}, {"until", "tot de feiten zijn nagegaan"}, {"recipients", "niemand"}}).status, 303);
    EXPECT_EQ(decide(reviewer, 1, "restriction-refused", {{"ground", "accuracy"}, {"why", "u noemt geen feit dat niet klopt"}}).status, 303);
    EXPECT_EQ(decide(reviewer, 1, "restriction-refused", {{"ground", "accuracy"}, {"why", "u noemt geen feit dat niet klopt"}}).status, 422) << "decided meanwhile";
    reviewer.post(page + "/punten/afronden", {});
    work();
    auto& officer = as("officer");
    EXPECT_TRUE(has(officer.get(page + "/vrijgave"), "u noemt geen feit dat niet klopt"));
    EXPECT_EQ(officer.post(page + "/terugsturen", {{"remark", "kijk nog eens naar bladzijde twee"}}).status, 303);
    const auto back = reviewer.get(page + "/punten");
    EXPECT_TRUE(has(back, "kijk nog eens naar bladzijde twee"));
    EXPECT_FALSE(has(back, "Rond de punten af"));
    const auto remark = region.store->reviews().remarks(id).at(0).id;
    EXPECT_EQ(reviewer.post(page + "/opmerkingen/" + remark + "/afgehandeld", {}).status, 303);
    EXPECT_TRUE(has(reviewer.get(page + "/punten"), "Rond de punten af"));
    EXPECT_EQ(reviewer.post(page + "/punten/" + item(1), {{"choice", "restriction-refused"}, {"seen", "1"}, {"ground", "accuracy"}, {"why", "op bladzijde twee staat uw eigen verklaring van 4 juni"}}).status, 303);
    EXPECT_TRUE(has(reviewer.get(page + "/punten"), "1 eerdere beslissing"));
    finishSignAndHandOut();
    EXPECT_EQ(region.store->items().orders(id).at(0).kind, "restrict");
}

TEST_F(Rights, WhatYouDoWithMyDataIsAnsweredWithoutDocumentsFromTheRegister) {
    log("access");
    auto& admin = as("beheer");
    EXPECT_TRUE(has(admin.get("/beheer/partners/vt/register"), "meldingen van huiselijk geweld en kindermishandeling onderzoeken")) << "what is usual stands beside it";
    EXPECT_EQ(admin.post("/beheer/partners/vt/register", {{"nl-purposes", "onderzoek doen in de Proefregio"}}).status, 303);
    auto& reviewer = as("beoordelaar");
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm", {{"form", "processing"}}).status, 422) << "with a reason";
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm", {{"form", "processing"}, {"why", "vader vraagt alleen wat wij met zijn gegevens doen"}}).status, 303);
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/afronden", {}).status, 303);
    work();
    signAndHandOut();
    EXPECT_EQ(files(), (std::vector<std::string>{"beslissing-1.pdf", "manifest.json"}));
    EXPECT_TRUE(region.store->collections().ofRequest(id).empty());
}

TEST_F(Rights, ExcessiveTakesAReasonAndASecondPerson) {
    log("access");
    auto& reviewer = as("beoordelaar");
    EXPECT_EQ(reviewer.post(page + "/buitensporig", {{"kind", "repeated"}, {"why", "te veel"}, {"offered", "een gesprek"}}).status, 422);
    EXPECT_EQ(reviewer.post(page + "/buitensporig", {{"kind", "repeated"}, {"why", "derde keer in twee maanden dezelfde stukken, zonder dat er iets bij kwam"}, {"earlier", "LW-2026-0001 en LW-2026-0002, niets veranderd"}, {"offered", "alleen het nieuwe verslag"}}).status, 303);
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::logged) << "nothing happens by itself";
    EXPECT_EQ(reviewer.post(page + "/buitensporig/bevestigen", {}).status, 403);
    EXPECT_EQ(as("officer").post(page + "/buitensporig/bevestigen", {}).status, 303);
    work();
    signAndHandOut();
    EXPECT_EQ(files().front(), "beslissing-1.pdf");
}

TEST_F(Rights, InspectionOnLocationAnswersWithoutAPackageThatGoesOut) {
    log("access");
    auto& reviewer = as("beoordelaar");
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm", {{"form", "inspection"}, {"why", "vader wil de stukken op het stadhuis lezen"}}).status, 303);
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/afspraken", {{"day", "2026-03-01"}, {"time", "14:00"}, {"place", "Stadhuis"}}).status, 422) << "a day that is over";
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/afspraken", {{"day", today}, {"time", "14:00"}, {"place", "Stadhuis, kamer 2"}}).status, 303);
    const auto visit = region.store->answerForms().inspections(id).at(0).id;
    EXPECT_TRUE(reviewer.get(page + "/antwoordvorm/afspraken/" + visit + "/brief.pdf").body.starts_with("%PDF"));
    const Form held{{"on", today}, {"present", "vader, zijn tolk en Bram Oordeel"}, {"shown", "de verantwoording en de beslissing"}};
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/afspraken/" + visit + "/gehouden", held).status, 409) << "nothing was signed";
    reviewer.post(page + "/vragen", {});
    work();
    reviewer.post(page + "/partners/vt/met-de-hand", {{"answer", "nothing-held"}, {"reason", "niets gevonden"}});
    work();
    reviewer.post(page + "/beoordeling-beginnen", {});
    work();
    reviewer.post(page + "/beoordeling-afronden", {});
    work();
    ASSERT_EQ(region.store->requests().load(id).step, service::store::Step::signOff);
    auto& officer = as("officer");
    officer.post(page + "/vrijgeven", {{"password", std::string(Region::password)}, {"hash", tests::hidden(officer.get(page + "/vrijgave").body, "hash")}});
    as("balie").post(page + "/verstrekken", handing());
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::signOff) << "no package goes out";
    EXPECT_TRUE(has(reviewer.get(page + "/verstrekking"), "Er gaat geen pakket uit"));
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/afspraken/" + visit + "/gehouden", {{"on", today}, {"present", "vader"}}).status, 422);
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/afspraken/" + visit + "/gehouden", held).status, 303);
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::released);
    EXPECT_EQ(as("balie").get(page + "/pakket").status, 403);
    EXPECT_TRUE(has(reviewer.get(page + "/antwoordvorm"), "vader, zijn tolk en Bram Oordeel"));
}
