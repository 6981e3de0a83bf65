// Shared by the clocks: how a raw end is rolled over closed days and told in Dutch. Not for use outside this folder.
#pragma once

#include "service/requests/clock.h"

namespace service::requests {

inline constexpr const char* europeanRegulation = "Verordening (EEG, Euratom) 1182/71 art. 3";
inline constexpr const char* nationalTerms = "Algemene termijnenwet art. 1 en 3";

// Sets clock.end to the first working day on or after `raw`; a roll adds a step that names every closed day.
void endOnWorkingDay(Clock& clock, const Date& raw, const char* source, const Calendar& calendar);
// Adds "N weken na …" and ends there; `from` does not count.
void runWeeks(Clock& clock, const Date& from, std::chrono::weeks length, const Calendar& calendar);
std::string fullDate(const Date& day);  // "dinsdag 7 april 2026"
std::string inWords(int number, const char* one, const char* many);  // "1 dag", "14 dagen"

}  // namespace service::requests
