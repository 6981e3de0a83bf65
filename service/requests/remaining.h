// What a screen says about a clock: how long is left, the bar, and the milestones planned backwards from the end.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/requests/clock.h"

namespace service::requests {

struct Remaining {
    std::string due;      // "Beslissen uiterlijk di 7 april 2026"; the named day itself is still in time
    std::string left;     // "nog 12 dagen", "nog 1 dag", "vandaag is de laatste dag", "3 dagen te laat", "staat stil"
    int days = 0;         // negative: late
    bool late = false, stopped = false;
};
// "Beslissen uiterlijk di 7 april 2026 · nog 12 dagen" is due + " · " + left.
Remaining remaining(const DecisionClock& clock, const Date& today);

struct Stretch {
    int fromPercent = 0, toPercent = 0;  // of the whole term, 0..100
    std::string words;                   // "staat stil van 5 tot 19 maart", for who cannot see the hatching
};
struct Bar {
    int elapsedPercent = 0;
    std::vector<Stretch> suspended;
    std::string words;  // the bar in one sentence
};
Bar barOf(const Course& course, const DecisionClock& clock, const Date& today);

// Who acts by when so that the end is met; per region configurable.
struct MilestoneRule {
    std::string id;    // acknowledge, collect, review, sign-off, send
    std::string name;  // Dutch
    std::string role;  // who acts: front-desk, professional, privacy-officer
    int workingDaysBeforeEnd = 0;
    std::string source = {};
};
std::vector<MilestoneRule> usualMilestones();

struct Milestone {
    MilestoneRule rule;
    Date by;                      // never before the first working day after receipt
    std::optional<Date> done;
    enum State { ahead, today, slipped, finished } state = ahead;
    std::string words;            // "Stukken verzamelen: vóór ma 16 maart 2026, nog 4 dagen"
    std::vector<Step> steps = {}; // how `by` came about
};
struct DoneOn {
    std::string id;  // of the milestone
    Date day;
};
std::vector<Milestone> planBackwards(const Clock& due, const Date& received, const std::vector<MilestoneRule>& rules,
                                     const std::vector<DoneOn>& done, const Date& today, const Calendar& calendar);

}  // namespace service::requests
