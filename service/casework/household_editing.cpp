#include "service/casework/household_editing.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/access.h"
#include "service/casework/case_file.h"
#include "service/casework/fact_days.h"
#include "service/casework/fact_words.h"
#include "service/casework/folding.h"
#include "service/casework/household_change.h"
#include "service/casework/moments.h"
#include "service/casework/partner_wall.h"
#include "service/casework/weakening.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
constexpr std::size_t leastSearched = 3;  // bytes of what the desk must type

std::vector<OpenRequestRow> requestsOf(Office& office, const Actor& actor, const std::string& id, const household::Case& known) {
    auto requests = office.store.requests().ofHousehold(id);
    std::erase_if(requests, [&](const auto& it) { return isBehindWall(office, actor, it); });
    std::stable_partition(requests.begin(), requests.end(), isOpen);
    std::vector<OpenRequestRow> rows;
    for (const auto& request : requests) rows.push_back(openRequestRow(request, known));
    return rows;
}

void describeSource(FactRow& row) {
    const auto body = nlohmann::json::parse(row.body, nullptr, false);
    if (!body.is_object() || !body.contains("source") || !body["source"].is_object()) return;
    const auto text = [&](const char* field) {
        return body["source"].contains(field) && body["source"][field].is_string() ? body["source"][field].get<std::string>() : std::string();
    };
    row.source = text("text");
    row.sourceDate = text("recorded");
}

FactRow openRow(Office& office, const household::Case& known, const store::Fact& fact) {
    FactRow row{fact.id, toText(fact.kind), fact.body, factSentence(known, toText(fact.kind), fact.body), {}, {},
                service::toIso(fact.recordedAt), accountName(office, fact.recordedBy), {}, {}};
    describeSource(row);
    return row;
}

FactRow closedRow(Office& office, const household::Case& known, const store::FactChange& change) {
    FactRow row;
    row.kind = toText(change.kind);
    row.body = change.before;
    row.summary = factSentence(known, row.kind, row.body);
    row.closedAt = service::toIso(change.at);
    row.closedByName = accountName(office, change.by);
    describeSource(row);
    return row;
}

// Whoever enters a household may open it; and so may the partner they work for.
void takeUp(Office& office, const Actor& actor, const std::string& id) {
    const auto own = partnerOf(office, actor);
    auto partners = office.store.households().partners(id);
    if (!own.empty() && std::none_of(partners.begin(), partners.end(), [&](const auto& it) { return it.partnerId == own; })) {
        partners.push_back({own, {}});
        office.store.households().setPartners(id, partners, actor.accountId);
    }
    office.store.assignments().assign(id, actor.accountId, actor.accountId);
}

std::string bodyWithSource(const FactForm& form) {
    auto body = nlohmann::json::parse(form.body, nullptr, false);
    if (!body.is_object()) return form.body;
    if (form.source.empty() && form.sourceDate.empty()) return form.body;
    body["source"] = {{"text", form.source}, {"recorded", form.sourceDate.empty() ? nlohmann::json() : nlohmann::json(form.sourceDate)}};
    return body.dump();
}

}  // namespace

HouseholdView viewHousehold(Office& office, const Actor& actor, std::string_view householdId) {
    requireOpen(office, actor, householdId);
    const std::string id(householdId);
    HouseholdView view;
    const auto stored = office.store.households().loadHousehold(id);
    view.id = id;
    view.title = stored.title;
    view.version = stored.version;
    view.facts = listedFor(office, actor, office.store.households().load(id));
    const auto named = namedFor(office, actor, office.store.households().load(id));
    for (const auto& partner : view.facts.partners) view.partnerNames.push_back(partner.name);
    for (const auto& fact : office.store.households().facts(id)) view.open.push_back(openRow(office, named, fact));
    for (const auto& change : office.store.households().changes(id))
        if (!change.before.empty()) view.closed.push_back(closedRow(office, named, change));
    view.requests = requestsOf(office, actor, id, view.facts);
    view.corrections = correctionsOf(office, actor, id, view.facts);
    view.weakenings = openWeakenings(office, actor, id, named);
    record(office, actor, {"household.seen", id, {}, {}, {}, "{}"});
    return view;
}

