// What a decision tells of the household, so that a later request sees it: consent that was withdrawn, use that somebody objected to.
#pragma once

#include "service/casework/actor.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

// Within the transaction that hands the decision out. Basis: AVG art. 7(3), 21(1); Privacyprotocol 6.4
void recordInHousehold(Office& office, const Actor& actor, const store::Request& request);

}  // namespace service::casework
