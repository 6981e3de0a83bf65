#include "service/store/household_rows.h"

#include <algorithm>

#include "service/store/error.h"
#include "service/store/fact_bodies.h"
#include "service/store/folding.h"
#include "service/store/lists.h"

namespace service::store {

namespace household = redaction::household;

namespace {

Household householdFromRow(Row& row) {
    return {row.text(), row.text(), row.optionalDate(), row.flag(), row.integer(), row.moment(), row.text()};
}

Fact factFromRow(Row& row) {
    Fact fact;
    fact.id = row.text();
    fact.householdId = row.text();
    fact.kind = factKindFrom(row.text()).value_or(FactKind::person);
    fact.position = row.integer();
    fact.body = row.text();
    fact.recordedAt = row.moment();
    fact.recordedBy = row.text();
    fact.fromVersion = row.integer();
    fact.closedAt = row.optionalMoment();
    fact.closedBy = row.text();
    fact.replacedBy = row.text();
    return fact;
}

int orderOf(FactKind kind) { return int(kind); }

household::Partner partnerFromRow(Row& row) { return {row.text(), row.text(), row.text(), row.flag()}; }

std::string allNames(const household::Person& person) {
    std::string names;
    const auto add = [&](const std::string& name) {
        if (!name.empty()) names += (names.empty() ? "" : " ") + name;
    };
    for (const auto& name : person.given) add(name);
    add(person.prefix);
    add(person.family);
    add(person.partnerName);
    add(person.called);
    for (const auto& name : person.nicknames) add(name);
    return names;
}

std::string shownName(const household::Person& person) {
    std::string name = !person.called.empty() ? person.called : person.given.empty() ? "" : person.given.front();
    for (const auto* part : {&person.prefix, &person.family})
        if (!part->empty()) name += (name.empty() ? "" : " ") + *part;
    return name.empty() ? person.id : name;
}

void insertSearch(Connection& c, const Id& id, std::string_view what, const std::string& personId, const std::string& shown,
                  const std::string& text) {
    if (text.empty()) return;
    run(c, "INSERT INTO household_search (household_id, what, person_id, shown, folded) VALUES ($1, $2, $3, $4, $5)", id, what,
        personId, shown, folded(text));
}

}  // namespace

Household loadHouseholdRow(Connection& c, const Id& id) {
    auto found = firstRow(c, householdFromRow,
                          "SELECT id, title, reference_date, investigation_open, version, created_at, created_by "
                          "FROM household WHERE id = $1",
                          id);
    if (!found) throw StoreError(ErrorKind::notFound, "dit huishouden bestaat niet");
    return *found;
}

std::vector<Fact> factRows(Connection& c, const Id& householdId, int atVersion) {
    auto facts = rows(c, factFromRow,
                      "SELECT id, household_id, kind, position, body, recorded_at, recorded_by, from_version, closed_at, closed_by, "
                      "replaced_by FROM household_fact WHERE household_id = $1 AND "
                      "(($2 < 0 AND closed_at IS NULL) OR ($2 >= 0 AND from_version <= $2 AND "
                      "(until_version IS NULL OR until_version > $2))) ORDER BY position, id",
                      householdId, atVersion);
    std::stable_sort(facts.begin(), facts.end(),
                     [](const Fact& a, const Fact& b) { return orderOf(a.kind) < orderOf(b.kind); });
    return facts;
}

void insertFact(Connection& c, const Fact& fact) {
    run(c,
        "INSERT INTO household_fact (id, household_id, kind, position, body, recorded_at, recorded_by, from_version) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        fact.id, fact.householdId, toText(fact.kind), fact.position, fact.body, fact.recordedAt, fact.recordedBy,
        fact.fromVersion);
}

int nextPosition(Connection& c, const Id& householdId, FactKind kind) {
    return int(numberFrom(c, "SELECT coalesce(max(position), 0) + 1 FROM household_fact WHERE household_id = $1 AND kind = $2",
                          householdId, toText(kind)));
}

household::Case frameOf(Connection& c, const Household& it) {
    household::Case frame;
    frame.id = it.title;
    frame.referenceDate = it.referenceDate;
    frame.investigationOpen = it.investigationOpen;
    frame.partners = rows(c, partnerFromRow,
                          "SELECT p.id, p.name, p.kind, p.public_body FROM household_partner h JOIN partner p "
                          "ON p.id = h.partner_id WHERE h.household_id = $1 ORDER BY h.position",
                          it.id);
    return frame;
}

household::Case caseAt(Connection& c, const Id& householdId, int version) {
    const auto frame = frameOf(c, loadHouseholdRow(c, householdId));
    std::vector<FactBody> bodies;
    for (auto& fact : factRows(c, householdId, version)) bodies.push_back({fact.kind, std::move(fact.body)});
    return caseFromBodies(frame, bodies);
}

void insertPartners(Connection& c, const Id& householdId, const std::vector<HouseholdPartner>& partners) {
    run(c, "DELETE FROM household_partner WHERE household_id = $1", householdId);
    int position = 0;
    for (const auto& partner : partners)
        run(c, "INSERT INTO household_partner (household_id, partner_id, position, case_numbers) VALUES ($1, $2, $3, $4)",
            householdId, partner.partnerId, ++position, toJsonList(partner.caseNumbers));
}

void indexForSearch(Connection& c, const Id& householdId) {
    run(c, "DELETE FROM household_search WHERE household_id = $1", householdId);
    const auto it = caseAt(c, householdId, latestVersion);
    insertSearch(c, householdId, "title", "", it.id, it.id);
    for (const auto& person : it.persons) {
        insertSearch(c, householdId, "name", person.id, shownName(person), allNames(person));
        insertSearch(c, householdId, "number", person.id, shownName(person), person.bsn);
    }
}

}  // namespace service::store
