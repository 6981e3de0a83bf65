#include <algorithm>

#include "redaction/document/document.h"
#include "redaction/marks/marks.h"
#include "redaction/marks/word_spans.h"

namespace redaction::marks {

namespace {

using policy::Decision;

bool touch(const document::Box& a, const document::Box& b) {
    return std::min(a.x1, b.x1) > std::max(a.x0, b.x0) && std::min(a.y1, b.y1) > std::max(a.y0, b.y0);
}

bool isBox(const Decided& stretch) { return stretch.box && stretch.page; }

// A box drawn by a human is also a decision about every word it touches.
std::vector<Decided> withWordsUnderBoxes(const document::Document& document, const std::vector<Decided>& decided) {
    auto all = decided;
    for (const auto& drawn : decided) {
        if (!isBox(drawn) || *drawn.page >= document.pages.size()) continue;
        for (const auto& word : document.pages[*drawn.page].words)
            if (touch(word.box, *drawn.box))
                all.push_back({word.start, word.end, drawn.decision, drawn.ground, std::nullopt, std::nullopt, drawn.kind});
    }
    return all;
}

struct WordRuling {
    bool hidden = false, open = false;
    std::string ground, kind;
    std::size_t groundLength = 0;  // of the stretch that gave ground and kind: the longest stretch names them
};

void rule(WordRuling& ruling, const Decided& stretch) {
    if (stretch.decision == Decision::judge) ruling.open = true;
    if (stretch.decision != Decision::redact) return;
    const auto length = stretch.end - stretch.start;
    if (!ruling.hidden || length > ruling.groundLength) {
        ruling.ground = stretch.ground;
        ruling.kind = stretch.kind;
        ruling.groundLength = length;
    }
    ruling.hidden = true;
}

std::vector<WordRuling> ruleWords(const std::vector<Span>& words, const std::vector<Decided>& decided) {
    std::vector<WordRuling> rulings(words.size());
    for (const auto& stretch : decided) {
        if (stretch.start >= stretch.end) continue;
        auto word = std::partition_point(words.begin(), words.end(),
                                         [&](const Span& span) { return span.end <= stretch.start; });
        for (; word != words.end() && word->start < stretch.end; ++word)
            rule(rulings[static_cast<std::size_t>(word - words.begin())], stretch);
    }
    return rulings;
}

void refuseOpenStretches(const std::vector<WordRuling>& rulings, const std::vector<Decided>& decided) {
    const bool openWord =
        std::any_of(rulings.begin(), rulings.end(), [](const auto& ruling) { return ruling.open && !ruling.hidden; });
    const bool openBox = std::any_of(decided.begin(), decided.end(), [](const auto& stretch) {
        return isBox(stretch) && stretch.decision == Decision::judge;
    });
    if (openWord || openBox) throw StillOpen("Er staat nog een passage op beoordelen; die moet eerst beslist zijn.");
}

// Marks stop at an empty line and at a page: what hides a paragraph must not swallow the structure around it.
bool separates(std::u32string_view between) {
    return std::count(between.begin(), between.end(), U'\n') > 1 || between.find(U'\f') != between.npos;
}

std::vector<Mark> mergeWords(const document::Document& document, const std::vector<Span>& words,
                             const std::vector<WordRuling>& rulings) {
    std::vector<Mark> marks;
    bool previousHidden = false;
    for (std::size_t at = 0; at < words.size(); previousHidden = rulings[at].hidden, ++at) {
        if (!rulings[at].hidden) continue;
        const bool joins = previousHidden && marks.back().ground == rulings[at].ground &&
                           !separates(std::u32string_view(document.text)
                                          .substr(marks.back().end, words[at].start - marks.back().end));
        if (!joins)
            marks.push_back({words[at].start, words[at].end, rulings[at].ground, std::nullopt, std::nullopt, rulings[at].kind});
        marks.back().end = words[at].end;
        if (marks.back().kind != rulings[at].kind) marks.back().kind.clear();
    }
    return marks;
}

// A box over something that is no page, or upside down, hides nothing: somebody must draw it again.
void refuseUselessBoxes(const document::Document& document, const std::vector<Decided>& decided) {
    for (const auto& drawn : decided)
        if (isBox(drawn) && drawn.decision == Decision::redact &&
            (*drawn.page >= document.pages.size() || drawn.box->x0 >= drawn.box->x1 || drawn.box->y0 >= drawn.box->y1))
            throw StillOpen("Een getekend vak ligt niet op een bladzijde; teken het opnieuw.");
}

}  // namespace

std::vector<Mark> resolveMarks(const document::Document& document, const std::vector<Decided>& decided) {
    refuseUselessBoxes(document, decided);
    const auto words = wordSpans(document);
    const auto rulings = ruleWords(words, withWordsUnderBoxes(document, decided));
    refuseOpenStretches(rulings, decided);
    auto marks = mergeWords(document, words, rulings);
    for (const auto& drawn : decided)
        if (isBox(drawn) && drawn.decision == Decision::redact)
            marks.push_back({0, 0, drawn.ground, drawn.page, drawn.box, drawn.kind});
    return marks;
}

}  // namespace redaction::marks
