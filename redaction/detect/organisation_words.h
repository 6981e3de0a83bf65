// Of which kind the organisation is that a word announces: "obs", "kwekerij", "zwemvereniging". By templates/words/organisations.txt.
#pragma once

#include <string_view>

#include "redaction/detect/mention.h"
#include "redaction/detect/vocabulary.h"

namespace redaction::detect {

Kind organisationKind(std::string_view word);  // school, gp, institution, employer; other: no such word
inline Kind organisationKind(const Word& word) { return static_cast<Kind>(word.facts->organisation); }
// How many words of a nationwide institution's name stand at the front of the given text; 0: none does.
std::size_t knownInstitution(std::string_view words);
bool opensKnownInstitution(std::string_view word);  // some of their names begin with it
bool closesRegion(std::string_view word);  // "twente", and "holland" of "zuid-holland"
bool namesDetention(std::string_view word);         // "pi", "jji"

}  // namespace redaction::detect
