// Runs a pattern over folded text line by line; only lines that can hold it.
#pragma once

#include <re2/re2.h>

#include <functional>
#include <string>

#include "redaction/detect/text_view.h"

namespace redaction::detect {

// A pattern over folded bytes (Latin-1, one byte per code point), compiled once.
class Pattern {
  public:
    explicit Pattern(const std::string& expression);
    // Calls visit(start, end) of group 1 for every match within [from, to); of the whole match, which is quicker, where
    // the expression has no group.
    void each(const std::string& text, std::size_t from, std::size_t to, const std::function<void(std::size_t, std::size_t)>& visit) const;
    // The end of what matches right at `at`, of the whole text up to `to`; at itself: nothing does. For an expression that
    // matches no empty text.
    std::size_t endAt(const std::string& text, std::size_t at, std::size_t to) const;
    bool in(std::string_view text) const { return RE2::PartialMatch({text.data(), text.size()}, expression_); }

  private:
    RE2 expression_;
};

// The same for an expression of a group.
void eachMatch(const RE2& expression, const std::string& text, std::size_t from, std::size_t to, const std::function<void(std::size_t, std::size_t)>& visit);

bool hasDigit(std::string_view text);

// Of folded text, as expressions see it: `\b` stands between a word byte and another.
inline bool isDigit(char c) { return c >= '0' && c <= '9'; }
inline bool isLetter(char c) { return c >= 'a' && c <= 'z'; }
inline bool isWordByte(char c) { return isLetter(c) || isDigit(c) || c == '_'; }

}  // namespace redaction::detect
