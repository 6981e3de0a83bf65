#include "service/requests/all_clocks.h"

namespace service::requests {

namespace {

Standing standingOf(const ClockFacts& facts) {
    if (facts.standing) return *facts.standing;
    return facts.partner ? standingWithoutForm(*facts.partner) : Standing::contested;
}

void addDecision(const ClockFacts& facts, const TermsOn& termsOn, const Calendar& calendar, AllClocks& all) {
    const auto decision = decideBy(facts.course, termsOn(facts.course.received), calendar);
    all.clocks.push_back(decision.first);
    if (decision.extended) all.clocks.push_back(decision.law), all.clocks.push_back(refusalBy(decision));
    if (decision.partnerOwn) all.clocks.push_back(*decision.partnerOwn);
    if (!decision.extensionProblem.empty()) all.remarks.push_back(decision.extensionProblem);
    all.remarks.insert(all.remarks.end(), decision.ignored.begin(), decision.ignored.end());
    if (!facts.noticeReceived) return;
    // Basis: Awb 4:17: only of a public body.
    if (standingOf(facts) == Standing::other) {
        all.remarks.emplace_back("De ingebrekestelling telt niet: een dwangsom is er alleen bij een bestuursorgaan (Awb art. 4:17).");
        return;
    }
    const auto terms = termsOn(*facts.noticeReceived);
    const auto notice = defaultNoticeBy(decision.law.end, *facts.noticeReceived, terms, calendar);
    if (!notice) {
        all.remarks.emplace_back("De ingebrekestelling telt niet: de beslistermijn was nog niet voorbij (Awb art. 6:12 lid 2).");
        return;
    }
    all.clocks.push_back(*notice);
    if (!facts.sent) return all.clocks.push_back(penaltyPeriod(*notice, terms));
    if (auto penalty = penaltyUntil(*notice, *facts.sent, terms)) return all.clocks.push_back(*std::move(penalty));
    all.remarks.push_back("Er is geen dwangsom: de beslissing is verzonden op " + dutchDate(*facts.sent) + ", binnen de twee weken na de ingebrekestelling (Awb art. 4:17 lid 3).");
}

// Basis: UAVG art. 35(2): from receipt. Where only the day of sending is known, that is the earliest it can have arrived.
Clock petitionFrom(const ClockFacts& facts, const TermsOn& termsOn, const Calendar& calendar) {
    const auto from = facts.letterReceived ? facts.letterReceived : facts.sent;
    auto clock = petitionBy(from, termsOn(*from), calendar);
    if (!facts.letterReceived)
        clock.steps.insert(clock.steps.begin(), {"Wanneer het antwoord is ontvangen, is niet opgegeven; gerekend is met de dag van verzending, de vroegste dag.",
                                                 facts.sent, clock.source});
    return clock;
}

void addRemedies(const ClockFacts& facts, const TermsOn& termsOn, const Calendar& calendar, AllClocks& all) {
    const auto standing = standingOf(facts);
    if (standing != Standing::other && facts.sent) all.clocks.push_back((facts.onObjection ? appealBy : objectionBy)(*facts.sent, termsOn(*facts.sent), calendar));
    if (standing != Standing::other && !facts.sent && facts.letterReceived)
        all.remarks.emplace_back("De termijn voor bezwaar begint op de dag na de verzending: die dag is niet opgegeven.");
    if (standing != Standing::publicBody && (facts.sent || facts.letterReceived)) all.clocks.push_back(petitionFrom(facts, termsOn, calendar));
    if (standing != Standing::other && facts.objectionDecided) all.clocks.push_back(appealBy(*facts.objectionDecided, termsOn(*facts.objectionDecided), calendar));
    if (facts.appealJudged) all.clocks.push_back(higherAppealBy(CourtRoute::appeal, *facts.appealJudged, termsOn(*facts.appealJudged), calendar));
    if (facts.petitionJudged) all.clocks.push_back(higherAppealBy(CourtRoute::petition, *facts.petitionJudged, termsOn(*facts.petitionJudged), calendar));
}

// Basis: Wmo 2015 art. 5.3.1: of Veilig Thuis only, from the day on which it recorded what somebody else told.
void addInformFamily(const ClockFacts& facts, const TermsOn& termsOn, const Calendar& calendar, AllClocks& all) {
    if (!facts.recorded) return;
    if (facts.partner && *facts.partner != PartnerKind::safeHome) {
        all.remarks.emplace_back("Het gezin inlichten binnen vier weken geldt alleen voor Veilig Thuis (Wmo 2015 art. 5.3.1).");
        return;
    }
    auto clock = informFamilyBy(*facts.recorded, facts.informExtensions, termsOn(*facts.recorded), calendar);
    if (facts.recordedAssumed)
        clock.steps.insert(clock.steps.begin(), {"Deze termijn loopt alleen als Veilig Thuis gegevens over het gezin van een ander kreeg en vastlegde. De dag van vastleggen is niet "
                                                 "opgegeven; gerekend is alsof dat op de dag van ontvangst was.",
                                                 std::nullopt, clock.source});
    all.clocks.push_back(std::move(clock));
}

}  // namespace

Standing standingWithoutForm(PartnerKind kind) {
    switch (kind) {
        case PartnerKind::childProtectionBoard:
        case PartnerKind::careSafetyHouse: return Standing::publicBody;
        case PartnerKind::youthProtection:
        case PartnerKind::youthCare:
        case PartnerKind::wmoProvider:
        case PartnerKind::treatment: return Standing::other;
        default: return Standing::contested;
    }
}

AllClocks allClocks(const ClockFacts& facts, const TermsOn& termsOn, const Calendar& calendar) {
    AllClocks all;
    addDecision(facts, termsOn, calendar, all);
    if (facts.erasure && (!facts.partner || isUnderWmo(*facts.partner))) all.clocks.push_back(destroyBy(facts.course.received, termsOn(facts.course.received), calendar));
    addInformFamily(facts, termsOn, calendar, all);
    addRemedies(facts, termsOn, calendar, all);
    return all;
}

AllClocks allClocks(const ClockFacts& facts, const Terms& terms, const Calendar& calendar) {
    return allClocks(facts, [&](const Date&) { return terms; }, calendar);
}

}  // namespace service::requests
