#include <algorithm>
#include <set>

#include "redaction/document/document.h"
#include "redaction/document/unseen.h"
#include "redaction/marks/folded_text.h"
#include "redaction/marks/marks.h"
#include "redaction/marks/word_spans.h"

namespace redaction::marks {

namespace {

constexpr std::size_t wordsInOnePiece = 4;      // a longer stretch is searched in overlapping pieces of this many words
constexpr std::size_t longestNamedStretch = 3;  // up to this many words each word is searched by itself as well
constexpr std::size_t shortestSingleWord = 4;   // folded letters and digits

bool isUnder(const Span& name, const std::vector<Mark>& marks) {
    return std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) { return mark.start <= name.start && name.end <= mark.end; });
}

std::vector<Span> wordsUnder(const std::vector<Span>& words, const Span& stretch) {
    std::vector<Span> under;
    for (auto word = std::partition_point(words.begin(), words.end(),
                                          [&](const Span& span) { return span.end <= stretch.start; });
         word != words.end() && word->start < stretch.end; ++word)
        under.push_back(*word);
    return under;
}

std::u32string joined(const std::u32string& text, const std::vector<Span>& words, std::size_t from, std::size_t count) {
    std::u32string piece;
    for (std::size_t at = from; at < from + count; ++at) {
        if (!piece.empty()) piece += U' ';
        piece += text.substr(words[at].start, words[at].end - words[at].start);
    }
    return piece;
}

std::vector<std::u32string> pieces(const std::u32string& text, const std::vector<Span>& words) {
    std::vector<std::u32string> found;
    const auto size = std::min(words.size(), wordsInOnePiece);
    for (std::size_t from = 0; size > 0 && from + size <= words.size(); ++from)
        found.push_back(joined(text, words, from, size));
    if (words.size() > longestNamedStretch) return found;
    for (std::size_t at = 0; at < words.size() && words.size() > 1; ++at) {
        auto word = joined(text, words, at, 1);
        if (FoldedText(word).characters().size() >= shortestSingleWord) found.push_back(std::move(word));
    }
    return found;
}

// Not seen, so not released: of a paged document the writer never lets these words pass.
std::vector<Span> invisibleWords(const document::Document& document) {
    std::vector<Span> invisible;
    if (document.layout == document::Layout::flow) return invisible;
    for (const auto& stretch : document::unseenOf(document)) invisible.push_back({stretch.start, stretch.end});
    return invisible;
}

}  // namespace

std::vector<std::string> withheldStrings(const document::Document& document, const std::vector<Mark>& marks, const std::vector<Span>& names) {
    const auto words = wordSpans(document);
    const FoldedText released(releasedText(document, marks));
    std::set<std::u32string> strings, seen;  // one name is hidden in a thousand places: it is looked for once
    const auto add = [&](const Span& stretch) {
        for (auto& piece : pieces(document.text, wordsUnder(words, stretch))) {
            if (!seen.insert(piece).second) continue;
            const FoldedText folded(piece);
            if (folded.searchable() && !released.contains(folded)) strings.insert(std::move(piece));
        }
    };
    for (const auto& mark : marks) add({mark.start, mark.end});
    for (const auto& name : names)
        if (isUnder(name, marks)) add(name);
    std::vector<std::string> result;
    for (const auto& piece : strings) result.push_back(document::toUtf8(piece));
    return result;
}

std::vector<std::string> unsearchedStrings(const document::Document& document, const std::vector<Mark>& marks, const std::vector<Span>& names) {
    const auto words = wordSpans(document);
    std::set<std::string> strings;
    const auto add = [&](const Span& stretch) {
        for (const auto& piece : pieces(document.text, wordsUnder(words, stretch)))
            if (const FoldedText folded(piece); !folded.searchable() && !folded.characters().empty()) strings.insert(document::toUtf8(piece));
    };
    for (const auto& mark : marks) add({mark.start, mark.end});
    for (const auto& name : names)
        if (isUnder(name, marks)) add(name);
    return {strings.begin(), strings.end()};
}

std::u32string releasedText(const document::Document& document, const std::vector<Mark>& marks) {
    std::vector<char32_t> fate(document.text.size(), 1);  // 1: stays; 0: goes; a mark begins with U+2588
    for (const auto& span : invisibleWords(document))
        for (auto at = span.start; at < std::min(span.end, fate.size()); ++at) fate[at] = 0;
    for (const auto& mark : marks)
        for (auto at = mark.start; at < std::min(mark.end, fate.size()); ++at) fate[at] = at == mark.start ? U'█' : 0;
    std::u32string released;
    for (std::size_t at = 0; at < fate.size(); ++at)
        if (fate[at] != 0) released += fate[at] == 1 ? document.text[at] : fate[at];
    return released;
}

}  // namespace redaction::marks
