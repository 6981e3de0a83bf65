#include "redaction/apply/verification/needles.h"

#include <algorithm>

#include "redaction/apply/verification/disguises.h"
#include "redaction/apply/verification/sayings.h"
#include "redaction/document/document.h"

namespace redaction::apply::verification {

namespace {

constexpr std::size_t shortestInBytes = 8;  // code points
constexpr std::size_t shortestRun = 8;      // bytes that can be read, in a row, in what is no text

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

std::vector<std::string> encodingsOf(const std::u32string& text) {
    if (text.size() < shortestInBytes || countsUp(text)) return {};
    std::vector<std::string> encodings{document::toUtf8(text), latin1(text), utf16(text, true), utf16(text, false)};
    if (encodings[0] == encodings[1]) encodings.erase(encodings.begin());
    return encodings;
}

std::u32string symbolsOf(const std::string& bytes) {
    std::u32string symbols;
    for (const char byte : bytes) symbols += static_cast<char32_t>(static_cast<unsigned char>(byte));
    return symbols;
}

// The reverse of a number of few digits is another number.
bool isSearchedBackwards(const std::u32string& text, const marks::FoldedText& folded) {
    const bool onlyDigits = std::all_of(text.begin(), text.end(), [](char32_t character) { return character < U'A'; });
    return folded.characters().size() >= shortestBackwards + (onlyDigits ? 2 : 0);
}

std::vector<std::size_t> numbersOf(const std::vector<bool>& found) {
    std::vector<std::size_t> numbers;
    for (std::size_t at = 0; at < found.size(); ++at)
        if (found[at]) numbers.push_back(at);
    return numbers;
}

// What can be read in bytes that are no text, a line for each row of it.
std::string readableRuns(std::string_view bytes) {
    std::string runs;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= bytes.size(); ++at) {
        if (at < bytes.size() && bytes[at] >= 0x20 && bytes[at] < 0x7F) continue;
        if (at - start >= shortestRun) runs.append(bytes.substr(start, at - start)).append(apart);
        start = at + 1;
    }
    return runs;
}

}  // namespace

struct NeedleSet::Prepared {
    std::size_t size = 0, searched = 0;
    std::vector<Pattern> patterns;
    std::vector<std::u32string> folded, bytes;
    std::vector<std::size_t> encoded;
};

NeedleSet::Prepared NeedleSet::prepare(const std::vector<std::string>& strings) {
    Prepared prepared;
    prepared.size = strings.size();
    const auto add = [&](std::size_t string, const marks::FoldedText& folded) {
        prepared.patterns.push_back({string, folded.characters().size(), folded.holds()});
        prepared.folded.push_back(folded.characters());
    };
    for (std::size_t at = 0; at < strings.size(); ++at) {
        const auto text = document::toCodePoints(strings[at]);
        const marks::FoldedText forwards(text);
        if (!forwards.searchable()) continue;
        ++prepared.searched;
        add(at, forwards);
        if (isSearchedBackwards(text, forwards)) add(at, marks::FoldedText(std::u32string(text.rbegin(), text.rend())));
        for (const auto& encoding : encodingsOf(text)) {
            prepared.bytes.push_back(symbolsOf(encoding));
            prepared.encoded.push_back(at);
        }
    }
    return prepared;
}

NeedleSet::NeedleSet(const std::vector<std::string>& strings) : NeedleSet(prepare(strings)) {}

NeedleSet::NeedleSet(Prepared&& prepared)
    : size_(prepared.size), searched_(prepared.searched), patterns_(std::move(prepared.patterns)), folded_(prepared.folded),
      encoded_(std::move(prepared.encoded)), bytes_(prepared.bytes) {}

void NeedleSet::findIn(const marks::FoldedText& text, std::size_t shortest, std::vector<bool>& found, std::size_t offset) const {
    folded_.read(text.characters(), [&](std::size_t number, std::size_t end) {
        const auto& [string, length, holds] = patterns_[number];
        if (length >= shortest && text.countsAt(end - length, length, holds)) found[offset + string] = true;
    });
}

void NeedleSet::findInBytes(std::string_view bytes, std::vector<bool>& found, std::size_t offset) const {
    bytes_.read(bytes, [&](std::size_t number, std::size_t) { found[offset + encoded_[number]] = true; });
}

void Needles::search(std::string_view text, std::size_t shortest, std::vector<bool>& found) const {
    const auto folded = marks::FoldedText::fromUtf8(text);
    everywhere_.findIn(folded, shortest, found, 0);
    own_.findIn(folded, shortest, found, everywhere_.size());
}

std::vector<std::size_t> Needles::findIn(std::string_view utf8Text) const {
    auto found = nothing();
    search(utf8Text, 0, found);
    for (const auto& reading : unescaped(utf8Text)) search(reading, 0, found);
    if (const auto reading = decodedRuns(utf8Text); !reading.empty()) search(reading, shortestDecoded, found);
    return numbersOf(found);
}

std::vector<std::size_t> Needles::findInBytes(std::string_view bytes) const {
    auto found = nothing();
    everywhere_.findInBytes(bytes, found, 0);
    own_.findInBytes(bytes, found, everywhere_.size());
    if (const auto runs = readableRuns(bytes); !runs.empty()) search(runs, shortestInBytes + 1, found);
    return numbersOf(found);
}

}  // namespace redaction::apply::verification
