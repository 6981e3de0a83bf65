// What every act on a case begins and ends with: may this person, does it exist, is it the right moment; and the trail.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "service/casework/actor.h"
#include "service/casework/office.h"

namespace service::casework {

// All throw Failure.
void requireRole(const Actor& actor, std::initializer_list<Role> roles);
store::Request requireRequest(Office& office, const Actor& actor, std::string_view requestId);
// The desk sees of what it logged the request itself: its step, dates, identity check, acknowledgement and handing out.
// The household, the documents and the review take an assignment. Basis: AVG art. 5(1)(c), 32
enum class Sight { whole, desk };
struct SeenRequest {
    store::Request request;
    Sight sight = Sight::whole;
};
SeenRequest requireRequestOrDesk(Office& office, const Actor& actor, std::string_view requestId);
// The desk without an assignment to this household, and without a conflict of interest.
bool isAtDesk(Office& office, const Actor& actor, std::string_view householdId);
store::Fragment requireFragment(Office& office, const Actor& actor, std::string_view fragmentId);
void requireStep(const store::Request& request, std::initializer_list<store::Step> steps);

// One entry in the audit trail.
struct Trail {
    std::string action;  // "fragment.seen"
    std::string householdId, requestId, onPerson, why, details = "{}";
};
void record(Office& office, const Actor& actor, const Trail& trail);
Trail trailOf(const store::Request& request, std::string action, std::string why = {}, std::string details = "{}");

Date today(const Office& office);
std::string accountName(Office& office, const std::string& accountId);  // display name; empty id: "Lakwerk"
const Actor& theServiceItself();  // jobs act as this: no account, never a human's decision

}  // namespace service::casework