std::vector<HouseholdRow> findHouseholds(Office& office, const Actor& actor, std::string_view text) {
    std::vector<HouseholdRow> rows;
    for (const auto& stored : office.store.households().all()) {
        const Opening opening = mayOpen(office, actor, stored.id);
        // The desk finds a household to log a request for; it does not leaf through them.
        const bool desk = actor.role == Role::frontDesk && opening != Opening::conflictOfInterest && opening != Opening::otherPartner && text.size() >= leastSearched;
        if (!desk && opening != Opening::open && opening != Opening::emergency) continue;
        const auto known = office.store.households().load(stored.id);
        std::string haystack = stored.title;
        std::vector<std::string> names;
        for (const auto& person : known.persons) {
            if (person.kind == "family") names.push_back(shortName(person));
            haystack += " " + fullName(person) + " " + shortName(person) + (person.birthdate ? " " + household::toIso(*person.birthdate) : "");
        }
        if (!matchesSearch(haystack, text)) continue;
        const std::size_t others = names.size() > 3 ? names.size() - 2 : 0;
        if (others) names.resize(2), names.push_back(std::to_string(others) + " anderen");
        HouseholdRow row{stored.id, stored.title, joinedWords(names), 0};
        for (const auto& request : office.store.requests().ofHousehold(stored.id)) row.openRequests += isOpen(request) && !isBehindWall(office, actor, request);
        rows.push_back(std::move(row));
    }
    record(office, actor, {"household.searched", {}, {}, {}, {}, "{\"found\":" + std::to_string(rows.size()) + "}"});
    return rows;
}

HouseholdOutcome createHousehold(Office& office, const Actor& actor, std::string_view title) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    if (title.empty()) return refusal("title-missing", "Geef het huishouden een naam, bijvoorbeeld 'gezin Jansen'.");
    return attempt([&] {
        return office.store.transact([&] {
            const auto made = office.store.households().create(title, actor.accountId);
            takeUp(office, actor, made.id);
            record(office, actor, {"household.created", made.id, {}, {}, {}, "{}"});
            return changed(office, actor, made.id, {});
        });
    });
}

HouseholdOutcome addFact(Office& office, const Actor& actor, std::string_view householdId, const FactForm& form) {
    const std::string id(householdId);
    requireEditor(office, actor, id);
    const auto kind = store::factKindFrom(form.kind);
    if (!kind) return refusal("wrong-input", "Dit soort feit kent Lakwerk niet.");
    if (const auto problem = factProblem(office.store.households().load(id), form.kind, form.body); !problem.empty())
        return refusal("wrong-input", problem);
    if (const auto problem = dayProblem(office.store.households().load(id), form.kind, form.body, today(office)); !problem.empty())
        return refusal("wrong-input", problem);
    return attempt([&] {
        if (*kind == store::FactKind::consent && office.store.households().consentNeedsTwo(id, bodyWithSource(form)))
            return proposeWeakening(office, actor, {id, {}, toText(*kind), bodyWithSource(form), form.reason});
        return office.store.transact([&] {
            const auto fact = office.store.households().addFact(id, versionOf(office, id, form.expectedVersion), *kind, bodyWithSource(form), actor.accountId);
            record(office, actor, {"fact.added", id, {}, {}, form.source, "{\"kind\":\"" + form.kind + "\"}"});
            return changed(office, actor, id, fact.id);
        });
    });
}

HouseholdOutcome changeFact(Office& office, const Actor& actor, std::string_view factId, const FactForm& form) {
    const auto old = office.store.households().loadFact(std::string(factId));
    requireEditor(office, actor, old.householdId);
    if (const auto problem = factProblem(office.store.households().load(old.householdId), toText(old.kind), form.body); !problem.empty())
        return refusal("wrong-input", problem);
    if (const auto problem = dayProblem(office.store.households().load(old.householdId), toText(old.kind), form.body, today(office)); !problem.empty())
        return refusal("wrong-input", problem);
    return attempt([&] {
        if (office.store.households().needsTwo(old.id, bodyWithSource(form)))
            return proposeWeakening(office, actor, {old.householdId, old.id, toText(old.kind), bodyWithSource(form), form.reason});
        return office.store.transact([&] {
            const int version = versionOf(office, old.householdId, form.expectedVersion);
            const auto fact = office.store.households().changeFact(old.id, version, bodyWithSource(form), actor.accountId);
            record(office, actor, {"fact.changed", old.householdId, {}, {}, form.source, "{\"kind\":\"" + toText(old.kind) + "\"}"});
            return changed(office, actor, old.householdId, fact.id);
        });
    });
}

