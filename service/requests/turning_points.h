// Days that change who may ask for whom, or what may be seen: a birthday, authority, consent, representation or protection
// that begins or ends. Pure: the facts and two days in, the turning points between them out.
#pragma once

#include <string>
#include <vector>

#include "service/requests/intake.h"

namespace service::requests {

struct TurningPoint {
    Date day;
    std::string person;     // whose birthday, or over whom
    std::string kind;       // turns-12, turns-16, turns-18 (the ages of the rules), authority-begins, authority-ends, consent-begins, …
    bool tellsPeople = true;  // false: only the proposals may change (a child nobody asked for)
};
// After `after`, up to and with `upTo`, by day. Age is a matter of the calendar: born on 29 February, one turns 16 or 18 on
// 1 March of a year without it. Basis: domain page redaction-rules (age on the day of the decision)
std::vector<TurningPoint> turningPoints(const IntakeInput& facts, const Date& after, const Date& upTo);

std::string turningWords(const std::string& kind, const Date& day);  // "een kind werd 16 jaar op 10 maart 2026"; names nobody

}  // namespace service::requests
