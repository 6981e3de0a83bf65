// Each partner decides for itself and sees only its own part: page by page, with guessed addresses too.
#include "service/casework/figures.h"
#include "service/casework/mandates.h"
#include "service/casework/outcomes.h"
#include "tests/support/pdf_words.h"
#include "tests/unit/web/parted_region.h"

namespace {

using namespace tests;
using service::store::Request;

class Partners : public PartedRegion {
  protected:
    // The child is its client, the mother consented to it, nobody may tell the father of it. Ids: client, protection, consent, who works there.
    std::vector<std::string> factsOfShelter() {
        using service::store::FactKind;
        auto& households = region.store->households();
        std::vector<std::string> ids;
        for (const auto& [kind, body] : {std::pair{FactKind::relation, R"({"type":"client","from":"kind1","to":"schuil"})"},
                                         {FactKind::protection, R"({"person":"kind1","against":["vader"],"hide":["address"],"hide_partners":["schuil"],"why":"opgevangen"})"},
                                         {FactKind::consent, R"({"person":"moeder","to":"schuil","scope":"overleg over de opvang"})"},
                                         {FactKind::person, R"({"id":"begeleider","kind":"professional","given":["Lia"],"family":"Werkstra","partner":"schuil","professional":true})"}})
            ids.push_back(households.addFact(region.householdId, households.loadHousehold(region.householdId).version, kind, body, region.accounts["officer"]).id);
        return ids;
    }
};

// Every page and file of a request that a guess could open.
const std::vector<std::string> pagesOfRequest{"", "/vastgelegd", "/stand", "/stukken", "/beslissing", "/brieven", "/logboek", "/ontvangstbevestiging.pdf", "/brief", "/stukken/nieuw", "/termijnen",
    "/termijn/opschorten", "/termijn/verlengen", "/identiteit", "/te-laat", "/ingebrekestelling", "/beoordelen", "/voorstellen/stand", "/vrijgave", "/verstrekking", "/pakket/stand",
    "/pakket/bestand?naam=beslissing-1.pdf", "/pakket", "/datalek"};
const std::vector<std::string> postsOfRequest{"/vragen", "/beoordeling-beginnen", "/termijn/opschorten", "/termijn/verlengen", "/identiteit", "/te-laat", "/ingebrekestelling", "/beoordeling-afronden",
    "/beoordeling-heropenen", "/vrijgeven", "/terugsturen", "/pakket/opnieuw", "/verstrekken", "/afsluiten", "/partners/vt/opnieuw", "/partners/vt/stoppen", "/partners/vt/met-de-hand",
    "/partners/vt/alinea", "/datalek"};

}  // namespace

TEST_F(Partners, OneLetterToTwoOfThemBecomesOneApplicationWithAPartForEach) {
    const auto parts = logged({{"also", "erasure"}});
    ASSERT_EQ(region.store->requests().ofApplication(application).size(), 4u);
    EXPECT_EQ(answer.header("location"), "/aanvragen/" + application + "/vastgelegd");
    std::vector<std::string> references;
    for (const auto& it : region.store->requests().ofApplication(application)) references.push_back(it.reference + " " + it.right + " " + it.partnerId);
    EXPECT_EQ(references, (std::vector<std::string>{"LW-2026-0001-1 access vt", "LW-2026-0001-2 erasure vt", "LW-2026-0001-3 access gi", "LW-2026-0001-4 erasure gi"}));
    EXPECT_EQ(region.store->applications().load(application).reference, "LW-2026-0001");
}

// Every day that is reckoned opens to how it came about.
TEST_F(Partners, EveryDayOfAnApplicationOpensToItsSteps) {
    const auto steps = [](const Answer& page) {
        std::size_t count = 0;
        for (auto at = page.body.find("class=\"derivation\""); at != std::string::npos; at = page.body.find("class=\"derivation\"", at + 1)) ++count;
        return count;
    };
    const Form chosen{{"partners_shown", "1"}, {"partner", "vt"}, {"partner", "gi"}, {"handling", "apart"}};
    auto form = asked(chosen);
    std::erase_if(form, [](const auto& it) { return it.first == "do"; });
    form.emplace_back("do", "refresh");
    const auto preview = signedIn("beoordelaar").post("/verzoeken/nieuw", form);
    EXPECT_EQ(steps(preview), 3u) << "of the whole, and of each part";
    const auto parts = logged();
    auto browser = signedIn("officer");
    EXPECT_EQ(steps(browser.get("/aanvragen/" + application + "/vastgelegd")), 1u);
    const auto overview = browser.get("/aanvragen/" + application);
    EXPECT_EQ(steps(overview), 2u) << "a last day for each part";
    EXPECT_TRUE(holds(overview, "10 april 2026") && holds(overview, "1182/71"));
}

TEST_F(Partners, HandlingTogetherIsAChoiceForAccessOnly) {
    mandate("gi");
    auto officer = signedIn("beoordelaar");
    EXPECT_EQ(officer.post("/verzoeken/nieuw", asked({{"partners_shown", "1"}, {"partner", "vt"}, {"partner", "gi"}, {"handling", "together"}, {"also", "rectification"}})).status, 303);
    std::vector<std::string> parts;
    for (const auto& it : region.store->requests().ofHousehold(region.householdId)) parts.push_back(it.right + ":" + it.partnerId);
    std::sort(parts.begin(), parts.end());
    EXPECT_EQ(parts, (std::vector<std::string>{"access:", "rectification:gi", "rectification:vt"}));
}

