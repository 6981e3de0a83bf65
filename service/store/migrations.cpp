#include "service/store/migrations.h"

#include <string>

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

int schemaVersion(const Database& database) {
    return database.read([](Connection& c) {
        const auto exists = numberFrom(c, "SELECT count(*) FROM sqlite_master WHERE name = 'schema_step'");
        return exists ? int(numberFrom(c, "SELECT coalesce(max(number), 0) FROM schema_step")) : 0;
    });
}

void migrate(Database& database, int upTo) {
    const int current = schemaVersion(database);
    if (current > migrations().back().number)
        throw StoreError(ErrorKind::broken, "deze gegevens zijn van een nieuwere versie van Lakwerk");
    for (const auto& migration : migrations()) {
        if (migration.number <= current || migration.number > upTo) continue;
        database.write([&](Connection& c) {
            c.execute("CREATE TABLE IF NOT EXISTS schema_step (number INTEGER PRIMARY KEY, file TEXT NOT NULL)");
            c.execute(std::string(migration.sql));
            run(c, "INSERT INTO schema_step (number, file) VALUES ($1, $2)", migration.number, migration.file);
        });
    }
}

}  // namespace service::store
