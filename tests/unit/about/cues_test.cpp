// Which expressions are run over a passage is decided by the words in it: none that matches may be passed over.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <utility>

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
        for (const auto& clause : required.front()) {
            read.emplace_back();
            for (const auto& lead : clause.leads) read.back().push_back(lead.bytes);
        }
        EXPECT_EQ(read, leads) << expression;
    }
}

TEST(RequiredBy, TellsHowMuchMayStandBehindALiteral) {
    const std::size_t far = words::kFar;
    const struct {
        const char* expression;
        std::vector<words::Reach> tails;  // of the first literal of each clause of the first alternative
    } table[] = {
        {R"(\bgeheim\b)", {{0, 0}}},
        {R"(gracht\w{1,3})", {{3, 0}}},
        {R"(gracht[\w-]*)", {{far, 0}}},
        {R"(gracht (?:\w+ ){0,2}huis)", {{far, 2}, {0, 0}}},
        {R"(kade.{2})", {{2, 2}}},
        {R"(kade[^.]*)", {{far, far}}},
        {R"(kade[^ ]\W\d)", {{3, 2}}},
        {R"((?:kade|gracht [a-z]{3})(?: aan zee)?)", {{8, 2}}},
    };
    for (const auto& [expression, tails] : table) {
        std::vector<words::Reach> read;
        const auto required = words::requiredBy(expression);
        for (const auto& clause : required.front()) read.push_back(clause.tails.front());
        EXPECT_EQ(read, tails) << expression;
    }
}

TEST(RequiredBy, TellsWhereLiteralsAreAllThatMatches) {
    const auto isWhole = [](const char* expression) { return words::requiredBy(expression).front().front().whole; };
    for (const char* expression : {R"(\bgeheim\b)", R"(\b(?:zegt|vertelt?)\b)", "lijn 1"}) EXPECT_TRUE(isWhole(expression)) << expression;
    for (const char* expression : {R"(^geheim\b)", R"(geheim$)", R"(\Bgeheim)", R"(\bgeheim\w*)", R"((?:geheim|^stil)\b)", R"((?:geheim)+)"}) EXPECT_FALSE(isWhole(expression)) << expression;
    EXPECT_TRUE(words::isBoundedByPiece("\bgeheim\b"));
    EXPECT_FALSE(words::isBoundedByPiece("\bhet geheim\b"));
}

TEST(PossibleExpressions, TellFromWhereOneMayBegin) {
    const words::Expressions expressions({R"(\bnaar (?:het|de) plein\b)", R"(\d{2} (?:straat|laan)\b)", R"([^.]*\bkade\b)", R"(\b(?:een ){0,2}boot\b|\bzeilboot\b)"});
    const detect::TextView view(U"eerst dit. zij gaat naar het plein, 12 laan en een boot of zeilboot aan de kade\nen boot");
    detect::PossibleExpressions possible(expressions, view);
    std::vector<std::pair<int, std::size_t>> found;
    const auto& line = view.lines()[0];
    for (const auto& row : possible.in(line.start, line.end)) found.emplace_back(row.expression, row.from);
    const auto at = [&](const char* word) { return view.folded().find(word); };
    EXPECT_EQ(found, (std::vector<std::pair<int, std::size_t>>{{0, at("naar")}, {1, at("12 laan")}, {2, 0}, {3, at("boot") - 8}}));
    const auto& second = view.lines()[1];
    for (const auto& row : possible.in(second.start, second.end)) EXPECT_EQ(row.from, second.start) << row.expression;  // never in the line before
}

TEST(PossibleExpressions, TellUpToWhereOneMayMatchAndWhichSurelyDoes) {
    const words::Expressions expressions({R"(\bnaar (?:het|de) plein\b)", R"((?:straat|laan)(?: \w+){0,2})", R"(\bkade\b[^.]*)", R"(\bboot\b)", R"(\bschip\b)", R"(\w+ \w+ sloep\b)"});
    const detect::TextView view(U"de kade. hij ging naar het plein, die laan af tot de boot, daar lag geen_schip of sloep in het water");
    detect::PossibleExpressions possible(expressions, view);
    const auto at = [&](const char* word) { return view.folded().find(word); };
    struct Row {
        std::size_t from, to;
        bool sure;
        bool operator==(const Row&) const = default;
    };
    std::map<int, Row> found;
    for (const auto& row : possible.in(0, view.size())) found[row.expression] = {row.from, row.to, row.sure};
    const std::map<int, Row> expected{{0, {at("naar"), at(", die"), false}}, {1, {at("laan"), at(" de boot"), false}}, {2, {at("kade"), view.size(), false}},
                                      {3, {at("boot"), at(", daar"), true}}, {4, {at("schip"), at(" of sloep"), false}}, {5, {at("geen_"), at(" in het"), false}}};
    EXPECT_EQ(found.size(), expected.size());
    for (const auto& [expression, row] : expected) EXPECT_TRUE(found[expression] == row) << expression << ": " << found[expression].from << '-' << found[expression].to;
}

class Random {  // the same on every run
  public:
    std::size_t below(std::size_t count) { return (state_ = state_ * 1664525u + 1013904223u) / 65536 % count; }

  private:
    std::uint32_t state_ = 7;
};

// Texts as an expression describes them: one alternative, as often as it may be repeated.
class Sampler {
  public:
    Sampler(const std::string& expression, Random& random) : e_(expression), random_(random) {}
    std::string sample() { return alternatives(); }