TEST_F(Partners, HandlingTogetherTakesAMandateOfWhoHandlesForItself) {
    const Form both{{"partners_shown", "1"}, {"partner", "vt"}, {"partner", "gi"}, {"handling", "together"}};
    const auto refused = signedIn("beoordelaar").post("/verzoeken/nieuw", asked(both));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(holds(refused, "Samen behandelen kan niet met Jeugdbescherming Proef") && holds(refused, "het mandaat vastleggen"));
    EXPECT_FALSE(holds(refused, "niet met Veilig Thuis")) << "nobody works there: on mandate";
    EXPECT_TRUE(region.store->requests().all().empty());
    mandate("gi");
    EXPECT_EQ(signedIn("beoordelaar").post("/verzoeken/nieuw", asked(both)).status, 303);
}

// A form that showed no choice joins all partners; so does the desk with those it may not name.
TEST_F(Partners, WhoHandlesForItselfIsNeverJoinedUnasked) {
    ASSERT_EQ(signedIn("beoordelaar").post("/verzoeken/nieuw", asked({})).status, 303);
    setPartners({"gi"});
    ASSERT_EQ(signedIn("beoordelaar").post("/verzoeken/nieuw", asked({{"duplicate_seen", "1"}})).status, 303);
    std::vector<std::string> parts;
    for (const auto& it : region.store->requests().ofHousehold(region.householdId)) {
        parts.push_back(it.reference + ":" + it.partnerId);
        EXPECT_EQ(signedIn("beoordelaar").get("/verzoeken/" + it.id).status, it.partnerId == "gi" ? 404 : 200) << it.reference;
        EXPECT_EQ(signedIn("gi-oordeel").get("/verzoeken/" + it.id).status, it.partnerId == "gi" ? 200 : 404) << it.reference;
    }
    std::sort(parts.begin(), parts.end());
    EXPECT_EQ(parts, (std::vector<std::string>{"LW-2026-0001-1:vt", "LW-2026-0001-2:gi", "LW-2026-0002:gi"}));
}

// What stays of a destroyed part is opened by an officer on its own side of the wall.
TEST_F(Partners, WhatIsKeptOfADestroyedPartOpensForItsOwnOfficerOnly) {
    const auto part = logged().at("gi");
    handOut(part, "gi-oordeel", "gi-officer");
    region.store->requests().moveTo(part.id, service::store::Step::released, service::store::Step::closed);
    moveTo("2026-09-01T09:00:00Z");
    service::store::Destruction wanted;
    wanted.requestId = part.id, wanted.householdId = region.householdId, wanted.reference = part.reference, wanted.plannedFor = std::chrono::year{2026} / 7 / 20;
    wanted.rule = "usual", wanted.because = "x";
    auto& retention = region.store->retention();
    retention.begin(wanted);
    const auto kept = retention.keep({{}, part.id, "decision", "beslissing-1.pdf", "ab", {}, std::chrono::year{2031} / 9 / 1, {}}, "%PDF de beslissing");
    retention.destroyKeys(part.id), retention.eraseRows(part.id), retention.finish(part.id);
    const std::string link = "/vernietiging/" + part.id + "/" + kept.id;
    auto officer = signedIn("gi-officer");
    const auto page = officer.get("/vernietiging");
    EXPECT_TRUE(holds(page, link) && holds(page, "bewaard tot")) << page.body.substr(page.body.find("<main"), 4000);
    EXPECT_EQ(officer.get(link).body, "%PDF de beslissing");
    EXPECT_FALSE(holds(signedIn("officer").get("/vernietiging"), link));
    EXPECT_EQ(signedIn("officer").get(link).status, 404);
    EXPECT_EQ(signedIn("gi-oordeel").get(link).status, 403);
    EXPECT_FALSE(holds(signedIn("beheer").get("/vernietiging"), link)) << "references and days only";
    EXPECT_EQ(signedIn("beheer").get(link).status, 403);
}

TEST_F(Partners, NobodyChosenOrSomebodyElsesPartnerIsRefused) {
    auto browser = signedIn("beoordelaar");
    const auto none = browser.post("/verzoeken/nieuw", asked({{"partners_shown", "1"}, {"handling", "apart"}}));
    EXPECT_EQ(none.status, 422);
    EXPECT_TRUE(holds(none, "Kies ten minste één partner"));
    EXPECT_EQ(browser.post("/verzoeken/nieuw", asked({{"partners_shown", "1"}, {"partner", "schuil"}, {"handling", "apart"}})).status, 422);
    EXPECT_TRUE(region.store->requests().all().empty());
}

TEST_F(Partners, OpensNoPageOfAnothersPart) {
    const auto parts = logged();
    for (const auto* login : {"gi-oordeel", "gi-officer", "gi-balie"}) {
        auto browser = signedIn(login);
        for (const auto& page : pagesOfRequest) {
            const auto got = browser.get("/verzoeken/" + parts.at("vt").id + page);
            EXPECT_TRUE(got.status == 404 || got.status == 403) << login << " " << page << " " << got.status;
            EXPECT_FALSE(holds(got, parts.at("vt").reference)) << login << " " << page;
        }
        for (const auto& page : postsOfRequest) {
            const auto got = browser.post("/verzoeken/" + parts.at("vt").id + page, {{"reason", "een reden"}, {"why", "een reden"}, {"sent-to", "mij"}, {"password", std::string(Region::password)}});
            EXPECT_TRUE(got.status == 404 || got.status == 403 || got.status == 422) << login << " " << page << " " << got.status;
        }
    }
    EXPECT_EQ(region.store->requests().load(parts.at("vt").id).step, service::store::Step::logged);
    EXPECT_EQ(signedIn("gi-oordeel").get("/verzoeken/" + parts.at("gi").id).status, 200) << "its own part opens";
}

TEST_F(Partners, TheRegionOpensNoPartOfAPartnerThatHandlesItself) {
    const auto parts = logged();
    for (const auto* login : {"beoordelaar", "officer"}) {
        auto browser = signedIn(login);
        EXPECT_EQ(browser.get("/verzoeken/" + parts.at("vt").id).status, 200) << "nobody works for this partner: on mandate";
        EXPECT_EQ(browser.get("/verzoeken/" + parts.at("gi").id).status, 404);
    }
}

