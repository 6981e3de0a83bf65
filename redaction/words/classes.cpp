#include "redaction/words/classes.h"

#include <bit>

namespace redaction::words {

Classes::Classes(std::initializer_list<List> lists) {
    std::size_t count = 0;
    for (const auto& list : lists) count += list.words.size();
    slots_.resize(std::bit_ceil(4 * count + 1));
    mask_ = static_cast<std::uint32_t>(slots_.size() - 1);
    for (const auto& list : lists)
        for (const auto word : list.words) {
            const auto hash = hashOf(word);
            auto at = hash & mask_;
            while (slots_[at].bits != 0 && slots_[at].word != word) at = (at + 1) & mask_;
            slots_[at] = {hash, slots_[at].bits | list.bit, word};
        }
}

}  // namespace redaction::words
