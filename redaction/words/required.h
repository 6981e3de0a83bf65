// What must stand in a text for an expression to match there, read from the expression itself. Says what cannot match,
// never what does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace redaction::words {

constexpr char kBound = '\b';  // in a literal: a word begins or ends here

constexpr std::size_t kFar = static_cast<std::size_t>(-1);

constexpr bool isGap(char c) { return c == ' ' || c == '\n'; }

// How much of a text something can be at most. "\w+ \w+" is as long as its words are, but has one gap.
struct Reach {
    std::size_t bytes = 0, gaps = 0;      // kFar: any number
    bool operator==(const Reach&) const = default;
};

using AnyOf = std::vector<std::string>;
struct Clause : AnyOf {                   // one of these literals stands there
    using AnyOf::AnyOf;
    Clause(const AnyOf& literals, Reach lead) : AnyOf(literals), leads(literals.size(), lead), tails(literals.size()) {}
    std::vector<Reach> leads, tails;      // of each: so much stands at most between it and where the expression begins to match; ends
    bool whole = false;                   // they are all that the expression matches
};
using AllOf = std::vector<Clause>;        // for each of these, one; empty: nothing is known

// One for each alternative of the whole expression: at least one of them holds where it matches. Throws std::logic_error
// for an expression that is not in balance.
std::vector<AllOf> requiredBy(std::string_view expression);

// The run of letters and digits of a literal by which it is looked for in words: the longest, or one that is a whole word.
struct Piece {
    std::size_t at = 0, length = 0;     // in the literal without bounds; no length: nothing to look for
    bool opens = false, closes = false; // a word begins with it; ends with it
};
Piece pieceOf(std::string_view literal);
std::string withoutBounds(std::string_view literal);
bool isBoundedByPiece(std::string_view literal);  // words begin and end only where its piece does

}  // namespace redaction::words
