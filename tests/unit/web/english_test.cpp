// With English chosen the desk and the reviewer read English, also what casework says.
#include <fstream>
#include <nlohmann/json.hpp>

#include "service/letters/phrases.h"
#include "tests/unit/web/english_pages.h"

using tests::English;
using tests::expectEnglish;

TEST(Phrases, FillTheirSlotsWithPhrasesAndDays) {
    const auto phrases = service::letters::Phrases::load(std::filesystem::path(LAKWERK_SOURCE_DIR) / "templates/text/phrases.en.txt");
    EXPECT_EQ(phrases.translate("Ingeboekt"), "Logged");
    EXPECT_EQ(phrases.translate("nog 12 dagen"), "12 days left");
    EXPECT_EQ(phrases.translate("Rina vraagt inzage in de gegevens over zichzelf en Tobi."), "Rina asks for access to the data about themselves and Tobi.");
    EXPECT_NE(phrases.translate("De laatste dag om te beslissen is vrijdag 10 april 2026.").find("10 April 2026"), std::string::npos);
    EXPECT_EQ(phrases.translate("De ouder met gezag mag inzien. Het kind kan ook zelf vragen."), "The parent with authority may inspect. The child can also ask itself.");
    EXPECT_EQ(phrases.translate("De ingebrekestelling telt niet: de beslistermijn was nog niet voorbij (Awb art. 6:12 lid 2). Het kind kan ook zelf vragen."),
              "The notice of default does not count: the term to decide was not over yet (Awb art. 6:12(2)). The child can also ask itself.");
    EXPECT_EQ(phrases.translate("vergelijking met het bronbestand (pdftoppm), pagina 3, 4 cm van boven, 12 cm van links: daar ontbreekt iets"),
              "comparison with the source file (pdftoppm), page 3, 4 cm from the top, 12 cm from the left: something is missing there");
    EXPECT_EQ(phrases.translate("Dit kent niemand."), "Dit kent niemand.") << "what has no phrase stays as it is";
    auto data = nlohmann::ordered_json::parse(R"({"words":"gestopt","value":"gestopt","list":[{"state":"bezig"}]})");
    phrases.translateAll(data);
    EXPECT_EQ(data.dump(), R"({"words":"stopped","value":"gestopt","list":[{"state":"busy"}]})") << "what was typed is never changed";
}

TEST(Phrases, SayEveryRule) {
    const auto folder = std::filesystem::path(LAKWERK_SOURCE_DIR) / "templates";
    const auto phrases = service::letters::Phrases::load(folder / "text" / "phrases.en.txt");
    std::ifstream in(folder / "rules" / "rules.xml");
    const std::string rules{std::istreambuf_iterator<char>(in), {}};
    const std::regex told(R"(<(title|sentence|question|for|against)>([^<]+)</)");
    std::size_t count = 0;
    for (std::sregex_iterator it(rules.begin(), rules.end(), told), end; it != end; ++it, ++count)
        EXPECT_TRUE(phrases.knows((*it)[2].str())) << (*it)[2];
    EXPECT_GE(count, 130u) << "27 rules, each a title and a sentence; the questions, and what speaks for either side";
    EXPECT_EQ(phrases.translate("Gaat over moeder, zoon en iemand buiten het gezin. Hieruit blijkt wie een anonieme melder of een afgeschermde informant is."),
              "Is about mother, son and someone outside the family. This shows who an anonymous reporter or a protected informant is.");
    EXPECT_EQ(phrases.translate("Gaat over moeder en een kind: gezondheid, politie of justitie en waar iemand is. De verzoeker vraagt de eigen gegevens en die van Jelte en Roos. Dit is een persoonlijke werkaantekening; iemand moet beoordelen of zij bij het dossier hoort."),
              "Is about mother and a child: health, police or justice and where somebody is. The requester asks for their own data and those of Jelte and Roos. " + phrases.translate("Dit is een persoonlijke werkaantekening; iemand moet beoordelen of zij bij het dossier hoort."));
    for (const char* words : {"geld", "werk", "geloof", "afkomst", "seksualiteit", "gezondheid", "politie of justitie", "waar iemand is"}) EXPECT_NE(phrases.translate("Gaat over vader: " + std::string(words) + "."), "Is about father: " + std::string(words) + ".") << words;
    EXPECT_EQ(phrases.translate("Iemand die het huishouden niet kent, in dit dossier ook: juf Nynke, Nynke. Gaat over moeder."), "Somebody the household does not know, in this file also: juf Nynke, Nynke. Is about mother.");
    EXPECT_EQ(phrases.translate("Kan moeder, dochter of oma zijn. Gaat over moeder."), "May be mother, daughter or grandmother. Is about mother.");
}

