#include "redaction/policy/verdict.h"

namespace redaction::policy {

namespace {

Verdict verdictOf(const Rule& rule) {
    Verdict verdict;
    verdict.decision = decisionFrom(rule.proposal).value_or(Decision::judge);
    verdict.rule = rule.id;
    if (verdict.decision != Decision::release) verdict.ground = rule.ground;
    verdict.why = rule.sentence;
    return verdict;
}

}  // namespace

RulesOfDay::RulesOfDay(const RuleSet& rules, const household::Date& day) : rules_(rules), day_(day) {
    for (const auto& rule : rules.rules()) {
        const auto number = numberOf(rule.id);
        const bool holds = rule.validFrom <= day && (!rule.validUntil || day < *rule.validUntil);
        if (holds && number < verdicts_.size() && verdicts_[number].rule.empty()) verdicts_[number] = verdictOf(rule);
    }
}

std::size_t RulesOfDay::numberOf(std::string_view rule) {  // "R13"; beyond the table: no number
    if (rule.size() < 2 || rule.size() > 3 || rule[0] != 'R') return std::tuple_size_v<decltype(verdicts_)>;
    std::size_t number = 0;
    for (const char c : rule.substr(1)) {
        if (c < '0' || c > '9') return std::tuple_size_v<decltype(verdicts_)>;
        number = 10 * number + static_cast<std::size_t>(c - '0');
    }
    return number;
}

Verdict RulesOfDay::by(std::string_view rule, std::string_view ground) const {
    const auto number = numberOf(rule);
    const bool known = number < verdicts_.size() && verdicts_[number].rule == rule;
    auto verdict = known ? verdicts_[number] : verdictOf(rules_.rule(rule, day_));
    if (!ground.empty() && verdict.decision != Decision::release) verdict.ground = ground;
    return verdict;
}

}  // namespace redaction::policy
