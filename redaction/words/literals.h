// Which of many short literals stand in a text, read once (Aho and Corasick). Not a pattern matcher.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace redaction::words {

class Literals {
  public:
    Literals() = default;
    explicit Literals(const std::vector<std::string>& literals);

    // The indices of the literals in `text`, each once.
    std::vector<int> in(std::string_view text) const;

  private:
    struct Node;
    std::vector<Node> grow(const std::vector<std::string>& literals);
    void link(std::vector<Node>& nodes);

    std::size_t classes_ = 1, count_ = 0;
    std::uint8_t classOf_[256] = {};           // 0: in no literal
    std::vector<std::uint16_t> next_;          // state and class → state
    std::vector<std::uint32_t> firstEnding_;   // per state, into endings_; one more at the end
    std::vector<int> endings_;                 // the literals that end in a state
};

}  // namespace redaction::words
