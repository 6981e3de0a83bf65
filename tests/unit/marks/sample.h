// Small documents for the tests of marks: text with words on one line, and stretches found by what they say.
#pragma once

#include <string_view>

#include "redaction/document/document.h"
#include "redaction/marks/marks.h"

namespace marks_test {

inline redaction::document::Document flow(std::u32string_view text) {
    redaction::document::Document document;
    document.text = text;
    return document;
}

// One page, one line; each character is 10 points wide, the line lies between y 100 and y 112.
inline redaction::document::Document paged(std::u32string_view text) {
    auto document = flow(text);
    document.layout = redaction::document::Layout::paged;
    redaction::document::Page page;
    page.end = text.size(), page.width = 595, page.height = 842;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == U' ' || text[at] == U'\n') continue;
        auto end = at;
        while (end < text.size() && text[end] != U' ' && text[end] != U'\n') ++end;
        page.words.push_back({at, end, {10.0 * at, 100, 10.0 * end, 112}, 1.0, true});
        at = end;
    }
    document.pages.push_back(page);
    return document;
}

inline redaction::marks::Decided decided(const redaction::document::Document& document, std::u32string_view what,
                                         redaction::policy::Decision decision, std::string ground = "third-party") {
    const auto at = document.text.find(what);
    if (at == document.text.npos) throw std::logic_error("test text without the stretch");
    return {at, at + what.size(), decision, std::move(ground), std::nullopt, std::nullopt, {}};
}

}  // namespace marks_test
