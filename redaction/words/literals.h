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
    void classify(const std::vector<std::string>& literals);
    std::vector<Node> grow(const std::vector<std::string>& literals) const;
    static std::vector<std::size_t> link(std::vector<Node>& nodes);
    void lay(const std::vector<Node>& nodes, const std::vector<std::size_t>& byDepth);
    void note(std::size_t state, std::vector<bool>& seen, std::vector<int>& found) const;

    std::size_t shift_ = 0, count_ = 0;        // 1 << shift_ classes of bytes
    std::size_t firstEnd_ = 0;                 // states from here on end a literal
    std::uint8_t classOf_[256] = {};           // 0: in no literal
    std::vector<std::uint16_t> next_;          // state and class → state
    std::vector<std::uint32_t> firstEnding_;   // per state from firstEnd_ on, into endings_; one more at the end
    std::vector<int> endings_;                 // the literals that end in a state
};

}  // namespace redaction::words
