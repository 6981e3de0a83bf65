#include "redaction/about/sort_model.h"

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "redaction/words/words.h"

namespace redaction::about {

namespace {

constexpr std::array<std::string_view, kSorts> kNames{"confidential", "whereabouts", "reporter", "worknote", "internal", "police", "investigation", "mixed", "nobody"};

}  // namespace

SortModel::SortModel() : parts_(kParts), some_(kSome / 64) {
    for (const auto& line : words::linesOf("sorts", "weights")) read(line);
    slots_.resize(std::bit_ceil(4 * rows_.size() + 1));
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
        auto at = hashes_[i] & (slots_.size() - 1);
        while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = {static_cast<std::uint32_t>(hashes_[i] >> 32), i + 1};
        some_[someOf(hashes_[i]) / 64] |= std::uint64_t{1} << someOf(hashes_[i]) % 64;
    }
}

void SortModel::add(const Trait& trait, const Row& row) {
    hashes_.push_back(trait.hash);
    rows_.push_back(row);
    if (trait.second.empty()) return;
    parts_[words::hashOf(trait.first) % kParts] |= static_cast<std::uint8_t>(1u << bitOf(trait.of));
    parts_[words::hashOf(trait.second) % kParts] |= static_cast<std::uint8_t>(2u << bitOf(trait.of));
}

// "p niemand weet = confidential 0.84, worknote -0.10"; "= …" for what every passage begins with.
void SortModel::read(const std::string& line) {
    const auto middle = line.find("= ");
    if (middle == std::string::npos) throw std::logic_error("geen gewicht: " + line);
    Row row{};
    for (auto at = middle + 2; at < line.size();) {
        const auto space = line.find(' ', at), comma = std::min(line.find(", ", space), line.size());
        const auto name = std::find(kNames.begin(), kNames.end(), line.substr(at, space - at));
        if (space == std::string::npos || name == kNames.end()) throw std::logic_error("geen soort: " + line);
        row[static_cast<std::size_t>(name - kNames.begin())] = std::stof(line.substr(space + 1, comma - space - 1));
        at = comma + 2;
    }
    if (middle == 0) always_ = row;
    else add(traitOf(std::string_view(line).substr(0, middle - 1)), row);
}

const SortModel& sortModel() {
    static const SortModel instance;
    return instance;
}

std::string_view nameOf(Sort sort) { return kNames[static_cast<std::size_t>(sort)]; }

Trait traitOf(std::string_view line) {
    if (line.size() < 3 || line[1] != ' ') throw std::logic_error("geen kenmerk: " + std::string(line));
    Trait trait{static_cast<Trait::Of>(line[0]), line.substr(2), {}, 0};
    if (const auto space = trait.first.find(' '); space != std::string_view::npos) {
        trait.second = trait.first.substr(space + 1);
        trait.first = trait.first.substr(0, space);
    }
    trait.hash = traitHash(trait.of, words::hashOf(trait.first), trait.second.empty() ? 0 : words::hashOf(trait.second));
    return trait;
}

}  // namespace redaction::about
