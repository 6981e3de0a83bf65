// A closed list of words, in one flat table.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "redaction/words/word.h"

namespace redaction::words {

class Set {  // of words that stay where they are: written in the code or in the lists of templates/words
  public:
    Set(std::initializer_list<std::string_view> words) : Set(words.begin(), words.end()) {}
    template <class Iterator>
    Set(Iterator first, Iterator last) : words_(first, last) {
        lay();
    }

    std::size_t count(const std::string_view& word) const { return find(word, hashOf(word)); }
    std::size_t count(const Word& word) const { return find(word, word.hash); }

  private:
    struct Slot {
        std::uint32_t hash = 0, number = 0;  // number: in words_, from one; 0: free
    };
    void lay();
    std::size_t find(std::string_view word, std::uint32_t hash) const {
        for (auto at = hash & mask_; slots_[at].number != 0; at = (at + 1) & mask_)
            if (slots_[at].hash == hash && same(words_[slots_[at].number - 1], word)) return 1;
        return 0;
    }

    std::vector<std::string_view> words_;
    std::vector<Slot> slots_;
    std::uint32_t mask_ = 0;
};

}  // namespace redaction::words
