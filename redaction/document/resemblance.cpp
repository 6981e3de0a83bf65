// Texts as sets of short rows of letters: what OCR misreads spoils the few rows around it. Of each set the smallest hashes
// stand for the whole (Broder 1997, bottom-k sketches), so that a long text is compared as fast as a short one.
#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>

#include "redaction/document/likeness.h"

namespace redaction::document {
namespace {

constexpr std::size_t rowLetters = 5;
constexpr std::size_t leastLetters = 150;   // of a text that resembles another
constexpr std::size_t sketchSize = 400;     // hashes kept of a text
constexpr std::size_t mostTexts = 40;       // that share one hash: more is a letterhead or a form, and says nothing
constexpr std::size_t leastHashes = 100;    // of a text, without those
constexpr double leastResemblance = 0.45;   // of all rows in two texts, in both; one letter in 30 misread leaves 0.7

using Sketch = std::vector<std::uint64_t>;  // smallest first, each once

std::uint64_t mixed(std::uint64_t value) {  // SplitMix64
    value += 0x9E3779B97F4A7C15u;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

Sketch sketchOf(std::u32string_view text) {
    const auto letters = folded(text);
    Sketch sketch;
    if (letters.size() < leastLetters) return sketch;
    for (std::size_t at = 0; at + rowLetters <= letters.size(); ++at) {
        std::uint64_t row = 0;
        for (std::size_t letter = 0; letter < rowLetters; ++letter) row = mixed(row ^ letters[at + letter]);
        sketch.push_back(row);
    }
    std::sort(sketch.begin(), sketch.end());
    sketch.erase(std::unique(sketch.begin(), sketch.end()), sketch.end());
    sketch.resize(std::min(sketch.size(), sketchSize));
    return sketch;
}

// Of the smallest of both together, the share that stands in both.
double resemblance(const Sketch& one, const Sketch& other) {
    std::size_t seen = 0, shared = 0;
    for (auto a = one.begin(), b = other.begin(); seen < sketchSize && (a != one.end() || b != other.end()); ++seen) {
        if (b == other.end() || (a != one.end() && *a < *b)) ++a;
        else if (a == one.end() || *b < *a) ++b;
        else ++shared, ++a, ++b;
    }
    return seen == 0 ? 0 : double(shared) / double(seen);
}

using Holders = std::unordered_map<std::uint64_t, std::vector<std::size_t>>;  // per hash: texts

// Takes out what stands in too many texts, and the texts of which too little is left.
Holders keepTelling(std::vector<Sketch>& sketches) {
    std::unordered_map<std::uint64_t, std::size_t> times;
    for (const auto& sketch : sketches)
        for (const auto hash : sketch) ++times[hash];
    Holders holders;
    for (std::size_t at = 0; at < sketches.size(); ++at) {
        auto& sketch = sketches[at];
        std::erase_if(sketch, [&](const auto hash) { return times[hash] > mostTexts; });
        if (sketch.size() < leastHashes) sketch.clear();
        for (const auto hash : sketch)
            if (times[hash] > 1) holders[hash].push_back(at);
    }
    return holders;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> findResembling(const std::vector<std::u32string_view>& texts) {
    std::vector<Sketch> sketches;
    for (const auto text : texts) sketches.push_back(sketchOf(text));
    const auto holders = keepTelling(sketches);
    std::map<std::pair<std::size_t, std::size_t>, bool> compared;
    for (const auto& [hash, holding] : holders) {
        for (std::size_t one = 0; one < holding.size(); ++one)
            for (std::size_t other = one + 1; other < holding.size(); ++other)
                if (const auto [found, isNew] = compared.try_emplace({holding[one], holding[other]}); isNew)
                    found->second = resemblance(sketches[holding[one]], sketches[holding[other]]) >= leastResemblance;
    }
    std::vector<std::pair<std::size_t, std::size_t>> resembling;
    for (const auto& [pair, isAlike] : compared)
        if (isAlike) resembling.push_back(pair);
    return resembling;
}

}  // namespace redaction::document
