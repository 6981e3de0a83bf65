#include "service/requests/clock.h"

#include <algorithm>

#include "service/requests/derivation.h"

namespace service::requests {
namespace {

using std::chrono::sys_days;

std::string groundInWords(const Suspension& one) {
    if (!one.groundWords.empty()) return one.groundWords;
    return one.ground == SuspensionGround::identityInDoubt ? "twijfel over de identiteit"
                                                           : "verduidelijking gevraagd wegens de grote hoeveelheid gegevens";
}
std::string groundSource(const Suspension& one) {
    if (!one.groundSource.empty()) return one.groundSource;
    return one.ground == SuspensionGround::identityInDoubt ? "AVG art. 12 lid 6; EDPB-richtsnoeren 01/2022"
                                                           : "AVG overweging 63; EDPB-richtsnoeren 01/2022";
}

// Counts the union of the suspensions while one term runs; a later one may lengthen the term for the next.
class Suspended {
  public:
    Suspended(const Course& course, const Date& raw, const Calendar& calendar)
        : course_(course), raw_(raw), calendar_(calendar), covered_(course.received) {
        auto ordered = course.suspensions;
        std::ranges::stable_sort(ordered, {}, [](const Suspension& one) { return sys_days{one.asked}; });
        for (const auto& one : ordered) add(one);
    }

    int days() const { return days_; }
    bool open() const { return open_; }
    const std::vector<Step>& steps() const { return steps_; }
    const std::vector<std::string>& ignored() const { return ignored_; }

  private:
    void add(const Suspension& one) {
        if (auto why = whyIgnored(one)) {
            ignored_.push_back("De opschorting vanaf " + dutchDate(one.asked) + " telt niet: " + *why);
            return;
        }
        open_ = open_ || !one.answered;
        const Date until = one.answered ? *one.answered : course_.today.value_or(one.asked);
        const Date from = sys_days{one.asked} > sys_days{covered_} ? one.asked : covered_;
        const int counted = std::max(0, daysBetween(from, until));
        days_ += counted;
        if (sys_days{until} > sys_days{covered_}) covered_ = until;
        tell(one, counted);
    }

    std::optional<std::string> whyIgnored(const Suspension& one) const {
        if (sys_days{one.asked} < sys_days{course_.received}) return "er is gevraagd vóór de ontvangst van het verzoek.";
        if (one.answered && sys_days{*one.answered} < sys_days{one.asked}) return "het antwoord ligt vóór de vraag.";
        if (sys_days{one.asked} > sys_days{calendar_.rollForward(addDays(raw_, days_))})
            return "de termijn was toen al voorbij.";
        return std::nullopt;
    }

    // Basis: AVG art. 12(6): the day of asking counts, the day of arrival does not.
    void tell(const Suspension& one, int counted) {
        std::string sentence = "De klok stond stil vanaf " + dutchDate(one.asked);
        if (one.answered)
            sentence += " tot " + dutchDate(*one.answered) + ", de dag waarop het antwoord binnenkwam";
        else
            sentence = "De klok staat stil vanaf " + dutchDate(one.asked) + "; het antwoord is er nog niet";
        sentence += std::string{" ("} + groundInWords(one) + "): " + inWords(counted, "dag", "dagen") + ".";
        steps_.push_back({sentence, one.answered ? *one.answered : one.asked, groundSource(one)});
    }

