#include "service/store/sign_offs.h"

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* select =
    "SELECT id, request_id, package_hash, signed_by, signed_at, voided_at, voided_why FROM sign_off ";

SignOff fromRow(Row& row) {
    return {row.text(), row.text(), row.text(), row.text(), row.moment(), row.optionalMoment(), row.text()};
}

bool isOfficer(Connection& c, const Id& accountId) {
    return numberFrom(c, "SELECT count(*) FROM account WHERE id = $1 AND active = 1 AND role = 'privacy-officer'", accountId) > 0;
}

bool tookPart(Connection& c, const Id& requestId, const Id& accountId) {
    return numberFrom(c,
                      "SELECT (SELECT count(*) FROM ruling r JOIN proposal p ON p.id = r.proposal_id WHERE p.request_id = $1 AND "
                      "r.decided_by = $2) + (SELECT count(*) FROM review WHERE request_id = $1 AND finished_by = $2) + "
                      "(SELECT count(*) FROM proposal WHERE request_id = $1 AND added_by = $2) + "
                      "(SELECT count(*) FROM item_decision d JOIN request_item i ON i.id = d.item_id WHERE i.request_id = $1 AND d.decided_by = $2)",
                      requestId, accountId) > 0;
}

// The guards in the database hold the same; here they are said in the order a person can act on.
void checkMaySign(Connection& c, const Id& requestId, const Id& by) {
    if (!isOfficer(c, by)) throw StoreError(ErrorKind::forbiddenByRule, "alleen een privacy officer ondertekent");
    if (tookPart(c, requestId, by)) throw StoreError(ErrorKind::forbiddenByRule, "wie heeft beoordeeld, ondertekent niet");
    if (numberFrom(c, "SELECT count(*) FROM review WHERE request_id = $1", requestId) == 0)
        throw StoreError(ErrorKind::forbiddenByRule, "de beoordeling is niet afgerond");
}

}  // namespace

SignOff SignOffs::sign(const Id& requestId, std::string_view packageHash, const Id& by) {
    const SignOff made{environment_.newId.make(), requestId, std::string(packageHash), by, environment_.clock.now(), {}, {}};
    database_.write([&](Connection& c) {
        if (numberFrom(c, "SELECT count(*) FROM sign_off WHERE request_id = $1 AND voided_at IS NULL", requestId) > 0)
            throw StoreError(ErrorKind::conflict, "dit pakket is al ondertekend");
        checkMaySign(c, requestId, by);
        run(c, "INSERT INTO sign_off (id, request_id, package_hash, signed_by, signed_at) VALUES ($1, $2, $3, $4, $5)", made.id,
            requestId, packageHash, by, made.signedAt);
        run(c, "UPDATE release SET state = 'signed' WHERE request_id = $1 AND package_hash = $2 AND state = 'built'", requestId,
            packageHash);
    });
    return made;
}

bool SignOffs::maySign(const Id& requestId, const Id& accountId) const {
    return database_.read([&](Connection& c) { return isOfficer(c, accountId) && !tookPart(c, requestId, accountId); });
}

std::optional<SignOff> SignOffs::standing(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, fromRow, std::string(select) + "WHERE request_id = $1 AND voided_at IS NULL", requestId);
    });
}

std::vector<SignOff> SignOffs::history(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, fromRow, std::string(select) + "WHERE request_id = $1 ORDER BY signed_at, id", requestId);
    });
}

void SignOffs::voidStanding(const Id& requestId, std::string_view why) {
    database_.write([&](Connection& c) {
        run(c,
            "UPDATE sign_off SET voided_at = $1, voided_why = $2 WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = $3)",
            environment_.clock.now(), why, requestId);
    });
}

}  // namespace service::store
