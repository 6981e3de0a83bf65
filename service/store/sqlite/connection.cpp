#include "service/store/sqlite/connection.h"

#include <cstring>
#include <string_view>

#include "service/store/error.h"
#include "service/store/households.h"

namespace service::store {

namespace {

// Triggers ask for the time by this name, so that they too follow the clock that was passed in.
void momentNow(sqlite3_context* context, int, sqlite3_value**) {
    const auto* clock = static_cast<const Clock*>(sqlite3_user_data(context));
    const auto now = toIso(clock->now());
    sqlite3_result_text(context, now.data(), int(now.size()), SQLITE_TRANSIENT);
}

std::string_view textOf(sqlite3_value* value) {
    const auto* text = sqlite3_value_text(value);
    return text ? std::string_view(reinterpret_cast<const char*>(text), std::size_t(sqlite3_value_bytes(value))) : std::string_view();
}

// Triggers judge by the same rule as the rest of the service. What cannot be read weakens.
void factWeakens(sqlite3_context* context, int, sqlite3_value** values) {
    const auto kind = factKindFrom(textOf(values[0]));
    sqlite3_result_int(context, !kind || weakens(*kind, textOf(values[1]), textOf(values[2])));
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, OpenMode mode, const Clock& clock) {
    const int flags = SQLITE_OPEN_NOMUTEX |
        (mode == OpenMode::readWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
    if (sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
        sqlite3_close_v2(handle_);
        throw StoreError(ErrorKind::broken, "het gegevensbestand kan niet worden geopend");
    }
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, int(busyTimeout.count()));
    sqlite3_create_function(handle_, "moment_now", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, const_cast<Clock*>(&clock), momentNow,
                            nullptr, nullptr);
    sqlite3_create_function(handle_, "fact_weakens", 3, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, factWeakens,
                            nullptr, nullptr);
    if (mode == OpenMode::readWrite) execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");
    execute("PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;");
}

Connection::~Connection() {
    for (const auto& [sql, statement] : idle_) sqlite3_finalize(statement);
    sqlite3_close_v2(handle_);
}

void Connection::execute(const std::string& sql) {
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

void Connection::fail(int code) const {
    constexpr std::string_view rule = "regel: ";
    const std::string_view text = sqlite3_errmsg(handle_);
    if (code == SQLITE_CONSTRAINT_TRIGGER && text.starts_with(rule))
        throw StoreError(ErrorKind::forbiddenByRule, std::string(text.substr(rule.size())));
    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
        throw StoreError(ErrorKind::conflict, "dit bestaat al");
    if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        throw StoreError(ErrorKind::notFound, "dit verwijst naar iets dat er niet (meer) is");
    if ((code & 0xff) == SQLITE_BUSY) throw StoreError(ErrorKind::broken, "het gegevensbestand is te lang bezet");
    if ((code & 0xff) == SQLITE_FULL)
        throw StoreError(ErrorKind::broken, "de schijf met de gegevens is vol. Maak ruimte vrij en probeer het opnieuw; wat al bewaard was, is er nog");
    if ((code & 0xff) == SQLITE_READONLY)
        throw StoreError(ErrorKind::broken, "de gegevens kunnen niet worden gewijzigd: de schijf is alleen te lezen of de rechten op de gegevensmap kloppen niet");
    throw StoreError(ErrorKind::broken, "het gegevensbestand weigert (SQLite " + std::to_string(code) + ")");
}

sqlite3_stmt* Connection::take(const std::string& sql) {
    if (const auto found = idle_.find(sql); found != idle_.end()) {
        sqlite3_stmt* statement = found->second;
        idle_.erase(found);
        return statement;
    }
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(handle_, sql.data(), int(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) fail(code);
    return statement;
}

void Connection::giveBack(const std::string& sql, sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (idle_.size() >= maxCachedStatements || !idle_.emplace(sql, statement).second) sqlite3_finalize(statement);
}

}  // namespace service::store
