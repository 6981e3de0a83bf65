#include "service/requests/derivation.h"

namespace service::requests {

std::string fullDate(const Date& day) { return dutchWeekday(day) + " " + longDutchDate(day); }

std::string inWords(int number, const char* one, const char* many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

void endOnWorkingDay(Clock& clock, const Date& raw, const char* source, const Calendar& calendar) {
    clock.end = calendar.rollForward(raw);
    if (clock.end == raw) return;
    std::string closed;
    for (Date day = raw; day != clock.end; day = addDays(day, 1)) {
        if (!closed.empty()) closed += ", ";
        closed += dutchDate(day);
        if (const auto holiday = calendar.holidayOn(day)) closed += " (" + *holiday + ")";
    }
    clock.steps.push_back({"Een termijn eindigt niet in het weekend of op een feestdag: " + closed +
                               ". Daarom eindigt hij op de eerstvolgende werkdag, " + fullDate(clock.end) + ".",
                           clock.end, source});
}

void runWeeks(Clock& clock, const Date& from, std::chrono::weeks length, const Calendar& calendar) {
    const Date raw = addDays(from, static_cast<int>(std::chrono::days{length}.count()));
    clock.start = addDays(from, 1);
    clock.steps.push_back({inWords(static_cast<int>(length.count()), "week", "weken") + " later is " + fullDate(raw) + ".",
                           raw, clock.source});
    endOnWorkingDay(clock, raw, nationalTerms, calendar);
}

}  // namespace service::requests
