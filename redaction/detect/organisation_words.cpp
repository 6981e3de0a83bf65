#include "redaction/detect/organisation_words.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "redaction/words/words.h"

namespace redaction::detect {

namespace {

constexpr std::size_t kKey = 3;  // letters at the end by which tails are looked up

unsigned keyOf(std::string_view word) {
    unsigned key = 0;
    for (const char c : word.substr(word.size() - kKey)) key = key << 8 | static_cast<unsigned char>(c);
    return key;
}

struct Words {
    std::unordered_map<std::string_view, Kind> whole;
    std::unordered_map<unsigned, std::vector<std::pair<std::string_view, Kind>>> tails;
};

Words readWords() {
    Words words;
    const std::pair<std::string, Kind> kinds[] = {{"school", Kind::school}, {"gp", Kind::gp}, {"institution", Kind::institution}, {"employer", Kind::employer}};
    for (const auto& [name, kind] : kinds) {
        for (const std::string_view word : words::linesOf("organisations", name + "Words")) words.whole.emplace(word, kind);
        for (const std::string_view tail : words::linesOf("organisations", name + "Tails")) words.tails[keyOf(tail)].emplace_back(tail, kind);
    }
    return words;
}

}  // namespace

Kind organisationKind(std::string_view word) {
    static const auto words = readWords();
    const auto found = words.whole.find(word);
    if (found != words.whole.end()) return found->second;
    constexpr std::size_t kShortestFront = 3;
    const auto tails = word.size() >= kKey + kShortestFront ? words.tails.find(keyOf(word)) : words.tails.end();
    if (tails == words.tails.end()) return Kind::other;
    for (const auto& [tail, kind] : tails->second)
        if (word.size() >= tail.size() + kShortestFront && word.substr(word.size() - tail.size()) == tail) return kind;
    return Kind::other;
}

bool opensKnownInstitution(std::string_view word) {
    static const auto openings = [] {
        std::vector<std::string_view> all;
        const auto isWordByte = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
        for (const std::string_view line : words::linesOf("organisations", "known")) all.push_back(line.substr(0, static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), isWordByte) - line.begin())));
        return words::Set(all.begin(), all.end());
    }();
    return openings.count(word) != 0;
}

bool closesRegion(std::string_view word) {
    static const auto regions = [] {
        std::vector<std::string_view> all;
        for (const std::string_view line : words::linesOf("regions", "regions")) all.push_back(line.substr(line.find_last_of(" -") + 1));
        return words::Set(all.begin(), all.end());
    }();
    return regions.count(word) != 0;
}

bool namesDetention(std::string_view word) {
    static const words::Set kinds{"pi", "jji", "fpk", "fpc", "ppc", "hvb"};
    return kinds.count(word) != 0;
}

std::size_t knownInstitution(std::string_view text) {
    static const auto names = [] {
        std::unordered_map<std::string_view, std::vector<std::string_view>> byFirst;
        for (const std::string_view line : words::linesOf("organisations", "known")) byFirst[line.substr(0, line.find(' '))].push_back(line);
        return byFirst;
    }();
    const auto found = names.find(text.substr(0, text.find_first_of(" .,;:)\n")));
    if (found == names.end()) return 0;
    for (const auto name : found->second)
        if (text.substr(0, name.size()) == name && (text.size() == name.size() || text[name.size()] < 'a')) return static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
    return 0;
}

}  // namespace redaction::detect
