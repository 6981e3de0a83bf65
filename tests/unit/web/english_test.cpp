// With English chosen the pages of the story speak English: also what casework says.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>

#include "service/web/view/phrases.h"
#include "tests/unit/web/region.h"

namespace {

using tests::Form;
using tests::Region;

// The sentences of a page that hold a word no English sentence has. The people's own words and names are not ours.
std::vector<std::string> dutchOn(const tests::Answer& page) {
    static const std::regex dutch(R"((^|[^A-Za-z'])([Hh]et|[Ee]en|[Nn]iet|[Ww]ordt|[Ww]orden|[Gg]een|[Mm]oet|[Zz]ijn|[Vv]raagt|[Vv]raag|[Dd]eze|[Nn]og|[Dd]agen|[Kk]ies)($|[^A-Za-z']))");
    auto text = page.body.substr(page.body.find("<main"));
    text = std::regex_replace(text, std::regex(R"(<(script|style|textarea)[^>]*>[^<]*</\1>)"), "");
    text = std::regex_replace(text, std::regex(R"(<(a|strong|span|em|br)\b[^>]*>|</(a|strong|span|em)>)"), " ");
    text = std::regex_replace(text, std::regex(R"(<[^>]*>)"), "\n");
    std::vector<std::string> found;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (std::regex_search(line, dutch)) found.push_back(line);
    return found;
}

void expectEnglish(const tests::Answer& page, const std::string& name) {
    EXPECT_EQ(page.status == 200 || page.status == 422, true) << name << ' ' << page.status;
    EXPECT_NE(page.body.find("<html lang=\"en\""), std::string::npos) << name;
    for (const auto& line : dutchOn(page)) ADD_FAILURE() << name << ": " << line;
}

class English : public ::testing::Test {
  protected:
    Region region;
    tests::Browser as(const std::string& login) {
        auto account = *region.store->accounts().findByLogin(login);
        account.language = "en";
        region.store->accounts().change(account);
        auto browser = region.browser();
        EXPECT_TRUE(browser.signIn(login));
        return browser;
    }
    static Form fathersRequest(const std::string& household, const std::string& button) {
        return {{"household", household}, {"right", "access"}, {"requester", "vader"}, {"subject", "vader"}, {"subject", "kind1"}, {"capacity", "parent"},
                {"received_on", "2026-03-10"}, {"channel", "counter"}, {"identity_method", "passport"}, {"do", button}};
    }
};

}  // namespace

TEST(Phrases, FillTheirSlotsWithPhrasesAndDays) {
    const auto phrases = service::web::view::Phrases::load(std::filesystem::path(LAKWERK_SOURCE_DIR) / "templates/text/phrases.en.txt");
    EXPECT_EQ(phrases.translate("Ingeboekt"), "Logged");
    EXPECT_EQ(phrases.translate("nog 12 dagen"), "12 days left");
    EXPECT_EQ(phrases.translate("Rina vraagt inzage in de gegevens over zichzelf en Tobi."), "Rina asks for access to the data about themselves and Tobi.");
    EXPECT_NE(phrases.translate("De laatste dag om te beslissen is vrijdag 10 april 2026.").find("10 April 2026"), std::string::npos);
    EXPECT_EQ(phrases.translate("De ouder met gezag mag inzien. Het kind kan ook zelf vragen."), "The parent with authority may inspect. The child can also ask itself.");
    EXPECT_EQ(phrases.translate("Dit kent niemand."), "Dit kent niemand.") << "what has no phrase stays as it is";
    auto data = nlohmann::ordered_json::parse(R"({"words":"gestopt","value":"gestopt","list":[{"state":"bezig"}]})");
    phrases.translateAll(data);
    EXPECT_EQ(data.dump(), R"({"words":"stopped","value":"gestopt","list":[{"state":"busy"}]})") << "what was typed is never changed";
}

TEST(Phrases, SayEveryRule) {
    const auto folder = std::filesystem::path(LAKWERK_SOURCE_DIR) / "templates";
    const auto phrases = service::web::view::Phrases::load(folder / "text" / "phrases.en.txt");
    std::ifstream in(folder / "rules" / "rules.xml");
    const std::string rules{std::istreambuf_iterator<char>(in), {}};
    const std::regex told(R"(<(title|sentence)>([^<]+)</)");
    std::size_t count = 0;
    for (std::sregex_iterator it(rules.begin(), rules.end(), told), end; it != end; ++it, ++count)
        EXPECT_TRUE(phrases.knows((*it)[2].str())) << (*it)[2];
    EXPECT_GE(count, 54u) << "27 rules, each a title and a sentence";
    EXPECT_EQ(phrases.translate("Gaat over moeder, zoon en iemand buiten het gezin. Hieruit blijkt wie een anonieme melder of een afgeschermde informant is."),
              "Is about mother, son and someone outside the family. This shows who an anonymous reporter or a protected informant is.");
}

TEST_F(English, TheDeskReadsEnglish) {
    auto desk = as("balie");
    expectEnglish(desk.get("/verzoeken/nieuw"), "new request");
    expectEnglish(desk.post("/verzoeken/nieuw", fathersRequest(region.householdId, "refresh")), "intake preview");
    expectEnglish(desk.post("/verzoeken/nieuw", {{"household", region.householdId}, {"do", "log"}}), "what is still missing");
    const auto logged = desk.post("/verzoeken/nieuw", fathersRequest(region.householdId, "log"));
    ASSERT_EQ(logged.status, 303);
    expectEnglish(desk.get(logged.header("location")), "logged");
    expectEnglish(desk.get("/werkvoorraad?wie=team"), "worklist of the desk");
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
