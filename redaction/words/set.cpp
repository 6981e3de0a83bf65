#include "redaction/words/set.h"

#include <bit>

namespace redaction::words {

void Set::lay() {
    slots_.assign(std::bit_ceil(4 * words_.size() + 1), Slot{});
    mask_ = static_cast<std::uint32_t>(slots_.size() - 1);
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const auto hash = hashOf(words_[i]);
        if (find(words_[i], hash) != 0) continue;
        auto at = hash & mask_;
        while (slots_[at].number != 0) at = (at + 1) & mask_;
        slots_[at] = {hash, static_cast<std::uint32_t>(i + 1)};
    }
}

}  // namespace redaction::words
