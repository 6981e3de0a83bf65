// What stops or lengthens a request's term.
#include "service/store/error.h"
#include "service/store/requests.h"
#include "service/store/sqlite/database.h"

namespace service::store {

Suspension Requests::addSuspension(const Suspension& wanted) {
    Suspension added = wanted;
    added.id = environment_.newId.make();
    added.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO suspension (id, request_id, lawful_ground, from_day, until_day, reason, recorded_by, recorded_at) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            added.id, added.requestId, added.lawfulGround, added.from, added.until, added.reason, added.recordedBy,
            added.recordedAt);
    });
    return added;
}

void Requests::endSuspension(const Id& suspensionId, const Date& until, const Id&) {
    database_.write([&](Connection& c) {
        if (run(c, "UPDATE suspension SET until_day = $1 WHERE id = $2 AND until_day IS NULL", until, suspensionId) == 0)
            throw StoreError(ErrorKind::conflict, "deze opschorting is al beëindigd");
    });
}

std::vector<Suspension> Requests::suspensions(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c,
                    [](Row& row) {
                        return Suspension{row.text(),         row.text(), row.text(), row.date(),
                                          row.optionalDate(), row.text(), row.text(), row.moment()};
                    },
                    "SELECT id, request_id, lawful_ground, from_day, until_day, reason, recorded_by, recorded_at FROM suspension "
                    "WHERE request_id = $1 ORDER BY from_day, id",
                    requestId);
    });
}

// Basis: AVG art. 12(3): the term is lengthened once.
void Requests::extend(const Extension& extension) {
    database_.write([&](Connection& c) {
        const int added = run(c,
                              "INSERT INTO extension (request_id, told_on, reason, recorded_by, recorded_at) "
                              "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (request_id) DO NOTHING",
                              extension.requestId, extension.toldOn, extension.reason, extension.recordedBy,
                              environment_.clock.now());
        if (added == 0) throw StoreError(ErrorKind::conflict, "de termijn is al eens verlengd");
    });
}

std::optional<Extension> Requests::findExtension(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, [](Row& row) { return Extension{row.text(), row.date(), row.text(), row.text(), row.moment()}; },
                        "SELECT request_id, told_on, reason, recorded_by, recorded_at FROM extension WHERE request_id = $1",
                        requestId);
    });
}

}  // namespace service::store
