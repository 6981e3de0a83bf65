// With English chosen every page speaks English: the household, the review, the sign-off.
#include <nlohmann/json.hpp>

#include "tests/unit/web/english_pages.h"

namespace {

using tests::English;
using tests::expectEnglish;
using tests::Form;
using tests::dutchOn;
using tests::Region;

}  // namespace

TEST_F(English, TheHouseholdIsInEnglish) {
    auto reviewer = as("beoordelaar");
    const auto household = "/huishoudens/" + region.householdId;
    expectEnglish(reviewer.get(household), "household");
    expectEnglish(reviewer.get(household + "/logboek"), "household's log");
    expectEnglish(reviewer.get(household + "/instellingen"), "settings");
    expectEnglish(reviewer.post(household + "/instellingen", {{"title", ""}}), "settings without a name", 422);
    expectToldInEnglish(reviewer, reviewer.post(household + "/instellingen", {{"title", "Testman"}, {"partner", "vt"}, {"investigation", "ja"}}), "settings kept");
    for (const auto* kind : {"person", "relation", "authority", "protection", "consent"}) {
        expectEnglish(reviewer.get(household + "/feiten/nieuw?soort=" + kind), std::string("new ") + kind);
        expectEnglish(reviewer.post(household + "/feiten", {{"kind_of_fact", kind}}), std::string("empty ") + kind, 422);
    }
    for (const auto& fact : region.store->households().facts(region.householdId)) expectEnglish(reviewer.get(household + "/feiten/" + fact.id), "fact");
    const Form person{{"kind_of_fact", "person"}, {"kind", "family"}, {"given", "Anna"}, {"family", "Testman"}, {"source", "talk"}};
    auto wrong = person;
    wrong.insert(wrong.end(), {{"birthdate", "2017-09-10"}, {"bsn", "123456789"}});
    expectEnglish(reviewer.post(household + "/feiten", wrong), "no such number", 422);
    wrong = person;
    wrong.insert(wrong.end(), {{"birthdate", "2010-09-10"}, {"deceased", "2009-01-01"}});
    expectEnglish(reviewer.post(household + "/feiten", wrong), "died before birth", 422);
    expectToldInEnglish(reviewer, reviewer.post(household + "/feiten", person), "fact added");
    const Form relation{{"kind_of_fact", "relation"}, {"type", "parent"}, {"from", "kind1"}, {"to", "vader"}, {"source", "talk"}};
    expectEnglish(reviewer.post(household + "/feiten", relation), "parent younger than child", 422);
    for (const auto* type : {"grandparent", "half-sibling", "aunt", "foster-parent", "mentor"})
        expectToldInEnglish(reviewer, reviewer.post(household + "/feiten", {{"kind_of_fact", "relation"}, {"type", type}, {"from", "moeder"}, {"to", "kind1"}, {"since", "2020-01-01"}, {"source", "talk"}}), type);
    const Form authority{{"kind_of_fact", "authority"}, {"child", "kind1"}, {"holder", "moeder"}, {"type", "sole"}, {"from", "2016-01-01"}, {"source", "talk"}};
    expectEnglish(reviewer.post(household + "/feiten", authority), "authority before birth", 422);
    expectToldInEnglish(reviewer, reviewer.post(household + "/feiten", {{"kind_of_fact", "protection"}, {"person", "kind1"}, {"against", "vader"}, {"hide", "school"}, {"hide_partners", "vt"}, {"why", "not safe"}, {"source", "talk"}}), "protection added");
    expectEnglish(reviewer.get("/huishoudens/nieuw"), "new household");
    expectEnglish(reviewer.post("/huishoudens/nieuw", {{"title", ""}}), "household without a name", 422);
}

TEST_F(English, LessProtectionByTwoPeopleIsInEnglish) {
    auto reviewer = as("beoordelaar"), officer = as("officer");
    region.store->assignments().assign(region.householdId, region.accounts["officer"], region.accounts["officer"]);
    const auto household = "/huishoudens/" + region.householdId;
    std::string fact;
    for (const auto& it : region.store->households().facts(region.householdId))
        if (it.kind == service::store::FactKind::protection) fact = it.id;
    const Form less{{"person", "moeder"}, {"against", "vader"}, {"hide", "address"}, {"why", "moved"}, {"source", "talk"}};
    expectEnglish(reviewer.post(household + "/feiten/" + fact, less), "without a reason", 422);
    auto asked = less;
    asked.emplace_back("reason", "she moved");
    expectToldInEnglish(reviewer, reviewer.post(household + "/feiten/" + fact, asked), "waits for a second person");
    expectEnglish(reviewer.post(household + "/feiten/" + fact, asked), "waits already", 422);
    expectEnglish(officer.get(household), "to confirm");
    const auto waiting = region.store->households().openWeakenings(region.householdId);
    ASSERT_EQ(waiting.size(), 1u);
    const auto link = household + "/opheffingen/" + waiting.front().id;
    expectToldInEnglish(reviewer, reviewer.post(link, {{"decision", "confirm"}, {"reason", "yes"}}), "not the same person");
    expectToldInEnglish(officer, officer.post(link, {{"decision", "confirm"}, {"reason", ""}}), "not without a reason");
    expectToldInEnglish(officer, officer.post(link, {{"decision", "drop"}, {"reason", "stays"}}), "stays");
    expectEnglish(officer.post(link, {{"decision", "confirm"}, {"reason", "late"}}), "no longer open", 404);
}

