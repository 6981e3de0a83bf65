// The clocks of a request: each with its source, its start, its end, and why it ends there. Terms are values: read from
// data elsewhere and passed in. No clock here knows what day it is unless it is told.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "service/requests/calendar.h"

namespace service::requests {

// One line of a derivation, as a screen opens it.
struct Step {
    std::string sentence;      // Dutch
    std::optional<Date> date;  // the day this step arrives at
    std::string source;        // law, or empty
};

struct Clock {
    std::string id;  // decide, extended, refusal, partner-own, work-order, objection, petition, appeal, higher-appeal, destroy, inform-family, default-notice, penalty
    std::string title;  // Dutch
    Date start, end;    // start: the first day that counts; end: the last day in time
    std::string source;
    std::vector<Step> steps;
    bool provisional = false;  // an open suspension: the end moves on every day until the answer arrives
    bool unlimited = false;    // no term runs; `end` means nothing (petition: no answer came)
};

// Basis: AVG art. 12(6); AVG overweging 63 met EDPB-richtsnoeren 01/2022
enum class SuspensionGround { identityInDoubt, clarificationOfLargeQuantity };
struct Suspension {
    Date asked;
    std::optional<Date> answered;  // absent: still open
    SuspensionGround ground = SuspensionGround::identityInDoubt;
    std::string groundWords = {}, groundSource = {};  // from the rule data; empty: as `ground` says
};
struct Extension {
    Date told;           // the day the requester was told
    std::string reason;  // Dutch
};

struct PenaltyTier {
    int days = 0, eurosPerDay = 0;
};

// A term that no act gives to the day: what "without undue delay" means here.
struct WorkTerm {
    int workingDays = 0;
    std::string source;
};

// The table of terms, with today's law as default; store reads them from data and passes them in.
struct Terms {
    std::chrono::months decide{1};            // AVG art. 12(3)
    std::chrono::months decideExtended{3};    // from receipt, not from the first end
    std::chrono::weeks objection{6};          // Awb 6:7
    std::chrono::weeks petition{6};           // UAVG art. 35(2)
    std::chrono::weeks appeal{6};             // Awb 6:7, of the decision on an objection; 8:104 of what a court decided on it
    std::chrono::months higherAppeal{3};      // Rv 358(2), of what a court decided on a petition
    std::chrono::months destroy{3};           // Wmo 2015 art. 5.3.5(1)
    std::chrono::weeks informFamily{4};       // Wmo 2015 art. 5.3.1(1)
    std::chrono::weeks informFamilyExtra{2};  // Wmo 2015 art. 5.3.1(2), each time
    std::chrono::weeks defaultNotice{2};      // Awb 4:17(3)
    std::chrono::weeks putAside{4};           // Awb 4:5(4)
    std::vector<PenaltyTier> penalty{{14, 23}, {14, 35}, {14, 45}};  // Awb 4:17(2)
    std::chrono::hours breachToPartners{24};  // Privacyprotocol 8.6
    std::chrono::hours breachToAuthority{72}; // AVG art. 33(1)
    WorkTerm carryOut{10, "AVG art. 12 lid 3, 16, 17 en 19: zonder onredelijke vertraging; werkafspraak van de regio"};
    WorkTerm restrictWhileWeighed{2, "AVG art. 18 lid 1 onder d: zolang wordt gewogen; werkafspraak van de regio"};
    WorkTerm answerReminder{5, "Convenant art. 5.2; werkafspraak van de regio"};  // of a partner that was asked to deliver
};

// By when to decide anew: after an objection, or as a court says. No act counts this day from the receipt of a request.
struct SetTerm {
    Date end;
    std::string source;
    std::vector<Step> steps;
};

// Everything that happened to the term of one request.
struct Course {
    Date received;
    std::vector<Suspension> suspensions;  // in any order, may overlap
    std::optional<Extension> extension;
    std::optional<Date> today;            // needed only while a suspension is open; absent: an open one counts no day
    std::optional<int> ownTermDays;       // the partner's own stricter promise, in days
    std::optional<SetTerm> setTerm = {};  // then what else happened to the term does not count
};

// The decision's clock, with what belongs beside it.
struct DecisionClock {
    Clock due;                       // the earliest of the law's end and the partner's own term: this one counts
    Clock law;                       // decide, or extended when the extension holds
    Clock first;                     // the end without extension: the last day to tell of one
    std::optional<Clock> partnerOwn; // stays visible beside the law's
    int suspendedDays = 0;           // days counted in `law`
    bool suspendedNow = false;       // a suspension is open
    bool extended = false;           // the extension holds
    std::string extensionProblem;    // Dutch; empty: none, or nothing was extended
    std::vector<std::string> ignored;  // Dutch: suspensions that do not count, and why
};

// Basis: AVG art. 12(3); Verordening 1182/71 art. 3
DecisionClock decideBy(const Course& course, const Terms& terms, const Calendar& calendar);

// Basis: AVG art. 12(4): no action, or a refusal, is told within one month of receipt; an extension lengthens the decision, not this.
Clock refusalBy(const DecisionClock& decision);
// Basis: Awb 6:7, 6:8 (from the day after the decision was sent); Algemene termijnenwet art. 1
Clock objectionBy(const Date& sent, const Terms& terms, const Calendar& calendar);
// Basis: Awb 8:1, 6:7, 6:8: from the day after the decision on the objection was sent
Clock appealBy(const Date& sent, const Terms& terms, const Calendar& calendar);
// Of what a court decided. Basis: Awb 8:104, 6:24 on an appeal; Rv 358(2) on a petition
enum class CourtRoute { appeal, petition };
Clock higherAppealBy(CourtRoute route, const Date& decided, const Terms& terms, const Calendar& calendar);
// Deciding anew where nobody set a day: a month from the day on which that was decided. Basis: AVG art. 12(3) by analogy
SetTerm decideAnewBy(const Date& since, const Terms& terms, const Calendar& calendar);
// Basis: UAVG art. 35(2): six weeks from receipt of the answer; no answer: no term (Clock::unlimited)
Clock petitionBy(const std::optional<Date>& letterReceived, const Terms& terms, const Calendar& calendar);
// Basis: Wmo 2015 art. 5.3.5(1)
Clock destroyBy(const Date& received, const Terms& terms, const Calendar& calendar);
// Basis: Wmo 2015 art. 5.3.1(1) and (2); `extensions`: how many times it was extended
Clock informFamilyBy(const Date& recorded, int extensions, const Terms& terms, const Calendar& calendar);
// Basis: Awb 4:5(4): within four weeks after the last day to let it be known who asks passed unused
Clock putAsideBy(const Date& lastDay, const Terms& terms, const Calendar& calendar);
// Basis: Awb 4:17(3): the two weeks after which a penalty runs. A notice before the term is over does not count: absent.
std::optional<Clock> defaultNoticeBy(const Date& decisionEnd, const Date& noticeReceived, const Terms& terms,
                                     const Calendar& calendar);
// The period over which a penalty is due: start is its first day, end its last. Basis: Awb 4:17(1)
Clock penaltyPeriod(const Clock& defaultNotice, const Terms& terms);
// decided: the day the decision was sent; the period stops before it. Absent: in time after all, so none is due.
std::optional<Clock> penaltyUntil(const Clock& defaultNotice, const Date& decided, const Terms& terms);
int penaltyOn(const Date& day, const Clock& penalty, const Terms& terms);  // euros due up to and including `day`

// Basis: AVG art. 33; Privacyprotocol 8.6. Hours run on through weekends; the earlier reading is the safe one.
std::chrono::sys_seconds breachReportBy(std::chrono::sys_seconds known, std::chrono::hours term);

}  // namespace service::requests
