// What is told beside slipping milestones: an order that a partner did not confirm in time, a recipient that was not told, a
// complaint or objection that was not answered, and the hours of a data breach. Each
// once per person and level, on the worklist and by e-mail (escalation.h).
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "service/casework/office.h"

namespace service::casework {

struct Overdue {
    std::string key;      // "order/ID", "recipient/ID", "remedy/ID", "breach/ID/partners"; with `by` and `level` it is told once
    Date by{};
    int level = 1;        // what waits for an answer: who handles it, then the privacy officer. Breaches: at once, nearly over, too late
    std::vector<std::string> accountIds;
    std::string subject, words, page;  // Dutch; words name nobody of the family; page: below the office's address
    bool onWorklist = true;
};
std::vector<Overdue> overdueOf(Office& office, const store::Request& request);

// When the next round must look at the clocks of this breach, from now; each later than nothing.
std::vector<std::chrono::seconds> breachRounds(Office& office, const store::Breach& breach);

}  // namespace service::casework
