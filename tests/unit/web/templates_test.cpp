// Every template against the rules that keep pages safe, and the two languages against each other.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "service/web/view/dates.h"
#include "service/web/view/templates.h"

namespace {

namespace fs = std::filesystem;
using service::web::view::Data;
using service::web::view::Languages;
using service::web::view::Templates;
using service::web::view::Texts;

const fs::path templates = fs::path(LAKWERK_SOURCE_DIR) / "templates";

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

std::vector<fs::path> allTemplates() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(templates / "pages"))
        if (entry.path().extension() == ".html") files.push_back(entry.path());
    return files;
}

// What is wrong with a template; empty: nothing.
std::vector<std::string> complaints(const std::string& html) {
    static const std::vector<std::pair<std::string, std::regex>> forbidden{
        {"raw tag", std::regex(R"(\{\{[{&=])")},
        {"attribute without quotes", std::regex(R"(=\s*\{\{)")},
        {"inline script", std::regex(R"(<script(?![^>]*\bsrc=")[^>]*>)", std::regex::icase)},
        {"script with text", std::regex(R"(<script[^>]*>\s*[^<\s])", std::regex::icase)},
        {"inline style", std::regex(R"(<style|\sstyle\s*=)", std::regex::icase)},
        {"event attribute", std::regex(R"(<[^>]*\son[a-z]+\s*=)", std::regex::icase)},
        {"script address", std::regex(R"(javascript:)", std::regex::icase)},
        {"address from elsewhere", std::regex(R"((src|href|action)="(https?:)?//)", std::regex::icase)},
    };
    std::vector<std::string> found;
    // Outside quotes a tag holds sections only: data never names an attribute.
    const auto unquoted = std::regex_replace(html, std::regex(R"("[^"]*")"), "\"\"");
    if (std::regex_search(unquoted, std::regex(R"(<[a-z0-9]+(\s[^>]*)?\s\{\{[a-z_.]+\}\})"))) found.push_back("attribute name from data");
    for (const auto& [what, pattern] : forbidden)
        if (std::regex_search(html, pattern)) found.push_back(what);
    return found;
}

}  // namespace

TEST(Templates, HoldNothingUnsafe) {
    const auto files = allTemplates();
    ASSERT_GT(files.size(), 10u);
    for (const auto& file : files)
        for (const auto& what : complaints(read(file))) ADD_FAILURE() << file.filename() << ": " << what;
}

TEST(Templates, LintSeesWhatItMustSee) {
    for (const auto* bad : {"{{{naam}}}", "{{&naam}}", "{{=<% %>=}}", "<a href={{x}}>", "<script>alert(1)</script>", "<p style=\"x\">", "<style>", "<p onclick=\"x\">",
                            "<a href=\"javascript:x\">", "<img src=\"//elders/x\">", "<p {{attributen}}>"})
        EXPECT_FALSE(complaints(bad).empty()) << bad;
    EXPECT_TRUE(complaints("<a href=\"{{link}}\"{{#nu}} aria-current=\"page\"{{/nu}}>{{woorden}}</a><script src=\"{{a.js}}\" defer></script>").empty());
}

TEST(Templates, EveryFormThatPostsHasAToken) {
    const std::regex form(R"(<form[^>]*method="post"[^>]*>)");
    for (const auto& file : allTemplates()) {
        const auto html = read(file);
        for (std::sregex_iterator at(html.begin(), html.end(), form), end; at != end; ++at) {
            const auto inside = html.substr(static_cast<std::size_t>(at->position()), 400);
            EXPECT_TRUE(inside.find("name=\"_token\"") != inside.npos || inside.find("name=\"_form\"") != inside.npos) << file.filename();
        }
    }
}

TEST(Templates, EveryOneLoadsInBothLanguages) {
    const Languages languages(templates / "text");
    const Templates pages(templates / "pages", languages);
    EXPECT_THROW(pages.render("bestaat-niet", "nl", Data::object()), std::out_of_range);
}

TEST(Templates, EscapeWhatComesFromData) {
    const Languages languages(templates / "text");
    const Templates pages(templates / "pages", languages);
    const std::string nasty = "\"><script>alert('x')</script>&{{csrf}}";
    const auto html = pages.render("problem", "nl", {{"heading", nasty}, {"words", nasty}, {"todo", nasty}, {"number", nasty}, {"title", nasty}, {"csrf", "geheim"},
                                                     {"signed_in", false}, {"language", "nl"}, {"asset", Data::object()}});
    EXPECT_EQ(html.find("<script>alert"), html.npos);
    EXPECT_NE(html.find("&lt;script&gt;alert(&apos;x&apos;)"), html.npos);
    EXPECT_NE(html.find("{{csrf}}"), html.npos) << "data are not read as a template";
}

TEST(Templates, SayWhichFieldThePageWasNotGiven) {
    const Languages languages(templates / "text");
    Templates pages(templates / "pages", languages);
    std::set<std::string> missing;
    pages.onMissing = [&](std::string_view, std::string_view field) { missing.insert(std::string(field)); };
    pages.render("problem", "nl", {{"heading", "a"}, {"title", "b"}});
    EXPECT_TRUE(missing.contains("words"));
    EXPECT_FALSE(missing.contains("heading"));
    EXPECT_FALSE(missing.contains("signed_in")) << "a section may be absent";
}

TEST(Texts, BothLanguagesHaveTheSameKeys) {
    const auto dutch = Texts::load(templates / "text" / "nl.txt", "nl"), english = Texts::load(templates / "text" / "en.txt", "en");
    EXPECT_EQ(dutch.keys(), english.keys());
    for (const auto& key : dutch.keys()) {
        EXPECT_FALSE(dutch.plain(key).empty()) << key;
        const std::regex argument(R"(\{([a-z]+))");
        const auto names = [&](const std::string& text) {
            std::set<std::string> all;
            for (std::sregex_iterator at(text.begin(), text.end(), argument), end; at != end; ++at) all.insert((*at)[1]);
            return all;
        };
        EXPECT_EQ(names(dutch.plain(key)).empty(), names(english.plain(key)).empty()) << key;
    }
}

TEST(Texts, EveryTextIsUsed) {
    const auto texts = Texts::load(templates / "text" / "nl.txt", "nl");
    std::string everything;
    for (const auto& file : allTemplates()) everything += read(file);
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(LAKWERK_SOURCE_DIR) / "service" / "web"))
        if (entry.is_regular_file()) everything += read(entry.path());
    for (const auto& key : texts.keys()) {
        const auto family = key.substr(0, key.find('.') + 1);
        // Keys of a family are also made of parts: say("role." + …).
        EXPECT_TRUE(everything.find(key) != everything.npos || everything.find("\"" + family + "\"") != everything.npos ||
                    everything.find("\"" + family) != everything.npos ||
                    everything.find("\"" + family.substr(0, family.size() - 1) + "\"") != everything.npos) << key;
    }
}

TEST(Texts, SayNumbersAsPeopleDo) {
    const auto dutch = Texts::load(templates / "text" / "nl.txt", "nl");
    EXPECT_EQ(dutch.say("partners.days", {{"days", 1L}}), "1 dag");
    EXPECT_EQ(dutch.say("partners.days", {{"days", 28L}}), "28 dagen");
    EXPECT_THROW(dutch.plain("bestaat.niet"), std::out_of_range);
}

TEST(Dates, AreToldInWords) {
    using namespace service::web::view;
    EXPECT_EQ(dayInWords("2026-04-07", "nl"), "di 7 april 2026");
    EXPECT_EQ(dayInWords("2026-04-07", "en"), "Tue 7 April 2026");
    EXPECT_EQ(momentInWords("2026-04-07T12:05:00Z", "nl"), "di 7 april 2026, 14:05") << "summer time in Amsterdam";
    EXPECT_EQ(momentInWords("2026-12-31T23:30:00Z", "nl"), "vr 1 januari 2027, 00:30");
    EXPECT_EQ(dayInWords("morgen", "nl"), "morgen");
}
