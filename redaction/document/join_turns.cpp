#include "redaction/document/join_turns.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace redaction::document {
namespace {

constexpr std::string_view aboutPage = "Pagina ";

std::size_t pageOf(const std::string& doubt) {
    std::size_t page = 0;  // of the document as a whole: first
    if (doubt.starts_with(aboutPage)) std::from_chars(doubt.data() + aboutPage.size(), doubt.data() + doubt.size(), page);
    return page;
}

void addPage(Document& whole, const Document& from, std::size_t number) {
    if (!whole.pages.empty()) whole.text += U'\f';
    Page page = from.pages[number];
    const std::size_t start = page.start, end = page.end, at = whole.text.size();
    whole.text.append(from.text, start, end - start);
    const auto move = [&](auto& stretch) {
        stretch.start = at + (std::max(stretch.start, start) - start);
        stretch.end = at + (std::min(stretch.end, end) - start);
    };
    for (auto& word : page.words) move(word);
    for (Block block : from.blocks) {
        if (block.start < start || block.end > end) continue;
        move(block);
        whole.blocks.push_back(std::move(block));
    }
    move(page);
    whole.pages.push_back(std::move(page));
}

void addDoubts(Document& whole, const Document& from) {
    for (const auto& doubt : from.doubts)
        if (std::find(whole.doubts.begin(), whole.doubts.end(), doubt) == whole.doubts.end()) whole.doubts.push_back(doubt);
}

}  // namespace

Document joinTurns(std::vector<Document> read) {
    Document whole;
    whole.layout = Layout::paged;
    std::size_t pages = 0;
    for (const auto& part : read) pages += part.pages.size();
    for (std::size_t number = 0; number < pages; ++number) {
        const auto& part = read[number % read.size()];
        if (number / read.size() >= part.pages.size()) throw std::runtime_error("join turns: pages do not fit together");
        addPage(whole, part, number / read.size());
    }
    for (const auto& part : read) addDoubts(whole, part);
    std::stable_sort(whole.doubts.begin(), whole.doubts.end(), [](const auto& one, const auto& other) { return pageOf(one) < pageOf(other); });
    if (!read.empty()) whole.title = read.front().title, whole.language = read.front().language;
    return whole;
}

}  // namespace redaction::document
