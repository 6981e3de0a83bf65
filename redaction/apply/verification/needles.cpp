#include "redaction/apply/verification/needles.h"

#include <algorithm>
#include <functional>

#include "redaction/document/document.h"

namespace redaction::apply::verification {

namespace {

constexpr std::size_t shortestInBytes = 8;  // code points

std::string utf16(const std::u32string& text, bool bigEndian) {
    std::string bytes;
    for (const char32_t character : text) {
        const char high = static_cast<char>(character >> 8 & 0xFF), low = static_cast<char>(character & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

std::string latin1(const std::u32string& text) {
    std::string bytes;
    for (const char32_t character : text) bytes += character < 0x100 ? static_cast<char>(character) : '?';
    return bytes;
}

// "12345678" stands in the tables of many fonts, between /0 and 9:.
bool countsUp(const std::u32string& text) {
    for (std::size_t at = 1; at < text.size(); ++at)
        if (text[at] != text[at - 1] + 1) return false;
    return true;
}

std::vector<std::string> encodingsOf(const std::string& utf8) {
    const auto text = document::toCodePoints(utf8);
    if (text.size() < shortestInBytes || countsUp(text)) return {};
    std::vector<std::string> encodings{utf8, latin1(text), utf16(text, true), utf16(text, false)};
    if (encodings[0] == encodings[1]) encodings.erase(encodings.begin());
    return encodings;
}

}  // namespace

Needles::Needles(const std::vector<std::string>& everywhere, const std::vector<std::string>& own) {
    for (const auto* list : {&everywhere, &own})
        for (const auto& string : *list) {
            needles_.push_back({marks::FoldedText::fromUtf8(string), encodingsOf(string)});
            searched_ += needles_.back().folded.searchable();
        }
}

std::vector<std::size_t> Needles::findIn(std::string_view utf8Text) const {
    const auto text = marks::FoldedText::fromUtf8(utf8Text);
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < needles_.size(); ++at)
        if (text.contains(needles_[at].folded)) found.push_back(at);
    return found;
}

std::vector<std::size_t> Needles::findInBytes(std::string_view bytes) const {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < needles_.size(); ++at)
        for (const auto& encoding : needles_[at].encodings)
            if (std::search(bytes.begin(), bytes.end(), std::boyer_moore_horspool_searcher(encoding.begin(), encoding.end())) != bytes.end()) {
                found.push_back(at);
                break;
            }
    return found;
}

}  // namespace redaction::apply::verification
