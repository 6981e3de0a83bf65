// The clocks beside the decision itself: remedies, destruction, telling the family, late decisions, breaches.
#include <algorithm>

#include "service/requests/clock.h"
#include "service/requests/derivation.h"

namespace service::requests {

using std::chrono::sys_days;

Clock refusalBy(const DecisionClock& decision) {
    Clock clock = decision.first;
    clock.id = "refusal", clock.title = "Een weigering meedelen", clock.source = "AVG art. 12 lid 4";
    clock.steps.pop_back();  // that it is the last day to decide
    clock.steps.push_back({"De termijn is verlengd om te beslissen. Geeft u geen gevolg aan het verzoek, dan hoort de verzoeker dat met de redenen toch uiterlijk op " + fullDate(clock.end) + ".",
                           clock.end, clock.source});
    return clock;
}

Clock objectionBy(const Date& sent, const Terms& terms, const Calendar& calendar) {
    Clock clock{.id = "objection", .title = "Bezwaar maken", .start = sent, .end = sent,
                .source = "Awb art. 6:7 en 6:8 lid 1", .steps = {}};
    clock.steps.push_back({"Het besluit is verzonden op " + fullDate(sent) + ". De termijn begint de dag daarna.",
                           addDays(sent, 1), "Awb art. 6:8 lid 1"});
    runWeeks(clock, sent, terms.objection, calendar);
    return clock;
}

Clock appealBy(const Date& sent, const Terms& terms, const Calendar& calendar) {
    Clock clock{.id = "appeal", .title = "Beroep bij de rechtbank", .start = addDays(sent, 1), .end = sent, .source = "Awb art. 8:1, 6:7 en 6:8 lid 1", .steps = {}};
    clock.steps.push_back({"Het besluit op het bezwaar is verzonden op " + fullDate(sent) + ". De termijn begint de dag daarna.", addDays(sent, 1), "Awb art. 6:8 lid 1"});
    runWeeks(clock, sent, terms.appeal, calendar);
    return clock;
}

Clock higherAppealBy(CourtRoute route, const Date& decided, const Terms& terms, const Calendar& calendar) {
    const bool onAppeal = route == CourtRoute::appeal;
    Clock clock{.id = "higher-appeal", .title = "Hoger beroep", .start = addDays(decided, 1), .end = decided, .source = onAppeal ? "Awb art. 8:104, 6:24 en 6:7" : "Rv art. 358 lid 2", .steps = {}};
    clock.steps.push_back({"De rechtbank deed uitspraak op " + fullDate(decided) + ". De termijn begint de dag daarna.", decided, clock.source});
    if (onAppeal) return runWeeks(clock, decided, terms.appeal, calendar), clock;
    const Date raw = addMonths(decided, terms.higherAppeal);
    clock.steps.push_back({std::to_string(terms.higherAppeal.count()) + " maanden na de uitspraak is " + fullDate(raw) + ".", raw, clock.source});
    endOnWorkingDay(clock, raw, nationalTerms, calendar);
    return clock;
}

SetTerm decideAnewBy(const Date& since, const Terms& terms, const Calendar& calendar) {
    const Date raw = addMonths(since, terms.decide);
    Clock clock{.id = "decide", .title = "", .start = since, .end = raw, .source = "AVG art. 12 lid 3, overeenkomstig", .steps = {}};
    clock.steps.push_back({"Op " + fullDate(since) + " is besloten om opnieuw te beslissen. Een andere dag is niet vastgelegd: dan geldt een maand, tot " + fullDate(raw) + ".", raw, clock.source});
    endOnWorkingDay(clock, raw, europeanRegulation, calendar);
    return {clock.end, clock.source, clock.steps};
}

Clock petitionBy(const std::optional<Date>& letterReceived, const Terms& terms, const Calendar& calendar) {
    Clock clock{.id = "petition", .title = "Verzoekschrift bij de rechtbank", .start = {}, .end = {},
                .source = "UAVG art. 35 lid 2", .steps = {}};
    if (!letterReceived) {
        clock.unlimited = true;
        clock.steps.push_back({"Er is geen antwoord ontvangen: dan is het verzoekschrift aan geen termijn gebonden.",
                               std::nullopt, "UAVG art. 35 lid 2"});
        return clock;
    }
    clock.steps.push_back({"Het antwoord is ontvangen op " + fullDate(*letterReceived) + ". Die dag telt zelf niet mee.",
                           *letterReceived, "UAVG art. 35 lid 2"});
    runWeeks(clock, *letterReceived, terms.petition, calendar);
    return clock;
}

Clock destroyBy(const Date& received, const Terms& terms, const Calendar& calendar) {
    Clock clock{.id = "destroy", .title = "Vernietigen na het verzoek", .start = addDays(received, 1), .end = received,
                .source = "Wmo 2015 art. 5.3.5 lid 1", .steps = {}};
    const Date raw = addMonths(received, terms.destroy);
    clock.steps.push_back({"Het schriftelijke verzoek is ontvangen op " + fullDate(received) + ".", received, clock.source});
    clock.steps.push_back({inWords(static_cast<int>(terms.destroy.count()), "maand", "maanden") + " later is " +
                               fullDate(raw) + ".",
                           raw, clock.source});
    endOnWorkingDay(clock, raw, nationalTerms, calendar);
    return clock;
}

Clock informFamilyBy(const Date& recorded, int extensions, const Terms& terms, const Calendar& calendar) {
    Clock clock{.id = "inform-family", .title = "Het gezin inlichten over vastgelegde gegevens",
                .start = addDays(recorded, 1), .end = recorded, .source = "Wmo 2015 art. 5.3.1 lid 1", .steps = {}};
    clock.steps.push_back({"De gegevens zijn vastgelegd op " + fullDate(recorded) + ".", recorded, clock.source});
    Date raw = addDays(recorded, static_cast<int>(std::chrono::days{terms.informFamily}.count()));
    clock.steps.push_back({inWords(static_cast<int>(terms.informFamily.count()), "week", "weken") + " later is " +
                               fullDate(raw) + ".",
                           raw, clock.source});
    for (int time = 1; time <= extensions; ++time) {
        raw = addDays(raw, static_cast<int>(std::chrono::days{terms.informFamilyExtra}.count()));
        clock.steps.push_back({"Verlenging " + std::to_string(time) + " met " +
                                   inWords(static_cast<int>(terms.informFamilyExtra.count()), "week", "weken") + ": " +
                                   fullDate(raw) + ".",
                               raw, "Wmo 2015 art. 5.3.1 lid 2"});
    }
    endOnWorkingDay(clock, raw, nationalTerms, calendar);
    return clock;
}

Clock putAsideBy(const Date& lastDay, const Terms& terms, const Calendar& calendar) {
    Clock clock{.id = "put-aside", .title = "Laten weten dat het verzoek buiten behandeling blijft", .start = lastDay, .end = lastDay,
                .source = "Awb art. 4:5 lid 4", .steps = {}};
    clock.steps.push_back({"De laatste dag om te laten weten wie er vraagt, was " + fullDate(lastDay) + ".", lastDay, clock.source});
    runWeeks(clock, lastDay, terms.putAside, calendar);
    return clock;
}

std::optional<Clock> defaultNoticeBy(const Date& decisionEnd, const Date& noticeReceived, const Terms& terms,
                                     const Calendar& calendar) {
    // Basis: Awb 6:12(2)(b): a notice counts only once the term is over.
    if (sys_days{noticeReceived} <= sys_days{decisionEnd}) return std::nullopt;
    Clock clock{.id = "default-notice", .title = "Alsnog beslissen na ingebrekestelling", .start = noticeReceived,
                .end = noticeReceived, .source = "Awb art. 4:17 lid 3", .steps = {}};
    clock.steps.push_back({"De ingebrekestelling is ontvangen op " + fullDate(noticeReceived) +
                               "; de beslistermijn was voorbij op " + dutchDate(decisionEnd) + ".",
                           noticeReceived, "Awb art. 6:12 lid 2"});
    runWeeks(clock, noticeReceived, terms.defaultNotice, calendar);
    return clock;
}

Clock penaltyPeriod(const Clock& defaultNotice, const Terms& terms) {
    int days = 0;
    for (const auto& tier : terms.penalty) days += tier.days;
    const Date first = addDays(defaultNotice.end, 1), last = addDays(defaultNotice.end, days);
    Clock clock{.id = "penalty", .title = "Dwangsom", .start = first, .end = last, .source = "Awb art. 4:17 lid 1 en 2",
                .steps = {}};
    clock.steps.push_back({"Twee weken na de ingebrekestelling is er niet beslist: de dwangsom loopt vanaf " +
                               fullDate(first) + ".",
                           first, "Awb art. 4:17 lid 3"});
    clock.steps.push_back({"Hij loopt ten hoogste " + std::to_string(days) + " dagen, tot en met " + fullDate(last) +
                               "; het hoogste bedrag is € " + std::to_string(penaltyOn(last, clock, terms)) +
                               ". Direct beroep bij de rechtbank staat ook open.",
                           last, "Awb art. 4:17 lid 1 en 2, 6:12"});
    return clock;
}

std::optional<Clock> penaltyUntil(const Clock& defaultNotice, const Date& decided, const Terms& terms) {
    auto clock = penaltyPeriod(defaultNotice, terms);
    if (sys_days{decided} <= sys_days{clock.start}) return std::nullopt;
    if (sys_days{decided} > sys_days{clock.end}) return clock;
    clock.end = addDays(decided, -1);
    clock.steps.back() = {"De beslissing is verzonden op " + fullDate(decided) + ": de dwangsom liep tot die dag en is € " + std::to_string(penaltyOn(clock.end, clock, terms)) + ".", clock.end, clock.source};
    return clock;
}

int penaltyOn(const Date& day, const Clock& penalty, const Terms& terms) {
    int left = std::max(0, daysBetween(penalty.start, day) + 1), euros = 0;
    for (const auto& tier : terms.penalty) {
        const int counted = std::min(left, tier.days);
        euros += counted * tier.eurosPerDay;
        left -= counted;
    }
    return euros;
}

std::chrono::sys_seconds breachReportBy(std::chrono::sys_seconds known, std::chrono::hours term) { return known + term; }

}  // namespace service::requests
