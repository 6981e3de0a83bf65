// Days of a fact that cannot be: a birth in the future, authority from before the child was born.
#pragma once

#include <string>
#include <string_view>

#include "redaction/household/household.h"

namespace service::casework {

// Dutch: what is wrong and what to do; empty: the days can be. body: JSON as in case.json.
std::string dayProblem(const redaction::household::Case& household, std::string_view kind, std::string_view body, redaction::household::Date today);
// The first problem of a whole case.json, of what is certain to be wrong; names nobody.
std::string dayProblem(const redaction::household::Case& household, redaction::household::Date today);

}  // namespace service::casework
