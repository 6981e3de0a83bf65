// The end of a case: when our copies go and why, what holds that back, and the certificate that stays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/casework/intake.h"
#include "service/casework/kept_decisions.h"
#include "service/requests/retention.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

// What still needs the copies of this case. Whoever makes something that does adds it in holds.cpp.
std::vector<requests::RetentionHold> holdsOf(Office& office, const store::Request& request);

// Out, nothing left to be done, and nobody can come up against it any more: it need not stay open. Only then do our copies
// get a last day. Basis: AVG art. 5(1)(e)
bool mayCloseByItself(Office& office, const store::Request& request);
// Out and done, and no clock tells until when somebody can come up against it: a person closes it, or it would be kept for ever.
bool mustBeClosedByHand(Office& office, const store::Request& request);

requests::RetentionPlan planOf(Office& office, const store::Request& request);

struct RetentionView {
    std::string on, rule, source;  // on: YYYY-MM-DD; empty: not closed yet
    std::vector<ClockStep> steps;
    std::vector<std::string> holds;  // Dutch; empty: nothing
    struct Postponed {
        std::string until, reason, byName, atWords;
    };
    std::vector<Postponed> postponed;
    bool mayPostpone = false;
};
RetentionView viewRetention(Office& office, const Actor& actor, std::string_view requestId);

// For a privacy officer. until: YYYY-MM-DD, later than the day that stands, at most two years ahead.
// Basis: AVG art. 5(1)(e), 5(2): longer than the rule says only with a reason that can be shown
Outcome postpone(Office& office, const Actor& actor, std::string_view requestId, std::string_view until, std::string_view reason);

// References and days, no names: also for an administrator.
struct PlannedRow {
    std::string requestId, reference, right, on, rule;
    std::vector<std::string> holds;
    int postponed = 0;
    std::vector<ClockStep> steps;  // how the day came about
};
struct CertificateRow {
    std::string reference, requestId, plannedFor, rule, because, plannedBy, begunWords, doneWords;  // doneWords empty: being carried out
    struct Gone {
        std::string table;
        std::size_t count = 0;
    };
    std::vector<Gone> gone;
    std::vector<KeptRow> kept;  // what stays readable, for who may open it
    int postponed = 0;
    bool wholeHousehold = false;
};
struct RetentionRegister {
    std::vector<PlannedRow> planned;  // by day
    std::vector<CertificateRow> done; // newest first
    int months = 0;                   // of the usual rule
};
RetentionRegister retentionRegister(Office& office, const Actor& actor);
Outcome setRetentionMonths(Office& office, const Actor& actor, int months);  // for an administrator; recomputes nothing that is begun

// A daily round: tells who may put it off what is near, and puts what is due in line.
void queueRetention(Office& office);
std::size_t tellAndQueueDue(Office& office);  // how many were put in line

}  // namespace service::casework
