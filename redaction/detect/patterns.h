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
    bool in(std::string_view text) const { return RE2::PartialMatch({text.data(), text.size()}, expression_); }

  private:
    RE2 expression_;
};

// The same for an expression of a group.
void eachMatch(const RE2& expression, const std::string& text, std::size_t from, std::size_t to, const std::function<void(std::size_t, std::size_t)>& visit);

bool hasDigit(std::string_view text);

}  // namespace redaction::detect
