// Pieces of folded text that are compared often: with a word written in the code, or with a whole list of words.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace redaction::words {

struct Slice : std::string_view {
    constexpr Slice() = default;
    constexpr Slice(std::string_view text) : std::string_view(text) {}

    // Of a length known to the compiler, so that nothing is called.
    template <std::size_t n>
    friend bool operator==(const Slice& a, const char (&b)[n]) {
        return a.size() == n - 1 && std::memcmp(a.data(), b, n - 1) == 0;
    }
};

struct Word : Slice {  // its hash is taken once, however many lists are asked for it
    std::uint32_t hash = 0;
};

inline std::uint64_t bytesOf(const char* at, std::size_t count) {  // at most eight
    std::uint64_t bytes = 0;
    if (count >= 4) {
        std::uint32_t first = 0, last = 0;
        std::memcpy(&first, at, 4);
        std::memcpy(&last, at + count - 4, 4);
        return std::uint64_t{last} << 32 | first;
    }
    for (std::size_t i = 0; i < count; ++i) bytes = bytes << 8 | static_cast<unsigned char>(at[i]);
    return bytes;
}

inline bool same(std::string_view a, std::string_view b) {  // nothing is called for short ones
    if (a.size() != b.size()) return false;
    return a.size() <= 8 ? bytesOf(a.data(), a.size()) == bytesOf(b.data(), b.size()) : std::memcmp(a.data(), b.data(), a.size()) == 0;
}

inline std::uint32_t hashOf(std::string_view word) {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ull;
    std::uint64_t hash = word.size();
    std::size_t i = 0;
    for (; i + 8 < word.size(); i += 8) hash = (hash ^ bytesOf(word.data() + i, 8)) * kOdd, hash ^= hash >> 29;
    hash = (hash ^ bytesOf(word.data() + i, word.size() - i)) * kOdd;
    return static_cast<std::uint32_t>((hash ^ hash >> 32) * kOdd >> 32);
}

}  // namespace redaction::words
