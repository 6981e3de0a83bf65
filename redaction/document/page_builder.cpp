#include "redaction/document/page_builder.h"

#include <algorithm>

namespace redaction::document {

PageBuilder::PageBuilder(Document& document, double width, double height) : document_(document) {
    if (!document_.pages.empty()) document_.text += U'\f';
    page_.start = document_.text.size();
    page_.width = width;
    page_.height = height;
    blockStart_ = page_.start;
}

void PageBuilder::word(std::u32string_view text, const Box& box, double confidence, bool visible) {
    if (text.empty()) return;
    const bool atStart = document_.text.size() == page_.start;
    if (!atStart && document_.text.back() != U'\n') document_.text += U' ';
    const std::size_t start = document_.text.size();
    document_.text += text;
    page_.words.push_back({start, document_.text.size(), box, confidence, visible});
}

void PageBuilder::breakTo(std::size_t lineEnds) {
    std::size_t at = document_.text.size(), found = 0;
    if (at == page_.start) return;
    while (at > page_.start && document_.text[at - 1] == U'\n') --at, ++found;
    for (; found < lineEnds; ++found) document_.text += U'\n';
}

void PageBuilder::lineBreak() { breakTo(1); }

void PageBuilder::paragraphBreak() {
    std::size_t end = document_.text.size();
    while (end > blockStart_ && document_.text[end - 1] == U'\n') --end;
    if (end > blockStart_) document_.blocks.push_back({BlockKind::paragraph, 0, blockStart_, end, "", std::string(language_)});
    breakTo(2);
    language_ = {};
    blockStart_ = document_.text.size();
}

void PageBuilder::finish() {
    paragraphBreak();
    while (document_.text.size() > page_.start && document_.text.back() == U'\n') document_.text.pop_back();
    page_.end = document_.text.size();
    page_.words.shrink_to_fit();
    document_.pages.push_back(std::move(page_));
}

Box unite(const Box& one, const Box& other) {
    return {std::min(one.x0, other.x0), std::min(one.y0, other.y0), std::max(one.x1, other.x1), std::max(one.y1, other.y1)};
}

Box scaled(const Box& box, double by) { return {box.x0 * by, box.y0 * by, box.x1 * by, box.y1 * by}; }

double area(const Box& box) { return std::max(0.0, box.x1 - box.x0) * std::max(0.0, box.y1 - box.y0); }

Box intersect(const Box& one, const Box& other) {
    return {std::max(one.x0, other.x0), std::max(one.y0, other.y0), std::min(one.x1, other.x1), std::min(one.y1, other.y1)};
}

}  // namespace redaction::document
