// The letters of a wrong release. Typed texts go out as they are, paragraph by paragraph.
#pragma once

#include <string>
#include <vector>

#include "service/letters/letters.h"

namespace service::letters {

// Basis: AVG art. 34(2): what happened, whom to ask, the likely consequences, the measures and what the person can do.
// A message is no decision: it names the complaints, and no bezwaar or petition. Basis: AVG art. 77, 79, 82; Awb 1:3
struct BreachToPerson {
    Frame frame;
    requests::Controller controller;
    Date happened, known;
    std::vector<std::string> what, data, consequences, measures, advice;
    Reader reader = Reader::adult;
};
Letter breachToPerson(const LetterBook& book, Language language, const BreachToPerson& letter);

// Basis: AVG art. 33(3); delay: 33(1), where the report comes after 72 hours
struct BreachToAuthority {
    Frame frame;
    std::string controller, breach, happened, known, risk;  // moments in words; risk: empty, not assessed yet
    std::vector<std::string> what, data, persons, consequences, measures, delay;
    struct Told { std::string partner, when; };             // when: empty, not told yet
    std::vector<Told> partners;
};
Letter breachToAuthority(const LetterBook& book, Language language, const BreachToAuthority& letter);

}  // namespace service::letters
