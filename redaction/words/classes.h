// Closed lists of words, all asked at once: in which of them a word is.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "redaction/words/word.h"

namespace redaction::words {

class Classes {  // a bit for each list; the words stay where they are
  public:
    struct List {
        std::uint32_t bit = 0;
        std::initializer_list<std::string_view> words;
    };
    Classes(std::initializer_list<List> lists);

    std::uint32_t of(const Word& word) const {
        for (auto at = word.hash & mask_; slots_[at].bits != 0; at = (at + 1) & mask_)
            if (slots_[at].hash == word.hash && same(slots_[at].word, word)) return slots_[at].bits;
        return 0;
    }

  private:
    struct Slot {
        std::uint32_t hash = 0, bits = 0;  // no bits: free
        std::string_view word;
    };
    std::vector<Slot> slots_;
    std::uint32_t mask_ = 0;
};

}  // namespace redaction::words
