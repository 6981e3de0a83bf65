#include "redaction/words/index.h"

namespace redaction::words {

std::size_t Index::add(std::string_view word) {
    const auto hash = hashOf(word);
    if (const auto known = find(word, hash); known != kNone) return known;
    words_.emplace_back(word);
    if (4 * words_.size() > slots_.size()) {
        slots_.assign(2 * slots_.size(), Slot{});
        for (std::size_t i = 0; i < words_.size(); ++i) put(hashOf(words_[i]), static_cast<std::uint32_t>(i + 1));
    } else {
        put(hash, static_cast<std::uint32_t>(words_.size()));
    }
    return words_.size() - 1;
}

void Index::put(std::uint32_t hash, std::uint32_t number) {
    const auto mask = slots_.size() - 1;
    auto at = hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = {hash, number};
}

}  // namespace redaction::words
