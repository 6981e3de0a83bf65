#include "service/casework/remedy_view.h"

#include <algorithm>
#include <map>
#include <set>

#include "service/casework/case_file.h"
#include "service/casework/clocks.h"
#include "service/casework/law_of_request.h"
#include "service/casework/moments.h"
#include "service/casework/package_letters.h"
#include "service/casework/partner_wall.h"

namespace service::casework {

namespace {

using Table = std::vector<std::pair<std::string, std::string>>;

std::string wordsIn(const Table& table, std::string_view code) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& it) { return it.first == code; });
    return found == table.end() ? std::string(code) : found->second;
}

std::string dayWords(const Date& day) { return dutchDay(redaction::household::toIso(day)); }

using Untold = std::set<std::string>;

std::string partnerName(Office& office, const std::string& id, const Untold& untold) {
    if (untold.count(id) != 0) return unnamedPartner;
    const auto partner = office.store.partners().find(id);
    return partner ? partner->name : id;
}

std::string coordinatorOf(Office& office, const store::RemedyCase& remedy) {
    std::string id;
    for (const auto& it : office.store.remedies().events(remedy.id))
        if (it.kind == "coordinator") id = it.value;
    return id;
}

requests::Remedy::Route routeOf(const std::string& kind) {
    static const std::map<std::string, requests::Remedy::Route> routes{{"objection", requests::Remedy::objection}, {"petition", requests::Remedy::petition}, {"appeal", requests::Remedy::appeal},
                                                                       {"higher-appeal", requests::Remedy::higherAppeal}, {"authority-complaint", requests::Remedy::authorityComplaint}};
    const auto found = routes.find(kind);
    return found == routes.end() ? requests::Remedy::ownComplaint : found->second;
}

requests::RemedyFacts factsOf(Office& office, const store::RemedyCase& remedy) {
    const auto request = office.store.requests().load(remedy.requestId);
    const auto partner = office.store.partners().load(remedy.partnerId);
    const auto known = clockFactsOf(office, request, &partner);  // the days that the terms page reckons with
    requests::RemedyFacts facts;
    facts.route = routeOf(remedy.kind), facts.received = remedy.receivedOn, facts.sent = known.sent;
    facts.letterReceived = remedy.letterReceivedOn ? remedy.letterReceivedOn : known.letterReceived;
    facts.standing = controllerFrom(partner).standing, facts.onObjection = known.onObjection, facts.objectionDecided = known.objectionDecided;
    facts.judged = known.appealJudged ? known.appealJudged : known.petitionJudged;
    facts.judgedOn = known.appealJudged ? requests::CourtRoute::appeal : requests::CourtRoute::petition;
    return facts;
}

requests::RemedyTerm termOf(Office& office, const store::RemedyCase& remedy) {
    const auto facts = factsOf(office, remedy);
    return requests::remedyTerm(facts, termsOf(office, facts.sent.value_or(remedy.receivedOn)), calendarOf(office));
}

void addTerm(Office& office, const store::RemedyCase& remedy, RemedyView& view) {
    static const char* verdicts[] = {"in-time", "late", "unsure", "no-term"};
    const auto term = termOf(office, remedy);
    view.verdict = verdicts[term.verdict], view.verdictWords = term.words;
    for (const auto& clock : term.clocks)
        if (!clock.unlimited) view.terms.push_back({clock.title, dayWords(clock.end), clock.source, derivationOf(clock)});
    if (const auto answer = remedyAnswer(office, remedy)) view.terms.push_back({answer->title, dayWords(answer->end), answer->source, derivationOf(*answer)});
}

RemedyEventRow rowOf(Office& office, const store::RemedyEvent& it, const Untold& untold) {
    std::string about;
    if (it.kind == "coordinator") about = partnerName(office, it.value, untold);
    if (it.kind == "term") about = dutchDay(it.value);
    if (it.kind == "outcome") about = wordsIn(remedyOutcomes(), it.value);
    if (it.kind == "reopened") about = office.store.requests().load(it.value).reference;
    return {remedyStepWords(it.kind) + (about.empty() ? "" : ": " + about), dayWords(it.onDay), accountName(office, it.recordedBy), it.words};
}

void addEvents(Office& office, const store::RemedyCase& remedy, const Untold& untold, RemedyView& view) {
    for (const auto& it : office.store.remedies().events(remedy.id)) {
        view.events.push_back(rowOf(office, it, untold));
        if (it.kind == "coordinator") view.coordinatorName = partnerName(office, it.value, untold);
        if (it.kind == "outcome") view.outcomeWords = wordsIn(remedyOutcomes(), it.value), view.over = true;
    }
}

}  // namespace