// Recorded by an administrator, on the page of the partner; the wall follows it from the day it starts until the day it ends.
TEST_F(Partners, TheRegionOpensThePartsOfAPartnerWhoseMandateHolds) {
    const auto parts = logged();
    const std::string gi = "/verzoeken/" + parts.at("gi").id, page = "/beheer/partners/gi/mandaat";
    auto admin = signedIn("beheer");
    EXPECT_TRUE(holds(admin.get("/beheer/partners/gi"), page));
    EXPECT_EQ(admin.post(page, {{"given_by", "de bestuurder"}, {"since", "2026-03-14"}, {"document", ""}}).status, 422) << "no document was seen";
    EXPECT_EQ(signedIn("officer").post(page, {{"given_by", "ik"}, {"since", "2026-03-01"}, {"document", "x"}}).status, 403);
    EXPECT_EQ(admin.post(page, {{"given_by", "de bestuurder"}, {"since", "2026-03-14"}, {"document", "mandaatbesluit 2026/4"}}).status, 303);
    EXPECT_EQ(signedIn("beoordelaar").get(gi).status, 404) << "it starts the day after tomorrow";
    moveTo("2026-03-14T09:00:00Z");
    EXPECT_EQ(signedIn("beoordelaar").get(gi).status, 200);
    EXPECT_TRUE(holds(signedIn("beheer").get(page), "mandaatbesluit 2026/4"));
    EXPECT_EQ(signedIn("beheer").post(page, {{"given_by", "de bestuurder"}, {"since", "2026-03-14"}, {"document", "nog een"}}).status, 422) << "one at a time";
    const auto mandate = region.store->partners().mandates("gi").front();
    EXPECT_EQ(signedIn("beheer").post(page + "/" + mandate.id + "/beeindigen", {{"on", "2026-03-14"}, {"why", ""}}).status, 422);
    EXPECT_EQ(signedIn("beheer").post(page + "/" + mandate.id + "/beeindigen", {{"on", "2026-03-14"}, {"why", "de GI doet het weer zelf"}}).status, 303);
    EXPECT_EQ(signedIn("beoordelaar").get(gi).status, 404);
    std::set<std::string> actions;
    for (const auto& entry : region.store->audit().latest(200)) actions.insert(entry.action);
    EXPECT_TRUE(actions.contains("mandate.recorded") && actions.contains("mandate.ended"));
}

// What a partner holds is not asked for by who may not decide on it any more. Basis: Convenant art. 5.2
TEST_F(Partners, NothingIsAskedOnAMandateThatEnded) {
    mandate("gi");
    auto browser = signedIn("beoordelaar");
    ASSERT_EQ(browser.post("/verzoeken/nieuw", asked({{"partners_shown", "1"}, {"partner", "vt"}, {"partner", "gi"}, {"handling", "together"}})).status, 303);
    const auto part = region.store->requests().all().front();
    const auto stands = region.store->partners().mandates("gi").front().id;
    ASSERT_EQ(signedIn("beheer").post("/beheer/partners/gi/mandaat/" + stands + "/beeindigen", {{"on", "2026-03-12"}, {"why", "de GI doet het weer zelf"}}).status, 303);
    browser.post("/verzoeken/" + part.id + "/vragen", {});
    EXPECT_TRUE(region.store->collections().ofRequest(part.id).empty());
    EXPECT_EQ(region.store->requests().load(part.id).step, service::store::Step::logged);
    ASSERT_EQ(browser.post("/verzoeken/" + part.id + "/doorzenden", {{"partner", "gi"}, {"reason", "Deze organisatie behandelt verzoeken weer zelf."}}).status, 303);
    browser.post("/verzoeken/" + part.id + "/vragen", {});
    const auto asked = region.store->collections().ofRequest(part.id);
    ASSERT_EQ(asked.size(), 1u) << "of the others, as soon as that part is passed on";
    EXPECT_EQ(asked.front().partnerId, "vt");
}

