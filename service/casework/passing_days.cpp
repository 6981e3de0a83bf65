#include "service/casework/passing_days.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

#include "service/casework/case_file.h"
#include "service/casework/clock_changes.h"
#include "service/casework/household_change.h"
#include "service/casework/items.h"
#include "service/casework/jobs.h"
#include "service/casework/law_of_request.h"
#include "service/casework/mandates.h"
#include "service/casework/moments.h"
#include "service/casework/notices.h"
#include "service/casework/queue.h"
#include "service/casework/words.h"
#include "service/requests/standing_to_ask.h"
#include "service/requests/turning_points.h"

namespace service::casework {

namespace {

using namespace std::chrono_literals;
using requests::IntakeInput;
constexpr auto nextRound = 5min;  // after midnight in Amsterdam

IntakeInput factsOf(Office& office, const store::Request& request) {
    return intakeInput(office, office.store.households().load(request.householdId), formOf(office, request));
}

std::vector<store::AskedFor> standings(const IntakeInput& facts) {
    std::vector<store::AskedFor> all;
    for (const auto& subject : facts.subjects) {
        const auto standing = requests::standingToAsk(facts, subject);
        all.push_back({subject, standing.may, standing.why});
    }
    return all;
}

// As it stood when the request was logged, where nobody looked since.
std::vector<store::AskedFor> standingsBefore(Office& office, const store::Request& request, const IntakeInput& facts, const Date& day) {
    auto known = office.store.turns().askedFor(request.id);
    if (!known.empty()) return known;
    auto then = facts;
    then.today = day;
    return standings(then);
}

const store::AskedFor* standingOn(const std::vector<store::AskedFor>& all, const std::string& person) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& it) { return it.personId == person; });
    return found == all.end() ? nullptr : &*found;
}

void liftStop(Office& office, const store::Request& request, const std::string& person) {
    for (const auto& stop : office.store.turns().stops(request.id))
        if (stop.personId == person && !stop.settledAt) office.store.turns().settle(stop.id, "may-again", "", "");
}

bool wentOnWithOwnData(Office& office, const store::Request& request, const std::string& person) {
    const auto stops = office.store.turns().stops(request.id);
    return std::any_of(stops.begin(), stops.end(), [&](const auto& it) { return it.personId == person && it.settledHow == "own-data"; });
}

// What ended stops; what is back again stops no longer. Sentences for whom it concerns.
std::vector<std::string> compareStandings(Office& office, const store::Request& request, const std::vector<store::AskedFor>& before, const IntakeInput& facts) {
    std::vector<std::string> told;
    for (const auto& now : standings(facts)) {
        const auto* earlier = standingOn(before, now.personId);
        office.store.turns().setAskedFor(request.id, now);
        if (now.may && (!earlier || !earlier->may)) liftStop(office, request, now.personId);
        const bool unclear = now.why == "authorisation-unclear" && !wentOnWithOwnData(office, request, now.personId);  // from the start too: somebody answers it
        if (now.may || !(unclear || (earlier && earlier->may))) continue;
        if (!office.store.turns().stop({{}, request.id, now.personId, now.why, facts.today, {}, {}, {}, {}, {}})) continue;
        const auto words = requests::endedWords(now.why);
        record(office, theServiceItself(), {"request.stopped", request.householdId, request.id, now.personId, words.title, "{}"});
        told.push_back(words.title + " Er gaat niets uit voordat is beslist hoe het verder gaat. " + words.next);
    }
    return told;
}

// Birthdays and periods of the days since; those that concern someone asked for, in words.
std::vector<std::string> takeUpPoints(Office& office, const store::Request& request, const IntakeInput& facts, const Date& since, bool& any) {
    std::vector<std::string> told;
    for (const auto& point : requests::turningPoints(facts, since, facts.today)) {
        any = true;
        if (!point.tellsPeople || !office.store.turns().addPoint({request.id, point.person, point.kind, point.day, {}})) continue;
        const auto words = requests::turningWords(point.kind, point.day);
        record(office, theServiceItself(), {"request.turned", request.householdId, request.id, point.person, words, "{}"});
        told.push_back(words);
    }
    return told;
}

