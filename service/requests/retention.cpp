#include "service/requests/retention.h"

#include <algorithm>

#include "service/requests/derivation.h"

namespace service::requests {

namespace {

using std::chrono::sys_days;

Date later(const Date& one, const Date& other) { return sys_days{one} < sys_days{other} ? other : one; }

bool isRemedy(const Clock& clock) { return clock.id == "objection" || clock.id == "petition" || clock.id == "appeal" || clock.id == "higher-appeal"; }

const Clock* longestRemedy(const std::vector<Clock>& clocks) {
    const Clock* longest = nullptr;
    for (const auto& clock : clocks)
        if (isRemedy(clock) && !clock.unlimited && (!longest || sys_days{longest->end} < sys_days{clock.end})) longest = &clock;
    return longest;
}

// The day after which nobody can come up against the decision any more.
Date lapsedOn(const RetentionFacts& facts, RetentionPlan& plan) {
    Date last = *facts.closed;
    plan.steps.push_back({"De zaak is afgesloten op " + fullDate(last) + ".", last, {}});
    const Clock* longest = longestRemedy(facts.clocks);
    if (!longest) return last;
    plan.steps.push_back({"‘" + longest->title + "’ kan tot en met " + fullDate(longest->end) + "; zolang blijven de kopieën nodig.", longest->end, longest->source});
    return later(last, longest->end);
}

// Basis: Wmo 2015 art. 5.3.5(1): the law wants it gone by then; a claim that may still be brought comes first
Date withDestroyClock(const RetentionFacts& facts, const Date& lapsed, RetentionPlan& plan) {
    Date on = addDays(lapsed, 1);
    for (const auto& clock : facts.clocks) {
        if (clock.id != "destroy") continue;
        plan.steps.push_back({"Na een verzoek om verwijdering moet uiterlijk " + fullDate(clock.end) + " zijn vernietigd.", clock.end, clock.source});
        on = later(on, clock.end);
        break;
    }
    plan.steps.push_back({"Daarom op " + fullDate(on) + ", niet later dan nodig.", on, plan.rule.source});
    return on;
}

Date withMonths(const Date& lapsed, RetentionPlan& plan) {
    const int months = int(plan.rule.after.count());
    const Date on = months == 0 ? addDays(lapsed, 1) : addMonths(lapsed, plan.rule.after);
    plan.steps.push_back({plan.rule.words + " Dat is op " + fullDate(on) + ".", on, plan.rule.source});
    return on;
}

}  // namespace

bool RetentionPlan::isDue(const Date& today) const { return on && holds.empty() && sys_days{*on} <= sys_days{today}; }

std::optional<RetentionRule> ruleFor(const std::string& right, const std::vector<RetentionRule>& rules) {
    for (const auto* wanted : {&right, static_cast<const std::string*>(nullptr)})
        for (const auto& rule : rules)
            if (wanted ? rule.right == *wanted && !rule.right.empty() : rule.right.empty()) return rule;
    return std::nullopt;
}

std::optional<Date> lastRemedyDay(const std::vector<Clock>& clocks) {
    const Clock* longest = longestRemedy(clocks);
    return longest ? std::optional(longest->end) : std::nullopt;
}

RetentionPlan planDestruction(const RetentionFacts& facts, const RetentionRule& rule) {
    RetentionPlan plan;
    plan.rule = rule, plan.holds = facts.holds;
    if (!facts.closed) {
        plan.steps.push_back({"De zaak is nog niet afgesloten. Daarna volgt de dag van vernietiging.", std::nullopt, rule.source});
        return plan;
    }
    const Date lapsed = lapsedOn(facts, plan);
    plan.on = rule.until == RetentionRule::destroyClock ? withDestroyClock(facts, lapsed, plan) : withMonths(lapsed, plan);
    if (facts.noticeUntil && sys_days{*plan.on} < sys_days{*facts.noticeUntil}) {
        plan.on = facts.noticeUntil;
        plan.steps.push_back({"De zaak is vanzelf afgesloten. Wie het nog kan uitstellen, hoort het op tijd: daarom niet voor " + fullDate(*plan.on) + ".", plan.on, plan.rule.source});
    }
    for (const auto& until : facts.postponed) {
        if (sys_days{until} <= sys_days{*plan.on}) continue;
        plan.on = until;
        plan.steps.push_back({"Uitgesteld tot " + fullDate(until) + ".", until, {}});
    }
    return plan;
}

}  // namespace service::requests
