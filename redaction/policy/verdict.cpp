#include "redaction/policy/verdict.h"

namespace redaction::policy {

Verdict verdictBy(const RuleSet& rules, const household::Date& today, const std::string& id, const std::string& ground) {
    const auto& rule = rules.rule(id, today);
    Verdict verdict;
    verdict.decision = decisionFrom(rule.proposal).value_or(Decision::judge);
    verdict.rule = rule.id;
    verdict.ground = verdict.decision == Decision::release ? "" : ground.empty() ? rule.ground : ground;
    verdict.why = rule.sentence;
    return verdict;
}

}  // namespace redaction::policy
