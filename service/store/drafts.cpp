#include "service/store/drafts.h"

#include "service/store/sqlite/database.h"

namespace service::store {

namespace {
Draft fromRow(Row& row) { return {row.text(), row.text(), row.moment()}; }
}  // namespace

void Drafts::save(const Id& accountId, std::string_view form, std::string_view body) {
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO draft (account_id, form, body, saved_at) VALUES ($1, $2, $3, $4) "
            "ON CONFLICT (account_id, form) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
            accountId, form, body, environment_.clock.now());
    });
}

std::optional<Draft> Drafts::find(const Id& accountId, std::string_view form) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, fromRow, "SELECT form, body, saved_at FROM draft WHERE account_id = $1 AND form = $2", accountId,
                        form);
    });
}

std::vector<Draft> Drafts::all(const Id& accountId) const {
    return database_.read([&](Connection& c) {
        return rows(c, fromRow, "SELECT form, body, saved_at FROM draft WHERE account_id = $1 ORDER BY saved_at DESC, form",
                    accountId);
    });
}

void Drafts::remove(const Id& accountId, std::string_view form) {
    database_.write([&](Connection& c) { run(c, "DELETE FROM draft WHERE account_id = $1 AND form = $2", accountId, form); });
}

std::size_t Drafts::removeOlderThan(Moment moment) {
    return database_.write(
        [&](Connection& c) { return std::size_t(run(c, "DELETE FROM draft WHERE saved_at < $1", moment)); });
}

}  // namespace service::store
