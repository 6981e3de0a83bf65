// Who a letter to a person is from: the controller, or the region where that person may not hear of it.
#pragma once

#include <optional>
#include <string>

#include "service/casework/standing.h"
#include "service/requests/decision.h"
#include "service/store/partners.h"

namespace service::casework {

// Basis: AVG art. 15(4); UAVG art. 41(1)(i) (rule R13)
struct Sender {
    std::optional<store::Partner> partner;  // absent: the region that handles the case writes
    requests::Controller controller;        // as it stands in the letter, and where an objection goes
    bool nameless = false;                  // it is the region, which has no name yet: no letter

    const store::Partner* partnerOrRegion() const { return partner ? &*partner : nullptr; }  // as frameOf takes it
};
Sender senderOf(Office& office, const Standing& standing);

// To who makes a letter that has no sender, what to do.
extern const char* const namelessSender;

}  // namespace service::casework