// Handled together on a mandate, and then the mandate ends: its part goes to its own people with the same term, what it delivered
// goes out of the case, and the others go on. Basis: Convenant art. 5.2; AVG art. 12(3)
TEST_F(Partners, APartnerWhoseMandateEndsGetsAPartOfItsOwnAndTheOthersGoOn) {
    mandate("gi");
    ASSERT_EQ(signedIn("beoordelaar").post("/verzoeken/nieuw", asked({{"partners_shown", "1"}, {"partner", "vt"}, {"partner", "gi"}, {"handling", "together"}})).status, 303);
    const auto part = region.store->requests().all().front();
    const std::string page = "/verzoeken/" + part.id, forward = page + "/doorzenden";
    std::map<std::string, std::string> pieces;
    for (const char* partner : {"gi", "vt"}) {
        service::store::NewFragment piece;
        piece.requestId = part.id, piece.partnerId = partner, piece.externalId = "1", piece.title = std::string("Verslag van ") + partner, piece.fileName = "v.txt", piece.mediaType = "text/plain";
        piece.sha256 = partner, piece.sourceBlob = region.store->blobs().write(part.id, "verslag");
        pieces[partner] = region.store->fragments().add(piece).id;
        service::store::Collection answered;
        answered.requestId = part.id, answered.partnerId = partner, answered.state = service::store::CollectionState::done, answered.answer = "delivered-in-full";
        region.store->collections().save(answered);
    }
    region.store->requests().moveTo(part.id, service::store::Step::logged, service::store::Step::review);
    region.store->requests().extend({part.id, std::chrono::year{2026} / 3 / 11, "veel stukken", region.accounts["beoordelaar"], {}});
    const auto due = service::casework::countedCase(*region.office, region.store->requests().load(part.id)).due;
    EXPECT_EQ(signedIn("beoordelaar").post(forward, {{"partner", "gi"}, {"reason", "x"}}).status, 422) << "its mandate holds";
    const auto stands = region.store->partners().mandates("gi").front().id;
    ASSERT_EQ(signedIn("beheer").post("/beheer/partners/gi/mandaat/" + stands + "/beeindigen", {{"on", "2026-03-12"}, {"why", "de GI doet het weer zelf"}}).status, 303);
    auto browser = signedIn("beoordelaar");
    EXPECT_TRUE(holds(browser.get(page), forward)) << "the way on stands on the case";
    EXPECT_TRUE(holds(browser.get(forward), "Jeugdbescherming Proef"));
    EXPECT_FALSE(holds(browser.get(forward), "value=\"vt\"")) << "nobody works there: the region decides for it";
    EXPECT_EQ(browser.post(forward, {{"partner", "vt"}, {"reason", "x"}}).status, 422);
    EXPECT_EQ(browser.post(forward, {{"partner", "gi"}, {"reason", ""}}).status, 422);
    const auto done = browser.post(forward, {{"partner", "gi"}, {"reason", "Deze organisatie behandelt verzoeken weer zelf."}});
    ASSERT_EQ(done.status, 303) << done.body.substr(done.body.find("<main"), 3000);

    const auto rest = region.store->requests().load(part.id);
    EXPECT_EQ(region.store->requests().partnersOf(rest), std::vector<std::string>{"vt"});
    EXPECT_EQ(service::casework::whyMandateEnded(*region.office, rest), "");
    ASSERT_EQ(region.store->fragments().ofRequest(part.id).size(), 1u);
    EXPECT_EQ(browser.get("/stukken/" + pieces["gi"] + "/bron").status, 404) << "not for the region any more";
    EXPECT_EQ(signedIn("gi-oordeel").get("/stukken/" + pieces["gi"] + "/bron").status, 404) << "and its own people collect it themselves";
    EXPECT_EQ(browser.get("/stukken/" + pieces["vt"] + "/bron").status, 200);
    EXPECT_FALSE(holds(browser.get(page + "/stukken"), "Verslag van gi"));

    const auto parts = region.store->requests().ofApplication(part.applicationId);
    ASSERT_EQ(parts.size(), 2u);
    const auto& made = parts.back();
    EXPECT_EQ(made.partnerId, "gi");
    EXPECT_EQ(service::casework::countedCase(*region.office, made).due, due) << "asked once: the same term, extended as it was";
    EXPECT_EQ(signedIn("gi-oordeel").get("/verzoeken/" + made.id).status, 200);
    EXPECT_EQ(browser.get("/verzoeken/" + made.id).status, 404);
    const auto told = region.store->notices().ofRequest(made.id);
    EXPECT_TRUE(std::any_of(told.begin(), told.end(), [&](const auto& it) { return it.accountId == region.accounts["gi-oordeel"] && it.kind == "part-received"; }));
    std::set<std::string> kinds;
    for (const auto& letter : region.store->applications().letters(part.applicationId)) {
        kinds.insert(service::store::toText(letter.kind));
        const auto words = tests::pdfWords(region.store->blobs().read(letter.blobId), region.folder);
        EXPECT_TRUE(words.find(letter.kind == service::store::ApplicationLetterKind::transfer ? "Met de rest van uw verzoek" : "De termijn verandert niet") != std::string::npos) << words;
    }
    EXPECT_EQ(kinds, (std::set<std::string>{"transfer", "transfer-partner"}));
    EXPECT_EQ(browser.post(forward, {{"partner", "gi"}, {"reason", "nog eens"}}).status, 422) << "once";
}

TEST_F(Partners, OpensNoDocumentProposalOrCorrectionOfAnothersPart) {
    const auto parts = logged();
    service::store::NewFragment wanted;
    wanted.requestId = parts.at("vt").id, wanted.partnerId = "vt", wanted.externalId = "1", wanted.title = "Geheim verslag van VT", wanted.fileName = "v.pdf", wanted.mediaType = "application/pdf";
    wanted.sha256 = "00", wanted.size = 3, wanted.sourceBlob = region.store->blobs().write(parts.at("vt").id, "pdf");
    const auto fragment = region.store->fragments().add(wanted);
    auto browser = signedIn("gi-oordeel");
    for (const auto* page : {"/beoordelen", "/pagina/1", "/bron"}) EXPECT_EQ(browser.get("/stukken/" + fragment.id + page).status, 404) << page;
    for (const auto* page : {"/lakken", "/rest", "/geheel", "/opnieuw-lezen"})
        EXPECT_EQ(browser.post("/stukken/" + fragment.id + page, {{"reason", "een reden"}, {"withhold", "1"}, {"start", "0"}, {"end", "1"}, {"ground", "third-party"}}).status, 404) << page;
    EXPECT_EQ(signedIn("beoordelaar").get("/stukken/" + fragment.id + "/bron").status, 200);
}

TEST_F(Partners, HearsOfTheApplicationOnlyWhatItMustKnow) {
    setPartners({"vt", "gi", "schuil"});
    const auto parts = logged({{"partner", "schuil"}, {"remarks", "alles over mij"}});
    handOut(parts.at("vt"), "beoordelaar", "officer");
    const auto page = signedIn("gi-oordeel").get("/aanvragen/" + application);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(holds(page, "Veilig Thuis Proefregio"));
    EXPECT_TRUE(holds(page, "12 maart 2026")) << "when it was decided";
    EXPECT_FALSE(holds(page, "deels toegewezen")) << "not how";
    EXPECT_FALSE(holds(page, "/verzoeken/" + parts.at("vt").id));
    EXPECT_FALSE(holds(page, "Schuilplek")) << "its name tells where someone stays";
    EXPECT_TRUE(holds(signedIn("officer").get("/aanvragen/" + application), "deels toegewezen"));
}

