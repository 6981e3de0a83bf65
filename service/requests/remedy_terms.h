// Whether what came after a decision came in time. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/requests/decision.h"

namespace service::requests {

struct RemedyFacts {
    Remedy::Route route = Remedy::objection;
    Standing standing = Standing::other;  // of the controller whose decision it is about
    std::optional<Date> sent;             // the decision; absent: none was sent
    std::optional<Date> letterReceived;   // the decision, by the requester, where that is known
    Date received;                        // the complaint, objection, petition or appeal
    bool onObjection = false;             // the decision is one on an objection
    std::optional<Date> objectionDecided = {};  // on an objection to it
    std::optional<Date> judged = {};            // by a court; what a higher appeal is against
    CourtRoute judgedOn = CourtRoute::appeal;
};

struct RemedyTerm {
    // unsure: it depends on what a court says or on a day nobody knows; a human decides, and until then it counts as in time
    enum Verdict { inTime, late, unsure, noTerm } verdict = noTerm;
    std::vector<Clock> clocks;  // of every route that stands open
    std::string words;          // Dutch, one or two sentences
};

// Within how long a public body answers. The source says when it may be longer: that day is recorded by hand.
struct RemedyAnswers {
    std::chrono::weeks objection{6}, complaint{6};
    std::string objectionSource, complaintSource;
};
// The last day on which the controller must have answered; absent: no act sets one for this route and this controller (a
// court and the supervisory authority set their own). Where courts split on its standing, the earliest end counts.
// Basis: Awb 7:10(1): from the day after the term to object ended; 9:11(1): from receipt
std::optional<Clock> answerBy(const RemedyFacts& facts, const RemedyAnswers& answers, const Terms& terms, const Calendar& calendar);

// Basis: Awb 6:7, 6:8, 6:15; UAVG art. 34, 35; AVG art. 77
RemedyTerm remedyTerm(const RemedyFacts& facts, const Terms& terms, const Calendar& calendar);

}  // namespace service::requests
