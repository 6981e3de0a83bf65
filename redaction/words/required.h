// What must stand in a text for an expression to match there, read from the expression itself. Says what cannot match,
// never what does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace redaction::words {

using AnyOf = std::vector<std::string>;   // one of these literals stands there
using AllOf = std::vector<AnyOf>;         // for each of these, one; empty: nothing is known

// One for each alternative of the whole expression: at least one of them holds where it matches. Throws std::logic_error
// for an expression that is not in balance.
std::vector<AllOf> requiredBy(std::string_view expression);

std::size_t longestWord(std::string_view literal, std::size_t& at);  // its longest run of letters and digits, and where

}  // namespace redaction::words
