// Runs a pattern over folded text line by line; only lines that can hold it.
#pragma once

#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "redaction/detect/text_view.h"

namespace redaction::detect {

// Calls visit(start, end) of group 1 for every match within [from, to); of the whole match, which is quicker, where the
// expression has no group. seen: up to where the expression may look at what stands behind, for a bound or an end.
template <class Visit>
void eachMatch(const RE2& expression, const std::string& text, std::size_t from, std::size_t to, std::size_t seen, Visit visit) {
    const re2::StringPiece all(text.data(), seen);
    const int asked = expression.NumberOfCapturingGroups() == 0 ? 0 : 1;
    re2::StringPiece groups[2];
    for (auto at = from; at <= to && expression.Match(all, at, to, RE2::UNANCHORED, groups, asked + 1);) {
        const auto whole = static_cast<std::size_t>(groups[0].data() - text.data());
        if (const auto& found = groups[asked]; found.data()) {
            const auto start = static_cast<std::size_t>(found.data() - text.data());
            visit(start, start + found.size());
        }
        at = std::max(whole + groups[0].size(), at + 1);
    }
}

// A pattern over folded bytes (Latin-1, one byte per code point), compiled once.
class Pattern {
  public:
    explicit Pattern(const std::string& expression);
    template <class Visit>
    void each(const std::string& text, std::size_t from, std::size_t to, Visit visit) const {  // see eachMatch
        eachMatch(expression_, text, from, to, to, visit);
    }
    // The end of what matches right at `at`, of the whole text up to `to`; at itself: nothing does. For an expression that
    // matches no empty text.
    std::size_t endAt(const std::string& text, std::size_t at, std::size_t to) const;
    bool in(std::string_view text) const { return RE2::PartialMatch({text.data(), text.size()}, expression_); }

  private:
    RE2 expression_;
};

bool hasDigit(std::string_view text);

// Of folded text, as expressions see it: `\b` stands between a word byte and another.
inline bool isDigit(char c) { return c >= '0' && c <= '9'; }
inline bool isLetter(char c) { return c >= 'a' && c <= 'z'; }
inline bool isWordByte(char c) { return isLetter(c) || isDigit(c) || c == '_'; }

}  // namespace redaction::detect
