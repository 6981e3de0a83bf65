#include "redaction/about/headings.h"

#include <re2/re2.h>

#include "redaction/detect/sentence_words.h"
#include "redaction/detect/name_words.h"

namespace redaction::about {

namespace {

constexpr std::size_t kLongestHeading = 90, kTitleStretches = 4, kShortLine = 130;

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }
bool isLetter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

DocumentKind Headings::documentKind(CueFinder& cues) const {
    DocumentKind kind;
    for (std::size_t i = 0; i < stretches_.size() && i < kTitleStretches; ++i) {
        const auto& s = stretches_[i];
        const auto t = text(s);
        const bool capitals = isAllCaps(s);
        if ((i < 2 || capitals) && s.end - s.start < 260 && (cues.says(s.start, s.end, Cue::plan) || (i < 2 && isPlanTitle(t)))) kind.plan = true;
        if ((i == 0 || capitals || t.substr(0, 5) == "bron:") && isPoliceTitle(t)) kind.police = true;
    }
    return kind;
}

// "AFSPRAKEN OP PAPIER", "SAMEN VERDER - ons plan", "Familieafspraken rond oma"; not the report of a talk about one.
bool Headings::isPlanTitle(std::string_view t) {
    static const RE2 plan(R"((?m)^\W*(?:[\w'"]+[ ,-]+){0,4}["(]?\w*(?:plan|afspraken)\b)"), other(R"(\b(?:\w*verslag|notulen|overleg|gesprek\w*|rapport\w*|journaal|advies|brief|mail|notities?|aantekeningen|formulier)\b)");
    return RE2::PartialMatch({t.data(), t.size()}, plan) && !RE2::PartialMatch({t.data(), t.size()}, other);
}

// The letterhead of the police or of justice, or the number under which they keep it. Basis: R19, the whole document is theirs.
bool Headings::isPoliceTitle(std::string_view t) {
    static const RE2 expression(
        R"(\bbron: (?:politie|basisteam|openbaar ministerie|reclassering)|\bpl ?\d{4}-?\d{5,}|\b(?:regio)?politie(?:-?eenheid)?\b[^:]*\b(?:mutatie\w*|proces-?verbaal|eenheid|registratie\w*|basisteam|rapport\w*|bevindingen|zorgmelding|aandachtsvestiging|uitdraai|verstrek\w+|wpg)\b|\b(?:mutatierapport|proces-?verbaal|zorgmelding politie|reclasseringsadvies|uittreksel justitiele documentatie)\b|^(?:arrondissementsparket|openbaar ministerie|koninklijke marechaussee|reclassering nederland)\b)");
    return RE2::PartialMatch({t.data(), t.size()}, expression);
}

bool Headings::isAllCaps(const Stretch& s) const {
    std::size_t upper = 0, letters = 0;
    for (auto i = s.start; i < s.end && i < s.start + 60; ++i)
        if (isLetter(v_.folded()[i])) {
            ++letters;
            upper += v_.isUpper(i) ? 1u : 0u;
        }
    return letters >= 4 && upper * 10 >= letters * 7;
}

bool Headings::endsSentence(const Stretch& s) const { return std::string_view(".!?\"").find(v_.folded()[s.end - 1]) != std::string_view::npos; }

std::size_t Headings::firstLetter(const Stretch& s) const {
    auto i = s.start;
    while (i + 1 < s.end && !isLetter(v_.folded()[i])) ++i;
    return i;
}

bool Headings::isNumbered(const Stretch& s) const {
    static const RE2 numbered(R"(^(?:\d{1,2}(?:\.\d{1,2})*\.?|deel [a-z0-9]+|bijlage [a-z0-9]+|[a-z]\.|onderdeel \w+) ?[-:–]? ?[a-z0-9])");
    static const RE2 date(R"(^\d{1,2}[-/ ]\d)");
    const auto t = text(s);
    const re2::StringPiece piece(t.data(), t.size());
    return RE2::PartialMatch(piece, numbered) && !RE2::PartialMatch(piece, date);
}

