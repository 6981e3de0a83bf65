// A fact of a household as one Dutch sentence.
#pragma once

#include <string>
#include <string_view>

#include "redaction/household/household.h"

namespace service::casework {

// body: JSON as in case.json. kind: person, relation, authority, protection, consent. A body that cannot be read gives
// the kind's name only.
std::string factSentence(const redaction::household::Case& household, std::string_view kind, std::string_view body);
std::string protectionSentence(const redaction::household::Case& household, const redaction::household::Protection& protection);

// The Dutch reason why this fact cannot stand (refers to someone unknown, dates the wrong way round); empty: it can.
std::string factProblem(const redaction::household::Case& household, std::string_view kind, std::string_view body);

}  // namespace service::casework
