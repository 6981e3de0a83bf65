// Where any of many strings ends in a text, found in one pass (Aho and Corasick). Symbols are code points or bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace redaction::apply::verification {

class StringsAtOnce {
  public:
    // A string's number is its place here; empty ones are never found. Equal strings each have their own number.
    explicit StringsAtOnce(const std::vector<std::u32string>& strings);

    // see(number, end) for every end of a string, in order of the text; end exclusive.
    template <class Text, class See>
    void read(const Text& text, See see) const {
        std::uint32_t state = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            state = behind(state, symbolOf(text[at]));
            for (auto ending = endsHere_[state] ? state : shorter_[state]; ending != 0; ending = shorter_[ending])
                for (auto i = firstString_[ending]; i < firstString_[ending + 1]; ++i) see(strings_[i], at + 1);
        }
    }

  private:
    struct Growing;
    struct Edge {
        std::uint32_t symbol = 0, to = 0;
    };
    static std::uint32_t symbolOf(char32_t character) { return character; }
    static std::uint32_t symbolOf(char byte) { return static_cast<unsigned char>(byte); }
    std::uint32_t child(std::uint32_t state, std::uint32_t symbol) const;  // 0: none
    std::uint32_t behind(std::uint32_t state, std::uint32_t symbol) const;
    void lay(const std::vector<Growing>& growing);
    void link();

    std::vector<std::uint32_t> firstEdge_;    // per state, into edges_; one more at the end
    std::vector<Edge> edges_;                 // per state ordered by symbol
    std::array<std::uint32_t, 256> fromRoot_{};
    std::vector<std::uint32_t> fallback_;     // the longest end of this that begins a string
    std::vector<std::uint32_t> shorter_;      // the nearest fallback that ends a string; 0: none
    std::vector<bool> endsHere_;
    std::vector<std::uint32_t> firstString_;  // per state, into strings_; one more at the end
    std::vector<std::size_t> strings_;
};

}  // namespace redaction::apply::verification
