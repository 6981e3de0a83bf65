// Whether the requester may ask for one person on a day, by which title, and what to do when that has ended. Pure.
#pragma once

#include <string>

#include "service/requests/intake.h"

namespace service::requests {

struct StandingToAsk {
    bool may = false;
    std::string why;  // may: self, parent, guardian, child-not-able, child-consent, authorised, curator, mentor, kin, deceased. May not:
                      // under-12, child-16plus, adult, no-authority, authority-suspended, authority-unknown, age-unknown,
                      // no-guardianship, authorisation-ended, authorisation-missing, not-asked
};
// On facts.today, in the capacity asked in. Basis: UAVG art. 5; Jeugdwet art. 7.3.11, 7.3.15; Wmo 2015 art. 5.3.2; BW art. 1:302
StandingToAsk standingToAsk(const IntakeInput& facts, const std::string& subject);

// Dutch, naming nobody: why it ended, with the law, and what can be done.
struct EndedWords {
    std::string title, next, source;
};
EndedWords endedWords(const std::string& why);

}  // namespace service::requests
