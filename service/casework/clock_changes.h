// A holiday or a rule that changes moves dates: open cases are computed again, and who handles them is told.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "service/casework/actor.h"

namespace service::casework {

struct Office;

// Runs `change` in one transaction with what follows from it: per request of which a day moves that is not over (to decide, to
// refuse, a remedy, to inform the family, a milestone) an entry in the trail and a message to whom it concerns, which names what
// moved. because: Dutch, a clause ("1 juni 2026 is een vrije dag geworden"). Returns how many cases moved.
std::size_t recomputeAfter(Office& office, const Actor& actor, const std::string& because, const std::function<void()>& change);

// For an administrator. day: YYYY-MM-DD.
Outcome addHoliday(Office& office, const Actor& actor, std::string_view day, std::string_view name);
Outcome removeHoliday(Office& office, const Actor& actor, std::string_view day);

// At the start and each day: when templates/rules/terms.json is not what it was, open cases move by the difference.
std::size_t takeUpTerms(Office& office);

}  // namespace service::casework
