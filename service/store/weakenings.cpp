// Less protection takes two people: one proposes, another confirms, each with a reason. The triggers of
// 0005_protection_guards hold it whatever this file does.
#include <algorithm>

#include "service/store/error.h"
#include "service/store/fact_bodies.h"
#include "service/store/household_rows.h"

namespace service::store {

namespace household = redaction::household;

namespace {

constexpr const char* selectOpen =
    "SELECT w.id, w.household_id, w.fact_id, w.kind, w.before, w.after, w.reason, w.proposed_by, w.proposed_at FROM weakening w "
    "WHERE w.state = 'open' AND (w.fact_id = '' OR EXISTS (SELECT 1 FROM household_fact f WHERE f.id = w.fact_id AND f.closed_at IS NULL)) ";

Weakening fromRow(Row& row) {
    return {row.text(), row.text(), row.text(), factKindFrom(row.text()).value_or(FactKind::protection), row.text(), row.text(), row.text(), row.text(),
            row.moment()};
}

Weakening loadOpen(Connection& c, const Id& id) {
    if (auto found = firstRow(c, fromRow, std::string(selectOpen) + "AND w.id = $1", id)) return *std::move(found);
    throw StoreError(ErrorKind::notFound, "dit voorstel staat niet meer open");
}

// A person who is protected, or protected from, cannot leave or be given another id by one person.
bool leavesAProtection(Connection& c, const Fact& fact, std::string_view after) {
    if (fact.kind != FactKind::person) return false;
    household::Case frame;
    frame.id = "x";
    const auto idIn = [&](std::string_view body) { return body.empty() ? std::string() : caseFromBodies(frame, {{fact.kind, std::string(body)}}).persons.front().id; };
    const auto id = idIn(fact.body);
    if (id == idIn(after)) return false;
    const auto all = caseAt(c, fact.householdId, latestVersion).protections;
    return std::any_of(all.begin(), all.end(), [&](const auto& it) { return it.person == id || std::find(it.against.begin(), it.against.end(), id) != it.against.end(); });
}

// Basis: AVG art. 7(3)
bool comesAfterWithdrawal(Connection& c, const Id& householdId, std::string_view body, const Date& today) {
    household::Case frame;
    frame.id = "x";
    const auto wanted = caseFromBodies(frame, {{FactKind::consent, std::string(body)}}).consents.front();
    if (wanted.withdrawn && *wanted.withdrawn <= today) return false;
    std::vector<FactBody> earlier;
    for (auto& text : rows(c, [](Row& row) { return row.text(); }, "SELECT body FROM household_fact WHERE household_id = $1 AND kind = $2", householdId, "consent"))
        earlier.push_back({FactKind::consent, std::move(text)});
    const auto all = caseFromBodies(frame, earlier).consents;
    return std::any_of(all.begin(), all.end(), [&](const auto& it) { return it.person == wanted.person && it.to == wanted.to && it.withdrawn; });
}

void settle(Connection& c, const Weakening& it, std::string_view state, std::string_view reason, const Id& by, Moment at, const Id& made) {
    run(c, "UPDATE weakening SET made_fact = $1, settled_reason = $2, settled_by = $3, settled_at = $4, state = $5 WHERE id = $6", made, reason, by, at,
        state, it.id);
}

}  // namespace

bool Households::needsTwo(const Id& factId, std::string_view after) const {
    return database_.read([&](Connection& c) {
        const auto fact = loadOpenFact(c, factId);
        const std::string body = after.empty() ? std::string() : checkedBody(fact.kind, after);
        if (weakens(fact.kind, fact.body, body) || leavesAProtection(c, fact, body)) return true;
        return fact.kind == FactKind::consent && !body.empty() && comesAfterWithdrawal(c, fact.householdId, body, amsterdamDay(environment_.clock.now()));
    });
}

bool Households::consentNeedsTwo(const Id& id, std::string_view body) const {
    return database_.read([&](Connection& c) { return comesAfterWithdrawal(c, id, checkedBody(FactKind::consent, body), amsterdamDay(environment_.clock.now())); });
}

Weakening Households::proposeWeakening(const Id& id, const Id& factId, std::string_view after, std::string_view reason, const Id& by) {
    return database_.write([&](Connection& c) {
        Weakening made{environment_.newId.make(), id, factId, FactKind::consent, {}, {}, std::string(reason), by, environment_.clock.now()};
        if (!factId.empty()) {
            const auto fact = loadOpenFact(c, factId);
            made.kind = fact.kind, made.before = fact.body;
        }
        if (!after.empty()) made.after = checkedBody(made.kind, after);
        run(c,
            "INSERT INTO weakening (id, household_id, fact_id, kind, before, after, state, reason, proposed_by, proposed_at) "
            "VALUES ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9)",
            made.id, id, factId, toText(made.kind), made.before, made.after, reason, by, made.proposedAt);
        return made;
    });
}

std::vector<Weakening> Households::openWeakenings(const Id& id) const {
    return database_.read([&](Connection& c) {
        return rows(c, fromRow, std::string(selectOpen) + "AND w.household_id = $1 ORDER BY w.proposed_at, w.id", id);
    });
}

Weakening Households::loadWeakening(const Id& weakeningId) const {
    return database_.read([&](Connection& c) { return loadOpen(c, weakeningId); });
}

Id Households::confirmWeakening(const Id& weakeningId, std::string_view reason, const Id& by) {
    return database_.write([&](Connection& c) {
        const auto it = loadOpen(c, weakeningId);
        Fact fact{it.after.empty() ? Id() : environment_.newId.make(), it.householdId, it.kind, 0, it.after, environment_.clock.now(), by, 1, {}, {}, {}};
        settle(c, it, "confirmed", reason, by, fact.recordedAt, fact.id);
        fact.fromVersion = raiseVersion(c, it.householdId, loadHouseholdRow(c, it.householdId).version);
        fact.position = it.factId.empty() ? nextPosition(c, it.householdId, it.kind) : loadOpenFact(c, it.factId).position;
        if (!fact.id.empty()) insertFact(c, fact);
        if (!it.factId.empty()) closeFact(c, it.factId, fact.fromVersion, fact.recordedAt, by, fact.id);
        indexForSearch(c, it.householdId);
        return fact.id;
    });
}

void Households::dropWeakening(const Id& weakeningId, std::string_view reason, const Id& by) {
    database_.write([&](Connection& c) { settle(c, loadOpen(c, weakeningId), "dropped", reason, by, environment_.clock.now(), {}); });
}

}  // namespace service::store
