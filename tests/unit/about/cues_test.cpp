// Which expressions are run over a passage is decided by the words in it: none that matches may be passed over.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

#include "redaction/about/cues.h"
#include "redaction/about/headings.h"
#include "redaction/detect/word_signs.h"
#include "redaction/document/document.h"
#include "redaction/words/required.h"
#include "redaction/words/words.h"

namespace {

using namespace redaction;

TEST(RequiredBy, ReadsTheLiteralsFromTheExpression) {
    using words::AllOf;
    using words::AnyOf;
    const struct {
        const char* expression;
        std::vector<AllOf> required;
    } table[] = {
        {R"(\bgeheim\b)", {{{"\bgeheim\b"}}}},
        {R"(geheim(?:pje)?)", {{{"geheimpje", "geheim"}}}},
        {R"(niet (?:tegen|aan) mama)", {{{"niet tegen mama", "niet aan mama"}}}},
        {R"(\b(?:weet|weten)\b[^.]*\bniets\b|stil)", {{{"\bniets\b"}, {"\bweet\b", "\bweten\b"}}, {{"stil"}}}},
        {R"(\w*plan[a-z]{2,4}s)", {{{"plan"}}}},
        {R"((?:de |het )?kerk+en?)", {{{"de kerk", "het kerk", "kerk"}, {"ken", "ke"}}}},
        {R"(^\d{1,2}-\d)", {{}}},
        {R"(\bss+t*\b)", {{{"\bss"}}}},
        {R"(\bm\.?v\.?g\b)", {{{"\bm.v.g\b", "\bm.vg\b", "\bmv.g\b", "\bmvg\b"}}}},
        {R"((?:ja|\d+) hoor)", {{{" hoor"}}}},
        {R"((?:gaat|\w{3}) x)", {{}}},
        {R"(bus [0-9]|[tT]ram)", {{{"bus "}}, {{"tram", "Tram"}}}},
    };
    for (const auto& [expression, required] : table) EXPECT_EQ(words::requiredBy(expression), required) << expression;
}

TEST(RequiredBy, RefusesWhatItDoesNotUnderstand) {
    for (const char* expression : {"(?i)ja", "(ja", "ja)", R"(\pL)", "[a", "[[:alpha:]]"}) EXPECT_THROW(words::requiredBy(expression), std::logic_error) << expression;
}

TEST(RequiredBy, TellsHowFarALiteralStandsBehindTheStart) {
    const std::size_t far = words::kFar;
    const struct {
        const char* expression;
        std::vector<std::vector<std::size_t>> leads;  // of each clause of the first alternative, of each of its literals
    } table[] = {
        {R"(\bgeheim\b)", {{0}}},
        {R"(\w{1,3}gracht)", {{3}}},
        {R"(\d?gracht)", {{1}}},
        {R"(\w+gracht)", {{far}}},
        {R"(\d{2}[a-z]{3} de kade)", {{5}}},
        {R"((?:een |de ){0,2}[a-z]plein)", {{9}}},
        {R"((?:een |de )?plein)", {{0, 0, 0}}},
        {R"(x{2,}plein)", {{far}}},
        {R"((?:\d\d straat|[^.]*laan))", {{2, far}}},
        {R"(\b(?:weet|weten)\b[^.]*\bniets\b)", {{far}, {0, 0}}},
    };
    for (const auto& [expression, leads] : table) {
        std::vector<std::vector<std::size_t>> read;
        const auto required = words::requiredBy(expression);
        for (const auto& clause : required.front()) read.push_back(clause.leads);
        EXPECT_EQ(read, leads) << expression;
    }
}

TEST(PossibleExpressions, TellFromWhereOneMayBegin) {
    const words::Expressions expressions({R"(\bnaar (?:het|de) plein\b)", R"(\d{2} (?:straat|laan)\b)", R"([^.]*\bkade\b)", R"(\b(?:een ){0,2}boot\b|\bzeilboot\b)"});
    const detect::TextView view(U"eerst dit. zij gaat naar het plein, 12 laan en een boot of zeilboot aan de kade\nen boot");
    detect::PossibleExpressions possible(expressions, view);
    std::vector<std::pair<int, std::size_t>> found;
    const auto& line = view.lines()[0];
    for (const auto& [expression, from] : possible.in(line.start, line.end)) found.emplace_back(expression, from);
    const auto at = [&](const char* word) { return view.folded().find(word); };
    EXPECT_EQ(found, (std::vector<std::pair<int, std::size_t>>{{0, at("naar")}, {1, at("12 laan")}, {2, 0}, {3, at("boot") - 8}}));
    const auto& second = view.lines()[1];
    for (const auto& [expression, from] : possible.in(second.start, second.end)) EXPECT_EQ(from, second.start) << expression;  // never in the line before
}

TEST(Alternation, KeepsLettersTogetherAndTheLongestFirst) {
    EXPECT_EQ(words::alternation({"moer", "vader", "moeder", "va"}), R"((?:moeder\b|moer\b|vader\b|va\b))");
    const std::vector<std::string> terms{"angst*", "*stoornis", "angststoornis met paniek", "adhd", "post", "post traumatisch", "*-tekort", "# weken", "add", "angst voor *", "ptss", "po*", "adhd-tekort", "eetstoornis", "stoornis"};
    auto byLength = terms;
    std::stable_sort(byLength.begin(), byLength.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    const RE2 all(words::alternation(terms), RE2::Latin1);
    std::size_t matches = 0;
    for (const std::string text : {"angststoornis met paniek", "angststoornis-plus", "post traumatisch", "postnataal", "po", "adhd-tekort", "ijzer-tekort", "3 weken angst voor honden", "een eetstoornis of stoornis", "add ptss", "angst voor"})
        for (std::size_t at = 0; at < text.size(); ++at) {
            const re2::StringPiece rest(text.data(), text.size());
            re2::StringPiece expected, found;
            const auto first = std::find_if(byLength.begin(), byLength.end(), [&](const std::string& term) { return RE2(words::alternation({term}), RE2::Latin1).Match(rest, at, text.size(), RE2::ANCHOR_START, &expected, 1); });
            EXPECT_EQ(all.Match(rest, at, text.size(), RE2::ANCHOR_START, &found, 1), first != byLength.end()) << text << at;
            if (first == byLength.end()) continue;
            EXPECT_EQ(found, expected) << text << at;
            ++matches;
        }
    EXPECT_GT(matches, 15u);
}

TEST(Headings, DatedEntriesOpenWithADay) {
    for (const char* entry : {"3-4 gebeld", "[8-1 22:03] mama: hoi", "- 3 mei gebeld", "wo 14 jan | oma", "maandag 3 februari", "di. 4/5", "zo 1.2.24"}) EXPECT_TRUE(about::Headings::isDatedEntry(entry)) << entry;
    for (const char* other : {"", "[", "- ", "moeder 3-4", "de 3-4", "wo", "wil 3-4", "[moeder 3-4", "vader", "z 3-4"}) EXPECT_FALSE(about::Headings::isDatedEntry(other)) << other;
}

std::vector<std::u32string> texts() {
    std::vector<std::u32string> all;
    for (const auto* folder : {"dossiers", "cases"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(LAKWERK_SOURCE_DIR) + "/tests/data/" + folder)) {
            if (entry.path().extension() != ".txt") continue;
            std::ostringstream text;
            text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
            all.push_back(document::toCodePoints(text.str()));
        }
    return all;
}

TEST(Cues, NoExpressionThatMatchesIsPassedOver) {
    std::size_t lines = 0, cues = 0;
    for (const auto& text : texts()) {
        const detect::TextView view(text);
        about::CueFinder finder(view);
        for (const auto& line : view.lines()) {
            about::Cues expected;
            const auto folded = view.slice(line.start, line.end);
            for (const auto& row : about::cueRows()) {
                static std::map<const about::CueRow*, std::unique_ptr<RE2>> expressions;
                auto& expression = expressions[&row];
                if (!expression) expression = std::make_unique<RE2>(row.expression, RE2::Latin1);
                if (RE2::PartialMatch({folded.data(), folded.size()}, *expression)) expected.set(static_cast<std::size_t>(row.cue));
            }
            EXPECT_EQ(finder.in(line.start, line.end), expected) << folded;
            ++lines, cues += expected.count();
        }
    }
    EXPECT_GT(lines, 2000u);
    EXPECT_GT(cues, 400u);
}

}  // namespace
