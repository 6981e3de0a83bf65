// Guesses what an incoming letter asks, from its text as read by OCR, so that the desk only confirms. Every guess names
// the line it rests on; nothing is decided here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/requests/calendar.h"

namespace service::letters {

struct KnownPerson {
    std::string id;
    std::vector<std::string> names;  // "Koen Verbeek", "K. Verbeek", nicknames; first the full one
    std::optional<requests::Date> birthdate;
};

// field: right, requester, sender-name, letter-date, subject, capacity, address, child-birthdate, other-right
struct Guess {
    std::string field;
    std::string value;       // for the form: a code, a person id, YYYY-MM-DD, or text
    std::string words;       // what the desk reads: "inzage", "Koen Verbeek"
    std::string quote;       // the line of the letter, as it was read
    std::size_t line = 0;    // 0-based
    double certainty = 0;    // 0..1
};

// Ordered by field and certainty, best first. `today`: no guess at a date after it.
std::vector<Guess> prefill(std::string_view utf8, const std::vector<KnownPerson>& known, const requests::Date& today);

}  // namespace service::letters
