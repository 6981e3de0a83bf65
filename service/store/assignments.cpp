#include "service/store/assignments.h"

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* selectEmergency =
    "SELECT id, household_id, account_id, reason, opened_at, expires_at, seen_by, seen_at FROM emergency_access ";

EmergencyAccess emergencyFromRow(Row& row) {
    return {row.text(), row.text(), row.text(), row.text(), row.moment(), row.moment(), row.text(), row.optionalMoment()};
}

bool hasConflict(Connection& c, const Id& householdId, const Id& accountId) {
    return numberFrom(c, "SELECT count(*) FROM conflict_of_interest WHERE household_id = $1 AND account_id = $2", householdId,
                      accountId) > 0;
}

bool isBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

[[noreturn]] void refuseOwnFamily() {
    throw StoreError(ErrorKind::forbiddenByRule, "wie een eigen belang heeft bij deze zaak, behandelt haar niet");
}

}  // namespace

Access Assignments::accessOf(const Id& householdId, const Id& accountId) const {
    const auto now = environment_.clock.now();
    return database_.read([&](Connection& c) {
        if (hasConflict(c, householdId, accountId)) return Access::conflict;
        if (numberFrom(c, "SELECT count(*) FROM assignment WHERE household_id = $1 AND account_id = $2", householdId, accountId))
            return Access::assigned;
        const auto open = numberFrom(
            c, "SELECT count(*) FROM emergency_access WHERE household_id = $1 AND account_id = $2 AND expires_at > $3",
            householdId, accountId, now);
        return open > 0 ? Access::emergency : Access::none;
    });
}

void Assignments::assign(const Id& householdId, const Id& accountId, const Id& by) {
    database_.write([&](Connection& c) {
        if (hasConflict(c, householdId, accountId)) refuseOwnFamily();
        run(c,
            "INSERT INTO assignment (household_id, account_id, assigned_by, assigned_at) VALUES ($1, $2, $3, $4) "
            "ON CONFLICT (household_id, account_id) DO NOTHING",
            householdId, accountId, by, environment_.clock.now());
    });
}

void Assignments::unassign(const Id& householdId, const Id& accountId) {
    database_.write([&](Connection& c) {
        run(c, "DELETE FROM assignment WHERE household_id = $1 AND account_id = $2", householdId, accountId);
    });
}

std::vector<Assignment> Assignments::ofHousehold(const Id& householdId) const {
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return Assignment{row.text(), row.text(), row.text(), row.moment()}; },
                    "SELECT household_id, account_id, assigned_by, assigned_at FROM assignment WHERE household_id = $1 "
                    "ORDER BY assigned_at, account_id",
                    householdId);
    });
}

std::vector<Id> Assignments::householdsOf(const Id& accountId) const {
    const auto now = environment_.clock.now();
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return row.text(); },
                    "SELECT household_id FROM (SELECT household_id FROM assignment WHERE account_id = $1 UNION "
                    "SELECT household_id FROM emergency_access WHERE account_id = $1 AND expires_at > $2) AS open_to "
                    "WHERE household_id NOT IN (SELECT household_id FROM conflict_of_interest WHERE account_id = $1) "
                    "ORDER BY household_id",
                    accountId, now);
    });
}

void Assignments::recordConflict(const Id& householdId, const Id& accountId, std::string_view why, const Id& by) {
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO conflict_of_interest (household_id, account_id, why, recorded_by, recorded_at) "
            "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (household_id, account_id) DO UPDATE SET why = excluded.why",
            householdId, accountId, why, by, environment_.clock.now());
        run(c, "DELETE FROM assignment WHERE household_id = $1 AND account_id = $2", householdId, accountId);
    });
}

void Assignments::removeConflict(const Id& householdId, const Id& accountId) {
    database_.write([&](Connection& c) {
        run(c, "DELETE FROM conflict_of_interest WHERE household_id = $1 AND account_id = $2", householdId, accountId);
    });
}

std::vector<ConflictOfInterest> Assignments::conflictsOf(const Id& householdId) const {
    return database_.read([&](Connection& c) {
        return rows(
            c, [](Row& row) { return ConflictOfInterest{row.text(), row.text(), row.text(), row.text(), row.moment()}; },
            "SELECT household_id, account_id, why, recorded_by, recorded_at FROM conflict_of_interest "
            "WHERE household_id = $1 ORDER BY recorded_at, account_id",
            householdId);
    });
}

EmergencyAccess Assignments::openEmergency(const Id& householdId, const Id& accountId, std::string_view reason,
                                           std::chrono::minutes duration) {
    if (isBlank(reason)) throw StoreError(ErrorKind::forbiddenByRule, "noodtoegang heeft een reden nodig");
    const auto now = environment_.clock.now();
    EmergencyAccess opened{environment_.newId.make(), householdId, accountId, std::string(reason), now, now + duration, {}, {}};
    database_.write([&](Connection& c) {
        if (hasConflict(c, householdId, accountId)) refuseOwnFamily();
        run(c,
            "INSERT INTO emergency_access (id, household_id, account_id, reason, opened_at, expires_at) "
            "VALUES ($1, $2, $3, $4, $5, $6)",
            opened.id, householdId, accountId, reason, now, opened.expiresAt);
    });
    return opened;
}

std::vector<EmergencyAccess> Assignments::emergencies(const Id& householdId) const {
    return database_.read([&](Connection& c) {
        return rows(c, emergencyFromRow, std::string(selectEmergency) + "WHERE household_id = $1 ORDER BY opened_at DESC, id DESC",
                    householdId);
    });
}

std::vector<EmergencyAccess> Assignments::unseenEmergencies() const {
    return database_.read([](Connection& c) {
        return rows(c, emergencyFromRow, std::string(selectEmergency) + "WHERE seen_at IS NULL ORDER BY opened_at, id");
    });
}

void Assignments::markSeen(const Id& emergencyId, const Id& by) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE emergency_access SET seen_by = $1, seen_at = $2 WHERE id = $3 AND seen_at IS NULL", by,
            environment_.clock.now(), emergencyId);
    });
}

}  // namespace service::store