TEST_F(English, TheDeskReadsEnglish) {
    auto desk = as("balie");
    expectEnglish(desk.get("/verzoeken/nieuw"), "new request");
    expectEnglish(desk.post("/verzoeken/nieuw", fathersRequest(region.householdId, "refresh")), "intake preview");
    expectEnglish(desk.post("/verzoeken/nieuw", {{"household", region.householdId}, {"do", "log"}}), "what is still missing", 422);
    const auto logged = desk.post("/verzoeken/nieuw", fathersRequest(region.householdId, "log"));
    ASSERT_EQ(logged.status, 303);
    expectEnglish(desk.get(logged.header("location")), "logged");
    expectEnglish(desk.get("/werkvoorraad?wie=team"), "worklist of the desk");
}

TEST_F(English, TheDeskReadsEveryFindingInEnglish) {
    auto desk = as("balie");
    auto form = fathersRequest(region.householdId, "refresh");
    expectEnglish(desk.post("/verzoeken/nieuw", with(form, "capacity", "self")), "also for another");
    expectEnglish(desk.post("/verzoeken/nieuw", with(form, "capacity", "guardian")), "guardian");
    expectEnglish(desk.post("/verzoeken/nieuw", with(form, "capacity", "representative")), "representative");
    expectEnglish(desk.post("/verzoeken/nieuw", with(form, "identity_method", "not-yet")), "identity");
    expectEnglish(desk.post("/verzoeken/nieuw", with(form, "received_on", "2026-02-01")), "long ago");
    expectEnglish(desk.post("/verzoeken/nieuw", with(form, "right", "erasure")), "erasure");
    expectEnglish(desk.post("/verzoeken/nieuw", with(with(form, "received_on", "2026-03-13"), "do", "log")), "in the future", 422);
    expectEnglish(desk.post("/verzoeken/nieuw", with(with(form, "received_on", "soon"), "do", "log")), "no date", 422);
    expectEnglish(desk.post("/verzoeken/nieuw", with(form, "search", "Testman")), "search");
    ASSERT_EQ(desk.post("/verzoeken/nieuw", with(form, "do", "log")).status, 303);
    expectEnglish(desk.post("/verzoeken/nieuw", form), "likely duplicate");
    expectEnglish(desk.post("/verzoeken/nieuw", with(form, "do", "log")), "duplicate not confirmed", 422);
    const auto page = "/verzoeken/" + region.store->requests().all().front().id;
    expectEnglish(desk.get(page), "desk's own case");
    expectEnglish(desk.get(page + "/brieven"), "desk's letters");
    expectEnglish(desk.get(page + "/beslissing"), "not for the desk", 403);
    expectEnglish(desk.get("/verzoeken/unknown"), "no such case", 404);
    expectEnglish(desk.get("/zoeken?tekst=Testman"), "search");
    expectEnglish(desk.get("/huishoudens?tekst=Testman"), "households");
}

TEST_F(English, TheReviewerReadsEnglish) {
    auto desk = as("balie");
    ASSERT_EQ(desk.post("/verzoeken/nieuw", fathersRequest(region.householdId, "log")).status, 303);
    const auto page = "/verzoeken/" + region.store->requests().all().front().id;
    auto reviewer = as("beoordelaar");
    expectEnglish(reviewer.get("/werkvoorraad?wie=team"), "worklist");
    expectEnglish(reviewer.get(page), "case");
    ASSERT_EQ(reviewer.post(page + "/vragen", {}).status, 303);
    expectEnglish(reviewer.get(page), "case while collecting");
    for (const auto* part : {"/stukken", "/beslissing", "/brieven"}) expectEnglish(reviewer.get(page + part), part);
}
