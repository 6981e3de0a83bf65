// Numbers of words: where in a list a word stands, in one flat table.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/words/word.h"

namespace redaction::words {

class Index {
  public:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    std::size_t add(std::string_view word);  // its number, from zero; the old one where it is in already
    std::size_t find(const std::string_view& word) const { return find(word, hashOf(word)); }
    std::size_t find(const Word& word) const { return find(word, word.hash); }
    const std::vector<std::string>& words() const { return words_; }

  private:
    struct Slot {
        std::uint32_t hash = 0, number = 0;  // number: from one; 0: free
    };
    std::size_t find(std::string_view word, std::uint32_t hash) const {
        const auto mask = slots_.size() - 1;
        for (auto at = hash & mask; slots_[at].number != 0; at = (at + 1) & mask)
            if (slots_[at].hash == hash && same(words_[slots_[at].number - 1], word)) return slots_[at].number - 1;
        return kNone;
    }
    void put(std::uint32_t hash, std::uint32_t number);

    std::vector<std::string> words_;
    std::vector<Slot> slots_ = std::vector<Slot>(16);
};

}  // namespace redaction::words
