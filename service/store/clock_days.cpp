#include "service/store/clock_days.h"

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* select =
    "SELECT id, request_id, partner_id, kind, on_day, reason, recorded_by, recorded_at, withdrawn_at, withdrawn_by, withdrawn_why FROM clock_day WHERE request_id = $1 ";

ClockDay fromRow(Row& row) {
    ClockDay it;
    it.id = row.text(), it.requestId = row.text(), it.partnerId = row.text(), it.kind = row.text(), it.on = row.date(), it.reason = row.text();
    it.recordedBy = row.text(), it.recordedAt = row.moment();
    it.withdrawn.at = row.optionalMoment(), it.withdrawn.by = row.text(), it.withdrawn.why = row.text();
    return it;
}

}  // namespace

ClockDay ClockDays::add(const ClockDay& wanted) {
    ClockDay it = wanted;
    it.id = environment_.newId.make(), it.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO clock_day (id, request_id, partner_id, kind, on_day, reason, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", it.id, it.requestId,
            it.partnerId, it.kind, it.on, it.reason, it.recordedBy, it.recordedAt);
    });
    return it;
}

void ClockDays::withdraw(const Id& id, std::string_view why, const Id& by) {
    database_.write([&](Connection& c) {
        if (run(c, "UPDATE clock_day SET withdrawn_at = $1, withdrawn_by = $2, withdrawn_why = $3 WHERE id = $4 AND withdrawn_at IS NULL", environment_.clock.now(), by, why, id) == 0)
            throw StoreError(ErrorKind::conflict, "deze dag is al ingetrokken");
    });
}

std::vector<ClockDay> ClockDays::ofRequest(const Id& requestId) const {
    return database_.read([&](Connection& c) { return rows(c, fromRow, std::string(select) + "AND withdrawn_at IS NULL ORDER BY recorded_at, rowid", requestId); });
}

std::vector<ClockDay> ClockDays::history(const Id& requestId) const {
    return database_.read([&](Connection& c) { return rows(c, fromRow, std::string(select) + "ORDER BY recorded_at, rowid", requestId); });
}

}  // namespace service::store
