#include "service/requests/remedy_terms.h"

#include "service/requests/derivation.h"

namespace service::requests {

namespace {

using std::chrono::sys_days;

bool isAfter(const Date& day, const Date& end) { return sys_days{day} > sys_days{end}; }

// The petition's clock; without a known day of receipt it starts on the earliest day the letter can have arrived.
Clock petitionClock(const RemedyFacts& facts, const Terms& terms, const Calendar& calendar) {
    return petitionBy(facts.letterReceived ? facts.letterReceived : facts.sent, terms, calendar);
}

// A decision on an objection is appealed; a first one is objected to.
Clock publicClock(const RemedyFacts& facts, const Terms& terms, const Calendar& calendar) { return (facts.onObjection ? appealBy : objectionBy)(*facts.sent, terms, calendar); }

RemedyTerm ofOneRoute(Clock clock, const RemedyFacts& facts, bool certainly) {
    RemedyTerm term;
    const bool after = isAfter(facts.received, clock.end);
    term.verdict = !after ? RemedyTerm::inTime : certainly ? RemedyTerm::late : RemedyTerm::unsure;
    term.words = !after      ? "Op tijd: het kon tot en met " + longDutchDate(clock.end) + "."
                 : certainly ? "Te laat: het kon tot en met " + longDutchDate(clock.end) + "."
                             : "Of dit op tijd is, hangt af van de dag waarop de verzoeker de brief kreeg. Vraag dat na; tot dan geldt het als op tijd.";
    term.clocks.push_back(std::move(clock));
    return term;
}

// Courts split: in time on either route is not for a clerk to refuse.
RemedyTerm ofBothRoutes(const RemedyFacts& facts, const Terms& terms, const Calendar& calendar) {
    auto objection = publicClock(facts, terms, calendar), petition = petitionClock(facts, terms, calendar);
    const auto first = isAfter(objection.end, petition.end) ? petition.end : objection.end, last = isAfter(objection.end, petition.end) ? objection.end : petition.end;
    RemedyTerm term;
    term.verdict = !isAfter(facts.received, first) ? RemedyTerm::inTime : isAfter(facts.received, last) && facts.letterReceived ? RemedyTerm::late : RemedyTerm::unsure;
    term.words = term.verdict == RemedyTerm::inTime ? "Op tijd, welke weg de rechter ook volgt: de eerste dag waarop een termijn eindigde, was " + longDutchDate(first) + "."
                 : term.verdict == RemedyTerm::late ? "Te laat op beide wegen: de laatste dag was " + longDutchDate(last) + "."
                                                    : "Rechters denken verschillend over de weg. Op een van beide kan dit nog op tijd zijn; weiger het niet zonder juridisch advies.";
    term.clocks = {std::move(objection), std::move(petition)};
    return term;
}

// Basis: Awb 6:12, 7:1a, 8:1
RemedyTerm ofAppeal(const RemedyFacts& facts, const Terms& terms, const Calendar& calendar) {
    if (const auto from = facts.onObjection ? facts.sent : facts.objectionDecided) return ofOneRoute(appealBy(*from, terms, calendar), facts, true);
    if (!facts.sent) return {RemedyTerm::noTerm, {}, "Er is nog geen beslissing. Beroep daartegen kan twee weken na een ingebrekestelling, zonder termijn (Awb art. 6:12)."};
    return {RemedyTerm::unsure, {}, "Hier staat geen beslissing op een bezwaar. Leg eerst vast hoe het bezwaar is afgedaan; is er geen bezwaar gemaakt, laat dit dan als bezwaar behandelen (Awb art. 6:15)."};
}

RemedyTerm ofHigherAppeal(const RemedyFacts& facts, const Terms& terms, const Calendar& calendar) {
    if (facts.judged) return ofOneRoute(higherAppealBy(facts.judgedOn, *facts.judged, terms, calendar), facts, true);
    return {RemedyTerm::unsure, {}, "Hier staat geen uitspraak van de rechtbank. Leg eerst vast hoe die zaak is afgelopen."};
}

}  // namespace

RemedyTerm remedyTerm(const RemedyFacts& facts, const Terms& terms, const Calendar& calendar) {
    if (facts.route == Remedy::higherAppeal) return ofHigherAppeal(facts, terms, calendar);
    if (facts.route == Remedy::appeal && facts.standing != Standing::other) return ofAppeal(facts, terms, calendar);
    if (facts.route != Remedy::objection && facts.route != Remedy::petition && facts.route != Remedy::appeal)
        return {RemedyTerm::noTerm, {}, "Voor een klacht geldt geen termijn."};
    if (!facts.sent)
        return {RemedyTerm::noTerm, {petitionBy(std::nullopt, terms, calendar)}, "Er is nog geen beslissing. Tegen het uitblijven daarvan geldt geen termijn."};
    if (facts.standing == Standing::contested) return ofBothRoutes(facts, terms, calendar);
    const bool isPublic = facts.standing == Standing::publicBody;
    auto term = isPublic ? ofOneRoute(publicClock(facts, terms, calendar), facts, true)
                         : ofOneRoute(petitionClock(facts, terms, calendar), facts, facts.letterReceived.has_value());
    // Basis: Awb 6:15: what comes to the wrong address is passed on
    if (!isPublic && facts.route != Remedy::petition)
        term.words += facts.route == Remedy::objection ? " Tegen deze partner staat een verzoekschrift bij de rechtbank open, geen bezwaar: zeg dat de verzoeker meteen, of stuur het door."
                                                       : " Tegen deze partner staat een verzoekschrift bij de rechtbank open, geen beroep.";
    if (isPublic && facts.onObjection) term.words += " Tegen een besluit op bezwaar staat beroep bij de rechtbank open: stuur het door.";
    else if (isPublic && facts.route == Remedy::petition) term.words += " Tegen een besluit van deze partner staat bezwaar open: behandel het zo, of stuur het door.";
    return term;
}

std::optional<Clock> answerBy(const RemedyFacts& facts, const RemedyAnswers& answers, const Terms& terms, const Calendar& calendar) {
    const bool objects = facts.route == Remedy::objection;
    if (facts.standing == Standing::other || (!objects && facts.route != Remedy::ownComplaint)) return std::nullopt;
    Clock clock{.id = "remedy-answer", .title = objects ? "Beslissen op het bezwaar" : "De klacht afhandelen", .start = {}, .end = {}, .source = objects ? answers.objectionSource : answers.complaintSource, .steps = {}};
    Date from = facts.received;
    if (objects && facts.sent && !facts.onObjection) {
        from = objectionBy(*facts.sent, terms, calendar).end;
        clock.steps.push_back({"Bezwaar maken kon tot en met " + fullDate(from) + ". De termijn om te beslissen begint de dag daarna.", from, clock.source});
    } else {
        clock.steps.push_back({"Het kwam binnen op " + fullDate(from) + ". Die dag telt zelf niet mee.", from, clock.source});
    }
    clock.start = addDays(from, 1);
    runWeeks(clock, from, objects ? answers.objection : answers.complaint, calendar);
    return clock;
}

}  // namespace service::requests
