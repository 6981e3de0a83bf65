// The numbered steps from an empty database to today's schema, embedded at build from migrations/*.sql. Forward only.
#pragma once

#include <string_view>
#include <vector>

namespace service::store {

class Database;

struct Migration {
    int number;
    std::string_view file;  // "0001_first.sql"; "….sqlite.sql": only for that engine
    std::string_view sql;
};

const std::vector<Migration>& migrations();  // by number

// Applies what is missing, each in its own transaction. broken: the database is newer than this program.
void migrate(Database& database, int upTo = 1'000'000);
int schemaVersion(const Database& database);  // 0: empty

}  // namespace service::store
