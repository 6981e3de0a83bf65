#include "service/casework/remedies.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/access.h"
#include "service/casework/case_file.h"
#include "service/casework/items.h"
#include "service/casework/law_of_request.h"
#include "service/casework/moments.h"
#include "service/casework/notices.h"
#include "service/casework/partner_wall.h"
#include "service/casework/passing_days.h"
#include "service/casework/reopening.h"
#include "service/casework/remedy_view.h"

namespace service::casework {

namespace {

using Json = nlohmann::json;

void requireHandler(const Actor& actor) { requireRole(actor, {Role::professional, Role::privacyOfficer}); }

RemedyOutcome refused(std::string code, std::string words) {
    RemedyOutcome outcome;
    outcome.code = std::move(code), outcome.words = std::move(words);
    return outcome;
}

bool isIn(const std::vector<std::pair<std::string, std::string>>& table, std::string_view code) {
    return std::any_of(table.begin(), table.end(), [&](const auto& it) { return it.first == code; });
}

bool contains(const std::vector<std::string>& all, const std::string& one) { return std::find(all.begin(), all.end(), one) != all.end(); }

// Its page only; what else there is of the case stays behind the wall.
store::RemedyCase requireRemedy(Office& office, const Actor& actor, std::string_view remedyId) {
    auto remedy = office.store.remedies().find(std::string(remedyId));
    if (!remedy) throw Failure(Failure::notFound, "Deze zaak na de beslissing bestaat niet.");
    if (isConcernedBesides(office, actor, *remedy)) return *std::move(remedy);
    if (isBehindWall(office, actor, office.store.requests().load(remedy->requestId))) throw Failure(Failure::notFound, "Deze zaak na de beslissing bestaat niet.");
    requireRequest(office, actor, remedy->requestId);
    return *std::move(remedy);
}

store::RemedyCase requireOwnRemedy(Office& office, const Actor& actor, std::string_view remedyId) {
    auto remedy = requireRemedy(office, actor, remedyId);
    requireRequest(office, actor, remedy.requestId);
    return remedy;
}

// Those of the other partners who open its page.
std::vector<std::string> accountsConcernedBesides(Office& office, const store::RemedyCase& remedy) {
    std::vector<std::string> ids;
    for (const auto& account : office.store.accounts().all())
        if (account.active && isConcernedBesides(office, {account.id, account.role, account.displayName}, remedy)) ids.push_back(account.id);
    return ids;
}

// Whoever handles for it hears of it, and that the term and the outcome are now theirs to record.
void tellCoordinator(Office& office, const store::RemedyCase& remedy, const std::string& partnerId) {
    const auto request = office.store.requests().load(remedy.requestId);
    const auto words = "Uw organisatie coördineert een zaak na een beslissing: " + remedyKindWords(remedy.kind) + ".";
    if (partnerId == remedy.partnerId) return notify(office, concernedBy(office, request), request, "remedy", words);
    std::vector<std::string> ids;
    for (const auto& id : accountsConcernedBesides(office, remedy))
        if (office.store.accounts().partnerOf(id) == partnerId) ids.push_back(id);
    notify(office, ids, request, remedyNotice, words);
}

// Absent: may not be recorded so; `problem` says why.
std::optional<store::RemedyCase> caseFrom(Office& office, const Actor& actor, const store::Request& request, const RemedyForm& form, Outcome& problem) {
    const auto received = redaction::household::parseDate(form.receivedOn), letter = redaction::household::parseDate(form.letterReceivedOn);
    const auto partners = office.store.requests().partnersOf(request);
    const std::string partner = form.partnerId.empty() && partners.size() == 1 ? partners.front() : form.partnerId;
    const auto no = [&](const char* code, const char* words) { return problem = Outcome::refused(code, words), std::nullopt; };
    if (!isIn(remedyKinds(), form.kind)) return no("kind-unknown", "Kies wat er binnenkwam.");
    if (!received || *received > today(office) || *received < request.receivedOn) return no("day-wrong", "Vul de dag van ontvangst in: niet vóór het verzoek en niet in de toekomst.");
    if (!form.letterReceivedOn.empty() && (!letter || *letter > today(office) || *letter < request.receivedOn))
        return no("day-wrong", "De dag waarop de verzoeker de beslissing kreeg, klopt niet.");
    if (!contains(partners, partner)) return no("partner-unknown", "Kies over wiens beslissing het gaat.");
    if (form.about.empty()) return no("words-missing", "Schrijf in een paar woorden waar het over gaat.");
    store::RemedyCase made;
    made.applicationId = request.applicationId, made.requestId = request.id, made.partnerId = partner, made.kind = form.kind, made.receivedOn = *received;
    made.theirReference = form.theirReference, made.about = form.about, made.letterReceivedOn = letter, made.recordedBy = actor.accountId;
    for (const auto& id : form.alsoConcerned)
        if (id != partner && office.store.partners().find(id) && !contains(made.alsoConcerned, id)) made.alsoConcerned.push_back(id);
    return made;
}

Outcome stepProblem(Office& office, const Actor& actor, const store::RemedyCase& remedy, const RemedyStep& step, const std::optional<Date>& on) {
    if (!isIn(remedySteps(), step.kind)) return Outcome::refused("kind-unknown", "Kies wat er gebeurde.");
    if (!on || *on > today(office)) return Outcome::refused("day-wrong", "Vul de dag in waarop dit gebeurde; niet in de toekomst.");
    if (step.words.empty()) return Outcome::refused("words-missing", "Schrijf op wat er gebeurde.");
    if (step.kind != "note" && !mayLead(office, actor, remedy)) return Outcome::refused("not-leading", "De coördinerende partner en de partner van de beslissing leggen dit vast. U kunt een aantekening maken.");
    // Basis: Convenant art. 6.4: one partner coordinates where several are concerned
    if (step.kind == "coordinator" && step.value != remedy.partnerId && !contains(remedy.alsoConcerned, step.value))
        return Outcome::refused("partner-unknown", "Kies een van de partners die het aangaat.");
    if (step.kind == "term" && !redaction::household::parseDate(step.value)) return Outcome::refused("term-missing", "Vul de dag in waarop het antwoord er moet zijn.");
    if (step.kind == "outcome" && !isIn(remedyOutcomes(), step.value)) return Outcome::refused("outcome-missing", "Kies hoe het is afgelopen.");
    for (const auto& it : office.store.remedies().events(remedy.id))
        if (it.kind == "outcome" && step.kind != "note") return Outcome::refused("over", "Dit is al afgedaan. Alleen een aantekening kan er nog bij.");
    return Outcome::success();
}

}  // namespace

RemedyOutcome recordRemedy(Office& office, const Actor& actor, std::string_view requestId, const RemedyForm& form) {
    requireHandler(actor);
    const auto request = requireRequest(office, actor, requestId);
    Outcome problem;
    const auto wanted = caseFrom(office, actor, request, form, problem);
    if (!wanted) return refused(problem.code, problem.words);
    RemedyOutcome outcome;
    office.store.transact([&] {
        const auto made = office.store.remedies().add(*wanted);
        outcome.remedyId = made.id;
        const auto words = remedyKindWords(form.kind);
        record(office, actor, trailOf(request, "remedy.recorded", {}, Json{{"what", words}}.dump()));
        notify(office, concernedBy(office, request), request, "remedy", "Er kwam iets binnen na de beslissing: " + words + ".");
        notify(office, accountsConcernedBesides(office, made), request, remedyNotice, "Een zaak na een beslissing gaat ook uw organisatie aan: " + words + ".");
    });
    outcome.done = true, outcome.code = "done";
    return outcome;
}

Outcome addRemedyStep(Office& office, const Actor& actor, std::string_view remedyId, const RemedyStep& step) {
    requireHandler(actor);
    const auto remedy = requireRemedy(office, actor, remedyId);
    const auto on = redaction::household::parseDate(step.onDay);
    if (auto problem = stepProblem(office, actor, remedy, step, on); !problem.done) return problem;
    office.store.transact([&] {
        office.store.remedies().addEvent({{}, remedy.id, step.kind, step.value, *on, step.words, actor.accountId, {}});
        if (step.kind == "coordinator") tellCoordinator(office, remedy, step.value);
        record(office, actor, trailOf(office.store.requests().load(remedy.requestId), "remedy.step", {}, Json{{"step", remedyStepWords(step.kind)}}.dump()));
    });
    return Outcome::success();
}

store::Request madeAnew(Office& office, const Actor& actor, const store::Request& old, const Date& receivedOn, const std::string& why) {
    store::NewRequest part = old;
    part.id.clear(), part.letterBlob.clear(), part.reopens = old.id, part.reopenedWhy = why, part.createdBy = actor.accountId;
    part.part = int(office.store.requests().ofApplication(old.applicationId).size()) + 1, part.receivedOn = receivedOn;
    const auto made = office.store.requests().add(part);
    takeUpFrom(office, old, made);
    record(office, actor, trailOf(old, "request.reopened", why, Json{{"reference", old.reference}}.dump()));
    record(office, actor, trailOf(made, "request.logged", why));
    carryItems(office, actor, old, made);  // the requester need not ask it again
    return made;
}

RemedyOutcome reopenPart(Office& office, const Actor& actor, std::string_view remedyId, std::string_view why) {
    requireHandler(actor);
    const auto remedy = requireOwnRemedy(office, actor, remedyId);
    const auto old = office.store.requests().load(remedy.requestId);
    if (why.empty()) return refused("reason-missing", "Schrijf waarom er opnieuw wordt beslist.");
    if (old.step != store::Step::released && old.step != store::Step::closed) return refused("not-decided", "Over dit deelverzoek is nog niet beslist.");
    for (const auto& it : office.store.requests().ofApplication(old.applicationId))
        if (it.reopens == old.id && it.step != store::Step::closed && it.step != store::Step::released) return refused("already-open", "Dit deelverzoek is al opnieuw geopend.");
    RemedyOutcome outcome;
    office.store.transact([&] {
        const auto made = madeAnew(office, actor, old, remedy.receivedOn, std::string(why));
        office.store.remedies().addEvent({{}, remedy.id, "reopened", made.id, today(office), std::string(why), actor.accountId, {}});
        outcome.newRequestId = made.id;
    });
    outcome.remedyId = remedy.id, outcome.done = true, outcome.code = "done";
    outcome.words = "Er komt een nieuwe beslissing. De oude blijft staan zoals zij was.";
    return outcome;
}

RemedyView viewRemedy(Office& office, const Actor& actor, std::string_view remedyId) {
    requireHandler(actor);
    const auto remedy = requireRemedy(office, actor, remedyId);
    record(office, actor, trailOf(office.store.requests().load(remedy.requestId), "remedy.seen"));
    return remedyViewOf(office, actor, remedy);
}

std::vector<RemedyView> remediesOfRequest(Office& office, const Actor& actor, std::string_view requestId) {
    requireHandler(actor);
    const auto request = requireRequest(office, actor, requestId);
    std::vector<RemedyView> views;
    for (const auto& it : office.store.remedies().ofApplication(request.applicationId))
        if (it.requestId == request.id) views.push_back(remedyViewOf(office, actor, it));
    return views;
}

std::vector<RemedyView> openRemedies(Office& office, const Actor& actor) {
    std::vector<std::pair<std::string, RemedyView>> found;
    if (actor.role != Role::professional && actor.role != Role::privacyOfficer) return {};
    for (const auto& it : office.store.remedies().all()) {
        const auto request = office.store.requests().load(it.requestId);
        const auto opening = mayOpen(office, actor, request.householdId);
        const bool own = !isBehindWall(office, actor, request) && (opening == Opening::open || opening == Opening::emergency);
        if (!own && !isConcernedBesides(office, actor, it)) continue;
        if (auto view = remedyViewOf(office, actor, it); !view.over) found.emplace_back(remedyDue(office, it), std::move(view));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return (a.first.empty() ? "9" : a.first) < (b.first.empty() ? "9" : b.first); });
    std::vector<RemedyView> views;
    for (auto& it : found) views.push_back(std::move(it.second));
    return views;
}

}  // namespace service::casework
