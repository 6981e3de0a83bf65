// Handing on to the right controller, the overview of what each decided, and what comes after a decision.
#include <cstdio>
#include <fstream>

#include <nlohmann/json.hpp>

#include "service/casework/deciding_anew.h"
#include "service/casework/figures.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/passing_days.h"
#include "tests/support/pdf_words.h"
#include "tests/unit/web/parted_region.h"

namespace {

using namespace tests;
using service::store::Request;

class AfterDecision : public PartedRegion {
  protected:
    void desk(const std::string& partner, bool publicBody, bool contested) {
        auto it = region.store->partners().load(partner);
        it.publicBody = publicBody, it.contested = contested;
        region.store->partners().save(it);
    }
    // The words of the newest letter of this kind.
    std::string letter(const std::string& kind) {
        for (const auto& it : region.store->applications().letters(application)) {
            if (toText(it.kind) != kind) continue;
            return tests::pdfWords(region.store->blobs().read(it.blobId), region.folder);
        }
        return {};
    }
    Answer recordOf(const Request& part, const Form& more, const std::string& login = "beoordelaar") {
        Form form{{"kind", "objection"}, {"received_on", "2026-04-01"}, {"about", "mist het advies"}};
        for (const auto& [name, value] : more) {
            std::erase_if(form, [&](const auto& it) { return it.first == name; });
            form.emplace_back(name, value);
        }
        return signedIn(login).post("/verzoeken/" + part.id + "/na-de-beslissing", form);
    }
};

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

// What came in at the region's desk was received for all: the term does not begin anew.
TEST_F(AfterDecision, AskedAtTheWrongDeskItIsPassedOnWithTheTermOfTheFirstDay) {
    setPartners({"vt"});
    auto browser = signedIn("beoordelaar");
    ASSERT_EQ(browser.post("/verzoeken/nieuw", asked({{"addressed_to", "vt"}, {"partners_shown", "1"}, {"partner", "vt"}})).status, 303);
    const auto old = region.store->requests().all().front();
    application = old.applicationId;
    EXPECT_TRUE(holds(browser.get("/verzoeken/" + old.id + "/doorzenden"), "telt de termijn vanaf 10 maart 2026"));
    EXPECT_EQ(browser.post("/verzoeken/" + old.id + "/doorzenden", {{"partner", "gi"}, {"reason", "De gezinsvoogd heeft deze gegevens."}}).status, 303);
    const auto parts = region.store->requests().ofApplication(application);
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(toText(region.store->requests().load(old.id).step), "closed");
    EXPECT_EQ(parts.back().partnerId, "gi");
    EXPECT_EQ(redaction::household::toIso(parts.back().receivedOn), "2026-03-10");
    for (const auto* words : {"Jeugdbescherming Proef", "De gezinsvoogd heeft deze gegevens.", "10 april 2026", "U hoeft het niet opnieuw te sturen"})
        EXPECT_TRUE(says(letter("transfer"), words)) << words << "\n" << letter("transfer");
    EXPECT_TRUE(says(letter("transfer-partner"), "Ben Testman")) << letter("transfer-partner");
    EXPECT_EQ(signedIn("gi-oordeel").get("/verzoeken/" + parts.back().id).status, 200);
    EXPECT_EQ(browser.post("/verzoeken/" + old.id + "/doorzenden", {{"partner", "gi"}, {"reason", "nog eens"}}).status, 422) << "once";
}

// Basis: Awb art. 2:3
TEST_F(AfterDecision, ToAnOrganisationOutsideTheRegionItGoesWithoutDocumentsAfterSomebodyCheckedTheAddress) {
    setPartners({"vt"});
    auto browser = signedIn("beoordelaar");
    ASSERT_EQ(browser.post("/verzoeken/nieuw", asked({{"addressed_to", "vt"}, {"partners_shown", "1"}, {"partner", "vt"}})).status, 303);
    const auto old = region.store->requests().all().front();
    application = old.applicationId;
    const auto page = "/verzoeken/" + old.id + "/doorzenden/buiten";
    EXPECT_TRUE(holds(browser.get("/aanvragen/" + application), page));
    Form form{{"name", "Jeugdzorg Elders"}, {"address", "Postbus 12\n5678 AB Elders"}, {"reason", "Zij maakte dit dossier."}};
    const auto unchecked = browser.post(page, form);
    EXPECT_EQ(unchecked.status, 422) << "somebody must have checked it";
    EXPECT_TRUE(holds(unchecked, "Jeugdzorg Elders")) << "what was typed stays";
    form.emplace_back("checked", "gebeld met de organisatie");
    const auto with = [&](const std::string& name, const std::string& value) {
        auto other = form;
        for (auto& [field, text] : other)
            if (field == name) text = value;
        return browser.post(page, other);
    };
    EXPECT_TRUE(holds(with("name", "jeugdbescherming proef"), "is een partner van de regio"));
    EXPECT_TRUE(holds(with("reason", "Het gezin woont nu aan het Verborgenpad 7 in Schuildorp."), "afgeschermd")) << "hidden from this requester";
    EXPECT_EQ(toText(region.store->requests().load(old.id).step), "logged");
    EXPECT_EQ(browser.post(page, form).status, 303);
    EXPECT_EQ(toText(region.store->requests().load(old.id).step), "closed");
    const auto told = letter("transfer"), sent = letter("transfer-partner");
    for (const auto* words : {"Jeugdzorg Elders", "5678 AB Elders", "Zij maakte dit dossier.", "hoort niet bij onze regio", "vanaf de dag waarop zij uw verzoek van ons ontvangt"}) EXPECT_TRUE(says(told, words)) << words << "\n" << told;
    for (const auto* words : {"Postbus 12", "Ben Testman", "geboren op 4 mei 1982", "binnen een maand"}) EXPECT_TRUE(says(sent, words)) << words << "\n" << sent;
    EXPECT_FALSE(says(sent, "Lakwerk")) << "that organisation does not work with it";
    EXPECT_EQ(region.store->requests().ofApplication(application).size(), 1u);
    EXPECT_TRUE(holds(browser.get("/aanvragen/" + application), "Jeugdzorg Elders"));
    EXPECT_EQ(browser.post(page, form).status, 422) << "once";
}

TEST_F(AfterDecision, WhatCameInAtOnePartnerCountsFromTheDayItIsPassedOn) {
    const auto parts = logged({}, "gi-oordeel");
    auto browser = signedIn("gi-oordeel");
    region.store->partners().save([&] { auto it = region.store->partners().load("vt"); it.id = "lt", it.name = "Lokaal team Proef"; return it; }());
    EXPECT_EQ(browser.post("/verzoeken/" + parts.at("gi").id + "/doorzenden", {{"partner", "lt"}, {"reason", "Het lokale team heeft deze gegevens."}}).status, 303);
    const auto made = region.store->requests().ofApplication(application).back();
    EXPECT_EQ(made.partnerId, "lt");
    EXPECT_EQ(redaction::household::toIso(made.receivedOn), "2026-03-12");
    EXPECT_TRUE(says(letter("transfer"), "ontving het verzoek op 12 maart 2026")) << letter("transfer");
}

TEST_F(AfterDecision, IsNotPassedOnToWhoMayNotBeNamed) {
    const auto parts = logged();
    auto browser = signedIn("beoordelaar");
    EXPECT_FALSE(holds(browser.get("/verzoeken/" + parts.at("vt").id + "/doorzenden"), "Schuilplek"));
    EXPECT_EQ(browser.post("/verzoeken/" + parts.at("vt").id + "/doorzenden", {{"partner", "schuil"}, {"reason", "want"}}).status, 422);
    EXPECT_EQ(region.store->requests().all().size(), 2u);
}

TEST_F(AfterDecision, IsNotPassedOnByWhoMayNotBeNamed) {
    setPartners({"vt", "gi", "schuil"});
    const auto parts = logged({{"partner", "schuil"}});
    EXPECT_EQ(signedIn("beoordelaar").post("/verzoeken/" + parts.at("schuil").id + "/doorzenden", {{"partner", "gi"}, {"reason", "want"}}).status, 422);
    EXPECT_EQ(letter("transfer"), "") << "it would carry the name of who passes it on";
    EXPECT_EQ(region.store->requests().ofApplication(application).size(), 3u);
}

TEST_F(AfterDecision, NobodyIsInvitedByWhoMayNotBeNamed) {
    setPartners({"vt", "gi", "schuil"});
    const auto parts = logged({{"partner", "schuil"}});
    auto browser = signedIn("beoordelaar");
    for (const auto* partner : {"vt", "schuil"}) {
        const auto page = "/verzoeken/" + parts.at(partner).id + "/antwoordvorm";
        EXPECT_EQ(browser.post(page, {{"form", "inspection"}, {"why", "hij wil de stukken daar lezen"}}).status, 303);
        EXPECT_EQ(browser.post(page + "/afspraken", {{"day", "2026-03-12"}, {"time", "14:00"}, {"place", "Stadhuis"}}).status, 303);
        const auto letter = browser.get(page + "/afspraken/" + region.store->answerForms().inspections(parts.at(partner).id).at(0).id + "/brief.pdf");
        EXPECT_EQ(letter.body.starts_with("%PDF"), std::string(partner) == "vt") << partner << letter.status;
    }
}

TEST_F(AfterDecision, TheOverviewTellsOfEachPartnerAndNeverOfOneThatMayNotBeNamed) {
    setPartners({"vt", "gi", "schuil"});
    desk("vt", false, true);
    const auto parts = logged({{"partner", "schuil"}});
    auto browser = signedIn("beoordelaar");
    EXPECT_NE(browser.post("/aanvragen/" + application + "/overzicht", {}).status, 200);
    EXPECT_EQ(letter("overview"), "") << "nothing was decided";
    handOut(parts.at("vt"), "beoordelaar", "officer");
    handOut(parts.at("schuil"), "beoordelaar", "officer");
    EXPECT_EQ(browser.post("/aanvragen/" + application + "/overzicht", {}).status, 303);
    const auto words = letter("overview");
    for (const auto* wanted : {"Veilig Thuis Proefregio", "deels toegewezen", "12 maart 2026", "23 april 2026", "Jeugdbescherming Proef", "10 april 2026", "Rechters denken hier verschillend over"})
        EXPECT_TRUE(says(words, wanted)) << wanted << "\n" << words;
    EXPECT_FALSE(says(words, "Schuilplek")) << words;
    EXPECT_FALSE(says(words, parts.at("schuil").reference));
    const auto page = browser.get("/aanvragen/" + application).body;
    const auto at = page.find("/aanvragen/" + application + "/brieven/");
    ASSERT_NE(at, std::string::npos);
    const auto link = page.substr(at, page.find('"', at) - at);
    EXPECT_EQ(browser.get(link).header("content-type"), "application/pdf");
    EXPECT_EQ(signedIn("gi-officer").get(link).status, 404) << "it tells what another decided";
    EXPECT_EQ(signedIn("gi-officer").post("/aanvragen/" + application + "/overzicht", {}).status, 403);
}

TEST_F(AfterDecision, AnObjectionIsLinkedToTheDecisionAndCountedToTheDay) {
    desk("vt", true, false);
    const auto parts = logged();
    handOut(parts.at("vt"), "beoordelaar", "officer");  // on 12 March: six weeks end on 23 April
    moveTo("2026-05-04T09:00:00Z");
    EXPECT_TRUE(holds(signedIn("beoordelaar").get(recordOf(parts.at("vt"), {{"received_on", "2026-04-23"}}).header("location")), "Op tijd"));
    EXPECT_TRUE(holds(signedIn("beoordelaar").get(recordOf(parts.at("vt"), {{"received_on", "2026-04-24"}}).header("location")), "Te laat: het kon tot en met"));
    EXPECT_EQ(recordOf(parts.at("vt"), {{"received_on", "2026-05-05"}}).status, 422) << "in the future";
    EXPECT_EQ(recordOf(parts.at("vt"), {}, "gi-oordeel").status, 404);
    EXPECT_EQ(signedIn("gi-oordeel").get("/na-de-beslissing/" + region.store->remedies().all().front().id).status, 404);
}

// P4, Awb 6:15: where courts split, what may be in time on one route is not called late
TEST_F(AfterDecision, AContestedPartnerHasBothRoutes) {
    desk("vt", false, true);
    const auto parts = logged();
    handOut(parts.at("vt"), "beoordelaar", "officer");
    moveTo("2026-05-04T09:00:00Z");
    const auto page = signedIn("beoordelaar").get(recordOf(parts.at("vt"), {{"received_on", "2026-04-28"}, {"letter_received_on", "2026-03-20"}}).header("location"));
    EXPECT_TRUE(holds(page, "weiger het niet zonder juridisch advies"));
    EXPECT_TRUE(holds(page, "23 april 2026"));
    EXPECT_TRUE(holds(page, "1 mei 2026"));
}

// Basis: Convenant art. 6.4
TEST_F(AfterDecision, AComplaintHasOneCoordinatingPartnerATermAndAnEnd) {
    const auto parts = logged();
    handOut(parts.at("vt"), "beoordelaar", "officer");
    moveTo("2026-04-02T09:00:00Z");
    const auto link = recordOf(parts.at("vt"), {{"kind", "own-complaint"}, {"also", "gi"}}).header("location");
    const auto step = [&](const Form& more) {
        Form form{{"day", "2026-04-02"}, {"words", "afgesproken"}};
        form.insert(form.end(), more.begin(), more.end());
        return signedIn("beoordelaar").post(link, form).status;
    };
    EXPECT_EQ(step({{"kind", "coordinator"}, {"coordinator", "schuil"}}), 422) << "not concerned";
    EXPECT_EQ(step({{"kind", "coordinator"}, {"coordinator", "gi"}}), 303);
    EXPECT_EQ(step({{"kind", "term"}, {"term", "2026-04-20"}}), 303);
    EXPECT_TRUE(holds(signedIn("beoordelaar").get(link), "coördinerende partner aangewezen: Jeugdbescherming Proef"));
    EXPECT_TRUE(holds(signedIn("officer").get("/werkvoorraad"), link));
    EXPECT_TRUE(holds(signedIn("officer").get("/werkvoorraad"), "20 april 2026"));
    EXPECT_EQ(step({{"kind", "outcome"}}), 422);
    EXPECT_EQ(step({{"kind", "outcome"}, {"outcome", "founded"}}), 303);
    EXPECT_EQ(step({{"kind", "term"}, {"term", "2026-04-21"}}), 422) << "it is over";
    EXPECT_FALSE(holds(signedIn("officer").get("/werkvoorraad"), link));
}

// It reads the complaint, not the dossier it is about.
TEST_F(AfterDecision, ThePartnersThatAComplaintConcernsOpenItAndTheOneThatCoordinatesLeads) {
    const auto parts = logged();
    handOut(parts.at("vt"), "beoordelaar", "officer");
    moveTo("2026-04-02T09:00:00Z");
    const auto link = recordOf(parts.at("vt"), {{"kind", "own-complaint"}, {"also", "gi"}}).header("location");
    const Form note{{"kind", "note"}, {"day", "2026-04-02"}, {"words", "wij kennen dit gezin ook"}}, term{{"kind", "term"}, {"term", "2026-04-20"}, {"day", "2026-04-02"}, {"words", "afgesproken"}};
    for (const auto* login : {"gi-oordeel", "gi-officer"}) {
        auto theirs = signedIn(login);
        const auto page = theirs.get(link), list = theirs.get("/werkvoorraad");
        EXPECT_EQ(page.status, 200) << login;
        EXPECT_FALSE(holds(page, "/verzoeken/" + parts.at("vt").id)) << login;
        EXPECT_TRUE(holds(list, link) && holds(list, "gaat ook uw organisatie aan")) << login;
        EXPECT_EQ(theirs.get("/verzoeken/" + parts.at("vt").id).status, 404) << login;
        EXPECT_EQ(theirs.get("/verzoeken/" + parts.at("vt").id + "/na-de-beslissing").status, 404) << login;
        EXPECT_EQ(theirs.post(link, note).status, 303) << login;
        EXPECT_EQ(theirs.post(link, term).status, 422) << login << " does not lead";
        EXPECT_EQ(theirs.post(link + "/opnieuw", {{"why", "want"}}).status, 404) << login;
    }
    EXPECT_EQ(signedIn("gi-balie").get(link).status, 403);
    ASSERT_EQ(signedIn("beoordelaar").post(link, {{"kind", "coordinator"}, {"coordinator", "gi"}, {"day", "2026-04-02"}, {"words", "afgesproken"}}).status, 303);
    auto officer = signedIn("gi-officer");
    EXPECT_TRUE(holds(officer.get("/werkvoorraad"), "Uw organisatie coördineert"));
    EXPECT_EQ(officer.post(link, term).status, 303);
    EXPECT_TRUE(holds(signedIn("beoordelaar").get(link), "20 april 2026"));
    region.store->assignments().recordConflict(region.householdId, region.accounts["gi-officer"], "familie", region.accounts["officer"]);
    EXPECT_EQ(officer.get(link).status, 404) << "a conflict of interest";
    EXPECT_FALSE(holds(officer.get("/werkvoorraad"), link));
}

TEST_F(AfterDecision, DecidingAnewMakesAPartOfItsOwnAndLeavesTheOldDecision) {
    const auto parts = logged();
    handOut(parts.at("vt"), "beoordelaar", "officer");
    moveTo("2026-04-02T09:00:00Z");
    const auto link = recordOf(parts.at("vt"), {}).header("location");
    const auto answer = signedIn("beoordelaar").post(link + "/opnieuw", {{"why", "het bezwaar is gegrond"}});
    EXPECT_EQ(answer.status, 303);
    const auto made = region.store->requests().ofApplication(application).back();
    EXPECT_EQ(made.reopens, parts.at("vt").id);
    EXPECT_EQ(made.partnerId, "vt");
    EXPECT_EQ(toText(region.store->requests().load(parts.at("vt").id).step), "released") << "the old one stays";
    EXPECT_TRUE(region.store->releases().latest(parts.at("vt").id)->releasedAt);
    EXPECT_EQ(signedIn("beoordelaar").post(link + "/opnieuw", {{"why", "nog eens"}}).status, 422) << "once at a time";
    // Basis: Awb art. 10:3(3): who signed the first does not sign the decision on the objection
    EXPECT_THROW(handOut(made, "beoordelaar", "officer"), service::store::StoreError);
}

// Basis: Awb art. 7:10, 7:12, 8:1: by when to decide on the objection, and that the court follows
TEST_F(AfterDecision, ADecisionOnAnObjectionHasItsOwnTermAndNamesTheCourt) {
    desk("vt", true, false);
    const auto parts = logged();
    handOut(parts.at("vt"), "beoordelaar", "officer");
    moveTo("2026-04-02T09:00:00Z");
    const auto link = recordOf(parts.at("vt"), {}).header("location");
    ASSERT_EQ(signedIn("beoordelaar").post(link + "/opnieuw", {{"why", "het bezwaar is gegrond"}}).status, 303);
    const auto made = region.store->requests().ofApplication(application).back();
    const auto due = [&] { return service::requests::toIso(service::casework::countedCase(*region.office, made).due); };
    EXPECT_EQ(due(), "2026-06-04") << "six weeks after the term to object, which ran until 23 April";
    auto browser = signedIn("beoordelaar");
    EXPECT_TRUE(holds(browser.get("/verzoeken/" + made.id + "/termijnen"), "Opnieuw beslissen"));
    EXPECT_EQ(browser.post("/verzoeken/" + made.id + "/termijn/verlengen", {{"told_on", "2026-04-02"}, {"reason", "veel"}, {"how", "otherwise"}}).status, 422);
    EXPECT_EQ(browser.post(link, {{"kind", "term"}, {"term", "2026-07-16"}, {"day", "2026-04-02"}, {"words", "verdaagd"}}).status, 303);
    EXPECT_EQ(due(), "2026-07-16") << "adjourned: the day that was recorded";
    EXPECT_TRUE(holds(browser.get("/verzoeken/" + made.id + "/beslissing"), "beroep binnen 6 weken"));
    EXPECT_TRUE(holds(browser.get("/verzoeken/" + parts.at("vt").id + "/beslissing"), "bezwaar binnen 6 weken"));
    auto vt = region.store->partners().load("vt");
    const auto controller = service::casework::controllerFrom(*region.office, made, vt);
    EXPECT_TRUE(controller.onObjection);
    EXPECT_FALSE(service::casework::controllerFrom(*region.office, parts.at("vt"), vt).onObjection);
}

// A judgment of October about a decision of spring: the new part is not late on the day it is made.
TEST_F(AfterDecision, DecidingAnewAfterACourtIsNotLateFromTheStart) {
    const auto parts = logged();
    handOut(parts.at("vt"), "beoordelaar", "officer");
    moveTo("2026-04-02T09:00:00Z");
    const auto link = recordOf(parts.at("vt"), {{"kind", "petition"}}).header("location");
    moveTo("2026-10-05T09:00:00Z");
    ASSERT_EQ(signedIn("beoordelaar").post(link + "/opnieuw", {{"why", "de rechtbank vernietigde de beslissing"}}).status, 303);
    const auto made = region.store->requests().ofApplication(application).back();
    EXPECT_EQ(service::requests::toIso(service::casework::countedCase(*region.office, made).due), "2026-11-05");
}

TEST_F(AfterDecision, WhatWasHandedOnCountsWhereItIsDecided) {
    setPartners({"vt"});
    auto browser = signedIn("beoordelaar");
    ASSERT_EQ(browser.post("/verzoeken/nieuw", asked({{"partners_shown", "1"}, {"partner", "vt"}})).status, 303);
    const auto part = region.store->requests().all().front();
    ASSERT_EQ(browser.post("/verzoeken/" + part.id + "/doorzenden", {{"partner", "gi"}, {"reason", "De gezinsvoogd heeft deze gegevens."}}).status, 303);
    const auto counted = service::casework::countedCases(*region.office);
    ASSERT_EQ(counted.size(), 1u);
    EXPECT_EQ(counted.front().partners, std::vector<std::string>{"gi"});
}

// What stopped the old part, or came about since, stops the part that takes its place.
TEST_F(AfterDecision, WhoMayNoLongerAskForAChildMayNotThroughAReopenedOrTransferredPart) {
    setPartners({"vt"});
    const auto ask = [&](const std::string& right) {
        auto form = asked({{"partners_shown", "1"}, {"partner", "vt"}});
        for (auto& [name, value] : form) value = name == "subject" ? "kind1" : name == "capacity" ? "parent" : name == "right" ? right : value;
        EXPECT_EQ(signedIn("beoordelaar").post("/verzoeken/nieuw", form).status, 303);
        return region.store->requests().all().front();
    };
    const auto decided = ask("access"), moved = ask("rectification");
    service::casework::takeUpDays(*region.office);
    handOut(decided, "beoordelaar", "officer");
    for (const auto& fact : region.store->households().facts(region.householdId)) {
        if (fact.kind != service::store::FactKind::authority || fact.body.find("vader") == fact.body.npos) continue;
        auto body = nlohmann::json::parse(fact.body);
        body["to"] = "2026-03-12";
        region.store->households().changeFact(fact.id, region.store->households().loadHousehold(region.householdId).version, body.dump(), region.accounts["beoordelaar"]);
    }
    service::casework::takeUpDays(*region.office);
    ASSERT_EQ(region.store->turns().stops(moved.id).size(), 1u);
    region.store->turns().settle(region.store->turns().stops(moved.id).at(0).id, "own-data", "alleen over hemzelf", region.accounts["beoordelaar"]);
    const auto stands = [&](const Request& part) {
        const auto stops = region.store->turns().stops(part.id);
        return stops.size() == 1 && stops.front().personId == "kind1" && !stops.front().settledAt;
    };
    auto browser = signedIn("beoordelaar");
    ASSERT_EQ(browser.post("/verzoeken/" + moved.id + "/doorzenden", {{"partner", "gi"}, {"reason", "De gezinsvoogd heeft deze gegevens."}}).status, 303);
    EXPECT_TRUE(stands(region.store->requests().ofApplication(moved.applicationId).back())) << "handed on";
    ASSERT_EQ(recordOf(decided, {{"kind", "petition"}, {"received_on", "2026-03-12"}}).status, 303);
    const auto remedy = region.store->remedies().ofApplication(decided.applicationId).front().id;
    ASSERT_EQ(browser.post("/na-de-beslissing/" + remedy + "/opnieuw", {{"why", "het stuk over hem ontbrak"}}).status, 303);
    const auto again = region.store->requests().ofApplication(decided.applicationId).back();
    ASSERT_EQ(again.reopens, decided.id);
    EXPECT_TRUE(stands(again)) << "decided anew";
}

// Handed out with what each partner decided. The package is of today.
TEST_F(AfterDecision, TheOverviewTellsWhatEachPartnerDecidedOfAPartThatSeveralTreatTogether) {
    partner("lt", "Lokaal team Proef", false);
    setPartners({"vt", "gi", "lt"});
    mandate("gi");
    auto browser = signedIn("beoordelaar");
    ASSERT_EQ(browser.post("/verzoeken/nieuw", asked({{"partners_shown", "1"}, {"partner", "vt"}, {"partner", "gi"}, {"partner", "lt"}, {"handling", "together"}})).status, 303);
    const auto part = region.store->requests().all().front();
    application = part.applicationId;
    const std::string contents = R"({"documents":[{"partner":"vt","outcome":"released"},{"partner":"gi","outcome":"withheld"}],"decisions":[{"partner":"vt","outcome":"granted"},{"partner":"gi","outcome":"refused"}]})";
    handOut(part, "beoordelaar", "officer", contents);
    EXPECT_TRUE(holds(browser.get("/aanvragen/" + application), "action=\"/aanvragen/" + application + "/overzicht\"")) << "three partners decided in the one part";
    ASSERT_EQ(browser.post("/aanvragen/" + application + "/overzicht", {}).status, 303);
    const auto words = letter("overview");
    EXPECT_TRUE(says(words, "Veilig Thuis Proefregio inzage toegewezen")) << words;
    EXPECT_TRUE(says(words, "Proef inzage geweigerd") || says(words, "Jeugdbescherming Proef inzage geweigerd")) << words;
    EXPECT_TRUE(says(words, "Lokaal team Proef, inzage: uiterlijk")) << "it did not answer, and so decided nothing\n" << words;
    EXPECT_TRUE(holds(browser.get("/aanvragen/" + application), "deels toegewezen")) << "as a whole";
}

// A right that is answered by points stands in it like the others, by what the partner decided on the whole.
TEST_F(AfterDecision, TheOverviewTellsOfAPartThatWasAnsweredByPoints) {
    const auto parts = logged({{"also", "erasure"}});
    auto browser = signedIn("beoordelaar");
    for (const auto& part : region.store->requests().ofApplication(application)) {
        if (part.partnerId != "vt" || part.right != "erasure") continue;
        ASSERT_EQ(browser.post("/verzoeken/" + part.id + "/punten", {{"what", "het advies van 4 juni"}}).status, 303);
        region.store->requests().moveTo(part.id, service::store::Step::review, service::store::Step::logged);
        handOut(part, "beoordelaar", "officer", R"({"documents":[],"decisions":[{"partner":"vt","outcome":"partly"}]})");
    }
    ASSERT_EQ(browser.post("/aanvragen/" + application + "/overzicht", {}).status, 303);
    const auto words = letter("overview");
    EXPECT_TRUE(says(words, "verwijdering deels toegewezen")) << words;
    EXPECT_TRUE(says(words, "Veilig Thuis Proefregio, inzage: uiterlijk")) << words;
    EXPECT_FALSE(says(words, "4 juni")) << "what was asked stands in the decision itself";
}

// Who asks is gone with the copies, but not which partners could not be named to them.
TEST_F(AfterDecision, ADestroyedPartStillNamesNobodyThatMayNotBeNamed) {
    setPartners({"vt", "gi", "schuil"});
    const auto parts = logged({{"partner", "schuil"}});
    for (const auto* id : {"vt", "schuil"}) {
        handOut(parts.at(id), "beoordelaar", "officer");
        region.store->requests().moveTo(parts.at(id).id, service::store::Step::released, service::store::Step::closed);
    }
    moveTo("2026-09-01T09:00:00Z");
    auto schuil = region.store->partners().load("schuil");
    service::store::Destruction wanted;
    wanted.requestId = parts.at("schuil").id, wanted.householdId = region.householdId, wanted.reference = parts.at("schuil").reference, wanted.plannedFor = std::chrono::year{2026} / 7 / 20;
    wanted.rule = "usual", wanted.because = "x", wanted.figures = R"({"right":"access","partners":[],"received":"2026-03-10","due":"2026-04-10","decided":"","cause":"","grounds":{}})";
    const auto destroyed = [&](service::store::Destruction it) {
        auto& retention = region.store->retention();
        retention.begin(it), retention.destroyKeys(it.requestId), retention.eraseRows(it.requestId), retention.finish(it.requestId);
    };
    destroyed(wanted);  // as before it was kept: nobody is named
    wanted.requestId = parts.at("vt").id, wanted.reference = parts.at("vt").reference, wanted.notNamed = {{"schuil"}};
    destroyed(wanted);
    schuil.revealsPlace = false;  // only what was kept still tells
    region.store->partners().save(schuil);
    EXPECT_EQ(service::casework::hiddenPartners(*region.office, {}, region.store->requests().load(parts.at("vt").id)), std::set<std::string>{"schuil"});
    const auto page = signedIn("gi-oordeel").get("/aanvragen/" + application);
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(holds(page, "Schuilplek"));
    auto browser = signedIn("beoordelaar");
    EXPECT_EQ(browser.post("/aanvragen/" + application + "/overzicht", {}).status, 303);
    EXPECT_TRUE(says(letter("overview"), "Veilig Thuis Proefregio")) << letter("overview");
    EXPECT_FALSE(says(letter("overview"), "Schuilplek")) << letter("overview");
    EXPECT_EQ(browser.get("/aanvragen/" + application + "/ontvangstbevestiging.pdf").status, 200);
}

// Names and days of birth leave the region with it.
TEST_F(AfterDecision, ToAnOrganisationOutsideTheRegionNothingGoesBeforeIdentityIsKnownOrWithAGuardedWord) {
    setPartners({"vt"});
    auto browser = signedIn("beoordelaar");
    auto unknown = asked({{"partners_shown", "1"}, {"partner", "vt"}});
    std::erase_if(unknown, [](const auto& it) { return it.first == "identity_on"; });
    for (auto& [field, value] : unknown)
        if (field == "identity_method") value = "not-yet";
    ASSERT_EQ(browser.post("/verzoeken/nieuw", unknown).status, 303);
    auto part = region.store->requests().all().front();
    const auto page = "/verzoeken/" + part.id + "/doorzenden/buiten";
    const Form form{{"name", "Jeugdzorg Elders"}, {"address", "Postbus 12\n5678 AB Elders"}, {"reason", "Zij maakte dit dossier."}, {"checked", "gebeld"}};
    const auto early = browser.post(page, form);
    EXPECT_EQ(early.status, 422);
    EXPECT_TRUE(holds(early, "De identiteit van de verzoeker is nog niet vastgesteld"));
    EXPECT_TRUE(holds(early, "Zij maakte dit dossier.")) << "what was typed stays";
    part.identityMethod = "passport", part.identityOn = part.receivedOn;
    region.store->requests().change(part);
    region.store->settings().set("region.place", "Verborgenpad 7");
    const auto stopped = browser.post(page, form);
    EXPECT_EQ(stopped.status, 422);
    EXPECT_TRUE(holds(stopped, "Deze brief gaat niet uit"));
    EXPECT_TRUE(holds(stopped, "Zij maakte dit dossier.")) << "what was typed stays";
    EXPECT_EQ(toText(region.store->requests().load(part.id).step), "logged");
    region.store->settings().set("region.place", "Proefstad");
    EXPECT_EQ(browser.post(page, form).status, 303);
}

// Beside the package too nothing goes out with a word that is hidden from who reads it.
TEST_F(AfterDecision, ALetterWithAGuardedWordIsStoppedAndSaysWhere) {
    setPartners({"vt"});
    auto browser = signedIn("beoordelaar");
    ASSERT_EQ(browser.post("/verzoeken/nieuw", asked({{"partners_shown", "1"}, {"partner", "vt"}})).status, 303);
    const auto part = region.store->requests().all().front();
    application = part.applicationId;
    const std::string slip = "Wij wachten op de stukken van moeder uit het Verborgenpad 7.";
    const auto extended = browser.post("/verzoeken/" + part.id + "/termijn/verlengen", {{"told_on", "2026-03-12"}, {"reason", slip}, {"how", "letter"}});
    EXPECT_EQ(extended.status, 422) << extended.header("location");
    EXPECT_TRUE(holds(extended, "onder het kopje ‘Waarom wij meer tijd nodig hebben’"));
    EXPECT_TRUE(holds(extended, slip)) << "what was typed is still there";
    EXPECT_FALSE(region.store->requests().findExtension(part.id));
    const auto asks = browser.post("/verzoeken/" + part.id + "/termijn/opschorten", {{"ground", "identity"}, {"from", "2026-03-12"}, {"reason", "twijfel"}, {"question", "Bent u verhuisd naar 9999 ZZ?"}, {"how", "letter"}});
    EXPECT_TRUE(region.store->requests().suspensions(part.id).empty()) << asks.status;
    const auto moved = browser.post("/verzoeken/" + part.id + "/doorzenden", {{"partner", "gi"}, {"reason", slip}});
    EXPECT_EQ(moved.status, 422);
    EXPECT_TRUE(holds(moved, "Deze brief gaat niet uit"));
    EXPECT_EQ(region.store->requests().ofApplication(application).size(), 1u) << "nothing was handed on";
    EXPECT_EQ(browser.post("/verzoeken/" + part.id + "/termijn/verlengen", {{"told_on", "2026-03-12"}, {"reason", "veel stukken"}, {"how", "letter"}}).status, 303);
}
