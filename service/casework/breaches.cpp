#include "service/casework/breaches.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "service/casework/access.h"
#include "service/casework/breach_words.h"
#include "service/casework/case_file.h"
#include "service/casework/escalation.h"
#include "service/casework/moments.h"
#include "service/casework/notices.h"
#include "service/casework/partner_wall.h"
#include "service/store/error.h"

namespace service::casework {

namespace {

using Json = nlohmann::json;

void requireHandler(const Actor& actor) { requireRole(actor, {Role::professional, Role::privacyOfficer}); }

// What stood in the package: letters and documents, whose they are.
std::vector<store::BreachItem> itemsOf(Office& office, const store::Request& request, const store::Release& release) {
    std::map<std::string, std::pair<std::string, std::string>> documents;  // by file: partner and outcome
    const auto contents = Json::parse(release.contents, nullptr, false);
    const auto list = [&](const char* name) { return contents.is_object() ? contents.value(name, Json::array()) : Json::array(); };
    std::map<std::string, std::string> partnerOfFragment;
    for (const auto& it : office.store.fragments().ofRequest(request.id)) partnerOfFragment[it.id] = it.partnerId;
    for (const auto& it : list("documents")) documents[it.value("file", "")] = {partnerOfFragment[it.value("fragment", "")], it.value("outcome", "")};
    std::vector<store::BreachItem> items;
    for (const auto& it : list("files")) {
        store::BreachItem item;
        item.file = it.value("name", ""), item.title = it.value("title", ""), item.pages = it.value("pages", 0), item.sha256 = it.value("sha256", ""), item.sentTo = release.sentTo;
        if (const auto found = documents.find(item.file); found != documents.end()) item.partnerId = found->second.first, item.outcome = found->second.second;
        items.push_back(std::move(item));
    }
    return items;
}

// Who decides on any part of the application, or delivered what went out. Basis: Privacyprotocol art. 8.6
std::vector<std::string> partnersToTell(Office& office, const store::Request& request, const std::vector<store::BreachItem>& items) {
    std::set<std::string> ids;
    for (const auto& part : office.store.requests().ofApplication(request.applicationId))
        for (const auto& id : office.store.requests().partnersOf(part)) ids.insert(id);
    for (const auto& it : items)
        if (!it.partnerId.empty()) ids.insert(it.partnerId);
    return {ids.begin(), ids.end()};
}

std::optional<store::Release> handedOut(Office& office, const store::Request& request) {
    const auto release = office.store.releases().latest(request.id);
    return release && release->releasedAt ? release : std::nullopt;
}

BreachOutcome refused(std::string code, std::string words) {
    BreachOutcome outcome;
    outcome.code = std::move(code), outcome.words = std::move(words);
    return outcome;
}

// Whoever must act: the privacy officers who may see this part, and who handle it.
void tellOf(Office& office, const store::Request& request, const std::string& words) {
    auto ids = concernedBy(office, request);
    for (const auto& account : office.store.accounts().all()) {
        const bool mayAct = account.active && account.role == Role::privacyOfficer && !isBehindWall(office, account, request);
        const bool conflict = office.store.assignments().accessOf(request.householdId, account.id) == store::Access::conflict;
        if (mayAct && !conflict && std::find(ids.begin(), ids.end(), account.id) == ids.end()) ids.push_back(account.id);
    }
    notify(office, ids, request, "breach", words);
}

// Empty: may be added.
Outcome problemOf(Office& office, const Actor& actor, const store::Breach& breach, const BreachStep& step, const std::optional<Moment>& at) {
    static const std::set<std::string> officerOnly{"not-told-authority", "not-told-persons", "closed"};
    if (!isBreachStep(step.kind)) return Outcome::refused("kind-unknown", "Kies wat er gebeurde.");
    if (step.words.empty()) return Outcome::refused("words-missing", "Schrijf op wat er gebeurde.");
    if (!at || *at > office.environment.clock.now()) return Outcome::refused("moment-wrong", "Vul de dag en het uur in waarop dit gebeurde; niet later dan nu.");
    if (officerOnly.count(step.kind) != 0 && actor.role != Role::privacyOfficer) return Outcome::refused("officer-only", "Alleen een privacy officer legt dit vast.");
    if (step.kind.starts_with("not-told") && actor.accountId == breach.recordedBy)
        return Outcome::refused("second-person", "Niet melden beslist een ander dan wie het datalek vastlegde.");
    if (step.kind == "told-partner" && std::find(breach.partners.begin(), breach.partners.end(), step.value) == breach.partners.end())
        return Outcome::refused("partner-unknown", "Kies een van de partners die bericht moeten krijgen.");
    if (step.kind == "risk" && !isBreachRisk(step.value)) return Outcome::refused("risk-unknown", "Kies hoe groot het risico is.");
    if (step.kind == "closed")
        if (const auto lacking = breachViewOf(office, breach).lacking; !lacking.empty()) return Outcome::refused("lacking", "Afsluiten kan nog niet. " + lacking.front());
    if (step.kind == "known-earlier" && *at >= knownSince(breach, office.store.breaches().events(breach.id)))
        return Outcome::refused("not-earlier", "Dit is niet eerder dan wat al vastligt.");
    return Outcome::success();
}

store::Breach requireBreach(Office& office, const Actor& actor, std::string_view breachId) {
    auto breach = office.store.breaches().find(std::string(breachId));
    if (!breach) throw Failure(Failure::notFound, "Dit datalek bestaat niet.");
    try {
        requireRequest(office, actor, breach->requestId);
    } catch (const Failure& closed) {
        if (closed.kind() == Failure::notFound) throw Failure(Failure::notFound, "Dit datalek bestaat niet.");
        throw;
    }
    return *std::move(breach);
}

}  // namespace

std::optional<Moment> momentIn(const DayAndTime& typed) {
    const auto day = redaction::household::parseDate(typed.day);
    int hour = -1, minute = -1;
    const auto* text = typed.time.data();
    const bool shaped = typed.time.size() == 5 && text[2] == ':' && std::from_chars(text, text + 2, hour).ptr == text + 2 && std::from_chars(text + 3, text + 5, minute).ptr == text + 5;
    if (!day || !shaped || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    const auto wall = std::chrono::sys_days{*day} + std::chrono::hours(hour) + std::chrono::minutes(minute);
    for (const int offset : {2, 1}) {
        const Moment moment = wall - std::chrono::hours(offset);
        if (service::amsterdamTime(moment).time_since_epoch() == wall.time_since_epoch()) return moment;
    }
    return wall - std::chrono::hours(2);  // the hour that summer time leaves out
}

BreachOutcome recordBreach(Office& office, const Actor& actor, std::string_view requestId, const BreachForm& form) {
    requireHandler(actor);
    const auto request = requireRequest(office, actor, requestId);
    const auto release = handedOut(office, request);
    if (!release) return refused("not-released", "Van dit deelverzoek is nog niets verstrekt.");
    const auto known = momentIn(form.known);
    if (!known || *known > office.environment.clock.now()) return refused("moment-wrong", "Vul de dag en het uur in waarop dit bekend werd; niet later dan nu.");
    if (*known < *release->releasedAt) return refused("moment-wrong", "Het kan niet bekend zijn geworden voordat er iets was verstrekt.");
    if (form.what.empty() || form.knownHow.empty()) return refused("words-missing", "Schrijf op wat er misging en hoe het bekend werd.");
    store::Breach breach;
    breach.requestId = request.id, breach.releaseId = release->id, breach.happenedAt = *release->releasedAt, breach.knownAt = *known;
    breach.knownHow = form.knownHow, breach.what = form.what, breach.recordedBy = actor.accountId;
    breach.items = itemsOf(office, request, *release), breach.partners = partnersToTell(office, request, breach.items);
    BreachOutcome outcome;
    office.store.transact([&] {
        const auto made = office.store.breaches().add(breach);
        outcome.breachId = made.id;
        record(office, actor, trailOf(request, "breach.recorded", {}, Json{{"reference", made.reference}}.dump()));
        tellOf(office, request, "Datalek " + made.reference + ": de partners moeten bericht krijgen vóór " + dutchMoment(partnersTold(office, made, {})) +
                                    ", de Autoriteit Persoonsgegevens vóór " + dutchMoment(authorityTold(office, made, {})) + ".");
    });
    queueBreachRounds(office, *office.store.breaches().find(outcome.breachId));
    outcome.done = true, outcome.code = "done";
    return outcome;
}

Outcome addBreachStep(Office& office, const Actor& actor, std::string_view breachId, const BreachStep& typed) {
    requireHandler(actor);
    const auto breach = requireBreach(office, actor, breachId);
    auto step = typed;
    if (step.kind == "told-partner") step.value = partnerMeant(breach, step.value);
    const auto at = momentIn(step.at);
    if (auto problem = problemOf(office, actor, breach, step, at); !problem.done) return problem;
    store::BreachEvent event;
    event.breachId = breach.id, event.kind = step.kind, event.value = step.value, event.at = *at, event.words = step.words, event.recordedBy = actor.accountId;
    try {
        office.store.transact([&] {
            office.store.breaches().addEvent(event);
            record(office, actor, trailOf(office.store.requests().load(breach.requestId), "breach.step", {}, Json{{"reference", breach.reference}, {"step", breachStepWords(step.kind)}}.dump()));
        });
    } catch (const store::StoreError& refusal) {
        if (refusal.kind() != store::ErrorKind::forbiddenByRule) throw;
        return Outcome::refused("not-allowed", "Dat kan niet: afsluiten doet een privacy officer die het pakket niet zelf verstrekte, als iedereen bericht heeft en er een maatregel is. Daarna komt er niets meer bij.");
    }
    if (event.kind == "known-earlier") queueBreachRounds(office, breach);
    return Outcome::success();
}

BreachView viewBreach(Office& office, const Actor& actor, std::string_view breachId) {
    requireHandler(actor);
    const auto breach = requireBreach(office, actor, breachId);
    const auto request = office.store.requests().load(breach.requestId);
    auto view = breachViewOf(office, breach, untoldPartners(office, actor, office.store.households().load(request.householdId)));
    record(office, actor, trailOf(request, "breach.seen", {}, Json{{"reference", breach.reference}}.dump()));
    return view;
}

std::vector<BreachLink> breachesOf(Office& office, const Actor& actor, std::string_view requestId) {
    requireHandler(actor);
    std::vector<BreachLink> links;
    for (const auto& it : office.store.breaches().ofRequest(requireRequest(office, actor, requestId).id)) links.push_back(breachLinkOf(office, it));
    return links;
}

std::vector<BreachLink> openBreaches(Office& office, const Actor& actor) {
    std::vector<BreachLink> links;
    if (actor.role != Role::professional && actor.role != Role::privacyOfficer) return links;
    for (const auto& it : office.store.breaches().all()) {
        const auto request = office.store.requests().load(it.requestId);
        const auto opening = mayOpen(office, actor, request.householdId);
        if (isBehindWall(office, actor, request) || (opening != Opening::open && opening != Opening::emergency)) continue;
        if (auto link = breachLinkOf(office, it); link.open) links.push_back(std::move(link));
    }
    return links;
}

}  // namespace service::casework
