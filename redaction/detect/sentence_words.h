// The closed word classes by which a sentence shows who acts and who says: prepositions, verbs, openings of clauses.
#pragma once

#include <string_view>

#include "redaction/detect/text_view.h"

namespace redaction::detect {

bool isPreposition(std::string_view word);
bool isSayingVerb(std::string_view word);    // also "wil", "mailt"
bool isStrictSaying(std::string_view word);  // "vertelt", "vindt"
bool opensClause(std::string_view word);     // a clause begins behind it, with its own subject: "dat", "maar"
bool isFiniteVerb(std::string_view word);
bool isPersonalPronoun(std::string_view word);  // as a subject: "hij", "ik"

inline bool isPreposition(const Word& word) { return word.is(Fact::preposition); }
inline bool isSayingVerb(const Word& word) { return word.is(Fact::saying); }
inline bool isStrictSaying(const Word& word) { return word.is(Fact::strictSaying); }
inline bool opensClause(const Word& word) { return word.is(Fact::clause); }
inline bool isFiniteVerb(const Word& word) { return word.is(Fact::finiteVerb); }
inline bool isPersonalPronoun(const Word& word) { return word.is(Fact::pronoun); }

// "12/1 – jan gebeld": is all between the first token of a stretch and another only a date, a time or a dash? Reads every
// token once, however often it is asked.
class OpeningDate {
  public:
    OpeningDate(const TextView& view, std::size_t first) : v_(view), at_(first) {}
    bool reaches(std::size_t token);

  private:
    const TextView& v_;
    std::size_t at_;
};

}  // namespace redaction::detect
