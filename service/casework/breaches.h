// A wrong release: what went to whom, when it was known, and who must be told by which hour. Everything is added, nothing
// is rewritten; it ends when everybody was told, or it stands written why not, with a measure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/environment.h"

namespace service::casework {

struct Office;

// As typed, in Amsterdam: YYYY-MM-DD and HH:MM.
struct DayAndTime {
    std::string day, time;
};
// The moment meant; an hour that came twice is taken as the first, so that a term ends rather too early than too late.
// Absent: no such day or time.
std::optional<Moment> momentIn(const DayAndTime& typed);

struct BreachForm {
    DayAndTime known;  // when somebody here knew
    std::string knownHow, what;
};
struct BreachOutcome : Outcome {
    std::string breachId;
};
// Of a part whose package was handed out. Basis: AVG art. 33(5): every breach is recorded
BreachOutcome recordBreach(Office& office, const Actor& actor, std::string_view requestId, const BreachForm& form);

struct BreachStep {
    std::string kind, value;  // as in store::BreachEvent
    DayAndTime at;
    std::string words;
};
Outcome addBreachStep(Office& office, const Actor& actor, std::string_view breachId, const BreachStep& step);

struct BreachClockRow {
    std::string title, source, endWords, leftWords, doneWords;  // "di 7 april 2026, 14:05"
    bool done = false, late = false;                            // late: not done in time
    std::vector<std::pair<std::string, std::string>> steps = {}; // how `endWords` came about: sentence and source
};
struct BreachPartnerRow {
    std::string id, name, toldWords;
};
struct BreachItemRow {
    std::string file, title, partnerName, outcomeWords, pages, sentTo;
};
struct BreachEventRow {
    std::string words, atWords, byName, text;
};
struct BreachView {
    std::string id, reference, requestId, requestReference, requesterName, happenedWords, knownWords, knownHow, what, riskWords, sentTo;
    std::vector<BreachClockRow> clocks;
    std::vector<BreachPartnerRow> partners;
    std::vector<BreachItemRow> items;
    std::vector<BreachEventRow> events;
    std::vector<std::pair<std::string, std::string>> persons;  // whom it may concern: id, name
    std::vector<std::string> lacking;                          // what must happen before it can be closed
    bool closed = false;
};
BreachView viewBreach(Office& office, const Actor& actor, std::string_view breachId);

// Of one part, newest first.
struct BreachLink {
    std::string id, reference, words;
    bool late = false, open = true;
};
std::vector<BreachLink> breachesOf(Office& office, const Actor& actor, std::string_view requestId);
// For the worklist: the open ones this person may see.
std::vector<BreachLink> openBreaches(Office& office, const Actor& actor);

}  // namespace service::casework