TEST_F(Partners, FindsOnlyItsOwnInListsSearchAndLog) {
    const auto parts = logged();
    auto browser = signedIn("gi-oordeel");
    for (const auto& page : {std::string("/werkvoorraad?wie=team&welke=alle"), std::string("/zoeken?tekst=Testman"), std::string("/huishoudens/") + region.householdId}) {
        const auto got = browser.get(page);
        EXPECT_TRUE(holds(got, parts.at("gi").reference)) << page;
        EXPECT_FALSE(holds(got, parts.at("vt").reference)) << page;
    }
    EXPECT_FALSE(holds(browser.get("/zoeken?tekst=Veilig"), parts.at("gi").reference)) << "another's name finds nothing";
    EXPECT_EQ(signedIn("beoordelaar").get("/verzoeken/" + parts.at("vt").id).status, 200);
    EXPECT_TRUE(holds(signedIn("officer").get("/huishoudens/" + region.householdId + "/logboek"), "bekeek de zaak"));
    const auto log = browser.get("/huishoudens/" + region.householdId + "/logboek");
    EXPECT_EQ(log.status, 200);
    EXPECT_FALSE(holds(log, "bekeek de zaak")) << "what was done to another's part is theirs";
    const auto compare = browser.get("/huishoudens/" + region.householdId + "/vergelijken?een=" + parts.at("gi").id + "&ander=" + parts.at("vt").id);
    EXPECT_FALSE(holds(compare, parts.at("vt").reference));
}

TEST_F(Partners, KnowsNothingOfAHouseholdThatDoesNotConcernIt) {
    setPartners({"vt"});
    for (const auto* login : {"gi-oordeel", "gi-officer", "gi-balie"}) {
        auto browser = signedIn(login);
        for (const auto* page : {"", "/logboek", "/vergelijken", "/case.json", "/instellingen", "/feiten/nieuw"}) {
            const auto got = browser.get("/huishoudens/" + region.householdId + page);
            EXPECT_TRUE(got.status == 404 || got.status == 403) << login << page << got.status;
            EXPECT_FALSE(holds(got, "Testman")) << login << page;
        }
        EXPECT_FALSE(holds(browser.get("/huishoudens?tekst=Testman"), "gezin Testman")) << login;
        EXPECT_NE(browser.post("/huishoudens/" + region.householdId + "/noodtoegang", {{"reason", "het kan echt niet wachten"}}).status, 303) << login;
        const auto form = browser.post("/verzoeken/nieuw", {{"household", region.householdId}, {"do", "refresh"}});
        EXPECT_FALSE(holds(form, "Bernhard")) << login;
    }
}

TEST_F(Partners, HandingOverLeavesAnothersPeopleWhereTheyAre) {
    const auto parts = logged();
    using service::store::Access;
    const auto second = region.store->accounts().add({"gi-tweede", "gi-tweede", service::store::Role::professional, std::string(Region::password), "", "nl", "gi"}).id;
    auto browser = signedIn("gi-oordeel");
    EXPECT_EQ(browser.post("/werkvoorraad/overdragen", {{"verzoek", parts.at("gi").id}, {"collega", second}, {"hoe", "instead"}, {"reden", "met verlof"}}).status, 303);
    const auto accessOf = [&](const std::string& account) { return region.store->assignments().accessOf(region.householdId, account); };
    EXPECT_EQ(accessOf(second), Access::assigned);
    EXPECT_NE(accessOf(region.accounts["gi-oordeel"]), Access::assigned);
    EXPECT_EQ(accessOf(region.accounts["beoordelaar"]), Access::assigned) << "of the region";
}

TEST_F(Partners, DealsOnlyWithItsOwnColleagues) {
    auto browser = signedIn("gi-officer");
    const auto page = browser.get("/huishoudens/" + region.householdId);
    EXPECT_TRUE(holds(page, "value=\"" + region.accounts["gi-oordeel"] + "\""));
    EXPECT_FALSE(holds(page, "value=\"" + region.accounts["beoordelaar"] + "\""));
    EXPECT_EQ(browser.post("/huishoudens/" + region.householdId + "/toewijzing/weg", {{"account", region.accounts["beoordelaar"]}}).status, 404);
    EXPECT_EQ(browser.post("/huishoudens/" + region.householdId + "/belang", {{"account", region.accounts["beoordelaar"]}, {"why", "buren"}}).status, 404);
}

// One count for the application and the overview: what each partner decided. Who holds nothing refuses nothing.
TEST_F(Partners, AnAnswerTogetherIsCountedAsItWasDecided) {
    const auto first = logged().at("vt");
    const auto whole = [&](const std::string& vt, const std::string& gi) {
        service::store::NewRequest another = first;
        another.id = another.applicationId = {};
        const auto part = region.store->requests().add(another);
        handOut(part, "beoordelaar", "officer", R"({"documents":[],"decisions":[{"partner":"vt","outcome":")" + vt + R"("},{"partner":"gi","outcome":")" + gi + R"("}]})");
        const auto code = service::casework::decidedOn(*region.office, part).whole;
        EXPECT_EQ(service::casework::countedCase(*region.office, part).answer, code);
        return code;
    };
    EXPECT_EQ(whole("granted", "nothing-held"), "granted");
    EXPECT_EQ(whole("nothing-visible", "refused"), "refused");
    EXPECT_EQ(whole("nothing-held", "nothing-visible"), "nothing-visible");
    EXPECT_EQ(whole("nothing-held", "nothing-held"), "nothing-held");
    EXPECT_EQ(whole("not-taken-up", "not-taken-up"), "not-taken-up");
    EXPECT_EQ(whole("granted", "refused"), "partly");
    EXPECT_EQ(whole("not-taken-up", "decided"), "decided") << "refused only if one refuses";
}

