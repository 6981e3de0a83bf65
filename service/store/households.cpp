#include "service/store/households.h"

#include "service/store/error.h"
#include "service/store/fact_bodies.h"
#include "service/store/household_rows.h"
#include "service/store/lists.h"

namespace service::store {

namespace household = redaction::household;

int raiseVersion(Connection& c, const Id& id, int expectedVersion) {
    const auto raised = numberFrom(
        c, "UPDATE household SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING version", id, expectedVersion);
    if (raised > 0) return int(raised);
    loadHouseholdRow(c, id);
    throw StoreError(ErrorKind::conflict, "iemand anders heeft dit huishouden intussen gewijzigd");
}

Fact loadOpenFact(Connection& c, const Id& factId) {
    const auto householdId = firstRow(c, [](Row& row) { return row.text(); },
                                      "SELECT household_id FROM household_fact WHERE id = $1 AND closed_at IS NULL", factId);
    if (householdId)
        for (auto& fact : factRows(c, *householdId, latestVersion))
            if (fact.id == factId) return fact;
    throw StoreError(ErrorKind::notFound, "dit gegeven bestaat niet (meer)");
}

void closeFact(Connection& c, const Id& factId, int version, Moment at, const Id& by, const Id& replacedBy) {
    run(c, "UPDATE household_fact SET closed_at = $1, closed_by = $2, replaced_by = $3, until_version = $4 WHERE id = $5", at, by,
        replacedBy, version, factId);
}

std::string toText(FactKind kind) {
    switch (kind) {
        case FactKind::person: return "person";
        case FactKind::relation: return "relation";
        case FactKind::authority: return "authority";
        case FactKind::protection: return "protection";
        case FactKind::consent: return "consent";
    }
    return {};
}

std::optional<FactKind> factKindFrom(std::string_view text) {
    for (const auto kind :
         {FactKind::person, FactKind::relation, FactKind::authority, FactKind::protection, FactKind::consent})
        if (toText(kind) == text) return kind;
    return std::nullopt;
}

Household Households::create(std::string_view title, const Id& by) {
    household::Case empty;
    empty.id = title;
    return importCase(empty, by);
}

household::Case Households::load(const Id& id) const {
    return database_.read([&](Connection& c) { return caseAt(c, id, latestVersion); });
}

household::Case Households::loadVersion(const Id& id, int version) const {
    return database_.read([&](Connection& c) { return caseAt(c, id, version); });
}

Household Households::loadHousehold(const Id& id) const {
    return database_.read([&](Connection& c) { return loadHouseholdRow(c, id); });
}

std::optional<Household> Households::findHousehold(const Id& id) const try {
    return loadHousehold(id);
} catch (const StoreError& error) {
    if (error.kind() != ErrorKind::notFound) throw;
    return std::nullopt;
}

std::vector<Household> Households::all() const {
    return database_.read([](Connection& c) {
        std::vector<Household> found;
        for (const auto& id : rows(c, [](Row& row) { return row.text(); }, "SELECT id FROM household h WHERE NOT EXISTS (SELECT 1 FROM destruction d WHERE d.household_id = h.id AND d.whole_household = 1) "
                                  "ORDER BY title, id"))
            found.push_back(loadHouseholdRow(c, id));
        return found;
    });
}

std::vector<Fact> Households::facts(const Id& id) const {
    return database_.read([&](Connection& c) { return factRows(c, id, latestVersion); });
}

Fact Households::loadFact(const Id& factId) const {
    return database_.read([&](Connection& c) { return loadOpenFact(c, factId); });
}

Fact Households::addFact(const Id& id, int expectedVersion, FactKind kind, std::string_view body, const Id& by) {
    Fact fact{environment_.newId.make(), id, kind, 0, checkedBody(kind, body), environment_.clock.now(), by, 1, {}, {}, {}};
    return database_.write([&](Connection& c) {
        fact.fromVersion = raiseVersion(c, id, expectedVersion);
        fact.position = nextPosition(c, id, kind);
        insertFact(c, fact);
        indexForSearch(c, id);
        return fact;
    });
}

Fact Households::changeFact(const Id& factId, int expectedVersion, std::string_view body, const Id& by) {
    return database_.write([&](Connection& c) {
        Fact fact = loadOpenFact(c, factId);
        fact.body = checkedBody(fact.kind, body);
        fact.id = environment_.newId.make();
        fact.recordedAt = environment_.clock.now();
        fact.recordedBy = by;
        fact.fromVersion = raiseVersion(c, fact.householdId, expectedVersion);
        insertFact(c, fact);
        closeFact(c, factId, fact.fromVersion, fact.recordedAt, by, fact.id);
        indexForSearch(c, fact.householdId);
        return fact;
    });
}

void Households::endFact(const Id& factId, int expectedVersion, const Id& by) {
    database_.write([&](Connection& c) {
        const auto fact = loadOpenFact(c, factId);
        const int version = raiseVersion(c, fact.householdId, expectedVersion);
        closeFact(c, factId, version, environment_.clock.now(), by, "");
        indexForSearch(c, fact.householdId);
    });
}

Fact Households::addPerson(const Id& id, int expectedVersion, const household::Person& person, const Id& by) {
    return addFact(id, expectedVersion, FactKind::person, bodyOf(person), by);
}

Fact Households::addProtection(const Id& id, int expectedVersion, const household::Protection& it, const Id& by) {
    return addFact(id, expectedVersion, FactKind::protection, bodyOf(it), by);
}

Fact Households::addConsent(const Id& id, int expectedVersion, const household::Consent& it, const Id& by) {
    return addFact(id, expectedVersion, FactKind::consent, bodyOf(it), by);
}

void Households::setInvestigationOpen(const Id& id, int expectedVersion, bool isOpen, const Id&) {
    database_.write([&](Connection& c) {
        raiseVersion(c, id, expectedVersion);
        run(c, "UPDATE household SET investigation_open = $1 WHERE id = $2", isOpen, id);
    });
}

void Households::rename(const Id& id, std::string_view title, const Id&) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE household SET title = $1 WHERE id = $2", title, id);
        indexForSearch(c, id);
    });
}

void Households::setPartners(const Id& id, const std::vector<HouseholdPartner>& partners, const Id&) {
    database_.write([&](Connection& c) {
        raiseVersion(c, id, loadHouseholdRow(c, id).version);
        insertPartners(c, id, partners);
    });
}

std::vector<HouseholdPartner> Households::partners(const Id& id) const {
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return HouseholdPartner{row.text(), fromJsonList(row.text())}; },
                    "SELECT partner_id, case_numbers FROM household_partner WHERE household_id = $1 ORDER BY position", id);
    });
}

}  // namespace service::store