std::optional<requests::Clock> remedyAnswer(Office& office, const store::RemedyCase& remedy, const TermTable& table, const requests::Calendar& calendar) {
    const auto& edition = table.on(remedy.receivedOn);
    return requests::answerBy(factsOf(office, remedy), edition.remedyAnswers, edition.terms, calendar);
}

std::optional<requests::Clock> remedyAnswer(Office& office, const store::RemedyCase& remedy) { return remedyAnswer(office, remedy, loadTermTable(office.templates), calendarOf(office)); }

bool isOver(Office& office, const store::RemedyCase& remedy) {
    const auto events = office.store.remedies().events(remedy.id);
    return std::any_of(events.begin(), events.end(), [](const auto& it) { return it.kind == "outcome"; });
}

const Table& remedyKinds() {
    static const Table kinds{{"own-complaint", "klacht bij de partner"}, {"objection", "bezwaar"}, {"petition", "verzoekschrift bij de rechtbank"}, {"appeal", "beroep bij de rechtbank"}, {"higher-appeal", "hoger beroep"},
                             {"authority-complaint", "klacht bij de Autoriteit Persoonsgegevens"}};
    return kinds;
}

const Table& remedySteps() {
    static const Table steps{{"coordinator", "coördinerende partner aangewezen"}, {"term", "er moet een antwoord zijn op"}, {"forwarded", "doorgestuurd naar het juiste adres"},
                             {"outcome", "afgedaan"}, {"note", "aantekening"}};
    return steps;
}

const Table& remedyOutcomes() {
    static const Table outcomes{{"founded", "gegrond"}, {"partly", "deels gegrond"}, {"unfounded", "ongegrond"}, {"inadmissible", "niet-ontvankelijk"},
                                {"withdrawn", "ingetrokken"}, {"settled", "onderling opgelost"}};
    return outcomes;
}

bool isConcernedBesides(Office& office, const Actor& actor, const store::RemedyCase& remedy) {
    const auto own = partnerOf(office, actor);
    if (own.empty() || own == remedy.partnerId || std::find(remedy.alsoConcerned.begin(), remedy.alsoConcerned.end(), own) == remedy.alsoConcerned.end()) return false;
    const auto request = office.store.requests().find(remedy.requestId);
    if (!request || !isBehindWall(office, actor, *request)) return false;
    const auto access = office.store.assignments().accessOf(request->householdId, actor.accountId);
    if (actor.role == Role::professional) return access == store::Access::assigned || access == store::Access::emergency;
    return actor.role == Role::privacyOfficer && access != store::Access::conflict;
}

bool mayLead(Office& office, const Actor& actor, const store::RemedyCase& remedy) {
    return !isConcernedBesides(office, actor, remedy) || coordinatorOf(office, remedy) == partnerOf(office, actor);
}

std::string remedyKindWords(std::string_view kind) { return wordsIn(remedyKinds(), kind); }
std::string remedyStepWords(std::string_view kind) { return kind == "reopened" ? "opnieuw geopend" : wordsIn(remedySteps(), kind); }

std::string remedyDue(Office& office, const store::RemedyCase& remedy) {
    std::string due;
    for (const auto& it : office.store.remedies().events(remedy.id))
        if (it.kind == "term") due = it.value;
    if (!due.empty()) return due;
    const auto answer = remedyAnswer(office, remedy);
    return answer ? requests::toIso(answer->end) : due;
}

RemedyView remedyViewOf(Office& office, const Actor& actor, const store::RemedyCase& remedy) {
    const auto request = office.store.requests().load(remedy.requestId);
    RemedyView view;
    view.id = remedy.id, view.requestId = request.id, view.requestReference = request.reference, view.kind = remedy.kind, view.kindWords = remedyKindWords(remedy.kind);
    const auto untold = untoldPartners(office, actor, isConcernedBesides(office, actor, remedy) ? office.store.households().load(request.householdId) : redaction::household::Case{});
    view.partnerName = partnerName(office, remedy.partnerId, untold), view.receivedWords = dayWords(remedy.receivedOn), view.theirReference = remedy.theirReference, view.about = remedy.about;
    view.partners.emplace_back(remedy.partnerId, view.partnerName);
    for (const auto& id : remedy.alsoConcerned)
        if (untold.count(id) == 0) view.partners.emplace_back(id, partnerName(office, id, untold));
    addTerm(office, remedy, view);
    addEvents(office, remedy, untold, view);
    const auto due = remedyDue(office, remedy);
    view.dueWords = dutchDay(due), view.late = !view.over && !due.empty() && due < redaction::household::toIso(today(office));
    view.caseOpens = !isConcernedBesides(office, actor, remedy), view.mayLead = mayLead(office, actor, remedy);
    view.mayReopen = view.caseOpens && (request.step == store::Step::released || request.step == store::Step::closed);
    return view;
}

}  // namespace service::casework