    const Course& course_;
    const Date raw_;
    const Calendar& calendar_;
    Date covered_;
    int days_ = 0;
    bool open_ = false;
    std::vector<Step> steps_;
    std::vector<std::string> ignored_;
};

// Suspended days first, one roll last.
void finish(Clock& clock, const Date& raw, const Suspended& suspended, const Calendar& calendar) {
    clock.steps.insert(clock.steps.end(), suspended.steps().begin(), suspended.steps().end());
    const Date moved = addDays(raw, suspended.days());
    if (suspended.days() > 0)
        clock.steps.push_back({"Het eind schuift " + inWords(suspended.days(), "dag", "dagen") + " op, naar " +
                                   fullDate(moved) + ".",
                               moved, "AVG art. 12 lid 6; EDPB-richtsnoeren 01/2022"});
    endOnWorkingDay(clock, moved, europeanRegulation, calendar);
    clock.provisional = suspended.open();
    clock.steps.push_back({(clock.provisional ? "Voorlopig eind: " : "De laatste dag om te beslissen is ") +
                               fullDate(clock.end) + ".",
                           clock.end, clock.source});
}

Clock startedBy(const Course& course, const char* id, const char* title, const char* source) {
    Clock clock{.id = id, .title = title, .start = addDays(course.received, 1), .end = course.received, .source = source,
                .steps = {}};
    clock.steps.push_back({"Het verzoek is ontvangen op " + fullDate(course.received) + ". Die dag telt zelf niet mee.",
                           course.received, std::string{europeanRegulation} + " lid 1"});
    return clock;
}

void addMonthsStep(Clock& clock, const Date& received, std::chrono::months length, const Date& raw) {
    std::string sentence = inWords(static_cast<int>(length.count()), "maand", "maanden") + " na ontvangst is " +
                           fullDate(raw) + ".";
    if (raw.day() != received.day())
        sentence += " Die maand heeft geen " + std::to_string(static_cast<unsigned>(received.day())) +
                    "e dag: dan telt de laatste dag van de maand.";
    clock.steps.push_back({sentence, raw, clock.source + "; " + europeanRegulation + " lid 2 onder c"});
}

Clock monthsClock(const Course& course, Clock clock, std::chrono::months length, const Calendar& calendar,
                  DecisionClock& into) {
    const Date raw = addMonths(course.received, length);
    addMonthsStep(clock, course.received, length, raw);
    const Suspended suspended{course, raw, calendar};
    finish(clock, raw, suspended, calendar);
    into.suspendedDays = suspended.days();
    into.suspendedNow = suspended.open();
    into.ignored = suspended.ignored();
    return clock;
}

// Basis: AVG art. 12(3): told within one month of receipt; that month is lengthened by suspensions.
std::string whyNotExtended(const Course& course, const Clock& first) {
    const Date told = course.extension->told;
    if (sys_days{told} < sys_days{course.received})
        return "De verlenging geldt niet: zij is gedateerd vóór de ontvangst van het verzoek.";
    if (sys_days{told} > sys_days{first.end})
        return "De verlenging geldt niet: de verzoeker is pas op " + dutchDate(told) +
               " ingelicht, na het eind van de eerste termijn (" + dutchDate(first.end) + ").";
    return {};
}

Clock extendedClock(const Course& course, const Terms& terms, const Calendar& calendar, DecisionClock& into) {
    Clock clock = startedBy(course, "extended", "Beslissen op het verzoek, verlengd", "AVG art. 12 lid 3");
    std::string sentence = "De verzoeker is op " + dutchDate(course.extension->told) +
                           " ingelicht over de verlenging, binnen de eerste termijn. Die loopt nu " +
                           inWords(static_cast<int>(terms.decideExtended.count()), "maand", "maanden") + " vanaf ontvangst.";
    if (!course.extension->reason.empty()) sentence += " Reden: " + course.extension->reason;
    clock.steps.push_back({sentence, course.extension->told, "AVG art. 12 lid 3; Privacyprotocol 9.3"});
    return monthsClock(course, std::move(clock), terms.decideExtended, calendar, into);
}

// A stricter promise of the partner itself; suspensions hold for it too.
Clock ownClock(const Course& course, const Calendar& calendar) {
    Clock clock = startedBy(course, "partner-own", "Eigen termijn van de partner", "Eigen termijn van de partner");
    const Date raw = addDays(course.received, *course.ownTermDays);
    clock.steps.push_back({"De partner belooft een beslissing binnen " + inWords(*course.ownTermDays, "dag", "dagen") +
                               ": " + fullDate(raw) + ".",
                           raw, clock.source});
    finish(clock, raw, Suspended{course, raw, calendar}, calendar);
    return clock;
}

}  // namespace

namespace {

// Basis: Awb 7:10; a court's own day
DecisionClock decideAnew(const Course& course) {
    DecisionClock result;
    Clock clock{.id = "decide", .title = "Opnieuw beslissen", .start = addDays(course.received, 1), .end = course.setTerm->end, .source = course.setTerm->source, .steps = course.setTerm->steps};
    clock.steps.push_back({"De laatste dag om te beslissen is " + fullDate(clock.end) + ".", clock.end, clock.source});
    result.first = result.law = result.due = std::move(clock);
    if (course.extension) result.extensionProblem = "De verlenging geldt niet: deze dag volgt uit het bezwaar of uit wat de rechter zei.";
    for (const auto& it : course.suspensions) result.ignored.push_back("De opschorting vanaf " + dutchDate(it.asked) + " telt niet: deze dag volgt uit het bezwaar of uit wat de rechter zei.");
    return result;
}

}  // namespace

DecisionClock decideBy(const Course& course, const Terms& terms, const Calendar& calendar) {
    if (course.setTerm) return decideAnew(course);
    DecisionClock result;
    result.first = monthsClock(course, startedBy(course, "decide", "Beslissen op het verzoek", "AVG art. 12 lid 3"),
                               terms.decide, calendar, result);
    result.law = result.first;
    if (course.extension) {
        result.extensionProblem = whyNotExtended(course, result.first);
        result.extended = result.extensionProblem.empty();
        if (result.extended) result.law = extendedClock(course, terms, calendar, result);
    }
    result.due = result.law;
    if (course.ownTermDays) {
        result.partnerOwn = ownClock(course, calendar);
        if (sys_days{result.partnerOwn->end} < sys_days{result.law.end}) result.due = *result.partnerOwn;
    }
    return result;
}

}  // namespace service::requests
