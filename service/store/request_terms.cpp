// What stops or lengthens a request's term.
#include "service/store/error.h"
#include "service/store/requests.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* selectSuspensions =
    "SELECT id, request_id, lawful_ground, from_day, until_day, reason, recorded_by, recorded_at, question, documents, late_why, letter_blob, answer, "
    "withdrawn_at, withdrawn_by, withdrawn_why FROM suspension ";
constexpr const char* selectExtensions =
    "SELECT request_id, told_on, reason, recorded_by, recorded_at, id, letter_blob, withdrawn_at, withdrawn_by, withdrawn_why FROM term_extension ";

Withdrawn withdrawnFrom(Row& row) {
    Withdrawn withdrawn;
    withdrawn.at = row.optionalMoment(), withdrawn.by = row.text(), withdrawn.why = row.text();
    return withdrawn;
}

Suspension suspensionFrom(Row& row) {
    Suspension it;
    it.id = row.text(), it.requestId = row.text(), it.lawfulGround = row.text(), it.from = row.date(), it.until = row.optionalDate();
    it.reason = row.text(), it.recordedBy = row.text(), it.recordedAt = row.moment();
    it.question = row.text(), it.documents = row.integer(), it.lateWhy = row.text(), it.letterBlob = row.text(), it.answer = row.text();
    it.withdrawn = withdrawnFrom(row);
    return it;
}

Extension extensionFrom(Row& row) {
    Extension it;
    it.requestId = row.text(), it.toldOn = row.date(), it.reason = row.text(), it.recordedBy = row.text(), it.recordedAt = row.moment();
    it.id = row.text(), it.letterBlob = row.text();
    it.withdrawn = withdrawnFrom(row);
    return it;
}

}  // namespace

Suspension Requests::addSuspension(const Suspension& wanted) {
    Suspension added = wanted;
    added.id = environment_.newId.make();
    added.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO suspension (id, request_id, lawful_ground, from_day, until_day, reason, recorded_by, recorded_at, question, documents, late_why, letter_blob) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            added.id, added.requestId, added.lawfulGround, added.from, added.until, added.reason, added.recordedBy,
            added.recordedAt, added.question, added.documents, added.lateWhy, orNull(added.letterBlob));
    });
    return added;
}

void Requests::endSuspension(const Id& suspensionId, const Date& until, std::string_view answer) {
    database_.write([&](Connection& c) {
        if (run(c, "UPDATE suspension SET until_day = $1, answer = $2 WHERE id = $3 AND until_day IS NULL AND withdrawn_at IS NULL", until, answer, suspensionId) == 0)
            throw StoreError(ErrorKind::conflict, "deze opschorting is al beëindigd");
    });
}

void Requests::withdrawSuspension(const Id& suspensionId, std::string_view why, const Id& by) {
    database_.write([&](Connection& c) {
        if (run(c, "UPDATE suspension SET withdrawn_at = $1, withdrawn_by = $2, withdrawn_why = $3 WHERE id = $4", environment_.clock.now(), by, why, suspensionId) == 0)
            throw StoreError(ErrorKind::notFound, "deze opschorting bestaat niet");
    });
}

std::vector<Suspension> Requests::suspensions(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, suspensionFrom, std::string(selectSuspensions) + "WHERE request_id = $1 AND withdrawn_at IS NULL ORDER BY from_day, id", requestId);
    });
}

std::vector<Suspension> Requests::suspensionHistory(const Id& requestId) const {
    return database_.read([&](Connection& c) { return rows(c, suspensionFrom, std::string(selectSuspensions) + "WHERE request_id = $1 ORDER BY from_day, id", requestId); });
}

// Basis: AVG art. 12(3): the term is lengthened once.
Extension Requests::extend(const Extension& wanted) {
    Extension added = wanted;
    added.id = environment_.newId.make();
    added.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        const auto standing = numberFrom(c, "SELECT count(*) FROM term_extension WHERE request_id = $1 AND withdrawn_at IS NULL", added.requestId);
        if (standing > 0) throw StoreError(ErrorKind::conflict, "de termijn is al eens verlengd");
        run(c,
            "INSERT INTO term_extension (id, request_id, told_on, reason, letter_blob, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            added.id, added.requestId, added.toldOn, added.reason, orNull(added.letterBlob), added.recordedBy, added.recordedAt);
    });
    return added;
}

void Requests::withdrawExtension(const Id& requestId, std::string_view why, const Id& by) {
    database_.write([&](Connection& c) {
        if (run(c, "UPDATE term_extension SET withdrawn_at = $1, withdrawn_by = $2, withdrawn_why = $3 WHERE request_id = $4 AND withdrawn_at IS NULL",
                environment_.clock.now(), by, why, requestId) == 0)
            throw StoreError(ErrorKind::notFound, "de termijn is niet verlengd");
    });
}

std::optional<Extension> Requests::findExtension(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, extensionFrom, std::string(selectExtensions) + "WHERE request_id = $1 AND withdrawn_at IS NULL", requestId);
    });
}

std::vector<Extension> Requests::extensionHistory(const Id& requestId) const {
    return database_.read([&](Connection& c) { return rows(c, extensionFrom, std::string(selectExtensions) + "WHERE request_id = $1 ORDER BY recorded_at, id", requestId); });
}

}  // namespace service::store