  private:
    bool more() const { return at_ < e_.size() && e_[at_] != ')'; }
    std::string alternatives() {
        std::vector<std::string> all{sequence()};
        while (at_ < e_.size() && e_[at_] == '|') ++at_, all.push_back(sequence());
        return all[random_.below(all.size())];
    }
    std::string sequence() {
        std::string text;
        while (more() && e_[at_] != '|') {
            const auto begins = at_;
            auto one = single();
            const auto times = count();
            const auto behind = at_;
            for (std::size_t k = 0; k < times; ++k) {
                at_ = begins;
                text += k == 0 ? one : single();
            }
            at_ = behind;
        }
        return text;
    }
    std::string single() {
        const char c = e_[at_++];
        if (c == '(') {
            if (e_.substr(at_, 2) == "?:") at_ += 2;
            auto text = alternatives();
            ++at_;
            return text;
        }
        if (c == '[') return ofClass();
        if (c == '.') return random_.below(3) == 0 ? " " : "x";
        if (c == '^' || c == '$') return "";
        if (c != '\\') return std::string(1, c);
        return escaped(e_[at_++]);
    }
    std::string escaped(char c) {
        switch (c) {
            case 'b': case 'B': return "";
            case 'w': case 'S': return random_.below(4) == 0 ? "_" : "x";
            case 'd': return "7";
            case 's': case 'W': return " ";
            case 'D': return random_.below(2) == 0 ? " " : "x";
            default: return std::string(1, c);
        }
    }
    std::string ofClass() {
        const bool other = e_[at_] == '^';
        std::vector<std::string> listed;
        for (at_ += other ? 1 : 0; e_[at_] != ']'; ++at_) listed.push_back(e_[at_] == '\\' ? escaped(e_[++at_]) : std::string(1, e_[at_]));
        ++at_;
        if (!other) return listed[random_.below(listed.size())];
        const std::string free = random_.below(2) == 0 ? " " : "x";
        return std::find(listed.begin(), listed.end(), free) == listed.end() ? free : "q";
    }
    std::size_t count() {
        std::size_t least = 1, most = 1;
        if (at_ < e_.size() && e_[at_] == '{' && e_[at_ + 1] >= '0' && e_[at_ + 1] <= '9') {
            const auto close = e_.find('}', at_), comma = std::min(e_.find(',', at_), close);
            least = most = static_cast<std::size_t>(std::stoi(e_.substr(at_ + 1)));
            if (comma != close) most = comma + 1 == close ? least + 3 : static_cast<std::size_t>(std::stoi(e_.substr(comma + 1)));
            at_ = close + 1;
        } else if (at_ < e_.size() && (e_[at_] == '*' || e_[at_] == '+' || e_[at_] == '?')) {
            least = e_[at_] == '+' ? 1 : 0;
            most = e_[at_] == '?' ? 1 : 4;
            ++at_;
        }
        if (at_ < e_.size() && e_[at_] == '?') ++at_;
        return random_.below(3) == 0 ? least + random_.below(most - least + 1) : most;
    }

    const std::string& e_;
    Random& random_;
    std::size_t at_ = 0;
};

// What matches somewhere in a stretch, which begins with a word, matches where it is looked for, alike; and what is said to
// match does.
TEST(PossibleExpressions, MissNothingThatMatches) {
    std::vector<std::string> all;
    for (const auto& row : about::cueRows()) all.push_back(row.expression);
    const words::Expressions expressions(all);
    const std::vector<std::string> between{" ", ". ", ", ", "_", "\n", " van de ", " niet ", "x", " zij zegt dat "};
    Random random;
    std::size_t matches = 0, sure = 0;
    for (std::size_t text = 0; text < 8 * all.size(); ++text) {
        const auto e = text % all.size();
        std::string utf8;
        for (const auto which : {random.below(all.size()), e, e, random.below(all.size())}) utf8 += Sampler(all[which], random).sample() + between[random.below(between.size())];
        const detect::TextView view(document::toCodePoints(utf8));
        detect::PossibleExpressions possible(expressions, view);
        const auto start = view.tokens().empty() ? 0 : std::size_t{view.tokens()[random.below(view.tokens().size() / 4 + 1)].start}, end = view.size();
        const re2::StringPiece stretch(view.folded().data() + start, end - start);
        std::map<int, words::Possible::Found> found;
        for (const auto& row : possible.in(start, end)) found[row.expression] = row;
        for (const auto asked : {e, random.below(all.size()), random.below(all.size())}) {
            const auto& expression = expressions[static_cast<int>(asked)];
            const auto row = found.find(static_cast<int>(asked));
            re2::StringPiece match, same;
            const bool is = expression.Match(stretch, 0, stretch.size(), RE2::UNANCHORED, &match, 1);
            const bool stands = row != found.end() && expression.Match(stretch, row->second.from - start, row->second.to - start, RE2::UNANCHORED, &same, 1);
            const bool said = row != found.end() && row->second.sure;
            ASSERT_EQ(is, stands) << all[asked] << " in " << stretch;
            ASSERT_EQ(match, same) << all[asked] << " in " << stretch;
            ASSERT_LE(said, is) << all[asked] << " in " << stretch;
            matches += is ? 1u : 0u;
            sure += said ? 1u : 0u;
        }
    }
    EXPECT_GT(matches, 2 * all.size());
    EXPECT_GT(sure, all.size() / 8);
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
