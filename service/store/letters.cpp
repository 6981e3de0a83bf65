#include "service/store/letters.h"

#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* select =
    "SELECT id, request_id, partner_id, kind, language, fields, blob_id, changed_by, changed_at FROM letter ";

Letter fromRow(Row& row) {
    return {row.text(), row.text(), row.text(), row.text(), row.text(), row.text(), row.text(), row.text(), row.moment()};
}

std::optional<Letter> findOne(Connection& c, const Id& requestId, const Id& partnerId, std::string_view kind) {
    return firstRow(c, fromRow, std::string(select) + "WHERE request_id = $1 AND partner_id = $2 AND kind = $3", requestId,
                    partnerId, kind);
}

}  // namespace

Letter Letters::save(const Letter& it) {
    return database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO letter (id, request_id, partner_id, kind, language, fields, blob_id, changed_by, changed_at) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (request_id, partner_id, kind) DO UPDATE SET "
            "language = excluded.language, fields = excluded.fields, blob_id = excluded.blob_id, changed_by = excluded.changed_by, "
            "changed_at = excluded.changed_at",
            environment_.newId.make(), it.requestId, it.partnerId, it.kind, it.language, it.fields, orNull(it.blobId), it.changedBy,
            environment_.clock.now());
        return *findOne(c, it.requestId, it.partnerId, it.kind);
    });
}

std::optional<Letter> Letters::find(const Id& requestId, const Id& partnerId, std::string_view kind) const {
    return database_.read([&](Connection& c) { return findOne(c, requestId, partnerId, kind); });
}

std::vector<Letter> Letters::ofRequest(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, fromRow, std::string(select) + "WHERE request_id = $1 ORDER BY kind, partner_id", requestId);
    });
}

}  // namespace service::store
