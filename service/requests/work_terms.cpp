#include "service/requests/work_terms.h"

#include <algorithm>

#include "service/requests/derivation.h"

namespace service::requests {

using std::chrono::sys_days;

Clock workOrderBy(const Date& ordered, Work work, Ordered why, const Date& received, const Terms& terms, const Calendar& calendar) {
    const auto& term = why == Ordered::whileWeighed ? terms.restrictWhileWeighed : terms.carryOut;
    Clock clock{.id = "work-order", .title = "Opdracht aan de partner", .start = addDays(ordered, 1), .end = calendar.moveWorkingDays(ordered, term.workingDays), .source = term.source, .steps = {}};
    clock.steps.push_back({"De opdracht is gegeven op " + fullDate(ordered) + ".", ordered, {}});
    clock.steps.push_back({inWords(term.workingDays, "werkdag", "werkdagen") + " later is " + fullDate(clock.end) + "; weekend en vrije dagen tellen niet mee.", clock.end, term.source});
    if (work != Work::erase) return clock;
    const auto last = destroyBy(received, terms, calendar);
    if (sys_days{last.end} >= sys_days{clock.end}) return clock;
    clock.end = std::max(sys_days{last.end}, sys_days{ordered}), clock.source = last.source;
    clock.steps.push_back({"De wet laat vernietigen wachten tot en met " + fullDate(last.end) + ", drie maanden na het verzoek. Daarom uiterlijk " + fullDate(clock.end) + ".", clock.end, last.source});
    return clock;
}

}  // namespace service::requests
