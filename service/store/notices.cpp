#include "service/store/notices.h"

#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* selectNotices = "SELECT id, account_id, request_id, kind, words, made_at, seen_at FROM notice ";

Notice fromRow(Row& row) {
    Notice it;
    it.id = row.text(), it.accountId = row.text(), it.requestId = row.text(), it.kind = row.text(), it.words = row.text();
    it.madeAt = row.moment(), it.seenAt = row.optionalMoment();
    return it;
}

}  // namespace

Notice Notices::add(const Notice& wanted) {
    Notice it = wanted;
    it.id = environment_.newId.make();
    it.madeAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO notice (id, account_id, request_id, kind, words, made_at) VALUES ($1, $2, $3, $4, $5, $6)", it.id, it.accountId, orNull(it.requestId),
            it.kind, it.words, it.madeAt);
    });
    return it;
}

std::vector<Notice> Notices::unseen(const Id& accountId) const {
    return database_.read([&](Connection& c) {
        return rows(c, fromRow, std::string(selectNotices) + "WHERE account_id = $1 AND seen_at IS NULL ORDER BY made_at DESC, id DESC", accountId);
    });
}

std::vector<Notice> Notices::ofRequest(const Id& requestId) const {
    return database_.read([&](Connection& c) { return rows(c, fromRow, std::string(selectNotices) + "WHERE request_id = $1 ORDER BY made_at, id", requestId); });
}

void Notices::markSeen(const Id& id, const Id& accountId) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE notice SET seen_at = $1 WHERE id = $2 AND account_id = $3 AND seen_at IS NULL", environment_.clock.now(), id, accountId);
    });
}

}  // namespace service::store
