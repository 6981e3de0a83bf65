// How a request that is answered point by point stands on the worklist: its own next steps, and after the decision what
// the partner still has to carry out.
#pragma once

#include "service/casework/worklist.h"
#include "service/store/requests.h"

namespace service::casework {

bool isDecided(const store::Request& request);
bool isOver(Office& office, const store::Request& request);  // decided, and nothing waits at the partner any more

// There is nothing to collect or to read first.
void setItemStep(Office& office, const store::Request& request, WorkRow& row);
// What is due of a decision that is out: not the decision any more, but its carrying out.
void setWorkClock(Office& office, const store::Request& request, WorkRow& row);

}  // namespace service::casework
