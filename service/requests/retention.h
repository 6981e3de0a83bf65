// When our own copies of a case are destroyed, and why then. Pure: the rules are data (templates/rules/retention.json), the
// clocks come from all_clocks. Partners' own files are not touched by this.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/requests/clock.h"

namespace service::requests {

struct RetentionRule {
    std::string id, words, source;  // words: Dutch, a sentence
    std::string right;              // the right asked; empty: every right that has no rule of its own
    std::chrono::months after{3};   // after the last remedy lapsed
    enum Until { counted, destroyClock } until = counted;  // destroyClock: the term in which was to be destroyed, no longer
};

// Something that still needs the copies: an open complaint, a work order. It holds destruction back, whatever the day.
struct RetentionHold {
    std::string id, words;  // Dutch
};

struct RetentionFacts {
    std::string right;
    std::optional<Date> closed;                  // absent: still open
    std::vector<Clock> clocks;                   // of every controller; what is no remedy and no destroy clock counts for nothing
    std::vector<Date> postponed;                 // until when, in the order it was done
    std::vector<RetentionHold> holds;
    std::optional<Date> noticeUntil = {};        // closed by itself: whoever may put it off hears of it and has until this day
};

struct RetentionPlan {
    std::optional<Date> on;    // the first day on which it may be destroyed; absent: not closed yet
    RetentionRule rule;
    std::vector<Step> steps;   // how it came about
    std::vector<RetentionHold> holds;
    bool isDue(const Date& today) const;
};

// The rule for this right; the one for every right where it has none. Absent: the data has neither.
std::optional<RetentionRule> ruleFor(const std::string& right, const std::vector<RetentionRule>& rules);

// The last day on which someone can come up against a decision, by the clocks of every controller; absent: none of them tells.
std::optional<Date> lastRemedyDay(const std::vector<Clock>& clocks);

// Basis: AVG art. 5(1)(e); AVG art. 17(3)(e): not while a claim may still be brought; Wmo 2015 art. 5.3.5(1)
RetentionPlan planDestruction(const RetentionFacts& facts, const RetentionRule& rule);

}  // namespace service::requests