// How it ended per right stands on the page and in the file, with a column for each answer.
TEST_F(Partners, TheOverviewAndItsFileTellHowRequestsEnded) {
    const auto parts = logged();
    const auto first = parts.at("vt");
    const std::string granted = R"({"documents":[],"decisions":[{"partner":"vt","outcome":"granted"}]})";
    handOut(first, "beoordelaar", "officer", granted), handOut(parts.at("gi"), "gi-oordeel", "gi-officer", granted);  // what few are open would hide the rest
    for (const auto* outcome : {"granted", "not-taken-up"})
        for (int count = 0; count < 5; ++count) {
            service::store::NewRequest another = first;
            another.id = another.applicationId = {};
            handOut(region.store->requests().add(another), "beoordelaar", "officer", R"({"documents":[],"decisions":[{"partner":"vt","outcome":")" + std::string(outcome) + R"("}]})");
        }
    auto officer = signedIn("officer");
    const auto page = officer.get("/overzicht?jaar=2026"), file = officer.get("/overzicht.csv?jaar=2026");
    for (const auto* words : {"Hoe het per recht afliep", "toegewezen", "deels toegewezen", "geweigerd", "niet in behandeling genomen"}) EXPECT_TRUE(holds(page, words)) << words;
    EXPECT_TRUE(holds(file, "Hoe het per recht afliep;toegewezen;deels toegewezen;geweigerd;niet in behandeling genomen;anders;")) << file.body;
    EXPECT_TRUE(holds(file, ";7;0;0;5;0;12\r\n")) << file.body;
}

// Whatever the code does: the store lets nobody decide or sign for another partner.
TEST_F(Partners, TheStoreLetsNobodySignForAnother) {
    const auto parts = logged();
    EXPECT_THROW(region.store->reviews().finish(parts.at("vt").id, region.accounts["gi-oordeel"]), service::store::StoreError);
    EXPECT_THROW(handOut(parts.at("vt"), "beoordelaar", "gi-officer"), service::store::StoreError);
    EXPECT_NO_THROW(handOut(parts.at("gi"), "gi-oordeel", "gi-officer"));
}

// At the counter others listen and look along: a partner whose name tells a place is asked all the same, and not shown.
TEST_F(Partners, TheDeskAsksAPartnerItMayNotNameAndDoesNotSeeIt) {
    setPartners({"vt", "gi", "schuil"});
    logged({}, "balie");
    const auto all = region.store->requests().ofApplication(application);
    ASSERT_EQ(all.size(), 3u) << "who asks all that may be named asks the other too";
    EXPECT_EQ(all.back().partnerId, "schuil") << "last: its number leaves no gap";
    auto desk = signedIn("balie");
    for (const auto* page : {"", "/vastgelegd"}) {
        const auto got = desk.get("/aanvragen/" + application + page);
        EXPECT_EQ(got.status, 200);
        EXPECT_FALSE(holds(got, "Schuilplek"));
        EXPECT_FALSE(holds(got, all.back().reference)) << page;
    }
    EXPECT_TRUE(holds(desk.get("/werkvoorraad?wie=team&welke=alle"), all.front().reference));
    EXPECT_FALSE(holds(desk.get("/werkvoorraad?wie=team&welke=alle"), all.back().reference));
    EXPECT_FALSE(holds(desk.get("/verzoeken/" + all.back().id), "Schuilplek"));
    EXPECT_EQ(desk.get("/aanvragen/" + application + "/ontvangstbevestiging.pdf").status, 200);
}

// A question, an extension and an answer for several parts at once: the counter has no such part to tick, nor to guess.
TEST_F(Partners, TheDeskTicksNoPartOfAPartnerItMayNotName) {
    setPartners({"vt", "schuil"});
    std::map<std::string, service::store::Request> parts;
    EXPECT_EQ(signedIn("balie").post("/verzoeken/nieuw", asked({{"partners_shown", "1"}, {"partner", "vt"}, {"handling", "apart"}, {"also", "erasure"}})).status, 303);
    for (auto& it : region.store->requests().ofHousehold(region.householdId)) {
        it.identityMethod = "not-yet", it.identityOn.reset();
        region.store->requests().change(it);
        parts[it.partnerId + " " + it.right] = it;
    }
    ASSERT_TRUE(parts.contains("schuil access"));
    const auto own = "/verzoeken/" + parts.at("vt access").id, hidden = parts.at("schuil access").id;
    auto desk = signedIn("balie");
    const auto tellsNothing = [&](const std::string& page) {
        const auto got = desk.get(page);
        EXPECT_EQ(got.status, 200) << page;
        for (const auto& secret : {std::string("Schuilplek"), hidden, parts.at("schuil access").reference, parts.at("schuil erasure").reference}) EXPECT_FALSE(holds(got, secret)) << page << " " << secret;
    };
    tellsNothing(own + "/termijn/opschorten");
    tellsNothing(own + "/termijn/verlengen");
    EXPECT_TRUE(holds(desk.get(own + "/termijn/opschorten"), parts.at("vt erasure").reference));
    Form identity{{"ground", "identity"}, {"from", "2026-03-12"}, {"how", "otherwise"}, {"reason", "onbekende stem"}};
    EXPECT_EQ(desk.post(own + "/termijn/opschorten", identity).status, 303);
    identity.emplace_back("parts", hidden);
    EXPECT_EQ(desk.post(own + "/termijn/opschorten", identity).status, 422) << "guessed";
    EXPECT_EQ(region.store->requests().suspensions(parts.at("vt access").id).size(), 1u);
    EXPECT_TRUE(region.store->requests().suspensions(hidden).empty()) << "its handler asks for itself";
    tellsNothing(own + "/termijnen");
    EXPECT_TRUE(holds(signedIn("beoordelaar").get(own + "/termijn/verlengen"), "Schuilplek")) << "who handles it does";
}

