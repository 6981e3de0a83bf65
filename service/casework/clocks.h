// Everything a case page tells of its terms: each clock with its derivation, the milestones with who must act, what
// happened to the term, and what follows when it is over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/clock_days.h"
#include "service/casework/intake.h"
#include "service/casework/late.h"
#include "service/casework/milestones.h"
#include "service/requests/all_clocks.h"

namespace service::casework {

struct ClockLine {
    std::string id, title, source;
    std::string end;  // YYYY-MM-DD; empty: no term runs
    bool counts = false;  // the one that counts for the decision
    bool provisional = false, over = false;
    std::vector<ClockStep> steps;
    std::string done = {};  // YYYY-MM-DD; what had to be done by then was done
    int daysLate = 0;       // when it was done
};
struct ClockGroup {
    std::string partner;  // empty: of the request as a whole
    std::vector<ClockLine> clocks;
    std::vector<std::string> remarks;  // what was recorded and does not count, and why
};
struct TermEventRow {
    std::string id;  // of a suspension; empty: the extension
    int documents = 0;
    std::string title, fromDay, untilDay, reason, question, answer, lateWhy, byName, withdrawnWhy;
    bool isExtension = false, open = false, standing = false, hasLetter = false, aboutIdentity = false;
};
struct TermsView {
    std::vector<ClockGroup> groups;
    std::vector<MilestoneLine> milestones;
    std::vector<TermEventRow> events;
    ClockDaysView days;
    LateView late;
    bool running = false;  // not decided yet: the term can still be suspended, extended
    bool extended = false;
};
TermsView viewTerms(Office& office, const Actor& actor, std::string_view requestId);

// What the clocks of this partner rest on; partner nullptr: of the request as a whole.
requests::ClockFacts clockFactsOf(Office& office, const store::Request& request, const store::Partner* partner);

}  // namespace service::casework
