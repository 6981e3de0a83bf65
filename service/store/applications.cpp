#include "service/store/applications.h"

#include <array>
#include <cstdio>

#include "service/store/application_rows.h"
#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* select =
    "SELECT id, reference, household_id, requester_id, received_on, asked, contact_partner, created_by, created_at FROM application ";
constexpr std::array<const char*, 3> kindNames{"overview", "transfer", "transfer-partner"};

Application fromRow(Row& row) {
    Application it;
    it.id = row.text(), it.reference = row.text(), it.householdId = row.text(), it.requesterId = row.text(), it.receivedOn = row.date();
    it.asked = row.text(), it.contactPartner = row.text(), it.createdBy = row.text(), it.createdAt = row.moment();
    return it;
}

ApplicationLetter letterFrom(Row& row) {
    ApplicationLetter it;
    it.id = row.text(), it.applicationId = row.text();
    const auto kind = row.text();
    for (std::size_t at = 0; at < kindNames.size(); ++at)
        if (kind == kindNames[at]) it.kind = ApplicationLetterKind(at);
    it.requestId = row.text(), it.blobId = row.text(), it.madeBy = row.text(), it.madeAt = row.moment();
    return it;
}

Transfer transferFrom(Row& row) {
    Transfer it;
    it.id = row.text(), it.requestId = row.text(), it.toPartner = row.text(), it.toName = row.text(), it.reason = row.text(), it.sentOn = row.date();
    it.newRequestId = row.text(), it.clockFrom = row.date(), it.clockWhy = row.text(), it.recordedBy = row.text(), it.recordedAt = row.moment();
    return it;
}

std::optional<Application> findIn(Connection& c, const Id& id) { return firstRow(c, fromRow, std::string(select) + "WHERE id = $1", id); }

std::string nextReference(Connection& c, Moment now) {
    char prefix[24];
    std::snprintf(prefix, sizeof prefix, "LW-%04d-", int(amsterdamDay(now).year()));
    const auto last = numberFrom(c, "SELECT coalesce(max(CAST(substr(reference, 9) AS INTEGER)), 0) FROM application WHERE reference LIKE $1",
                                 prefix + std::string("%"));
    char reference[48];
    std::snprintf(reference, sizeof reference, "%s%04lld", prefix, last + 1);
    return reference;
}

}  // namespace

std::string toText(ApplicationLetterKind kind) { return kindNames[std::size_t(kind)]; }

Application insertApplication(Connection& c, const Environment& environment, const NewApplication& wanted) {
    const auto id = environment.newId.make();
    const auto now = environment.clock.now();
    run(c,
        "INSERT INTO application (id, reference, household_id, requester_id, received_on, asked, contact_partner, created_by, created_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id, nextReference(c, now), wanted.householdId, wanted.requesterId, wanted.receivedOn, wanted.asked, wanted.contactPartner, wanted.createdBy, now);
    return loadApplication(c, id);
}

Application loadApplication(Connection& c, const Id& id) {
    if (auto found = findIn(c, id)) return *std::move(found);
    throw StoreError(ErrorKind::notFound, "deze aanvraag bestaat niet");
}

Application Applications::add(const NewApplication& wanted) {
    return database_.write([&](Connection& c) { return insertApplication(c, environment_, wanted); });
}

Application Applications::load(const Id& id) const {
    return database_.read([&](Connection& c) { return loadApplication(c, id); });
}

std::optional<Application> Applications::find(const Id& id) const {
    return database_.read([&](Connection& c) { return findIn(c, id); });
}

std::vector<Application> Applications::ofHousehold(const Id& householdId) const {
    return database_.read([&](Connection& c) { return rows(c, fromRow, std::string(select) + "WHERE household_id = $1 ORDER BY created_at DESC, reference DESC", householdId); });
}

ApplicationLetter Applications::addLetter(const ApplicationLetter& wanted) {
    ApplicationLetter it = wanted;
    it.id = environment_.newId.make(), it.madeAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO application_letter (id, application_id, kind, request_id, blob_id, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)", it.id,
            it.applicationId, toText(it.kind), it.requestId, it.blobId, it.madeBy, it.madeAt);
    });
    return it;
}

std::vector<ApplicationLetter> Applications::letters(const Id& applicationId) const {
    return database_.read([&](Connection& c) {
        return rows(c, letterFrom, "SELECT id, application_id, kind, request_id, blob_id, made_by, made_at FROM application_letter WHERE application_id = $1 ORDER BY made_at DESC, id DESC",
                    applicationId);
    });
}

Transfer Applications::addTransfer(const Transfer& wanted) {
    Transfer it = wanted;
    it.id = environment_.newId.make(), it.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO transfer (id, request_id, to_partner, to_name, reason, sent_on, new_request_id, clock_from, clock_why, recorded_by, recorded_at) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            it.id, it.requestId, it.toPartner, it.toName, it.reason, it.sentOn, orNull(it.newRequestId), it.clockFrom, it.clockWhy, it.recordedBy, it.recordedAt);
    });
    return it;
}

std::optional<Transfer> Applications::findTransfer(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, transferFrom,
                        "SELECT id, request_id, to_partner, to_name, reason, sent_on, new_request_id, clock_from, clock_why, recorded_by, recorded_at FROM transfer WHERE request_id = $1",
                        requestId);
    });
}

}  // namespace service::store