std::string sentence(std::string clause) {
    clause[0] = char(std::toupper(static_cast<unsigned char>(clause[0])));
    return clause + ".";
}

bool hasProposals(const store::Request& request) { return request.step != store::Step::logged && request.step != store::Step::collecting && request.step != store::Step::reading; }

void tell(Office& office, const store::Request& request, const std::vector<std::string>& points, const std::vector<std::string>& stops) {
    const auto ids = withDeciders(office, request, concernedBy(office, request));
    const bool wasSigned = office.store.signOffs().standing(request.id).has_value();
    const std::string because = joinedWords(points);
    if (!points.empty()) {
        const std::string after = !hasProposals(request) ? " De regels van die dag gelden voor dit verzoek."
                                : std::string(" De voorstellen worden opnieuw gemaakt; wat u besliste blijft staan, kijk het na.") + (wasSigned ? " Het akkoord is vervallen." : "");
        notify(office, ids, request, "day-passed", sentence(because) + after);
    }
    for (const auto& words : stops) notify(office, ids, request, "request-stopped", words);
    if (wasSigned) office.store.signOffs().voidStanding(request.id, points.empty() ? "de verzoeker mag niet meer voor iedereen vragen" : because);
}

// Finished, and what was decided on a point does not hold any more: it is the reviewers' again.
void returnPoints(Office& office, const store::Request& request) {
    if (request.step != store::Step::signOff) return;  // while the package is made, its maker looks
    const auto why = whyPointsLack(office, request);
    if (why.empty()) return;
    const auto ids = withDeciders(office, request, concernedBy(office, request));
    office.store.signOffs().voidStanding(request.id, why);
    office.store.reviews().reopen(request.id);
    office.store.requests().moveTo(request.id, store::Step::signOff, store::Step::review);
    record(office, theServiceItself(), trailOf(request, "items.returned", why));
    notify(office, ids, request, "points-returned", why);
}

std::chrono::seconds untilNextDay(Office& office) {
    const auto local = service::amsterdamTime(office.environment.clock.now());
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::floor<std::chrono::days>(local) + std::chrono::days{1} + nextRound - local);
}

}  // namespace

bool takeUpDays(Office& office, const store::Request& request) {
    if (!isOpen(request)) return false;
    return office.store.transact([&] {
        auto& turns = office.store.turns();
        const auto facts = factsOf(office, request);
        const Date since = turns.takenUpTo(request.id).value_or(service::amsterdamDay(request.createdAt));
        const auto before = standingsBefore(office, request, facts, since);
        bool any = false;
        const auto points = takeUpPoints(office, request, facts, since, any);
        const auto stops = compareStandings(office, request, before, facts);
        if (!turns.takenUpTo(request.id) || since < facts.today) turns.setTakenUpTo(request.id, facts.today);
        if (any && hasProposals(request)) queueProposing(office, request.id, joinedWords(points));
        if (!points.empty() || !stops.empty()) tell(office, request, points, stops);
        returnPoints(office, request);
        const bool ended = tellMandateEnded(office, request);
        return any || ended || !stops.empty();
    });
}

void takeUpFrom(Office& office, const store::Request& old, const store::Request& made) {
    auto& turns = office.store.turns();
    for (const auto& known : turns.askedFor(old.id)) turns.setAskedFor(made.id, known);
    for (const auto& stop : turns.stops(old.id))
        if (stop.settledHow != "may-again") turns.setAskedFor(made.id, {stop.personId, true, {}});  // as it was asked: found out again now
    turns.setTakenUpTo(made.id, turns.takenUpTo(old.id).value_or(service::amsterdamDay(old.createdAt)));
    takeUpDays(office, made);
}

std::size_t takeUpDays(Office& office) {
    std::size_t changed = 0;
    for (const auto& request : office.store.requests().all()) changed += takeUpDays(office, request);
    return changed;
}

