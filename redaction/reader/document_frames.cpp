#include "redaction/reader/document_frames.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "redaction/reader/payload.h"

namespace redaction::reader::protocol {
namespace {

using document::Word;

constexpr std::size_t wordBytes = 26;  // start, end, four edges, confidence, visible
constexpr std::size_t mostPages = 1u << 20;
constexpr double hundredths = 100;  // of a point, of certainty
constexpr std::int32_t farthest = 100'000'000, nowhere = INT32_MIN;  // hundredths of a point; what is no place at all is refused by who reads it

std::uint32_t edge(double points) {
    const bool known = std::isfinite(points) && std::abs(points) * hundredths <= farthest;
    return static_cast<std::uint32_t>(known ? static_cast<std::int32_t>(std::lround(points * hundredths)) : nowhere);
}

double edgeFrom(Taker& taker) {
    const auto number = static_cast<std::int32_t>(static_cast<std::uint32_t>(taker.number(4)));
    if (number < -farthest || number > farthest) refuse();
    return number / hundredths;
}

Word wordFrom(Taker& taker) {
    Word word;
    word.start = taker.number(4);
    word.end = taker.number(4);
    for (double* at : {&word.box.x0, &word.box.y0, &word.box.x1, &word.box.y1}) *at = edgeFrom(taker);
    const auto confidence = taker.number(1), visible = taker.number(1);
    if (double(confidence) > hundredths || visible > 1) refuse();
    word.confidence = double(confidence) / hundredths;
    word.visible = visible == 1;
    return word;
}

bool fits(const document::Page& page) {
    for (const Word& word : page.words)
        if (word.start < page.start || word.start > word.end || word.end > page.end) return false;
    return true;
}

}  // namespace

std::string encodeWords(const std::vector<Word>& words) {
    std::string out;
    out.reserve(words.size() * wordBytes);
    for (const Word& word : words) {
        putNumber(out, word.start, 4);
        putNumber(out, word.end, 4);
        for (const double points : {word.box.x0, word.box.y0, word.box.x1, word.box.y1}) putNumber(out, edge(points), 4);
        putNumber(out, static_cast<std::uint64_t>(std::lround(std::min(1.0, std::max(0.0, word.confidence)) * hundredths)), 1);
        putNumber(out, word.visible ? 1 : 0, 1);
    }
    return out;
}

bool DocumentFrames::take(Kind kind, std::string_view payload) {
    if (kind != Kind::words && kind != Kind::document) return false;
    if (complete_) refuse();
    kind == Kind::words ? takeWords(payload) : takeRest(payload);
    return true;
}

void DocumentFrames::takeWords(std::string_view payload) {
    if (payload.size() % wordBytes != 0 || words_.size() == mostPages) refuse();
    auto& words = words_.emplace_back();
    words.reserve(payload.size() / wordBytes);
    for (Taker taker(payload); !taker.empty();) words.push_back(wordFrom(taker));
}

void DocumentFrames::takeRest(std::string_view payload) {
    document_ = document::documentFromJson(payload);
    if (document_.pages.size() != words_.size()) refuse();
    for (std::size_t at = 0; at < words_.size(); ++at) {
        auto& page = document_.pages[at];
        if (!page.words.empty()) refuse();
        page.words = std::move(words_[at]);
        if (!fits(page)) refuse();
    }
    complete_ = true;
}

}  // namespace redaction::reader::protocol
