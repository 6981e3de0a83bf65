// What the rules say of one passage or span, before it becomes a proposal.
#pragma once

#include <string>

#include "redaction/policy/proposal.h"
#include "redaction/policy/rules.h"

namespace redaction::policy {

struct Verdict {
    Decision decision = Decision::release;
    std::string rule, ground, why;
    double certainty = 1.0;
};

// The decision and the ground of a rule as its data say; `ground` replaces the rule's own where another applies to it.
Verdict verdictBy(const RuleSet& rules, const household::Date& today, const std::string& rule, const std::string& ground = "");

}  // namespace redaction::policy
