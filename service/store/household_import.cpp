// A whole case comes in: its partners are matched with the region's, its facts become rows.
#include <algorithm>
#include <map>

#include "service/store/error.h"
#include "service/store/fact_bodies.h"
#include "service/store/household_rows.h"

namespace service::store {

namespace household = redaction::household;

namespace {

// The region's id for a partner of the case: the same id and name, the same name, or a new one.
Id regionalId(Connection& c, const household::Partner& partner, NewId& newId) {
    const auto id = [](Row& row) { return row.text(); };
    if (const auto same = firstRow(c, id, "SELECT id FROM partner WHERE id = $1 AND name = $2", partner.id, partner.name))
        return *same;
    if (const auto named = firstRow(c, id, "SELECT id FROM partner WHERE name = $1 ORDER BY id", partner.name)) return *named;
    const bool isTaken = numberFrom(c, "SELECT count(*) FROM partner WHERE id = $1", partner.id) > 0;
    const Id added = isTaken ? newId.make() : partner.id;
    run(c, "INSERT INTO partner (id, name, kind, public_body) VALUES ($1, $2, $3, $4)", added, partner.name, partner.kind,
        partner.publicBody);
    return added;
}

household::Case withRegionalPartners(Connection& c, household::Case it, NewId& newId) {
    std::map<std::string, Id> regional;
    for (auto& partner : it.partners) {
        const auto id = regionalId(c, partner, newId);
        regional[partner.id] = id;
        partner.id = id;
    }
    for (auto& person : it.persons)
        if (const auto found = regional.find(person.partner); found != regional.end()) person.partner = found->second;
    for (auto& protection : it.protections)
        for (auto& partner : protection.hidePartners)
            if (const auto found = regional.find(partner); found != regional.end()) partner = found->second;
    return it;
}

void insertFacts(Connection& c, const Household& to, const household::Case& it, NewId& newId) {
    std::map<FactKind, int> position;
    for (auto& [kind, body] : factBodies(it))
        insertFact(c, {newId.make(), to.id, kind, ++position[kind], std::move(body), to.createdAt, to.createdBy, 1, {}, {}, {}});
}

}  // namespace

Household Households::importCase(const household::Case& given, const Id& by) {
    // Typed at the desk it says no day: what is known of it is known today, and ages in its documents are reckoned from there.
    const auto now = environment_.clock.now();
    const Household made{environment_.newId.make(), given.id, given.referenceDate ? given.referenceDate : service::amsterdamDay(now), given.investigationOpen, 1, now, by};
    return database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO household (id, title, reference_date, investigation_open, version, created_at, created_by) "
            "VALUES ($1, $2, $3, $4, 1, $5, $6)",
            made.id, made.title, made.referenceDate, made.investigationOpen, made.createdAt, by);
        const auto it = withRegionalPartners(c, given, environment_.newId);
        if (leavesOutProtection(it, made.id))
            throw StoreError(ErrorKind::forbiddenByRule, "dit bestand laat een afscherming weg die in een ander huishouden voor dezelfde mensen geldt. Neem haar "
                             "over in het bestand, of laat haar daar eerst door twee mensen beëindigen");
        std::vector<HouseholdPartner> partners;
        for (const auto& partner : it.partners)
            if (std::none_of(partners.begin(), partners.end(), [&](const auto& p) { return p.partnerId == partner.id; }))
                partners.push_back({partner.id, {}});
        insertPartners(c, made.id, partners);
        insertFacts(c, made, it, environment_.newId);
        indexForSearch(c, made.id);
        return made;
    });
}

}  // namespace service::store
