#include "service/store/turns.h"

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

CapacityStop stopFromRow(Row& row) {
    CapacityStop it;
    for (auto* text : {&it.id, &it.requestId, &it.personId, &it.why}) *text = row.text();
    it.since = row.date(), it.madeAt = row.moment();
    for (auto* text : {&it.settledHow, &it.settledWhy, &it.settledBy}) *text = row.text();
    it.settledAt = row.optionalMoment();
    return it;
}

}  // namespace

std::optional<Date> Turns::takenUpTo(const Id& requestId) const {
    return database_.read([&](Connection& c) { return firstRow(c, [](Row& row) { return row.date(); }, "SELECT day FROM days_taken_up WHERE request_id = $1", requestId); });
}

void Turns::setTakenUpTo(const Id& requestId, const Date& day) {
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO days_taken_up (request_id, day) VALUES ($1, $2) ON CONFLICT (request_id) DO UPDATE SET day = excluded.day", requestId, day);
    });
}

bool Turns::addPoint(const TurningPoint& it) {
    return database_.write([&](Connection& c) {
        return run(c,
                   "INSERT INTO turning_point (id, request_id, person_id, kind, day, taken_up_at) VALUES ($1, $2, $3, $4, $5, $6) "
                   "ON CONFLICT (request_id, person_id, kind, day) DO NOTHING",
                   environment_.newId.make(), it.requestId, it.personId, it.kind, it.day, environment_.clock.now()) > 0;
    });
}

std::vector<TurningPoint> Turns::points(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return TurningPoint{row.text(), row.text(), row.text(), row.date(), row.moment()}; },
                    "SELECT request_id, person_id, kind, day, taken_up_at FROM turning_point WHERE request_id = $1 ORDER BY day DESC, id DESC", requestId);
    });
}

std::vector<AskedFor> Turns::askedFor(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return AskedFor{row.text(), row.flag(), row.text()}; }, "SELECT person_id, may, why FROM asked_for WHERE request_id = $1 ORDER BY person_id", requestId);
    });
}

void Turns::setAskedFor(const Id& requestId, const AskedFor& it) {
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO asked_for (request_id, person_id, may, why) VALUES ($1, $2, $3, $4) "
            "ON CONFLICT (request_id, person_id) DO UPDATE SET may = excluded.may, why = excluded.why",
            requestId, it.personId, it.may, it.why);
    });
}

bool Turns::stop(const CapacityStop& it) {
    return database_.write([&](Connection& c) {
        return run(c,
                   "INSERT INTO capacity_stop (id, request_id, person_id, why, since_day, made_at) VALUES ($1, $2, $3, $4, $5, $6) "
                   "ON CONFLICT (request_id, person_id) WHERE settled_at IS NULL DO NOTHING",
                   environment_.newId.make(), it.requestId, it.personId, it.why, it.since, environment_.clock.now()) > 0;
    });
}

void Turns::settle(const Id& stopId, std::string_view how, std::string_view why, const Id& by) {
    database_.write([&](Connection& c) {
        if (run(c, "UPDATE capacity_stop SET settled_how = $1, settled_why = $2, settled_by = $3, settled_at = $4 WHERE id = $5", how, why, by, environment_.clock.now(), stopId) == 0)
            throw StoreError(ErrorKind::notFound, "deze stop bestaat niet");
    });
}

std::vector<CapacityStop> Turns::stops(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, stopFromRow,
                    "SELECT id, request_id, person_id, why, since_day, made_at, settled_how, settled_why, settled_by, settled_at FROM capacity_stop WHERE request_id = $1 "
                    "ORDER BY made_at DESC, id DESC",
                    requestId);
    });
}

}  // namespace service::store
