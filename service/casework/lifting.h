// A restriction of use ends: the requester is told before the partner may use the data again, with the day and the reason.
#pragma once

#include <string>
#include <string_view>

#include "service/casework/actor.h"
#include "service/casework/term_events.h"
#include "service/store/items.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

// A granted restriction that the partner carried out and that nobody has ended yet.
bool mayLift(Office& office, const store::Request& request, const store::Item& item);

struct LiftForm {
    std::string from, why;  // from: the first day of use, after today
};
// Orders the partner to end it on that day and makes the letter to the requester. Basis: AVG art. 18(3)
FormOutcome liftRestriction(Office& office, const Actor& actor, std::string_view requestId, std::string_view itemId, const LiftForm& form);

bool hasLiftLetter(Office& office, const store::Request& request, const store::Item& item);
StoredFile liftLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view itemId);

// Of an order to lift: the day the requester was promised nothing happens before; absent: nothing was promised.
std::optional<Date> promisedUntil(Office& office, const store::Request& request, const store::WorkOrder& order);

}  // namespace service::casework
