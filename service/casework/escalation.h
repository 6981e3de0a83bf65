// Milestones that slip are told to the person who must act, and later to the privacy officers: on the worklist and by
// e-mail, each once.
#pragma once

#include <cstddef>

#include "service/casework/office.h"

namespace service::casework {

// Over all open requests; how many messages were put on worklists. What is told already is not told again.
std::size_t escalate(Office& office);
// Messages that wait; how many went out. One that a server refuses is kept with the reason and not tried again.
std::size_t sendWaitingMail(Office& office);

// Puts the next round in line: at once, or at six in the morning after.
void queueEscalation(Office& office);

}  // namespace service::casework
