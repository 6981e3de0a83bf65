#include "service/casework/late.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

#include "service/casework/case_file.h"
#include "service/casework/household_change.h"
#include "service/casework/law_of_request.h"
#include "service/casework/milestones.h"
#include "service/casework/outcomes.h"

namespace service::casework {

namespace {

bool isPublic(const store::Partner& partner) { return partner.publicBody || partner.contested; }

std::vector<store::Partner> partnersOf(Office& office, const store::Request& request) {
    std::vector<store::Partner> partners;
    for (const auto& id : office.store.requests().partnersOf(request))
        if (auto partner = office.store.partners().find(id); partner && partner->active) partners.push_back(std::move(*partner));
    return partners;
}

bool isLate(Office& office, const store::Request& request) {
    return isOpen(request) && std::chrono::sys_days{today(office)} > std::chrono::sys_days{decisionClock(office, request).law.end};
}

// A promise that was not kept is no late decision: nobody can give notice of default of it. It must be told apart.
std::string ownTermPassed(Office& office, const store::Request& request, const std::set<std::string>& hiddenPartners) {
    const auto clock = decisionClock(office, request);
    const bool passed = isOpen(request) && clock.partnerOwn && std::chrono::sys_days{today(office)} > std::chrono::sys_days{clock.partnerOwn->end};
    if (!passed || isLate(office, request)) return {};
    const auto partner = office.store.partners().find(request.addressedTo);
    return "De eigen belofte van " + (partner && hiddenPartners.count(partner->id) == 0 ? partner->name : std::string("de partner")) + " is voorbij: die liep tot en met " + requests::longDutchDate(clock.partnerOwn->end) +
           ". De termijn van de wet loopt nog tot en met " + requests::longDutchDate(clock.law.end) + ".";
}

std::string mostPenalty(const requests::Terms& terms) {
    int most = 0;
    for (const auto& tier : terms.penalty) most += tier.days * tier.eurosPerDay;
    return std::to_string(most);
}

// Basis: Awb 4:17, 6:12; UAVG art. 35; AVG art. 77
void addConsequences(Office& office, const store::Partner& partner, LateView& view) {
    if (isPublic(partner))
        view.consequences.push_back({partner.name + " kan in gebreke worden gesteld. Is er twee weken daarna nog niet beslist, dan loopt een dwangsom van ten hoogste € " +
                                         mostPenalty(termsOf(office)) + " en kan de verzoeker direct in beroep.",
                                     "Awb art. 4:17 en 6:12"});
    if (!partner.publicBody || partner.contested)
        view.consequences.push_back({"De verzoeker kan de rechtbank vragen om " + partner.name + " te laten antwoorden. Daarvoor geldt geen termijn.", "UAVG art. 35"});
}

// What stands of a notice that was received: the two weeks, and the penalty as of today.
void addPenalty(Office& office, const store::Request& request, const store::DefaultNotice& notice, const std::string& partnerName, LateView& view) {
    const auto terms = termsOf(office, notice.receivedOn);
    const auto clock = requests::defaultNoticeBy(decisionClock(office, request).law.end, notice.receivedOn, terms, calendarOf(office));
    if (!clock) return;
    if (const auto sent = sentOn(office, request)) {
        const auto due = requests::penaltyUntil(*clock, *sent, terms);
        view.consequences.push_back({due ? partnerName + " is een dwangsom verschuldigd van € " + std::to_string(requests::penaltyOn(due->end, *due, terms)) + ": die liep tot de beslissing van " + requests::longDutchDate(*sent) + "."
                                         : partnerName + " besliste op " + requests::longDutchDate(*sent) + ", binnen de twee weken na de ingebrekestelling: er is geen dwangsom.", "Awb art. 4:17 lid 1 tot en met 3"});
        return;
    }
    const auto penalty = requests::penaltyPeriod(*clock, terms);
    view.consequences.push_back({"Beslist " + partnerName + " niet uiterlijk op " + requests::longDutchDate(clock->end) + ", dan loopt de dwangsom vanaf " +
                                     requests::longDutchDate(penalty.start) + ". Tot en met vandaag is dat € " + std::to_string(requests::penaltyOn(today(office), penalty, terms)) + ".",
                                 "Awb art. 4:17 lid 1 tot en met 3"});
}

bool refusesTooLate(Office& office, const store::Request& request) { return isOpen(request) && refusalTooLate(office, request) && anyRefuses(office, request); }

// The lateness that there is today: a reason typed before it would stand for another one.
std::optional<store::Lateness> toExplainNow(Office& office, const store::Request& request) {
    if (isLate(office, request)) return store::Lateness::term;
    if (refusesTooLate(office, request)) return store::Lateness::refusal;
    return std::nullopt;
}

// Why the decision itself comes late also says why its refusal does; not the other way around.
bool isExplained(Office& office, const store::Request& request, store::Lateness lateness) {
    const auto reasons = office.store.delays().explanations(request.id);
    return std::any_of(reasons.begin(), reasons.end(), [&](const auto& it) { return it.explains == lateness || it.explains == store::Lateness::term; });
}

}  // namespace

LateView lateView(Office& office, const store::Request& request, const std::set<std::string>& hiddenPartners) {
    LateView view;
    view.late = isLate(office, request), view.ownTerm = ownTermPassed(office, request, hiddenPartners);
    if (const auto day = isOpen(request) ? refusalTooLate(office, request) : std::nullopt)
        view.refusal = "Weigeren kon tot en met " + requests::longDutchDate(*day) + ", ook al is de termijn verlengd. Wordt het toch een weigering, leg dan vast waarom die later komt.";
    for (const auto& it : office.store.delays().explanations(request.id))
        view.reasons.push_back({it.explains == store::Lateness::refusal, it.reason, accountName(office, it.recordedBy)});
    if (const auto lateness = toExplainNow(office, request); lateness && !isExplained(office, request, *lateness)) view.lacksReason = lateness;
    const auto notices = office.store.delays().notices(request.id);
    for (const auto& partner : partnersOf(office, request)) {
        if (hiddenPartners.count(partner.id) != 0) continue;
        if (view.late) addConsequences(office, partner, view);
        if (isPublic(partner)) view.canBeServed.push_back({partner.id, partner.name});
        for (const auto& notice : notices) {
            if (notice.partnerId != partner.id) continue;
            view.notices.push_back({partner.name, requests::toIso(notice.receivedOn), accountName(office, notice.recordedBy)});
            addPenalty(office, request, notice, partner.name, view);
        }
    }
    if (view.late) view.consequences.push_back({"De verzoeker kan een klacht indienen bij de Autoriteit Persoonsgegevens.", "AVG art. 77"});
    return view;
}

Outcome explainLateness(Office& office, const Actor& actor, std::string_view requestId, std::string_view reason, std::string_view cause) {
    const auto request = requireRequestOrDesk(office, actor, requestId).request;
    const auto lateness = toExplainNow(office, request);
    if (!lateness) return Outcome::refused("not-late", "De termijn is nog niet voorbij, en er ligt geen beslissing die weigert: er is nog niets uit te leggen.");
    if (reason.empty()) return Outcome::refused("reason-missing", "Schrijf waardoor de beslissing later komt.");
    if (isExplained(office, request, *lateness)) return Outcome::refused("explained-already", "Waarom het later is, is al vastgelegd.");
    office.store.transact([&] {
        const bool known = std::find(std::begin(lateCauses), std::end(lateCauses), cause) != std::end(lateCauses);
        office.store.delays().explain({request.id, std::string(reason), actor.accountId, {}, known ? std::string(cause) : "other", *lateness});
        record(office, actor, trailOf(request, "late.explained", std::string(reason), nlohmann::json{{"explains", toText(*lateness)}}.dump()));
    });
    return Outcome::success("De reden is vastgelegd.");
}

Outcome recordDefaultNotice(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId, std::string_view receivedOn) {
    const auto request = requireRequestOrDesk(office, actor, requestId).request;
    const auto partner = office.store.partners().find(std::string(partnerId));
    const auto day = requests::parseIso(receivedOn);
    if (!partner || !isPublic(*partner)) return Outcome::refused("not-public", "Kies een bestuursorgaan: alleen dat kan een dwangsom verschuldigd zijn.");
    if (!day || *day > today(office)) return Outcome::refused("date-wrong", "Vul de dag in waarop de ingebrekestelling binnenkwam: niet in de toekomst.");
    const auto end = decisionClock(office, request).law.end;
    if (std::chrono::sys_days{*day} <= std::chrono::sys_days{end})
        return Outcome::refused("too-early", "Deze ingebrekestelling telt niet: de termijn loopt tot en met " + requests::longDutchDate(end) + ".");
    office.store.transact([&] {
        office.store.delays().addNotice({{}, request.id, partner->id, *day, actor.accountId, {}});
        record(office, actor, trailOf(request, "default-notice.recorded", {}, nlohmann::json{{"partner", partner->id}}.dump()));
    });
    return Outcome::success("De ingebrekestelling is vastgelegd. De twee weken lopen.");
}

std::string lacksReasonForLateness(Office& office, const store::Request& request) {
    const auto lateness = toExplainNow(office, request);
    if (!lateness || isExplained(office, request, *lateness)) return {};
    if (*lateness == store::Lateness::term) return "De termijn is voorbij: leg eerst vast waarom de beslissing later komt.";
    return "Een weigering moest uiterlijk " + requests::longDutchDate(*refusalTooLate(office, request)) + " zijn meegedeeld: leg eerst vast waarom zij later komt.";
}

}  // namespace service::casework
