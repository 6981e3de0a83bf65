// What the calendar and changed facts do to open requests: a child turns 12, 16 or 18, authority or a consent begins or ends.
// Open proposals are made anew; who decided is told; a signature is voided; and where the requester may no longer ask for
// someone, nothing goes out until a person decides how to go on. Nothing that was decided is changed here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

// Over all open requests; how many something happened to. What was taken up already is not taken up again, and days on
// which nobody looked are caught up with.
std::size_t takeUpDays(Office& office);
// One request, now: before it is signed or handed out, after a fact changed, and when it is logged. True: something happened.
bool takeUpDays(Office& office, const store::Request& request);
// A part that takes the place of another (handed on, decided anew) goes on where that one was: what ended meanwhile stops it, and
// so does what was settled for the old part only.
void takeUpFrom(Office& office, const store::Request& old, const store::Request& made);
void queueDayPassing(Office& office);  // at once; each round puts the next one in line, just after midnight

// Empty: nothing stops. Otherwise why nothing may go out, and what to do.
std::string whyStopped(Office& office, const store::Request& request);

struct TurnRow {
    std::string dayWords, personName, words;
};
struct StopRow {
    std::string id, personName, title, next, source, sinceWords;
    std::string settledHow, settledWhy, settledByName, settledAtWords;  // settledHow: own-data, may-again; empty: it stands
};
struct TurnsView {
    std::vector<TurnRow> turns;
    std::vector<StopRow> stops;
    bool stands = false, maySettle = false;
};
TurnsView turnsOf(Office& office, const Actor& actor, const store::Request& request);
// The request goes on with the requester's own data only; a professional or a privacy officer decides it, with a reason.
Outcome goOnWithOwnData(Office& office, const Actor& actor, std::string_view requestId, std::string_view stopId, std::string_view why);

// Those who decided on proposals that were replaced are told, each once. because: Dutch clause, or empty.
void tellDeciders(Office& office, const store::Request& request, const std::vector<std::string>& replacedProposals, const std::string& because);

}  // namespace service::casework
