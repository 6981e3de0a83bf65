// A decision that takes the place of an earlier one, and the ways to a court: by when it must be there and what stands open
// after it follow from the objection, complaint or judgment behind it.
#pragma once

#include <optional>

#include "service/requests/all_clocks.h"
#include "service/requests/decision.h"
#include "service/store/partners.h"
#include "service/store/remedies.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

// What this part decides anew; absent: it decides for the first time, or nothing came in before it was opened again.
std::optional<store::RemedyCase> remedyBehind(Office& office, const store::Request& request);
bool isOnObjection(Office& office, const store::Request& request);
// The day that was recorded with it (a court's, or one to which it was adjourned), else that of Awb 7:10 for an objection, else
// a month from when it was opened again. Absent: as of any request.
std::optional<requests::SetTerm> setTermOf(Office& office, const store::Request& request);

// The partner as its letter about this part names it: a decision on an objection is followed by the court.
requests::Controller controllerFrom(Office& office, const store::Request& request, const store::Partner& partner);
// On what this partner decided in this part: objections that were decided without a new part, and judgments.
void addInstances(Office& office, const store::Request& request, const store::Partner& partner, requests::ClockFacts& facts);

}  // namespace service::casework
