#include "service/casework/milestones.h"

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/household_change.h"
#include "service/casework/items.h"
#include "service/casework/law_of_request.h"
#include "service/casework/partner_wall.h"
#include "service/casework/term_table.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

using requests::DoneOn;
using requests::Milestone;

void addDone(std::vector<DoneOn>& done, const char* id, const std::optional<Moment>& at) {
    if (at) done.push_back({id, service::amsterdamDay(*at)});
}

std::vector<DoneOn> doneOf(Office& office, const store::Request& request) {
    auto& store = office.store;
    std::vector<DoneOn> done;
    addDone(done, "acknowledge", store.audit().firstOf(request.id, "acknowledgement.made"));
    if (request.step != store::Step::logged && request.step != store::Step::collecting && request.step != store::Step::reading)
        addDone(done, "collect", store.audit().firstOf(request.id, "proposals.made").value_or(office.environment.clock.now()));
    if (const auto review = store.reviews().find(request.id)) addDone(done, "review", review->finishedAt);
    if (const auto signature = store.signOffs().standing(request.id)) addDone(done, "sign-off", signature->signedAt);
    if (const auto release = store.releases().latest(request.id)) addDone(done, "send", release->releasedAt);
    return done;
}

// Who finished a later step did not leave an earlier one: an acknowledgement that was never made is overtaken by the decision.
void countOvertaken(std::vector<Milestone>& plan) {
    std::optional<Date> later;
    for (auto it = plan.rbegin(); it != plan.rend(); ++it) {
        if (it->done) later = it->done;
        else if (later) it->done = later, it->state = Milestone::finished;
    }
}

std::string namesOf(Office& office, const std::vector<std::string>& accountIds) {
    std::vector<std::string> names;
    for (const auto& id : accountIds) names.push_back(accountName(office, id));
    return names.empty() ? "nog niemand toegewezen" : joinedWords(names);
}

}  // namespace

std::vector<std::string> accountsFor(Office& office, const store::Request& request, std::string_view role) {
    const auto isFit = [&](const std::string& id) {
        const auto account = office.store.accounts().find(id);
        return account && account->active && !isBehindWall(office, *account, request) && store::toText(account->role) == role && office.store.assignments().accessOf(request.householdId, id) != store::Access::conflict;
    };
    std::vector<std::string> ids;
    if (role == "front-desk" && isFit(request.createdBy)) return {request.createdBy};
    for (const auto& it : office.store.assignments().ofHousehold(request.householdId))
        if (isFit(it.accountId)) ids.push_back(it.accountId);
    if (!ids.empty() || role != "privacy-officer") return ids;
    for (const auto& account : office.store.accounts().all())
        if (isFit(account.id)) ids.push_back(account.id);
    return ids;
}

namespace {

constexpr int daysToWarnOfRefusal = 7;

// An extension leaves it where it was; whether the request will be refused nobody knows yet, so it never slips.
std::optional<Milestone> refusalMilestone(Office& office, const store::Request& request) {
    const auto decision = decisionClock(office, request);
    if (!decision.extended) return std::nullopt;
    const auto clock = requests::refusalBy(decision);
    Milestone milestone{.rule = {"refusal", clock.title, "professional", 0, clock.source}, .by = clock.end, .done = {}, .words = {}};
    milestone.steps = clock.steps;
    const int left = requests::daysBetween(today(office), clock.end);
    milestone.state = left < 0 ? Milestone::finished : left == 0 ? Milestone::today : Milestone::ahead;
    milestone.words = left < 0 ? "Een weigering is nu te laat: die moest uiterlijk " + requests::dutchDate(clock.end) + " zijn meegedeeld"
                               : "Als u weigert: meedelen uiterlijk " + requests::dutchDate(clock.end) + ", ook al is de termijn verlengd";
    return milestone;
}

}  // namespace

std::vector<MilestoneLine> milestonesOf(Office& office, const store::Request& request) {
    const auto calendar = calendarOf(office);
    auto rules = loadTermTable(office.templates).milestones;
    if (isAnsweredByItems(request)) std::erase_if(rules, [](const auto& rule) { return rule.id == "collect"; });  // nothing is asked of the partners first
    auto plan = requests::planBackwards(decisionClock(office, request).due, request.receivedOn, rules, doneOf(office, request),
                                        today(office), calendar);
    countOvertaken(plan);
    std::vector<MilestoneLine> lines;
    for (auto& milestone : plan) {
        // Who logs a request at the desk of a team without a desk is a professional: whoever logged it acknowledges it.
        auto ids = accountsFor(office, request, milestone.rule.role);
        if (ids.empty() && milestone.rule.role == "front-desk") ids = accountsFor(office, request, "professional");
        auto who = namesOf(office, ids);
        lines.push_back({std::move(milestone), std::move(ids), std::move(who)});
    }
    if (auto refusal = isOpen(request) ? refusalMilestone(office, request) : std::nullopt) {
        auto ids = accountsFor(office, request, "professional");
        auto who = namesOf(office, ids);
        lines.push_back({std::move(*refusal), std::move(ids), std::move(who)});
    }
    return lines;
}

std::optional<Date> refusalTooLate(Office& office, const store::Request& request) {
    const auto milestone = refusalMilestone(office, request);
    return milestone && milestone->state == Milestone::finished ? std::optional(milestone->by) : std::nullopt;
}

std::string refusalWords(Office& office, const store::Request& request) {
    const auto milestone = refusalMilestone(office, request);
    if (!milestone || requests::daysBetween(today(office), milestone->by) > daysToWarnOfRefusal) return {};
    const auto by = requests::longDutchDate(milestone->by);
    return milestone->state == Milestone::finished ? "weigeren is nu te laat: dat kon tot en met " + by : "weigeren kan nog tot en met " + by;
}

std::string slippedWords(Office& office, const store::Request& request) {
    for (const auto& line : milestonesOf(office, request)) {
        if (line.milestone.state != Milestone::slipped) continue;
        const int days = requests::daysBetween(line.milestone.by, today(office));
        return line.milestone.rule.name + " is " + (days == 1 ? "1 dag te laat" : std::to_string(days) + " dagen te laat") + ": " + line.who;
    }
    return {};
}

}  // namespace service::casework