TEST_F(English, TheReviewIsInEnglish) {
    std::string fragment;
    const auto request = reviewedCase(fragment);
    const auto page = "/verzoeken/" + request;
    auto reviewer = as("beoordelaar");
    for (const auto* part : {"", "/stukken", "/stukken/nieuw", "/beoordelen", "/beslissing", "/brieven", "/logboek"}) expectEnglish(reviewer.get(page + part), part);
    expectEnglish(reviewer.post(page + "/stukken/nieuw", {{"title", "x"}}), "no file", 422);
    const auto bench = "/stukken/" + fragment + "/beoordelen";
    expectEnglish(reviewer.get(bench), "workbench");
    ASSERT_GE(region.store->proposals().ofFragment(fragment).size(), 3u);
    const std::map<std::string, std::string> script{{"X-Lakwerk", "script"}};
    for (const auto& proposal : region.store->proposals().ofFragment(fragment))
        for (const auto& form : {Form{{"decision", "accept"}, {"number", "0"}}, Form{{"decision", "release"}, {"number", "0"}, {"reason", ""}}, Form{{"decision", "redact"}, {"number", "0"}, {"ground", "third-party"}, {"reason", "not theirs"}}}) {
            const auto answer = reviewer.post("/voorstellen/" + proposal.id + "/besluit", form, script);
            const auto json = nlohmann::json::parse(answer.body);
            EXPECT_EQ(tests::dutchIn(json.value("words", "")), "") << json["words"];
            for (const auto& row : json.value("rows", nlohmann::json::array()))
                for (const auto& line : dutchOn(row.value("html", ""))) ADD_FAILURE() << "row: " << line;
        }
    expectEnglish(reviewer.get(bench), "workbench decided");
    expectEnglish(reviewer.get(page + "/beoordelen"), "overview decided");
    const auto unreadable = addDocument(request, "Scan", std::string("%PDF-1.4 broken"));
    work();
    expectEnglish(reviewer.get(page + "/stukken"), "documents that cannot be read");
    expectEnglish(reviewer.get("/stukken/" + unreadable + "/beoordelen"), "a document that cannot be read");
    expectToldInEnglish(reviewer, reviewer.post(page + "/beoordeling-afronden", {}), "cannot be finished yet");
    expectToldInEnglish(reviewer, reviewer.post("/stukken/" + unreadable + "/geheel", {{"decision", "withhold"}, {"ground", "third-party"}, {"reason", "not readable"}}), "withheld as a whole");
    work();
    expectToldInEnglish(reviewer, reviewer.post(page + "/beoordeling-afronden", {}), "finished");
    work();
    auto officer = as("officer");
    region.store->assignments().assign(region.householdId, region.accounts["officer"], region.accounts["officer"]);
    for (const auto* letter : {"inventarislijst.pdf", "verantwoording.pdf", "beslissing-1.pdf"}) expectEnglishLetter(officer.get(page + "/pakket/bestand?naam=" + letter), letter);
    expectEnglishLetter(reviewer.get(page + "/ontvangstbevestiging.pdf"), "acknowledgement");
    expectEnglish(officer.get(page + "/vrijgave"), "sign-off");
    const auto looked = nlohmann::json::parse(region.store->releases().latest(request)->verification).at("pages");
    ASSERT_GT(looked.at("seen"), 0);
    const auto read = std::to_string(looked.at("seen").get<int>()), all = std::to_string(looked.at("all").get<int>());
    const auto signOff = officer.get(page + "/vrijgave").body;
    EXPECT_NE(signOff.find(read + " of the " + all + " pages were also read by text recognition"), std::string::npos) << signOff;
    for (const auto* said : {"beside ", "Checked with:", "pdftotext", "qpdf --qdf", "OCR"}) EXPECT_NE(signOff.find(said), std::string::npos) << said;
    expectEnglish(officer.get(page + "/verstrekking"), "release before sign-off");
    expectEnglish(reviewer.get(page + "/vrijgave"), "sign-off for the reviewer");
    EXPECT_EQ(tests::dutchIn(nlohmann::json::parse(officer.get(page + "/pakket/stand").body).value("words", "")), "");
    expectToldInEnglish(officer, officer.post(page + "/vrijgeven", {{"password", "wrong"}, {"hash", region.store->releases().latest(request)->packageHash}}), "wrong password");
    expectToldInEnglish(officer, officer.post(page + "/vrijgeven", {{"password", std::string(Region::password)}, {"hash", region.store->releases().latest(request)->packageHash}}), "signed");
    auto desk = as("balie");
    expectEnglish(desk.get(page + "/verstrekking"), "release at the desk");
    expectToldInEnglish(desk, desk.post(page + "/verstrekken", {{"channel", "desk"}}), "released");
    expectEnglish(officer.get(page), "case released");
    expectEnglish(officer.get(page + "/logboek"), "log of it all");
    auto dutch = *region.store->accounts().findByLogin("officer");
    dutch.language = "nl";
    region.store->accounts().change(dutch);
    auto again = region.browser();
    ASSERT_TRUE(again.signIn("officer"));
    EXPECT_NE(again.get(page + "/vrijgave").body.find(read + " van de " + all + " bladzijden zijn ook met tekstherkenning nagelezen"), std::string::npos);
}

