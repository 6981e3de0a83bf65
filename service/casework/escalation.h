// Milestones that slip are told to the person who must act, and later to the privacy officers: on the worklist and by
// e-mail, each once.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "service/casework/office.h"

namespace service::casework {

// Over all requests: milestones of open ones, orders that a partner did not confirm, the hours of a breach; how many messages were put on worklists. What is told already is not told again.
std::size_t escalate(Office& office);
// Messages that wait and are due; how many went out. One that does not go is tried again after growing pauses, a few times;
// then whom it was for and the privacy officers are told on the worklist.
std::size_t sendWaitingMail(Office& office);
// "een e-mail aan Els kon niet worden verstuurd": of this request, for its row and page.
std::vector<std::string> unsentMailWords(Office& office, const store::Request& request);

// Rounds at once, when the hours of this breach are nearly over, and when they are.
void queueBreachRounds(Office& office, const store::Breach& breach);

// Puts the next round in line: at once, or at six in the morning after.
void queueEscalation(Office& office);

}  // namespace service::casework
