// A request of somebody who does not let anyone know who they are: put aside after weighing, by a decision with reasons and
// remedies, never by default. Who handles it proposes; the privacy officer who signs the letter decides. Taken up after all
// when it becomes known who asks: before the letter went out by itself, afterwards as a part that takes its place.
// Basis: AVG art. 12(2), 12(6); Awb art. 4:5; UAVG art. 35; procedure P12
#pragma once

#include <string>
#include <string_view>

#include "service/casework/remedies.h"
#include "service/casework/term_events.h"
#include "service/store/requests.h"

namespace service::casework {

struct AsideForm {
    std::string asked;  // what was asked, and how
    std::string until;  // the last day to do so, YYYY-MM-DD: over by now. Basis: Awb art. 4:5(1)
    std::string why;    // why nothing can be given without it, in this case
};
FormOutcome putAside(Office& office, const Actor& actor, std::string_view requestId, const AsideForm& form);
RemedyOutcome reopenPutAside(Office& office, const Actor& actor, std::string_view requestId, std::string_view why);

struct AsideView {
    bool stands = false, out = false, mayPropose = false, mayReopen = false;  // out: the letter was sent
    std::string asked, until, why, byName, atWords;  // until: YYYY-MM-DD, or empty
    std::string last;               // YYYY-MM-DD: the letter goes out by then; empty: the law sets no term
    std::vector<ClockStep> lastSteps;
};
AsideView asideOf(Office& office, const Actor& actor, const store::Request& request);

bool isPutAside(Office& office, const store::Request& request);
// Empty: its letter may still go out. Basis: Awb art. 4:5(4), of a public body
std::string whyTooLateToPutAside(Office& office, const store::Request& request);
// Within a transaction: it is known who asks.
void takeUpAfterAll(Office& office, const Actor& actor, const store::Request& request);

}  // namespace service::casework
