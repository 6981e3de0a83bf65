// What the rules say of one passage or span, before it becomes a proposal.
#pragma once

#include <array>
#include <string_view>

#include "redaction/policy/proposal.h"
#include "redaction/policy/rules.h"

namespace redaction::policy {

struct Verdict {
    Decision decision = Decision::release;
    std::string_view rule, ground, why;  // into the rules, the standing of the requester, or the code
    double certainty = 1.0;
};

class RulesOfDay {  // what each rule says by itself on one day
  public:
    RulesOfDay(const RuleSet& rules, const household::Date& day);

    // The decision and the ground of a rule as its data say; `ground` replaces the rule's own where another applies to it.
    // Throws std::out_of_range for a rule that does not hold.
    Verdict by(std::string_view rule, std::string_view ground = {}) const;
    const PartnerLaw* lawOf(std::string_view partnerKind) const { return rules_.lawOf(partnerKind); }  // nullptr: unknown kind

  private:
    static std::size_t numberOf(std::string_view rule);

    const RuleSet& rules_;
    household::Date day_;
    std::array<Verdict, 100> verdicts_;  // "R13" at 13; without a rule: none holds
};

}  // namespace redaction::policy
