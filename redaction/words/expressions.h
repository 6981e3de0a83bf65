// Many expressions over one text of which few match: an expression is run only where the literals it needs stand, and from
// where the first of them lets it begin. Over folded text (one byte per code point).
#pragma once

#include <re2/re2.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/words/literals.h"
#include "redaction/words/required.h"

namespace redaction::words {

class Expressions {
  public:
    struct Sign {  // a literal of which a word holds the longest word
        std::uint32_t literal = 0;
        std::int32_t from = 0;  // where the literal begins, from the start of the word
    };

    explicit Expressions(const std::vector<std::string>& expressions);  // throws std::logic_error for a wrong one

    const RE2& operator[](int index) const { return *expressions_[static_cast<std::size_t>(index)]; }
    std::size_t size() const { return expressions_.size(); }
    std::vector<Sign> signsIn(std::string_view word) const;
    std::string_view literal(std::uint32_t number) const { return literals_[number]; }
    bool isKey(std::uint32_t literal) const { return !branchesWith_[literal].empty(); }  // without one seen nothing can match

  private:
    friend class Possible;
    struct Branch {  // an alternative of an expression: one literal of each of its clauses must be seen
        std::uint32_t expression = 0;
        std::vector<std::uint32_t> clauses;
    };
    struct Key {  // a branch of whose rarest clause a literal is
        std::uint32_t branch = 0, lead = 0;  // the match begins at most so far before the literal
    };
    void require(std::uint32_t expression, const AllOf& clauses);
    std::uint32_t clauseOf(const std::vector<std::string>& literals);
    void indexPieces();
    void keyBranches();

    std::vector<std::unique_ptr<RE2>> expressions_;
    std::vector<int> always_;                               // of which nothing is known
    std::vector<std::string> literals_;
    std::vector<std::vector<std::uint32_t>> literalsOf_;    // of each clause
    std::vector<Branch> branches_;
    std::vector<std::vector<Key>> branchesWith_;            // of each literal
    std::vector<std::vector<Clause>> clausesOf_;            // of each branch, while they are collected
    std::map<std::vector<std::string>, std::uint32_t> clauses_;  // while they are collected
    std::map<std::string, std::uint32_t> numbers_;               // of the literals, as long
    std::vector<std::string> pieces_;                       // the longest words of the literals
    struct Wanted {  // a literal with this piece
        std::uint32_t literal = 0;
        std::int32_t from = 0;  // where the literal begins, from the start of the piece
        bool opens = false, closes = false;
    };
    std::vector<std::vector<Wanted>> wantedWith_;           // each piece
    Literals pieceFinder_;
};

// Which expressions may match in one stretch of text after another.
class Possible {
  public:
    explicit Possible(const Expressions& expressions);

    struct Found {
        int expression = 0;
        std::size_t from = 0;  // it does not begin to match before
    };

    void begin(std::size_t start);                           // a new stretch
    void see(std::uint32_t literal, std::size_t at) {        // it begins there in the stretch; the first time is asked first
        if (literalSeen_[literal] == stretch_) return;
        literalSeen_[literal] = stretch_;
        for (const auto& [branch, lead] : e_.branchesWith_[literal]) {
            const auto from = at > lead ? at - lead : 0;
            if (branchSeen_[branch] != stretch_) branchSeen_[branch] = stretch_, branchFrom_[branch] = from, branches_.push_back(branch);
            else branchFrom_[branch] = std::min(branchFrom_[branch], from);
        }
    }
    bool anyKey() const { return !branches_.empty(); }  // was one seen?
    const std::vector<Found>& found();                  // those that may match, in order

  private:
    const Expressions& e_;
    bool isMet(std::uint32_t clause);
    std::uint32_t stretch_ = 0;
    std::size_t start_ = 0;
    std::vector<std::uint32_t> literalSeen_, clauseAsked_, clauseMet_, branchSeen_, expressionSeen_;  // the stretch in which last
    std::vector<std::size_t> branchFrom_;    // where each begins to match at first, by its rarest clause
    std::vector<std::size_t> expressionAt_;  // of this stretch, in found_
    std::vector<std::uint32_t> branches_;  // of this stretch, of which the rarest clause is met
    std::vector<Found> found_;
};

}  // namespace redaction::words