bool Headings::isHeading(std::size_t i, const Cues& cues) const {
    const auto& s = stretches_[i];
    const auto length = s.end - s.start;
    if (isAllCaps(s) && length < 160) return true;
    if (length > kLongestHeading || v_.folded()[s.start] == '-' || v_.folded()[s.start] == '*' || v_.folded()[s.start] == '[') return false;
    if (isNumbered(s) && !endsSentence(s) && opensInUpperCase(s)) return true;
    const auto t = text(s);
    const bool alone = s.afterBlank && v_.folded().substr(s.end, 1) == "\n" && i + 1 < stretches_.size();
    return alone && !endsSentence(s) && length < 70 && v_.isUpper(s.start) && !about::has(cues, Cue::says) && !has(t, ", ") && !has(t, "?");
}

bool Headings::isHeader(std::size_t i, const Cues& cues, bool afterHeader) {
    const auto& s = stretches_[i];
    const auto length = s.end - s.start;
    if (about::has(cues, Cue::mailHeader)) return true;
    if (about::has(cues, Cue::signature) && length < 200) return signature_ = true;
    if (about::has(cues, Cue::salutation)) return true;
    if (signature_ && !s.afterBlank && length < 140) return true;
    if (s.personData) return true;
    if (about::has(cues, Cue::formHeader) && (length < kShortLine || i < 8) && !(length > 60 && endsSentence(s) && i > 6)) return true;
    if (isHeading(i, cues)) return true;
    if (has(text(s), " | ") && i > 0) return false;  // a row of a table is about whom it names
    if (i == 0 && length < 330 && !endsSentence(s) && !isSentence(s)) return true;
    return stillInHead(i, cues, afterHeader);
}

// "Over moeder zegt ze dat het beter gaat.", "Jinte: ik ga graag.": the text has begun.
bool Headings::tellsSomething(const Stretch& s, const Cues& cues) const {
    static const RE2 clause(R"(\b(?:ik|mijn|hij|zij|ze|we|wij)\b)");
    const auto t = text(s);
    return endsSentence(s) && (RE2::PartialMatch({t.data(), t.size()}, clause) || about::has(cues, Cue::says));
}

// "sami had gister buikpijn op school": a note without capital or full stop; a title has no verb.
bool Headings::isSentence(const Stretch& s) const {
    if (has(text(s), ": ")) return false;  // a label and what it labels
    for (auto i = v_.tokenAt(s.start); i < v_.tokens().size() && v_.tokens()[i].start < s.end; ++i)
        if (!v_.tokens()[i].capital && !detect::isCalendarWord(v_.word(i)) && (isFiniteVerb(v_.word(i)) || isSayingVerb(v_.word(i)))) return true;
    return false;
}

// The first lines under a title: "Datum: …", "Gesprek met …".
bool Headings::stillInHead(std::size_t i, const Cues& cues, bool afterHeader) const {
    const auto& s = stretches_[i];
    const auto length = s.end - s.start;
    if (i >= 6 || s.afterBlank || !afterHeader || tellsSomething(s, cues) || isDatedEntry(text(s)) || !opensInUpperCase(s)) return false;
    return (has(text(s), ":") || length < 60) && length < 180 && !endsSentence(s) && !isSentence(s);
}

namespace {

// "[", "- ", "wo 3", "3": quicker than the expression, and nearly always no.
bool mayOpenDay(std::string_view t) {
    const auto at = t.starts_with("[") ? 1u : t.starts_with("- ") ? 2u : 0u;
    if (at >= t.size()) return false;
    if (t[at] >= '0' && t[at] <= '9') return true;
    const auto two = t.substr(at, 2);
    return two == "ma" || two == "di" || two == "wo" || two == "do" || two == "vr" || two == "za" || two == "zo";
}

}  // namespace

bool Headings::isDatedEntry(std::string_view t) {
    if (!mayOpenDay(t)) return false;
    static const RE2 dated(R"(^(?:\[|- )?(?:(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\.? )?\d{1,2}(?:[-/. ]\d{1,2}(?:[-/. ]\d{2,4})?|[ -](?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)))");
    return RE2::PartialMatch({t.data(), t.size()}, dated);
}

}  // namespace redaction::about
