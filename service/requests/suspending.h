// Whether a term may be suspended: which grounds the rules know, and what each asks. Pure; the grounds come from data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/requests/clock.h"
#include "service/requests/intake.h"

namespace service::requests {

enum class Need { identityOpen, largeQuantity };
std::optional<Need> needFrom(std::string_view code);  // identity-open, large-quantity

struct GroundRule {
    std::string id;            // identity, clarification
    std::string words, hint;   // Dutch
    std::string source;
    std::vector<Need> needs;
    std::vector<Right> rights;  // empty: every right
    int leastDocuments = 0;     // with large-quantity: from how many documents on it is one
};
struct SuspensionRules {
    int withoutDelayDays = 14;  // asked later than this after receipt: why not at once must be written down
    std::string source;
    std::vector<GroundRule> grounds;
};

// What someone wants to record.
struct SuspensionWish {
    std::string ground;
    Right right = Right::access;
    Date received, today;
    std::optional<Date> asked, answered;  // answered: entered afterwards
    bool identityOpen = false;            // nobody has established who asks
    std::optional<Date> identityOn;       // the day somebody did
    int documents = 0;                    // about how many it concerns, as the handler says
    std::string reason, question, lateWhy;
};
struct Objection {
    std::string code, words, field;  // words: Dutch, a whole sentence
};
// A doubt about the identity ends, whatever else was answered, when it is known who asks.
std::optional<Date> answerThatCounts(const SuspensionWish& wish, const SuspensionRules& rules);
// Absent: it may. Basis: AVG art. 12(6); AVG overweging 63; EDPB-richtsnoeren 01/2022
std::optional<Objection> whyNotSuspend(const SuspensionWish& wish, const SuspensionRules& rules);

// Absent: it may. Basis: AVG art. 12(3): once, with the reason, within the first month as suspensions lengthened it
struct ExtensionWish {
    Date received, today;
    std::optional<Date> told;
    std::string reason;
};
std::optional<Objection> whyNotExtend(const ExtensionWish& wish, const DecisionClock& now);

}  // namespace service::requests
