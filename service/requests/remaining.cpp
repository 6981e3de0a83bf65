#include "service/requests/remaining.h"

#include <algorithm>

#include "service/requests/derivation.h"

namespace service::requests {
namespace {

using std::chrono::sys_days;

std::string leftInWords(int days) {
    if (days == 0) return "vandaag is de laatste dag";
    return days > 0 ? "nog " + inWords(days, "dag", "dagen") : inWords(-days, "dag", "dagen") + " te laat";
}

int percentOf(const Date& day, const Date& from, const Date& to) {
    const int whole = std::max(1, daysBetween(from, to));
    return std::clamp(daysBetween(from, day) * 100 / whole, 0, 100);
}

Stretch stretchOf(const Suspension& one, const Course& course, const Date& end, const Date& today) {
    const Date until = one.answered.value_or(std::max(sys_days{one.asked}, sys_days{today}));
    Stretch stretch{percentOf(one.asked, course.received, end), percentOf(until, course.received, end), {}};
    stretch.words = one.answered ? "stond stil van " + dutchDate(one.asked) + " tot " + dutchDate(until)
                                 : "staat stil vanaf " + dutchDate(one.asked);
    return stretch;
}

std::vector<Step> stepsBack(const MilestoneRule& rule, const Clock& due, const Date& planned, const Date& earliest, const Date& by) {
    std::vector<Step> steps{{"De laatste dag om te beslissen is " + fullDate(due.end) + ".", due.end, due.source},
                            {inWords(rule.workingDaysBeforeEnd, "werkdag", "werkdagen") + " eerder is " + fullDate(planned) + "; weekend en vrije dagen tellen niet mee.", planned, rule.source}};
    if (by != planned) steps.push_back({"Dat is voor de eerste werkdag na ontvangst: dan geldt " + fullDate(earliest) + ".", earliest, rule.source});
    return steps;
}

Milestone milestoneOf(const MilestoneRule& rule, const Date& by, const std::vector<DoneOn>& done, const Date& today) {
    Milestone milestone{.rule = rule, .by = by, .done = {}, .words = {}};
    const auto found = std::ranges::find(done, rule.id, &DoneOn::id);
    if (found != done.end()) {
        milestone.done = found->day;
        milestone.state = Milestone::finished;
        milestone.words = rule.name + ": gedaan op " + dutchDate(found->day);
        return milestone;
    }
    const int left = daysBetween(today, by);
    milestone.state = left < 0 ? Milestone::slipped : left == 0 ? Milestone::today : Milestone::ahead;
    milestone.words = rule.name + ": uiterlijk " + dutchDate(by) + ", " + leftInWords(left);
    return milestone;
}

}  // namespace

Remaining remaining(const DecisionClock& clock, const Date& today) {
    Remaining words{.due = "Beslissen uiterlijk " + dutchDate(clock.due.end), .left = {}, .days = daysBetween(today, clock.due.end)};
    words.late = words.days < 0;
    words.stopped = clock.suspendedNow && !words.late;
    words.left = leftInWords(words.days);
    if (words.stopped) words.left += ", de klok staat stil";
    return words;
}

Bar barOf(const Course& course, const DecisionClock& clock, const Date& today) {
    const Date& end = clock.due.end;
    Bar bar{.elapsedPercent = percentOf(today, course.received, end), .suspended = {}, .words = {}};
    for (const auto& one : course.suspensions)
        if (sys_days{one.asked} <= sys_days{end}) bar.suspended.push_back(stretchOf(one, course, end, today));
    bar.words = "Van ontvangst op " + dutchDate(course.received) + " tot " + dutchDate(end) + " is " +
                std::to_string(bar.elapsedPercent) + "% verstreken";
    for (const auto& stretch : bar.suspended) bar.words += "; " + stretch.words;
    bar.words += ".";
    return bar;
}

std::vector<MilestoneRule> usualMilestones() {
    return {{"acknowledge", "Ontvangst bevestigen", "front-desk", 18},
            {"collect", "Stukken verzamelen", "professional", 12},
            {"review", "Stukken beoordelen", "professional", 5},
            {"sign-off", "Vrijgeven", "privacy-officer", 3},
            {"send", "Beslissing versturen", "front-desk", 1}};
}

std::vector<Milestone> planBackwards(const Clock& due, const Date& received, const std::vector<MilestoneRule>& rules,
                                     const std::vector<DoneOn>& done, const Date& today, const Calendar& calendar) {
    const Date earliest = calendar.moveWorkingDays(received, 1);
    std::vector<Milestone> plan;
    for (const auto& rule : rules) {
        const Date planned = calendar.moveWorkingDays(due.end, -rule.workingDaysBeforeEnd);
        plan.push_back(milestoneOf(rule, std::max(sys_days{planned}, sys_days{earliest}), done, today));
        plan.back().steps = stepsBack(rule, due, planned, earliest, plan.back().by);
    }
    return plan;
}

}  // namespace service::requests
