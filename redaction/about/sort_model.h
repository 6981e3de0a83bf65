// The words and weights of templates/words/sorts.txt: which trait brings how much to which sort. Reads, and looks up.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "redaction/about/sorts.h"

namespace redaction::about {

// Hashes and the weights they bring, in one flat table. Most words are in no trait that weighs, and most pairs of words
// that are in some are in none together: by a few bits of their hash that is seen without looking a trait up.
class SortModel {
  public:
    using Row = SortFinder::Sums;

    SortModel();

    static constexpr std::uint32_t kNone = 0xffffffff;
    std::uint32_t find(std::uint64_t hash) const {
        if ((some_[someOf(hash) / 64] >> someOf(hash) % 64 & 1u) == 0) return kNone;
        const auto high = static_cast<std::uint32_t>(hash >> 32);
        for (auto at = hash & (slots_.size() - 1); slots_[at].number != 0; at = (at + 1) & (slots_.size() - 1))
            if (slots_[at].high == high && hashes_[slots_[at].number - 1] == hash) return slots_[at].number - 1;
        return kNone;
    }
    std::size_t size() const { return rows_.size(); }
    const Row& operator[](std::uint32_t number) const { return rows_[number]; }
    const Row& always() const { return always_; }

    std::uint8_t partsOf(std::uint32_t word) const { return parts_[word % kParts]; }  // of a hash: in which traits of two words it may stand
    static bool mayBegin(std::uint8_t parts, Trait::Of of) { return (parts >> bitOf(of) & 1u) != 0; }
    static bool mayEnd(std::uint8_t parts, Trait::Of of) { return (parts >> (bitOf(of) + 1) & 1u) != 0; }

  private:
    static constexpr std::size_t kParts = 1 << 16, kSome = 1 << 18;
    static std::size_t someOf(std::uint64_t hash) { return hash >> 32 & (kSome - 1); }
    static int bitOf(Trait::Of of) { return of == Trait::Of::pair ? 0 : 2; }  // pair or gap
    void add(const Trait& trait, const Row& row);
    void read(const std::string& line);

    struct Slot {
        std::uint32_t high = 0, number = 0;  // of the hash the upper half; number: from one; 0: free
    };
    Row always_{};
    std::vector<std::uint64_t> hashes_;
    std::vector<Row> rows_;
    std::vector<Slot> slots_;
    std::vector<std::uint8_t> parts_;  // by hash of a word: in which traits it may stand first, second
    std::vector<std::uint64_t> some_;  // by hash of a trait, a bit: there may be one
};

const SortModel& sortModel();

}  // namespace redaction::about
