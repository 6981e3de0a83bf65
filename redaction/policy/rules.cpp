// Finds a rule, ground or partner law in what was loaded.
#include "redaction/policy/rules.h"

#include <algorithm>

namespace redaction::policy {

namespace {
bool holds(const Rule& rule, const household::Date& day) { return rule.validFrom <= day && (!rule.validUntil || day < *rule.validUntil); }
}  // namespace

bool RuleSet::holdOn(const household::Date& day) const {
    return std::all_of(rules_.begin(), rules_.end(), [&](const Rule& asked) {
        return std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) { return rule.id == asked.id && holds(rule, day); });
    });
}

const Rule& RuleSet::rule(std::string_view id, const household::Date& day) const {
    for (const auto& rule : rules_)
        if (rule.id == id && holds(rule, day)) return rule;
    throw std::out_of_range("regel " + std::string(id) + " geldt niet op " + household::toIso(day));
}

Ages RuleSet::ages(const household::Date& day) const {
    const auto& own = rule("R5", day);
    return {rule("R3", day).ageFrom, own.ageFrom, own.ageBelow.value_or(Ages{}.adult)};
}

const Weighing* RuleSet::weighing(std::string_view id, std::string_view ground, const household::Date& day) const {
    const auto& all = rule(id, day).weighings;
    auto found = std::find_if(all.begin(), all.end(), [&](const Weighing& it) { return !it.ground.empty() && it.ground == ground; });
    if (found == all.end()) found = std::find_if(all.begin(), all.end(), [](const Weighing& it) { return it.ground.empty(); });
    return found == all.end() ? nullptr : &*found;
}

const Ground& RuleSet::ground(std::string_view id) const {
    const auto found = std::find_if(grounds_.begin(), grounds_.end(), [&](const Ground& g) { return g.id == id; });
    if (found == grounds_.end()) throw std::out_of_range("onbekende grond " + std::string(id));
    return *found;
}

const PartnerLaw* RuleSet::lawOf(std::string_view partnerKind) const {
    const auto found =
        std::find_if(laws_.begin(), laws_.end(), [&](const PartnerLaw& law) { return law.kind == partnerKind; });
    return found == laws_.end() ? nullptr : &*found;
}

}  // namespace redaction::policy