// A doubt is of who has it; who asks, once known, is known for those that still waited.
TEST_F(Partners, ADoubtAboutWhoAsksLeavesAnothersFindingAlone) {
    const auto parts = logged();
    const auto methodOf = [&](const char* partner) { return region.store->requests().load(parts.at(partner).id).identityMethod; };
    EXPECT_EQ(signedIn("gi-oordeel").post("/verzoeken/" + parts.at("gi").id + "/identiteit", {{"method", "refused"}, {"note", "wil bij ons niets laten zien"}}).status, 303);
    EXPECT_EQ(methodOf("gi"), "not-yet");
    EXPECT_EQ(methodOf("vt"), "passport");
    EXPECT_TRUE(holds(signedIn("beoordelaar").get("/werkvoorraad"), "nog niet zeker is wie er vraagt")) << "but they hear of it";
    EXPECT_EQ(signedIn("beoordelaar").post("/verzoeken/" + parts.at("vt").id + "/identiteit", {{"method", "id-card"}, {"on", "2026-03-12"}}).status, 303);
    EXPECT_EQ(methodOf("gi"), "id-card") << "it waited";
    EXPECT_EQ(signedIn("gi-oordeel").post("/verzoeken/" + parts.at("gi").id + "/identiteit", {{"method", "passport"}, {"on", "2026-03-12"}}).status, 303);
    EXPECT_EQ(methodOf("vt"), "id-card") << "it knew already";
}

// In no list, choice, log or file: a partner whose name tells where someone stays is told to nobody who works for another.
TEST_F(Partners, IsNowhereToldOfAPartnerWhoseNameTellsWhereSomeoneStays) {
    setPartners({"vt", "gi", "schuil"});
    const auto parts = logged({{"partner", "schuil"}});
    handOut(parts.at("gi"), "gi-oordeel", "gi-officer");
    signedIn("beoordelaar").post("/verzoeken/" + parts.at("vt").id + "/identiteit", {{"method", "via-partner"}, {"seen_by", "Lia"}, {"partner", "schuil"}, {"on", "2026-03-12"}});
    const std::string household = "/huishoudens/" + region.householdId, request = "/verzoeken/" + parts.at("gi").id;
    auto spoken = factsOfShelter();
    for (auto& it : spoken) it = household + "/feiten/" + it;
    for (const auto* kind : {"person", "relation", "authority", "protection", "consent"}) spoken.push_back(household + "/feiten/nieuw?soort=" + kind);
    auto officer = signedIn("gi-officer");
    const auto breach = officer.post(request + "/datalek", {{"known_day", "2026-03-12"}, {"known_time", "10:00"}, {"known_how", "de moeder belde"}, {"what", "het adres stond erin"}}).header("location");
    spoken.push_back(breach);
    for (const auto* login : {"gi-oordeel", "gi-officer"})
        for (const auto& page : spoken) {
            const auto got = signedIn(login).get(page);
            EXPECT_EQ(got.status, 200) << login << " " << page;
            EXPECT_FALSE(holds(got, "Schuilplek")) << login << " " << page;
            EXPECT_FALSE(holds(got, "schuil\"")) << login << " " << page;
        }
    EXPECT_TRUE(holds(officer.get(household), "Tobi Testman is cliënt van een partner die hier niet wordt genoemd"));
    EXPECT_TRUE(holds(officer.get(request), "en ook niet dat erbij betrokken is: een partner die hier niet wordt genoemd"));
    for (const auto* login : {"gi-oordeel", "gi-officer", "gi-balie"}) {
        auto browser = signedIn(login);
        for (const auto& page : {std::string("/werkvoorraad?wie=team&welke=alle"), std::string("/zoeken?tekst=Testman"), household, household + "/logboek", household + "/instellingen", household + "/case.json",
                                 household + "/vergelijken", request, request + "/logboek", request + "/identiteit", request + "/doorzenden", request + "/na-de-beslissing", request + "/datalek", request + "/termijnen",
                                 request + "/bewaren", request + "/brieven", request + "/verstrekking", std::string("/aanvragen/") + application, std::string("/overzicht"), std::string("/overzicht.csv"), std::string("/vernietiging"),
                                 std::string("/verzoeken/nieuw?huishouden=") + region.householdId}) {
            const auto got = browser.get(page);
            EXPECT_FALSE(holds(got, "Schuilplek")) << login << " " << page;
            if (page != "/aanvragen/" + application) { EXPECT_FALSE(holds(got, parts.at("schuil").reference)) << login << " " << page; }  // there: that it is, not whose
        }
        const auto form = browser.post("/verzoeken/nieuw", asked({{"do", "refresh"}}));
        EXPECT_FALSE(holds(form, "Schuilplek")) << login;
    }
    EXPECT_TRUE(holds(signedIn("beoordelaar").get(household), "Tobi Testman is cliënt van De Schuilplek Proef")) << "the region is";
}

