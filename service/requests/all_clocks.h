// Every clock that runs for one request, from the facts of its course: what a screen, a letter and the command line list.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "service/requests/clock.h"
#include "service/requests/decision.h"

namespace service::requests {

struct ClockFacts {
    Course course;
    bool erasure = false;                  // the request asks to destroy
    std::optional<PartnerKind> partner;    // absent: not known; then nothing is left out for the kind of partner
    std::optional<Standing> standing;      // of the partner, where its register says so; absent: what usually holds for its kind
    std::optional<Date> sent;              // the decision
    std::optional<Date> letterReceived;    // the decision, by the requester
    bool onObjection = false;              // this decision is one on an objection: the court follows, not another objection
    std::optional<Date> objectionDecided;  // on an objection to it, without a decision of its own here
    std::optional<Date> appealJudged, petitionJudged;  // by a court
    std::optional<Date> recorded;          // Veilig Thuis: the day it recorded data obtained from someone else; absent: no such clock
    bool recordedAssumed = false;          // nobody gave that day: the clock says so
    int informExtensions = 0;
    std::optional<Date> noticeReceived;    // of default
};

struct AllClocks {
    std::vector<Clock> clocks;          // decide first; then extended with refusal, and the partner's own, if any; then what follows the decision
    std::vector<std::string> remarks;   // Dutch: what was given and does not count, and why
};

// Which remedy stands open where only the kind of partner is known: contested where courts split or the legal form decides.
// Basis: UAVG art. 34, 35
Standing standingWithoutForm(PartnerKind kind);

// The terms that hold for a clock that starts on this day.
using TermsOn = std::function<Terms(const Date&)>;

// Basis: AVG art. 12(3), (6); Awb 4:17, 6:7; UAVG art. 35; Wmo 2015 art. 5.3.1, 5.3.5
AllClocks allClocks(const ClockFacts& facts, const TermsOn& termsOn, const Calendar& calendar);
AllClocks allClocks(const ClockFacts& facts, const Terms& terms, const Calendar& calendar);  // the same on every day

}  // namespace service::requests
