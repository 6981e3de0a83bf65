#include "service/store/saved_views.h"

#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* selectViews = "SELECT id, account_id, name, query, is_default, saved_at FROM saved_view ";

SavedView fromRow(Row& row) { return {row.text(), row.text(), row.text(), row.text(), row.flag(), row.moment()}; }

}  // namespace

SavedView SavedViews::save(const Id& accountId, std::string_view name, std::string_view query) {
    return database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO saved_view (id, account_id, name, query, saved_at) VALUES ($1, $2, $3, $4, $5) "
            "ON CONFLICT (account_id, name) DO UPDATE SET query = excluded.query, saved_at = excluded.saved_at",
            environment_.newId.make(), accountId, name, query, environment_.clock.now());
        return *firstRow(c, fromRow, std::string(selectViews) + "WHERE account_id = $1 AND name = $2", accountId, name);
    });
}

void SavedViews::remove(const Id& id, const Id& accountId) {
    database_.write([&](Connection& c) { run(c, "DELETE FROM saved_view WHERE id = $1 AND account_id = $2", id, accountId); });
}

void SavedViews::setDefault(const Id& id, const Id& accountId) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE saved_view SET is_default = 0 WHERE account_id = $1 AND is_default = 1", accountId);
        run(c, "UPDATE saved_view SET is_default = 1 WHERE account_id = $1 AND id = $2", accountId, id);
    });
}

std::vector<SavedView> SavedViews::ofAccount(const Id& accountId) const {
    return database_.read([&](Connection& c) { return rows(c, fromRow, std::string(selectViews) + "WHERE account_id = $1 ORDER BY name", accountId); });
}

std::optional<SavedView> SavedViews::findDefault(const Id& accountId) const {
    return database_.read([&](Connection& c) { return firstRow(c, fromRow, std::string(selectViews) + "WHERE account_id = $1 AND is_default = 1", accountId); });
}

}  // namespace service::store
