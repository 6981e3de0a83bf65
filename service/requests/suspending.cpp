#include "service/requests/suspending.h"

#include <algorithm>

namespace service::requests {
namespace {

using std::chrono::sys_days;

std::optional<Objection> daysWrong(const SuspensionWish& wish) {
    if (!wish.asked || sys_days{*wish.asked} > sys_days{wish.today} || sys_days{*wish.asked} < sys_days{wish.received})
        return Objection{"date-wrong", "Vul de dag in waarop de vraag is gesteld: niet voor ontvangst en niet in de toekomst.", "from"};
    if (wish.answered && (sys_days{*wish.answered} < sys_days{*wish.asked} || sys_days{*wish.answered} > sys_days{wish.today}))
        return Objection{"date-wrong", "Vul de dag in waarop het antwoord binnenkwam: niet voor de vraag en niet in de toekomst.", "until"};
    return std::nullopt;
}

// Entered afterwards it may be known by now: then only of the days on which it was not.
bool wasOpen(const SuspensionWish& wish) {
    if (wish.identityOpen) return true;
    return wish.answered && wish.identityOn && wish.asked && sys_days{*wish.asked} < sys_days{*wish.identityOn};
}

std::optional<Objection> needUnmet(Need need, const GroundRule& rule, const SuspensionWish& wish) {
    if (need == Need::identityOpen && !wasOpen(wish)) {
        const bool before = wish.answered && wish.identityOn;
        return Objection{"identity-known", before ? "De identiteit was al vastgesteld op " + longDutchDate(*wish.identityOn) + ": daarna is er geen grond om de termijn daarvoor stil te zetten."
                                                  : "De identiteit is al vastgesteld: dan is er geen grond om de termijn daarvoor stil te zetten.", "ground"};
    }
    if (need != Need::largeQuantity) return std::nullopt;
    if (wish.documents < 1)
        return Objection{"quantity-missing", "Schrijf om hoeveel stukken het ongeveer gaat: alleen een grote hoeveelheid gegevens is een grond.", "documents"};
    if (wish.documents < rule.leastDocuments)
        return Objection{"quantity-small", "Alleen een grote hoeveelheid gegevens is een grond: ongeveer " + std::to_string(rule.leastDocuments) +
                                               " stukken of meer. Is het minder, vraag de verzoeker dan wat u wilt weten zonder de termijn stil te zetten.", "documents"};
    return std::nullopt;
}

std::optional<Objection> groundWrong(const SuspensionWish& wish, const SuspensionRules& rules) {
    const auto rule = std::ranges::find(rules.grounds, wish.ground, &GroundRule::id);
    if (rule == rules.grounds.end()) return Objection{"ground-unknown", "De termijn kan alleen stilstaan voor de identiteit of voor verduidelijking.", "ground"};
    if (!rule->rights.empty() && std::ranges::count(rule->rights, wish.right) == 0)
        return Objection{"right-wrong", "Deze grond geldt niet bij dit recht.", "ground"};
    for (const auto need : rule->needs)
        if (auto unmet = needUnmet(need, *rule, wish)) return unmet;
    return std::nullopt;
}

}  // namespace

std::optional<Need> needFrom(std::string_view code) {
    if (code == "identity-open") return Need::identityOpen;
    if (code == "large-quantity") return Need::largeQuantity;
    return std::nullopt;
}

std::optional<Date> answerThatCounts(const SuspensionWish& wish, const SuspensionRules& rules) {
    const auto rule = std::ranges::find(rules.grounds, wish.ground, &GroundRule::id);
    const bool aboutIdentity = rule != rules.grounds.end() && std::ranges::count(rule->needs, Need::identityOpen) > 0;
    if (!aboutIdentity || !wish.answered || !wish.identityOn || wish.identityOpen) return wish.answered;
    return sys_days{*wish.identityOn} < sys_days{*wish.answered} ? wish.identityOn : wish.answered;
}

std::optional<Objection> whyNotSuspend(const SuspensionWish& wish, const SuspensionRules& rules) {
    if (auto wrong = groundWrong(wish, rules)) return wrong;
    if (auto wrong = daysWrong(wish)) return wrong;
    if (wish.reason.empty()) return Objection{"reason-missing", "Schrijf wat er is gevraagd en waarom dat nodig is.", "reason"};
    // Basis: AVG art. 12(6); EDPB-richtsnoeren 01/2022: asked without undue delay after receipt
    if (wish.lateWhy.empty() && daysBetween(wish.received, *wish.asked) > rules.withoutDelayDays)
        return Objection{"delay-unexplained", "De vraag is pas later gesteld. Schrijf waarom dat niet eerder kon.", "late_why"};
    return std::nullopt;
}

std::optional<Objection> whyNotExtend(const ExtensionWish& wish, const DecisionClock& now) {
    if (!wish.told || sys_days{*wish.told} < sys_days{wish.received} || sys_days{*wish.told} > sys_days{wish.today})
        return Objection{"date-wrong", "Vul de dag in waarop de verzoeker de verlenging hoorde.", "told_on"};
    if (wish.reason.empty()) return Objection{"reason-missing", "Schrijf waarom meer tijd nodig is; dat staat ook in de brief.", "reason"};
    if (now.extended || !now.extensionProblem.empty()) return Objection{"extended-already", "De termijn is al een keer verlengd.", "told_on"};
    if (sys_days{*wish.told} > sys_days{now.first.end})
        return Objection{"too-late", "Verlengen kan alleen als de verzoeker het binnen de eerste termijn hoort.", "told_on"};
    return std::nullopt;
}

}  // namespace service::requests
