// Less protection takes two people, each with a reason: one proposes, another with the right to it confirms.
#pragma once

#include "redaction/household/household.h"
#include "service/casework/household_editing.h"

namespace service::casework {

struct WeakeningForm {
    std::string householdId, factId, kind, after, reason;  // as store::Weakening
};
HouseholdOutcome proposeWeakening(Office& office, const Actor& actor, const WeakeningForm& form);

// code: done, second-person, reason-missing, not-allowed
HouseholdOutcome confirmWeakening(Office& office, const Actor& actor, std::string_view weakeningId, std::string_view reason);
HouseholdOutcome dropWeakening(Office& office, const Actor& actor, std::string_view weakeningId, std::string_view reason);

std::vector<WeakeningRow> openWeakenings(Office& office, const Actor& actor, const std::string& householdId,
                                         const redaction::household::Case& known);

}  // namespace service::casework
