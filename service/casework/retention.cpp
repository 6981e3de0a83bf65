#include "service/casework/retention.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/clocks.h"
#include "service/casework/law_of_request.h"
#include "service/casework/moments.h"
#include "service/casework/partner_wall.h"
#include "service/casework/retention_rules.h"
#include "service/casework/work_orders.h"

namespace service::casework {

namespace {

constexpr int mostYearsAhead = 2;

// Of every controller that was asked, each under its own law; the requester is taken to have the letter after some days.
std::vector<requests::Clock> clocksAfter(Office& office, const store::Request& request, int postDays) {
    std::vector<requests::Clock> clocks;
    for (const auto& id : office.store.requests().partnersOf(request)) {
        const auto partner = office.store.partners().find(id);
        if (!partner) continue;
        auto facts = clockFactsOf(office, request, &*partner);
        if (facts.sent && !facts.letterReceived) facts.letterReceived = requests::addDays(*facts.sent, postDays);
        auto all = requests::allClocks(facts, termsOn(office), calendarOf(office));
        clocks.insert(clocks.end(), std::make_move_iterator(all.clocks.begin()), std::make_move_iterator(all.clocks.end()));
    }
    return clocks;
}

bool closedByItself(Office& office, const store::Request& request) {
    for (const auto& it : office.store.audit().ofRequest(request.id))  // newest first
        if (it.action == "request.closed") return it.accountId.empty();
    return false;
}

requests::RetentionFacts factsOf(Office& office, const store::Request& request, const RetentionRules& rules) {
    const int postDays = rules.postDays;
    requests::RetentionFacts facts;
    facts.right = request.right;
    if (request.step == store::Step::closed && request.closedAt) facts.closed = service::amsterdamDay(*request.closedAt);
    if (facts.closed) facts.clocks = clocksAfter(office, request, postDays), facts.holds = holdsOf(office, request);
    if (facts.closed && closedByItself(office, request)) facts.noticeUntil = calendarOf(office).moveWorkingDays(*facts.closed, rules.noticeWorkingDays);
    for (const auto& it : office.store.retention().postponements(request.id)) facts.postponed.push_back(it.until);
    return facts;
}

CertificateRow certificateOf(Office& office, const store::Destruction& it) {
    CertificateRow row;
    row.reference = it.reference, row.requestId = it.requestId, row.plannedFor = requests::toIso(it.plannedFor), row.rule = it.rule, row.because = it.because;
    row.plannedBy = accountName(office, it.plannedBy), row.begunWords = dutchMoment(it.begunAt), row.doneWords = dutchMoment(it.doneAt);
    row.postponed = it.postponed, row.wholeHousehold = it.wholeHousehold;
    for (const auto& [table, count] : it.what) row.gone.push_back({table, count});
    return row;
}

PlannedRow plannedRowOf(Office& office, const store::Request& request) {
    const auto plan = planOf(office, request);
    PlannedRow row{request.id, request.reference, request.right, plan.on ? requests::toIso(*plan.on) : "", plan.rule.id, {}, 0, stepsFrom(plan.steps)};
    for (const auto& hold : plan.holds) row.holds.push_back(hold.words);
    row.postponed = int(office.store.retention().postponements(request.id).size());
    return row;
}

bool isDone(Office& office, const store::Request& request) { return request.step == store::Step::released && !openWork(office, request) && holdsOf(office, request).empty(); }

}  // namespace

bool mustBeClosedByHand(Office& office, const store::Request& request) {
    return isDone(office, request) && !requests::lastRemedyDay(clocksAfter(office, request, retentionRules(office).postDays));
}

bool mayCloseByItself(Office& office, const store::Request& request) {
    if (!isDone(office, request)) return false;
    const auto last = requests::lastRemedyDay(clocksAfter(office, request, retentionRules(office).postDays));
    return last && std::chrono::sys_days{*last} < std::chrono::sys_days{today(office)};
}

requests::RetentionPlan planOf(Office& office, const store::Request& request) {
    const auto rules = retentionRules(office);
    return requests::planDestruction(factsOf(office, request, rules), *requests::ruleFor(request.right, rules.rules));
}

RetentionView viewRetention(Office& office, const Actor& actor, std::string_view requestId) {
    const auto request = requireRequest(office, actor, requestId);
    const auto plan = planOf(office, request);
    RetentionView view;
    view.on = plan.on ? requests::toIso(*plan.on) : "", view.rule = plan.rule.id, view.source = plan.rule.source;
    for (const auto& step : plan.steps) view.steps.push_back({step.sentence, step.source, step.date ? requests::toIso(*step.date) : ""});
    for (const auto& hold : plan.holds) view.holds.push_back(hold.words);
    for (const auto& it : office.store.retention().postponements(request.id))
        view.postponed.push_back({requests::toIso(it.until), it.reason, accountName(office, it.by), dutchMoment(it.at)});
    view.mayPostpone = plan.on && actor.role == Role::privacyOfficer && !office.store.retention().find(request.id);
    record(office, actor, trailOf(request, "destruction.plan-seen"));
    return view;
}

Outcome postpone(Office& office, const Actor& actor, std::string_view requestId, std::string_view until, std::string_view reason) {
    requireRole(actor, {Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {store::Step::closed});
    const auto day = requests::parseIso(until);
    const auto plan = planOf(office, request);
    if (!day || *day <= today(office) || (plan.on && *day <= *plan.on))
        return Outcome::refused("date-wrong", "Kies een dag na de dag waarop nu vernietigd wordt: " + (plan.on ? requests::longDutchDate(*plan.on) : std::string("nog geen")) + ".");
    if (*day > requests::addMonths(today(office), std::chrono::years{mostYearsAhead})) return Outcome::refused("date-far", "Stel ten hoogste twee jaar uit. Daarna kan het opnieuw, met een reden.");
    if (reason.empty()) return Outcome::refused("reason-missing", "Schrijf waarom onze kopieën langer nodig zijn.");
    office.store.transact([&] {
        office.store.retention().postpone({{}, request.id, *day, std::string(reason), actor.accountId, {}});
        record(office, actor, trailOf(request, "destruction.postponed", std::string(reason), nlohmann::json{{"until", requests::longDutchDate(*day)}}.dump()));
    });
    return Outcome::success("De vernietiging is uitgesteld tot " + requests::longDutchDate(*day) + ".");
}

RetentionRegister retentionRegister(Office& office, const Actor& actor) {
    requireRole(actor, {Role::privacyOfficer, Role::administrator});
    RetentionRegister all;
    for (const auto& request : office.store.requests().all())
        if (request.step == store::Step::closed && !isBehindWall(office, actor, request)) all.planned.push_back(plannedRowOf(office, request));
    std::stable_sort(all.planned.begin(), all.planned.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
    for (const auto& it : office.store.retention().all())
        if (!isBehindWall(office, actor, office.store.requests().load(it.requestId))) {
            all.done.push_back(certificateOf(office, it));
            if (actor.role == Role::privacyOfficer) all.done.back().kept = keptRows(office, it.requestId);
        }
    all.months = retentionMonths(office);
    record(office, actor, {"destruction.register-seen", {}, {}, {}, {}, "{}"});
    return all;
}

Outcome setRetentionMonths(Office& office, const Actor& actor, int months) {
    requireRole(actor, {Role::administrator});
    if (months < 0 || months > mostRetentionMonths) return Outcome::refused("months-wrong", "Kies een aantal maanden van 0 tot en met " + std::to_string(mostRetentionMonths) + ".");
    office.store.transact([&] {
        office.store.settings().set("retention.months", std::to_string(months));
        record(office, actor, {"destruction.term-set", {}, {}, {}, {}, nlohmann::json{{"months", std::to_string(months)}}.dump()});
    });
    return Outcome::success("De bewaartermijn is gewijzigd. De geplande dagen volgen de nieuwe termijn.");
}

}  // namespace service::casework