TEST_F(English, CorrectingAndComparingAreInEnglish) {
    std::string fragment;
    const auto request = reviewedCase(fragment);
    const auto household = "/huishoudens/" + region.householdId, bench = "/stukken/" + fragment + "/beoordelen";
    auto reviewer = as("beoordelaar");
    std::string passage, mention;
    for (const auto& it : region.store->proposals().ofFragment(fragment)) {
        if (it.scope == redaction::policy::Scope::passage) passage = it.id;
        else if (it.subject) mention = it.id;
    }
    ASSERT_FALSE(passage.empty() || mention.empty());
    const auto corrected = "/voorstellen/" + mention + "/verbetering";
    expectToldInEnglish(reviewer, reviewer.post(corrected, {{"to", "kind1"}, {"reason", ""}}), "without a reason");
    expectToldInEnglish(reviewer, reviewer.post(corrected, {{"to", "niemand"}, {"reason", "x"}}), "nobody known");
    expectToldInEnglish(reviewer, reviewer.post("/voorstellen/" + passage + "/verbetering", {{"reason", "x"}}), "about nobody");
    expectToldInEnglish(reviewer, reviewer.post("/voorstellen/" + passage + "/verbetering", {{"to", "moeder"}, {"to", "~buiten"}, {"reason", "she said so"}, {"back", bench}}), "corrected");
    expectEnglish(reviewer.get("/verzoeken/" + request + "/beoordelen"), "proposals being made");
    work();
    expectEnglish(reviewer.get(bench), "workbench corrected");
    expectToldInEnglish(reviewer, reviewer.post(corrected, {{"to", "~buiten"}, {"reach", "everywhere"}, {"reason", "a neighbour"}}), "corrected everywhere or replaced");
    work();
    expectEnglish(reviewer.get(bench), "workbench corrected twice");
    expectEnglish(reviewer.get("/verzoeken/" + request + "/beoordelen"), "overview corrected");
    const auto made = region.store->corrections().ofHousehold(region.householdId).front();
    EXPECT_FALSE(dutchOn(reviewer.get(household).body).size() > 1) << "at most the words of the document";
    expectToldInEnglish(reviewer, reviewer.post(household + "/verbeteringen/" + made.id + "/intrekken", {{"reason", ""}}), "not without a reason");
    expectToldInEnglish(reviewer, reviewer.post(household + "/verbeteringen/" + made.id + "/intrekken", {{"reason", "mistake"}}), "withdrawn");
    expectEnglish(reviewer.get(household + "/logboek"), "log with corrections");
    expectEnglish(reviewer.get(household + "/vergelijken"), "what to compare");
    expectEnglish(reviewer.get(household + "/vergelijken?een=" + request + "&ander=" + request), "with itself");
    expectEnglish(reviewer.get(household + "/vergelijken?een=" + request + "&ander=wie:moeder"), "with what mother would see");
    expectEnglish(reviewer.get(household + "/vergelijken?een=" + request + "&ander=wie:moeder&toon=verschillen"), "differences only");
    expectEnglish(reviewer.get(household + "/vergelijken?een=" + request + "&ander=bestaat-niet"), "another's request", 404);
}
