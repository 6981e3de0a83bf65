#include "service/store/corrections.h"

#include "service/store/error.h"
#include "service/store/household_rows.h"
#include "service/store/lists.h"

namespace service::store {

namespace household = redaction::household;

namespace {

constexpr const char* selectCorrections =
    "SELECT id, household_id, number, request_id, fragment_id, document_sha256, target, reach, start_at, end_at, form, from_person, to_people, "
    "reason, made_by, made_at, withdrawn_by, withdrawn_at, withdrawn_why FROM correction ";

Correction fromRow(Row& row) {
    Correction it;
    it.id = row.text(), it.householdId = row.text(), it.number = row.integer();
    it.requestId = row.text(), it.fragmentId = row.text(), it.documentSha256 = row.text();
    it.what.id = it.id;
    it.what.target = row.text() == "mention" ? household::Target::mention : household::Target::passage;
    it.what.reach = row.text() == "place" ? household::Reach::place : household::Reach::everywhere;
    it.what.start = std::size_t(row.number()), it.what.end = std::size_t(row.number());
    it.what.form = row.text(), it.what.from = row.text(), it.what.to = fromJsonList(row.text());
    it.reason = row.text(), it.madeBy = row.text(), it.madeAt = row.moment();
    it.withdrawnBy = row.text(), it.withdrawnAt = row.optionalMoment(), it.withdrawnWhy = row.text();
    return it;
}

void raise(Connection& c, const Id& householdId) { raiseVersion(c, householdId, loadHouseholdRow(c, householdId).version); }

Correction loadRow(Connection& c, const Id& id) {
    if (auto found = firstRow(c, fromRow, std::string(selectCorrections) + "WHERE id = $1", id)) return *std::move(found);
    throw StoreError(ErrorKind::notFound, "deze verbetering bestaat niet");
}

}  // namespace

Correction Corrections::add(const Correction& wanted) {
    return database_.write([&](Connection& c) {
        Correction it = wanted;
        it.id = it.what.id = environment_.newId.make();
        it.number = 1 + int(numberFrom(c, "SELECT coalesce(max(number), 0) FROM correction WHERE household_id = $1", it.householdId));
        it.madeAt = environment_.clock.now();
        run(c,
            "INSERT INTO correction (id, household_id, number, request_id, fragment_id, document_sha256, target, reach, start_at, end_at, form, "
            "from_person, to_people, reason, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
            it.id, it.householdId, it.number, it.requestId, it.fragmentId, it.documentSha256, it.what.target == household::Target::mention ? "mention" : "passage",
            it.what.reach == household::Reach::place ? "place" : "everywhere", it.what.start, it.what.end, it.what.form, it.what.from, toJsonList(it.what.to),
            it.reason, it.madeBy, it.madeAt);
        raise(c, it.householdId);
        return it;
    });
}

void Corrections::withdraw(const Id& id, std::string_view why, const Id& by) {
    database_.write([&](Connection& c) {
        const auto it = loadRow(c, id);
        run(c, "UPDATE correction SET withdrawn_by = $1, withdrawn_at = $2, withdrawn_why = $3 WHERE id = $4", by, environment_.clock.now(), why, id);
        raise(c, it.householdId);
    });
}

Correction Corrections::load(const Id& id) const {
    return database_.read([&](Connection& c) { return loadRow(c, id); });
}

std::vector<Correction> Corrections::ofHousehold(const Id& householdId) const {
    return database_.read([&](Connection& c) { return rows(c, fromRow, std::string(selectCorrections) + "WHERE household_id = $1 ORDER BY number", householdId); });
}

}  // namespace service::store
