// The milestones of a request, planned backwards from its last day, with the person who must act on each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/casework/office.h"
#include "service/requests/remaining.h"

namespace service::casework {

struct MilestoneLine {
    requests::Milestone milestone;
    std::vector<std::string> accountIds;  // who must act; empty: nobody is assigned yet
    std::string who;                      // their names, or Dutch words that nobody is
};
// In the order in which they are done. What a request skipped counts as done with what came after it.
std::vector<MilestoneLine> milestonesOf(Office& office, const store::Request& request);

// Accounts that do this part of the work for this request: assigned ones of the role; the desk that logged it; any
// privacy officer without a conflict of interest.
std::vector<std::string> accountsFor(Office& office, const store::Request& request, std::string_view role);

// Extended, but a refusal must still be told within the first month: until when, from a week before; or that it is too late. Empty: nothing to say.
// Basis: AVG art. 12(4)
std::optional<Date> refusalTooLate(Office& office, const store::Request& request);  // the last day it could be told; absent: it still can, or nothing was extended
std::string refusalWords(Office& office, const store::Request& request);

// The first that slipped, in a few words for the worklist: "Stukken beoordelen is 3 dagen te laat: Bram Oordeel"; empty: none.
std::string slippedWords(Office& office, const store::Request& request);

}  // namespace service::casework
