// What can stand inside a name or right behind it, and still belong to it: a name in brackets, an initial.
#pragma once

#include "redaction/detect/name_chain.h"

namespace redaction::detect {

// "Willemina Cornelia |(Wilma)| Postma", "Marinus |J. (Rinus)| Postma": the token in the brackets; 0: none at `token`.
std::size_t calledInBrackets(const NameContext& context, std::size_t token);
bool isGivenInBrackets(const NameContext& context, std::size_t token);  // "M.J. (|Maarten|) de Wit", not "S. (|8|)", "O.V. (|digitaal|)"
bool isMiddleInitial(const NameContext& context, std::size_t token);  // "Emmanuel |K.| Vrede"
// "F. Jansen, |R.| Postma", "Marit Jansen, |m.|jansen@…": the letter begins somebody else's name, or an address.
bool opensAnotherName(const NameContext& context, std::size_t token);

bool isLowerInitial(const NameContext& context, std::size_t token);  // "g. kowalczyk" in a header: before a surname the case knows
bool isOwnedWord(const NameContext& context, std::size_t token);     // "zijn |tante|"
bool sharePerson(const NamePiece& a, const NamePiece& b);            // both are names of one person of the case

}  // namespace redaction::detect
