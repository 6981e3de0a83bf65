// Carries out what is planned: the keys first, then every row, then the file of the database itself. Each step may be done
// again, so that a process that is killed anywhere goes on where it was.
#include <algorithm>

#include "redaction/apply/passing_folders.h"
#include "service/casework/case_file.h"
#include "service/casework/figures.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/jobs.h"
#include "service/casework/kept_decisions.h"
#include "service/casework/milestones.h"
#include "service/casework/moments.h"
#include "service/casework/notices.h"
#include "service/casework/queue.h"
#include "service/casework/retention.h"
#include "service/casework/retention_rules.h"

namespace service::casework {

namespace {

using namespace std::chrono_literals;
constexpr auto nextRound = 5h;  // of the day after, in Amsterdam: before anyone works

std::chrono::seconds untilNextRound(Office& office) {
    const auto local = service::amsterdamTime(office.environment.clock.now());
    const auto tomorrow = std::chrono::floor<std::chrono::days>(local) + std::chrono::days{1} + nextRound;
    return std::chrono::duration_cast<std::chrono::seconds>(tomorrow - local);
}

std::string joinedSteps(const requests::RetentionPlan& plan) {
    std::string words;
    for (const auto& step : plan.steps) words += (words.empty() ? "" : " ") + step.sentence + (step.source.empty() ? "" : " (" + step.source + ")");
    return words;
}

// Who put it off last, else who closed the case.
std::string plannedBy(Office& office, const store::Request& request) {
    const auto postponed = office.store.retention().postponements(request.id);
    if (!postponed.empty()) return postponed.back().by;
    for (const auto& it : office.store.audit().ofRequest(request.id, 100000))
        if (it.action == "request.closed") return it.accountId;
    return {};
}

// False: the day has not come, or something holds it back after all.
bool begin(Office& office, const std::string& requestId) {
    const auto request = office.store.requests().find(requestId);
    if (!request) return false;
    const auto plan = planOf(office, *request);
    if (!plan.isDue(today(office))) return false;
    store::Destruction wanted;
    wanted.requestId = request->id, wanted.householdId = request->householdId, wanted.reference = request->reference;
    wanted.plannedFor = *plan.on, wanted.rule = plan.rule.id, wanted.because = joinedSteps(plan), wanted.plannedBy = plannedBy(office, *request);
    wanted.postponed = int(office.store.retention().postponements(request->id).size());
    wanted.figures = figuresJson(countedCase(office, *request));
    const auto hidden = hiddenPartners(office, office.store.households().load(request->householdId), *request);
    wanted.notNamed.emplace(hidden.begin(), hidden.end());
    office.store.transact([&] {
        office.store.retention().begin(wanted);
        keepDecision(office, *request);
        record(office, theServiceItself(), trailOf(*request, "destruction.begun"));
    });
    return true;
}

// Closed on doubt: as long as a row is left it is not done, and the job is tried again, then put to someone.
void requireNothingLeft(Office& office, const std::string& requestId) {
    if (!office.store.retention().left(requestId).empty()) throw store::StoreError(store::ErrorKind::broken, "na de vernietiging was er nog iets over");
}

void tellNear(Office& office, const store::Request& request, const requests::RetentionPlan& plan, int noticeDays) {
    if (!plan.on || !plan.holds.empty() || requests::daysBetween(today(office), *plan.on) > noticeDays) return;
    const auto words = "Op " + requests::longDutchDate(*plan.on) + " worden onze kopieën van dit verzoek vernietigd. Uitstellen kan, met een reden.";
    for (const auto& it : office.store.notices().ofRequest(request.id))
        if (it.kind == "destruction-near" && it.words == words) return;
    notify(office, accountsFor(office, request, "privacy-officer"), request, "destruction-near", words);
}

std::vector<std::string> handlersAndOfficers(Office& office, const store::Request& request) {
    auto ids = accountsFor(office, request, "professional");
    for (const auto& id : accountsFor(office, request, "privacy-officer"))
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    return ids;
}

void askToClose(Office& office, const store::Request& request) {
    if (!mustBeClosedByHand(office, request)) return;
    const auto told = office.store.notices().ofRequest(request.id);
    if (std::any_of(told.begin(), told.end(), [](const auto& it) { return it.kind == "close-by-hand"; })) return;
    notify(office, handlersAndOfficers(office, request), request, "close-by-hand",
           "Dit verzoek wordt niet vanzelf afgesloten: Lakwerk weet niet tot wanneer bezwaar of beroep kan. Sluit de zaak af als alles is gedaan; daarna krijgen onze kopieën een laatste dag.");
}

// Nobody need remember it: without an end it would be kept for ever. Who handles it hears of it, and may put off what follows.
void closeWhatIsOver(Office& office, const store::Request& request) {
    if (!mayCloseByItself(office, request)) return askToClose(office, request);
    office.store.transact([&] {
        office.store.requests().moveTo(request.id, store::Step::released, store::Step::closed);
        record(office, theServiceItself(), trailOf(request, "request.closed"));
        const auto on = planOf(office, office.store.requests().load(request.id)).on;
        notify(office, handlersAndOfficers(office, request), request, "closed", "Dit verzoek is afgesloten: alles is gedaan, en bezwaar of beroep kan niet meer." + (on ? " Onze kopieën worden vernietigd op " + requests::longDutchDate(*on) + "." : std::string()));
    });
}

}  // namespace

void runDestroying(Office& office, const store::Job& claimed, const StopSign&) {
    auto& retention = office.store.retention();
    const auto& id = claimed.subject;
    if (!retention.find(id) && !begin(office, id)) return office.store.jobs().finish(claimed.id);
    if (retention.find(id)->state != store::DestructionState::done) {
        office.board.wipe(id);
        office.readings.forget(id);
        retention.destroyKeys(id);
        retention.eraseRows(id);
        retention.destroyKeys(id);  // the household's too, where it was the last case
        requireNothingLeft(office, id);
        redaction::apply::removeStalePassingFolders();
        retention.compact();
    }
    office.store.transact([&] {
        if (retention.find(id)->state != store::DestructionState::done)
            record(office, theServiceItself(), {"case.destroyed", retention.find(id)->householdId, id, {}, {}, "{}"});
        retention.finish(id);
        office.store.jobs().finish(claimed.id);
    });
}

std::size_t tellAndQueueDue(Office& office) {
    const int noticeDays = retentionRules(office).noticeDays;
    std::size_t queued = 0;
    for (const auto& request : office.store.requests().all()) closeWhatIsOver(office, request);
    for (const auto& request : office.store.requests().all()) {
        if (request.step != store::Step::closed) continue;
        const auto plan = planOf(office, request);
        office.store.transact([&] { tellNear(office, request, plan, noticeDays); });
        if (plan.isDue(today(office))) office.store.jobs().add(job::destroy, request.id, "{}", request.id), ++queued;
    }
    office.wakeWorkers();
    return queued;
}

void queueRetention(Office& office) {
    office.store.jobs().add(job::destroyDue, requests::toIso(today(office)));
    office.wakeWorkers();
}

// Each round puts the next one in line with its own end, so that a restart loses none.
void runDestroyingDue(Office& office, const store::Job& claimed, const StopSign&) {
    tellAndQueueDue(office);
    destroyKept(office);
    office.store.transact([&] {
        office.store.jobs().finish(claimed.id);
        office.store.jobs().addLater(job::destroyDue, requests::toIso(requests::addDays(today(office), 1)), "{}", untilNextRound(office));
    });
}

}  // namespace service::casework
