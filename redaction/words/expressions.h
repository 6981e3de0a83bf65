// Many expressions over one text of which few match: an expression is run only where the literals it needs stand, from
// where the first of them lets it begin to where the last lets it end. Over folded text (one byte per code point).
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
    bool isKey(std::uint32_t literal) const { return firstKey_[literal] != firstKey_[literal + 1]; }  // without one seen nothing can match

  private:
    friend class Possible;
    struct Branch {  // an alternative of an expression: one literal of each of its clauses must be seen
        std::uint32_t expression = 0;
        std::vector<std::uint32_t> clauses;
        std::size_t leadGaps = 0;  // before those literals of the first that have as many bytes before them as there are
        Reach tail;                // behind those of the first
    };
    struct Key {  // a branch of whose rarest clause a literal is
        std::uint32_t branch = 0, lead = 0;  // the match begins at most so far before the literal; kAnywhere: see leadGaps
        std::uint32_t length = 0;            // of the literal
        bool proves = false;                 // where it stands as a word of its own the expression matches
    };
    static constexpr std::uint32_t kAnywhere = static_cast<std::uint32_t>(-1);
    void require(std::uint32_t expression, const AllOf& clauses);
    std::uint32_t clauseOf(const std::vector<std::string>& literals);
    void indexPieces();
    void keyBranches();

    std::vector<std::unique_ptr<RE2>> expressions_;
    std::vector<int> always_;                               // of which nothing is known
    std::vector<std::string> literals_;
    std::vector<std::vector<std::uint32_t>> literalsOf_;    // of each clause
    std::vector<Branch> branches_;
    std::vector<Key> keys_;                                 // of one literal after another
    std::vector<std::uint32_t> firstKey_;                   // of each literal, and the end
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
        std::size_t from = 0, to = 0;  // it does not match before, nor behind
        bool sure = false;             // it matches somewhere there: nobody who asks no more need run it
    };

    void begin(std::string_view text, std::size_t start, std::size_t end);  // a new stretch
    void note(std::uint32_t literal) { literalSeen_[literal] = stretch_; }  // one that is no key
    void see(std::uint32_t literal, std::size_t at) {                       // it begins there in the text; each time it does
        note(literal);
        for (auto i = e_.firstKey_[literal]; i < e_.firstKey_[literal + 1]; ++i) {
            const auto& key = e_.keys_[i];
            auto& seen = seen_[key.branch];
            if (seen.stretch != stretch_) seen = {stretch_, false, kNowhere, kNowhere, 0}, branches_.push_back(key.branch);
            if (key.lead == Expressions::kAnywhere) seen.firstFar = std::min(seen.firstFar, at);
            else seen.from = std::min(seen.from, at > key.lead ? at - key.lead : 0);
            seen.lastEnd = std::max(seen.lastEnd, at + key.length);
            if (key.proves && !seen.sure) seen.sure = isApart(at, at + key.length);
        }
    }
    bool anyKey() const { return !branches_.empty(); }  // was one seen?
    const std::vector<Found>& found();                  // those that may match, in order

  private:
    const Expressions& e_;
    static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
    struct Seen {  // of a branch, by the literals of its rarest clause
        std::uint32_t stretch = 0;  // in which last
        bool sure = false;
        std::size_t from = kNowhere, firstFar = kNowhere, lastEnd = 0;  // where it begins to match at first; the first and the last literal
    };
    struct Asked {  // of a clause
        std::uint32_t stretch = 0;  // in which last
        bool met = false;
    };
    bool isMet(std::uint32_t clause);
    // Between letters and "_" an expression sees no bound, while a word ends there.
    bool isApart(std::size_t at, std::size_t end) const { return at >= start_ && end <= end_ && (at == start_ || text_[at - 1] != '_') && (end == end_ || text_[end] != '_'); }
    std::size_t fromOf(const Expressions::Branch& branch, const Seen& seen) const;
    std::size_t toOf(const Expressions::Branch& branch, const Seen& seen) const;

    std::uint32_t stretch_ = 0;
    std::string_view text_;
    std::size_t start_ = 0, end_ = 0;
    std::vector<std::uint32_t> literalSeen_, expressionSeen_;  // the stretch in which last
    std::vector<Asked> asked_;               // by clause
    std::vector<Seen> seen_;                 // by branch
    std::vector<std::size_t> expressionAt_;  // of this stretch, in found_
    std::vector<std::uint32_t> branches_;  // of this stretch, of which the rarest clause is met
    std::vector<Found> found_;
};

}  // namespace redaction::words