HouseholdOutcome closeFact(Office& office, const Actor& actor, std::string_view factId, std::string_view why) {
    const auto old = office.store.households().loadFact(std::string(factId));
    requireEditor(office, actor, old.householdId);
    if (why.empty()) return refusal("reason-missing", "Schrijf waarom dit feit niet meer geldt.");
    return attempt([&] {
        if (office.store.households().needsTwo(old.id, {}))
            return proposeWeakening(office, actor, {old.householdId, old.id, toText(old.kind), {}, std::string(why)});
        return office.store.transact([&] {
            office.store.households().endFact(old.id, versionOf(office, old.householdId, 0), actor.accountId);
            record(office, actor, {"fact.ended", old.householdId, {}, {}, std::string(why), "{\"kind\":\"" + toText(old.kind) + "\"}"});
            return changed(office, actor, old.householdId, {});
        });
    });
}

namespace {

void setPartnersOf(Office& office, const Actor& actor, const std::string& householdId, const std::vector<std::string>& partnerIds) {
    const auto before = office.store.households().partners(householdId);
    std::vector<store::HouseholdPartner> partners;
    for (const auto& partnerId : partnerIds) {
        const auto old = std::find_if(before.begin(), before.end(), [&](const auto& it) { return it.partnerId == partnerId; });
        partners.push_back(old == before.end() ? store::HouseholdPartner{partnerId, {}} : *old);
    }
    office.store.households().setPartners(householdId, partners, actor.accountId);
}

}  // namespace

HouseholdOutcome changeSettings(Office& office, const Actor& actor, std::string_view householdId, const HouseholdSettings& settings) {
    const std::string id(householdId);
    requireEditor(office, actor, id);
    if (settings.title.empty()) return refusal("title-missing", "Het huishouden heeft een naam nodig.");
    return attempt([&] {
        return office.store.transact([&] {
            auto& households = office.store.households();
            const auto stored = households.loadHousehold(id);
            if (stored.title != settings.title) households.rename(id, settings.title, actor.accountId);
            if (partnerOf(office, actor).empty()) setPartnersOf(office, actor, id, settings.partnerIds);  // which partners are concerned, the region says
            if (stored.investigationOpen != settings.investigationOpen)
                households.setInvestigationOpen(id, households.loadHousehold(id).version, settings.investigationOpen, actor.accountId);
            record(office, actor, {"household.changed", id, {}, {}, {}, "{}"});
            return changed(office, actor, id, {});
        });
    });
}

HouseholdOutcome importCase(Office& office, const Actor& actor, std::string_view title, std::string_view json) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    return attempt([&] {
        const auto read = household::parseCase(json);
        if (const auto problem = dayProblem(read, today(office)); !problem.empty()) return refusal("wrong-input", problem);
        return office.store.transact([&] {
            const auto made = office.store.households().importCase(read, actor.accountId);
            if (!title.empty()) office.store.households().rename(made.id, title, actor.accountId);
            takeUp(office, actor, made.id);
            record(office, actor, {"household.imported", made.id, {}, {}, {}, "{}"});
            return changed(office, actor, made.id, {});
        });
    });
}

std::string exportCase(Office& office, const Actor& actor, std::string_view householdId) {
    requireOpen(office, actor, householdId);
    const std::string id(householdId);
    const auto known = office.store.households().load(id);
    const auto untold = untoldPartners(office, actor, known);
    if (std::any_of(known.partners.begin(), known.partners.end(), [&](const auto& it) { return untold.count(it.id) != 0; }))
        throw Failure(Failure::notAllowed, "De uitvoer van dit huishouden maakt de regio.");
    record(office, actor, {"household.exported", id, {}, {}, {}, "{}"});
    return household::toJson(known);
}

}  // namespace service::casework
