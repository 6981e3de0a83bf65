#include "redaction/document/unseen.h"

#include <algorithm>

namespace redaction::document {

namespace {

constexpr const char* onThePage = "niet te zien op de pagina";

bool isInvisible(const Word& word) { return !word.visible; }
bool hides(const Block& block) { return block.kind == BlockKind::hidden; }

}  // namespace

std::vector<Unseen> unseenOf(const Document& document) {
    std::vector<Unseen> unseen;
    for (const auto& page : document.pages)
        for (const auto& word : page.words)
            if (isInvisible(word)) unseen.push_back({word.start, word.end, onThePage});
    for (const auto& block : document.blocks)
        if (hides(block)) unseen.push_back({block.start, block.end, block.note});
    std::stable_sort(unseen.begin(), unseen.end(), [](const auto& one, const auto& other) { return one.start < other.start; });
    return unseen;
}

void addUnseen(Document& document, std::u32string_view text, const std::string& note) {
    const auto isBlank = [](char32_t c) { return c <= U' ' || c == 0xA0; };
    if (document.pages.empty() || std::all_of(text.begin(), text.end(), isBlank)) return;
    auto& page = document.pages.back();
    if (page.end > page.start) document.text += U"\n\n";
    const std::size_t start = document.text.size();
    for (const char32_t c : text)
        if (c != U'\r' && c != U'\f') document.text += c;
    page.end = document.text.size();
    document.blocks.push_back({BlockKind::hidden, 0, start, page.end, note});
}

Document asSeen(Document document) {
    if (document.layout != Layout::paged) return document;
    for (const auto& stretch : unseenOf(document))
        for (auto at = stretch.start; at < std::min(stretch.end, document.text.size()); ++at)
            if (document.text[at] != U'\n' && document.text[at] != U'\f') document.text[at] = U' ';
    for (auto& page : document.pages) page.words.erase(std::remove_if(page.words.begin(), page.words.end(), isInvisible), page.words.end());
    document.blocks.erase(std::remove_if(document.blocks.begin(), document.blocks.end(), hides), document.blocks.end());
    return document;
}

}  // namespace redaction::document
