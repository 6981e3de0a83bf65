// Milestones that slip are told to the person who must act, and later to the privacy officers: on the worklist and by
// e-mail, each once.
#pragma once

#include <cstddef>

#include "service/casework/office.h"

namespace service::casework {

// Over all requests: milestones of open ones, orders that a partner did not confirm, the hours of a breach; how many messages were put on worklists. What is told already is not told again.
std::size_t escalate(Office& office);
// Messages that wait; how many went out. One that a server refuses is kept with the reason and not tried again.
std::size_t sendWaitingMail(Office& office);

// Rounds at once, when the hours of this breach are nearly over, and when they are.
void queueBreachRounds(Office& office, const store::Breach& breach);

// Puts the next round in line: at once, or at six in the morning after.
void queueEscalation(Office& office);

}  // namespace service::casework