std::string whyStopped(Office& office, const store::Request& request) {
    if (auto ended = whyMandateEnded(office, request); !ended.empty()) return ended;
    for (const auto& stop : office.store.turns().stops(request.id))
        if (!stop.settledAt) {
            const auto words = requests::endedWords(stop.why);
            return words.title + " " + words.next;
        }
    return {};
}

TurnsView turnsOf(Office& office, const Actor& actor, const store::Request& request) {
    const auto known = office.store.households().load(request.householdId);
    TurnsView view;
    for (const auto& it : office.store.turns().points(request.id))
        view.turns.push_back({dutchDay(requests::toIso(it.day)), nameIn(known, it.personId), requests::turningWords(it.kind, it.day)});
    for (const auto& it : office.store.turns().stops(request.id)) {
        const auto words = requests::endedWords(it.why);
        StopRow row{it.id, nameIn(known, it.personId), words.title, words.next, words.source, dutchDay(requests::toIso(it.since)), {}, {}, {}, {}};
        row.settledHow = it.settledHow, row.settledWhy = it.settledWhy, row.settledAtWords = dutchMoment(it.settledAt);
        if (!it.settledBy.empty()) row.settledByName = accountName(office, it.settledBy);
        view.stands = view.stands || !it.settledAt;
        view.stops.push_back(std::move(row));
    }
    view.maySettle = view.stands && (actor.role == Role::professional || actor.role == Role::privacyOfficer);
    return view;
}

Outcome goOnWithOwnData(Office& office, const Actor& actor, std::string_view requestId, std::string_view stopId, std::string_view why) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    if (!isOpen(request)) throw Failure(Failure::notNow, "Op dit verzoek is al beslist.");
    if (why.empty()) return Outcome::refused("reason-missing", "Schrijf waarom het verzoek doorgaat met alleen de eigen gegevens.");
    for (const auto& stop : office.store.turns().stops(request.id)) {
        if (stop.id != stopId || stop.settledAt) continue;
        office.store.transact([&] {
            office.store.turns().settle(stop.id, "own-data", why, actor.accountId);
            record(office, actor, {"request.goes-on", request.householdId, request.id, stop.personId, std::string(why), "{}"});
            if (hasProposals(request)) queueProposing(office, request.id, "het verzoek gaat door met de eigen gegevens");
        });
        return Outcome::success("Vastgelegd. Het verzoek gaat door met de eigen gegevens van de verzoeker.");
    }
    throw Failure(Failure::notFound, "Deze stop bestaat niet, of is al opgeheven.");
}

void tellDeciders(Office& office, const store::Request& request, const std::vector<std::string>& replaced, const std::string& because) {
    std::map<std::string, std::size_t> decided;
    for (const auto& id : replaced)
        if (const auto ruling = office.store.rulings().latest(id); ruling && ruling->decision != store::RulingDecision::withdrawn) ++decided[ruling->decidedBy];
    for (const auto& [account, count] : decided) {
        const std::string what = count == 1 ? "Een voorstel waarover u besliste, luidt nu anders" : std::to_string(count) + " voorstellen waarover u besliste, luiden nu anders";
        notify(office, {account}, request, "decision-overtaken", what + (because.empty() ? "" : ": " + because) + ". Kijk ze opnieuw na; uw beslissing is niet gewijzigd.");
    }
}

void queueDayPassing(Office& office) {
    office.store.jobs().add(job::passDays, requests::toIso(today(office)));
    office.wakeWorkers();
}

// Each round puts the next one in line with its own end, so that a restart loses none.
void runPassingDays(Office& office, const store::Job& claimed, const StopSign&) {
    takeUpTerms(office);
    takeUpDays(office);
    office.store.transact([&] {
        office.store.jobs().finish(claimed.id);
        office.store.jobs().addLater(job::passDays, requests::toIso(requests::addDays(today(office), 1)), "{}", untilNextDay(office));
    });
}

}  // namespace service::casework
