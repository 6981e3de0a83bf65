#include "service/casework/household_from_decision.h"

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/household_change.h"
#include "service/casework/items.h"
#include "service/store/items.h"

namespace service::casework {

namespace {

namespace household = redaction::household;

std::string fieldOf(const store::ItemDecision& decision, const char* name) {
    const auto found = decision.fields.find(name);
    return found == decision.fields.end() ? std::string() : found->second;
}

household::Source sourceOf(Office& office, const store::Request& request, const store::Item& item, const std::string& what) {
    return {"Beslissing " + request.reference + ", punt " + std::to_string(item.number) + ": " + what, today(office)};
}

// A consent of this person to this partner that still stood ends; where none was recorded, that it was withdrawn is recorded.
void withdrawConsent(Office& office, const Actor& actor, const store::Request& request, const store::Item& item, const store::ItemDecision& decision, const std::string& person) {
    auto& households = office.store.households();
    const auto on = household::parseDate(fieldOf(decision, "withdrawn-on")).value_or(today(office));
    household::Consent consent{person, controllerOf(request), fieldOf(decision, "consent"), {}, on, sourceOf(office, request, item, "toestemming ingetrokken")};
    for (const auto& fact : households.facts(request.householdId)) {
        if (fact.kind != store::FactKind::consent) continue;
        const auto known = households.load(request.householdId).consents;
        const auto stood = std::find_if(known.begin(), known.end(), [&](const auto& it) { return it.person == person && it.to == consent.to && it.scope == consent.scope && !it.withdrawn && store::bodyOf(it) == fact.body; });
        if (stood == known.end()) continue;
        consent = *stood, consent.withdrawn = on;
        households.changeFact(fact.id, versionOf(office, request.householdId, 0), store::bodyOf(consent), actor.accountId);
        return;
    }
    households.addFact(request.householdId, versionOf(office, request.householdId, 0), store::FactKind::consent, store::bodyOf(consent), actor.accountId);
}

void recordObjection(Office& office, const Actor& actor, const store::Request& request, const store::Item& item, const store::ItemDecision& decision, const std::string& person) {
    household::Relation objection{"objection", person, controllerOf(request), request.receivedOn, {}, sourceOf(office, request, item, fieldOf(decision, "use"))};
    office.store.households().addFact(request.householdId, versionOf(office, request.householdId, 0), store::FactKind::relation, store::bodyOf(objection), actor.accountId);
}

}  // namespace

void recordInHousehold(Office& office, const Actor& actor, const store::Request& request) {
    if (request.right != "objection") return;
    bool any = false;
    const auto decisions = office.store.items().latest(request.id);
    for (const auto& item : office.store.items().ofRequest(request.id)) {
        const auto decision = decisions.find(item.id);
        if (decision == decisions.end()) continue;
        const auto person = item.about.empty() ? request.requesterId : item.about;
        const bool withdrawn = decision->second.choice == "consent-withdrawn", stopped = decision->second.choice == "use-stopped";
        if (withdrawn) withdrawConsent(office, actor, request, item, decision->second, person);
        if (stopped) recordObjection(office, actor, request, item, decision->second, person);
        if (!withdrawn && !stopped) continue;
        any = true;
        record(office, actor, trailOf(request, withdrawn ? "household.consent-withdrawn" : "household.objection-recorded"));
    }
    if (any) changed(office, actor, request.householdId, {});
}

}  // namespace service::casework
