// Text as a leak search sees it: without case, accents, white space and hyphens, and with characters that OCR confuses
// (l 1 I |, 0 O, rn m …) made equal. The same folding decides what is searched for and what is found.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/marks/word_spans.h"

namespace redaction::marks {

// Below this many folded letters and digits a string is not searched: it stands in every text.
inline constexpr std::size_t shortestSearchable = 3;
// Up to this many, a find counts only where it begins and ends with a word ("Bas" is not in "basisschool", and "B a s"
// still is); longer strings count anywhere, also glued to other words, but not where a sentence ends inside them and they
// end in the middle of a word ("een verzoek. Eric belde" holds no "verzoeker"), or where their letter is a number there
// ("Model. 5" holds no "models").
inline constexpr std::size_t longestBoundToWords = 8;

class FoldedText {
  public:
    explicit FoldedText(std::u32string_view text);
    static FoldedText fromUtf8(std::string_view text);

    bool searchable() const { return characters_.size() >= shortestSearchable; }
    bool contains(const FoldedText& needle) const;
    // Where it stands in the text this was made from; code points, end exclusive; finds do not overlap.
    std::vector<Span> findAll(const FoldedText& needle) const;
    const std::u32string& characters() const { return characters_; }
    // What there is in a needle besides letters, as it was written.
    struct Holds {
        bool digits = false, clauses = false;
    };
    Holds holds() const;
    // Whether a needle of this length that stands at this place of characters() counts as found there.
    bool countsAt(std::size_t at, std::size_t length, const Holds& needle) const;

  private:
    enum class Gap { none, small, clause };  // before a character; clause: a mark of punctuation with white space around it
    void fold(char32_t character, std::size_t source, Gap& gap);
    void add(char32_t character, std::size_t source, Gap gap);
    bool isNumber(std::size_t at) const;
    std::size_t findFrom(const FoldedText& needle, std::size_t from) const;
    std::u32string characters_;     // folded, nothing in between
    std::vector<bool> startsWord_;    // per character of characters_
    std::vector<bool> startsClause_, isDigit_;
    bool clause_ = false;  // since the last letter
    std::vector<std::size_t> source_;  // per character: the code point it came from
};

}  // namespace redaction::marks
