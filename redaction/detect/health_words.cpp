#include "redaction/detect/health_words.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "redaction/words/words.h"

namespace redaction::detect {

namespace {

constexpr std::size_t kKey = 3, kShortestFront = 2;  // letters at the end by which tails are looked up; letters before a tail

using Tails = std::unordered_map<std::string_view, std::vector<std::string_view>>;

const Tails& tails() {
    static const Tails all = [] {
        Tails byEnd;
        for (const std::string_view tail : words::linesOf("categories", "healthTails")) byEnd[tail.substr(tail.size() - kKey)].push_back(tail);
        return byEnd;
    }();
    return all;
}

}  // namespace

bool endsAsHealth(std::string_view word) {
    static const auto never = words::setOf("categories", "notHealth");
    if (word.size() < kKey + kShortestFront) return false;
    const auto found = tails().find(word.substr(word.size() - kKey));
    if (found == tails().end()) return false;
    for (const auto tail : found->second)
        if (word.size() >= tail.size() + kShortestFront && word.substr(word.size() - tail.size()) == tail) return never.count(word) == 0;
    return false;
}

}  // namespace redaction::detect
