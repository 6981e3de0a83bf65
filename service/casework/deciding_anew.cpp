#include "service/casework/deciding_anew.h"

#include "service/casework/law_of_request.h"
#include "service/casework/office.h"
#include "service/casework/package_letters.h"
#include "service/casework/remedy_view.h"
#include "service/requests/derivation.h"

namespace service::casework {

namespace {

std::optional<store::RemedyEvent> lastEvent(Office& office, const store::RemedyCase& remedy, std::string_view kind) {
    std::optional<store::RemedyEvent> last;
    for (auto& it : office.store.remedies().events(remedy.id))
        if (it.kind == kind) last = std::move(it);
    return last;
}

// Nobody goes to a court about what was taken back or settled.
std::optional<Date> judgedOn(Office& office, const store::RemedyCase& remedy) {
    const auto outcome = lastEvent(office, remedy, "outcome");
    if (!outcome || outcome->value == "withdrawn" || outcome->value == "settled") return std::nullopt;
    return outcome->onDay;
}

void keepLatest(std::optional<Date>& day, const std::optional<Date>& other) {
    if (other && (!day || std::chrono::sys_days{*day} < std::chrono::sys_days{*other})) day = other;
}

}  // namespace

std::optional<store::RemedyCase> remedyBehind(Office& office, const store::Request& request) {
    if (request.reopens.empty()) return std::nullopt;
    for (auto& it : office.store.remedies().ofApplication(request.applicationId))
        for (const auto& event : office.store.remedies().events(it.id))
            if (event.kind == "reopened" && event.value == request.id) return it;
    return std::nullopt;
}

bool isOnObjection(Office& office, const store::Request& request) {
    const auto remedy = remedyBehind(office, request);
    return remedy && remedy->kind == "objection";
}

std::optional<requests::SetTerm> setTermOf(Office& office, const store::Request& request) {
    const auto remedy = remedyBehind(office, request);
    if (!remedy) return std::nullopt;
    if (const auto set = lastEvent(office, *remedy, "term"))
        if (const auto end = requests::parseIso(set->value)) {
            const std::string source = "Vastgelegd bij het " + remedyKindWords(remedy->kind);
            return requests::SetTerm{*end, source, {{"Er moet een beslissing zijn op " + requests::fullDate(*end) + ". " + set->words, *end, source}}};
        }
    if (remedy->kind == "objection")
        if (const auto answer = remedyAnswer(office, *remedy)) return requests::SetTerm{answer->end, answer->source, answer->steps};
    return requests::decideAnewBy(service::amsterdamDay(request.createdAt), termsOf(office, request.receivedOn), calendarOf(office));
}

// Basis: Awb 7:12, 8:1
requests::Controller controllerFrom(Office& office, const store::Request& request, const store::Partner& partner) {
    auto controller = controllerFrom(partner);
    controller.onObjection = isOnObjection(office, request);
    return controller;
}

void addInstances(Office& office, const store::Request& request, const store::Partner& partner, requests::ClockFacts& facts) {
    facts.onObjection = isOnObjection(office, request);
    for (const auto& it : office.store.remedies().ofApplication(request.applicationId)) {
        if (it.requestId != request.id || it.partnerId != partner.id) continue;
        // A new part is the decision on the objection, with its own clock.
        if (it.kind == "objection" && !lastEvent(office, it, "reopened")) keepLatest(facts.objectionDecided, judgedOn(office, it));
        if (it.kind == "appeal") keepLatest(facts.appealJudged, judgedOn(office, it));
        if (it.kind == "petition") keepLatest(facts.petitionJudged, judgedOn(office, it));
    }
}

}  // namespace service::casework
