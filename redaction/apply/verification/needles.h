// The withheld strings, folded once, and the search for all of them in one pass over a text.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/apply/verification/strings_at_once.h"
#include "redaction/marks/folded_text.h"

namespace redaction::apply::verification {

// Read backwards only from here on (folded): "regel" read backwards is a word of its own.
inline constexpr std::size_t shortestBackwards = 6;
// Words of ordinary text decode to a few bytes of anything; in what was decoded only longer strings count.
inline constexpr std::size_t shortestDecoded = 6;

class NeedleSet {
  public:
    NeedleSet(const std::vector<std::string>& strings);
    NeedleSet(std::initializer_list<std::string> strings) : NeedleSet(std::vector<std::string>(strings)) {}

    // found: one per string; what is found is set. shortest: shorter strings (folded) do not count.
    void findIn(const marks::FoldedText& text, std::size_t shortest, std::vector<bool>& found, std::size_t offset) const;
    void findInBytes(std::string_view bytes, std::vector<bool>& found, std::size_t offset) const;
    std::size_t size() const { return size_; }
    std::size_t searched() const { return searched_; }

  private:
    struct Pattern {
        std::size_t string = 0, length = 0;  // length: folded
        marks::FoldedText::Holds holds = {};
    };
    struct Prepared;
    explicit NeedleSet(Prepared&& prepared);
    static Prepared prepare(const std::vector<std::string>& strings);

    std::size_t size_, searched_;
    std::vector<Pattern> patterns_;
    StringsAtOnce folded_;
    std::vector<std::size_t> encoded_;  // per byte pattern, the string it is
    StringsAtOnce bytes_;
};

// What is searched in one file. Finds are numbers of strings: through everywhere first, then through own.
class Needles {
  public:
    Needles(const NeedleSet& everywhere, const std::vector<std::string>& own) : everywhere_(everywhere), own_(own) {}

    // Forwards and backwards, and in what hexadecimal digits, Base64, percent signs or entities in it stand for.
    std::vector<std::size_t> findIn(std::string_view utf8Text) const;
    std::vector<std::size_t> findInBytes(std::string_view bytes) const;  // that are no text: long strings only
    std::size_t searched() const { return everywhere_.searched() + own_.searched(); }

  private:
    void search(std::string_view text, std::size_t shortest, std::vector<bool>& found) const;
    std::vector<bool> nothing() const { return std::vector<bool>(everywhere_.size() + own_.size()); }

    const NeedleSet& everywhere_;
    NeedleSet own_;
};

}  // namespace redaction::apply::verification
