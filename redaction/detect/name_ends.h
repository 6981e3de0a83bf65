// Where a name ends: what goes on as a street, and the possessive that belongs to it.
#pragma once

#include "redaction/detect/name_chain.h"

namespace redaction::detect {

bool goesOnAsStreet(const NameContext& context, std::size_t token);  // "Johan de |Wittlaan|", "Anna Maria van |Schurmanlaan|"
// "Plas, Femke |van der|", "Hooft, N. |van 't|": behind the tussenvoegsel of a surname that stands first; token: none there.
std::size_t behindPrefix(const NameContext& context, const NameChain& chain, std::size_t token);
void takePossessive(const TextView& view, NameChain& chain);         // "Anna's", "Roos'"

}  // namespace redaction::detect