// What they cannot name they can keep, and see told.
TEST_F(Partners, KeepsInAFactThePartnerThatItIsNotTold) {
    setPartners({"vt", "gi", "schuil"});
    auto parts = logged({{"partner", "schuil"}});
    const auto facts = factsOfShelter();
    const auto link = [&](const std::string& id) { return "/huishoudens/" + region.householdId + "/feiten/" + id; };
    const auto bodies = [&](service::store::FactKind kind) {
        std::string all;
        for (const auto& it : region.store->households().facts(region.householdId))
            if (it.kind == kind) all += it.body;
        return all;
    };
    auto browser = signedIn("gi-oordeel");
    const auto changed = browser.post(link(facts.at(0)), {{"type", "client"}, {"from", "kind1"}, {"to", "unnamed"}, {"since", "2026-02-02"}, {"source", "gesprek"}});
    EXPECT_EQ(changed.status, 303) << changed.body.substr(changed.body.find("<main"), 3000);
    EXPECT_NE(bodies(service::store::FactKind::relation).find(R"("since":"2026-02-02")"), std::string::npos);
    EXPECT_NE(bodies(service::store::FactKind::relation).find(R"("to":"schuil")"), std::string::npos);
    const auto hidden = browser.post(link(facts.at(1)), {{"person", "kind1"}, {"against", "vader"}, {"hide", "address"}, {"hide_partners", "unnamed"}, {"why", "het is er niet veilig"}, {"source", "gesprek"}});
    EXPECT_EQ(hidden.status, 303) << hidden.body.substr(hidden.body.find("<main"), 3000);
    EXPECT_NE(bodies(service::store::FactKind::protection).find("het is er niet veilig"), std::string::npos) << "no less is protected: nobody else need agree";
    EXPECT_NE(bodies(service::store::FactKind::protection).find(R"("hide_partners":["schuil"])"), std::string::npos);

    handOut(parts.at("gi"), "gi-oordeel", "gi-officer");
    const auto breach = browser.post("/verzoeken/" + parts.at("gi").id + "/datalek", {{"known_day", "2026-03-12"}, {"known_time", "10:00"}, {"known_how", "de moeder belde"}, {"what", "het adres"}}).header("location");
    EXPECT_TRUE(holds(browser.get(breach), "Vraag de regio om die bericht te geven"));
    const auto told = browser.post(breach, {{"kind", "told-partner"}, {"about", "partner:#2"}, {"day", "2026-03-12"}, {"time", "10:00"}, {"words", "de regio belde"}});
    EXPECT_EQ(told.status, 303) << told.body.substr(told.body.find("<main"), 3000);
    EXPECT_EQ(region.store->breaches().events(breach.substr(breach.rfind('/') + 1)).back().value, "schuil");
    EXPECT_FALSE(holds(browser.get(breach), "Vraag de regio om die bericht te geven"));
}

// It names every partner that had to be told; who is not told of one cannot make it whole, and learns it from a kept one.
TEST_F(Partners, LeavesTheReportOfABreachToTheRegionWhereAPartnerIsNotTold) {
    auto shelter = region.store->partners().load("schuil");
    shelter.revealsPlace = false;
    region.store->partners().save(shelter);
    setPartners({"vt", "gi", "schuil"});
    const auto parts = logged({{"partner", "schuil"}});
    handOut(parts.at("gi"), "gi-oordeel", "gi-officer");
    const auto breach = signedIn("gi-officer").post("/verzoeken/" + parts.at("gi").id + "/datalek", {{"known_day", "2026-03-12"}, {"known_time", "10:00"}, {"known_how", "de moeder belde"}, {"what", "het adres"}}).header("location");
    const auto letter = breach + "/brieven/ap";
    const Form texts{{"what", "Verkeerde ontvanger."}, {"data", "adres"}, {"persons", "één moeder"}, {"consequences", "onveilig"}, {"measures", "gebeld"}};
    EXPECT_EQ(signedIn("gi-officer").post(letter, texts).status, 303);
    EXPECT_EQ(signedIn("gi-officer").get(letter + "/brief.pdf").status, 200);
    shelter.revealsPlace = true;
    region.store->partners().save(shelter);
    const std::string why = "Vraag de regio deze melding te maken: er is een partner bij betrokken die hier niet wordt genoemd.";
    for (const auto* login : {"gi-oordeel", "gi-officer"}) {
        auto browser = signedIn(login);
        for (const auto& got : {browser.get(letter), browser.post(letter, texts), browser.get(letter + "/brief.pdf")}) {
            EXPECT_EQ(got.status, 403) << login;
            EXPECT_TRUE(holds(got, why)) << login;
        }
        const auto page = browser.get(breach);
        EXPECT_TRUE(holds(page, why)) << login;
        EXPECT_FALSE(holds(page, letter)) << login << ": no link that leads nowhere";
        EXPECT_TRUE(holds(page, breach + "/brieven/moeder")) << login;
    }
}

// Which partners a household concerns, and so whom a request goes to, the region says.
TEST_F(Partners, AddsAndRemovesNoPartnerOfAHousehold) {
    logged();
    const auto ids = [&] {
        std::vector<std::string> all;
        for (const auto& it : region.store->households().partners(region.householdId)) all.push_back(it.partnerId);
        return all;
    };
    const auto page = signedIn("gi-oordeel").get("/huishoudens/" + region.householdId + "/instellingen");
    EXPECT_FALSE(holds(page, "Veilig Thuis Proefregio"));
    for (const auto& form : {Form{{"title", "gezin Testman"}, {"partner", "gi"}, {"first", "gi"}}, Form{{"title", "gezin Testman"}, {"partner", "gi"}, {"partner", "schuil"}}}) {
        EXPECT_EQ(signedIn("gi-oordeel").post("/huishoudens/" + region.householdId + "/instellingen", form).status, 303);
        EXPECT_EQ(ids(), (std::vector<std::string>{"vt", "gi"}));
    }
    EXPECT_EQ(signedIn("beoordelaar").post("/huishoudens/" + region.householdId + "/instellingen", {{"title", "gezin Testman"}, {"partner", "vt"}, {"first", "vt"}}).status, 303);
    EXPECT_EQ(ids(), std::vector<std::string>{"vt"}) << "the region does";
}
