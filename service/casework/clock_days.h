// Days that only people can tell and that a clock runs from: when the requester got the decision; when Veilig Thuis recorded what it
// heard from somebody else about the family, that telling the family takes longer, and when it was told. What was a mistake is
// withdrawn, with a reason; the clocks then run as before.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/casework/term_events.h"
#include "service/requests/all_clocks.h"
#include "service/store/partners.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

struct ClockDayRow {
    std::string id, kind, partnerId, partnerName, day, reason, byName, withdrawnWhy;  // kind: as in store::ClockDay
    bool standing = true;
};
struct ClockDayChoice {
    std::string kind;                                            // what may be recorded now
    std::vector<std::pair<std::string, std::string>> partners;   // of which: id, name
};
struct ClockDaysView {
    std::vector<ClockDayRow> rows;
    std::vector<ClockDayChoice> choices;
    bool forHandler = false;  // there is something to record, by another than this person
};
// Decided requests too: a letter is received after that.
ClockDaysView viewClockDays(Office& office, const Actor& actor, const store::Request& request);

struct ClockDayForm {
    std::string kind, partnerId, day, reason;
};
// On these days hangs until when somebody may go to court and whether a family was told in time: a handler records them,
// never the desk, which passes on what it hears. Throws notAllowed, with what to do.
void requireRecorder(const Actor& actor);
// Basis: UAVG art. 35(2) (receipt of the answer); Wmo 2015 art. 5.3.1(1), (2): four weeks from recording, each time at most two more
FormOutcome recordClockDay(Office& office, const Actor& actor, std::string_view requestId, const ClockDayForm& form);
FormOutcome withdrawClockDay(Office& office, const Actor& actor, std::string_view requestId, std::string_view dayId, std::string_view why);

// What of it the clocks of this partner run on.
void addClockDays(Office& office, const store::Request& request, const store::Partner& partner, requests::ClockFacts& facts);
// The day the family was told; absent: not told, or nothing was recorded.
std::optional<Date> familyTold(Office& office, const store::Request& request, std::string_view partnerId);
// For the worklist: "Veilig Thuis: het gezin inlichten kan nog tot en met 30 maart 2026"; empty: nothing waits.
std::string familyWords(Office& office, const store::Request& request);

}  // namespace service::casework
