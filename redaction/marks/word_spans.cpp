#include "redaction/marks/word_spans.h"

#include "redaction/document/document.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace redaction::marks {

bool isSpace(char32_t character) {
    return u_isUWhiteSpace(static_cast<UChar32>(character)) || character == 0x200B || character == 0xFEFF;
}

namespace {

// A page word may hold white space of its own kind (a narrow no-break space in a number): it still is one word.
std::vector<bool> joinedToNext(const document::Document& document) {
    std::vector<bool> joined(document.text.size(), false);
    for (const auto& page : document.pages)
        for (const auto& word : page.words)
            for (auto at = word.start; at + 1 < word.end && at + 1 < joined.size(); ++at) joined[at] = true;
    return joined;
}

}  // namespace

std::vector<Span> wordSpans(const document::Document& document) {
    const auto& text = document.text;
    const auto joined = joinedToNext(document);
    std::vector<Span> spans;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (isSpace(text[at]) && !joined[at]) continue;
        auto end = at + 1;
        while (end < text.size() && (joined[end - 1] || !isSpace(text[end]))) ++end;
        spans.push_back({at, end});
        at = end - 1;
    }
    return spans;
}

}  // namespace redaction::marks
