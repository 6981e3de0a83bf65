#include "redaction/detect/name_ends.h"

#include <algorithm>

namespace redaction::detect {

bool goesOnAsStreet(const NameContext& context, std::size_t token) {
    constexpr int kMostWords = 4;
    const auto& v = context.view;
    for (int i = 0; i < kMostWords && token < v.tokens().size(); ++i, ++token) {
        if (token > 0 && v.between(token - 1) != " " && v.between(token - 1) != ". ") return false;
        const bool capital = v.tokens()[token].capital;
        constexpr std::size_t kFused = 6;  // "weg" alone is a word
        if (isStreetEnding(v.word(token)) && (capital || (context.hurried[token] && v.word(token).size() >= kFused))) return true;
        if (!capital && !isNamePrefix(v.word(token))) return false;
    }
    return false;
}

std::size_t behindPrefix(const NameContext& context, const NameChain& chain, std::size_t token) {
    constexpr std::size_t kMostWords = 3;
    const auto& v = context.view;
    const auto joined = [&](std::size_t i) { return v.between(i) == " " || v.between(i) == ". " || v.between(i) == " '"; };
    auto end = token;
    std::string prefix;
    while (end < std::min(v.tokens().size(), token + kMostWords) && isNamePrefix(v.word(end)) && joined(end - 1)) prefix += std::string(v.word(end++));
    if (prefix.empty()) return token;
    for (const auto& piece : chain.pieces)
        for (const auto* part : piece.parts)
            if (part->prefix == prefix) return end;
    return token;
}

void takePossessive(const TextView& v, NameChain& chain) {
    const auto& text = v.folded();
    const auto at = [&](std::size_t i) { return i < v.size() ? text[i] : ' '; };
    if (chain.end >= v.size() || text[chain.end] != '\'') return;
    if (at(chain.end + 1) == 's' && at(chain.end + 2) < 'a') {
        chain.end += 2;
        ++chain.lastToken;
    } else if (text[chain.end - 1] == 's' && at(chain.end + 1) == ' ') {
        ++chain.end;
    }
}

}  // namespace redaction::detect
