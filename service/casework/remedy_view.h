// What came after a decision, as its page shows it. No access is checked.
#pragma once

#include <string>
#include <string_view>

#include "service/casework/office.h"
#include "service/casework/remedies.h"

namespace service::casework {

std::string remedyKindWords(std::string_view kind);
std::string remedyStepWords(std::string_view kind);
std::string remedyDue(Office& office, const store::RemedyCase& remedy);  // YYYY-MM-DD by which it must be answered; empty: not set
RemedyView remedyViewOf(Office& office, const Actor& actor, const store::RemedyCase& remedy);  // names no partner that this person is not told of

}  // namespace service::casework
