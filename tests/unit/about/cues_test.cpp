// Which expressions are run over a passage is decided by the words in it: none that matches may be passed over.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

#include "redaction/about/cues.h"
#include "redaction/document/document.h"
#include "redaction/words/required.h"

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
