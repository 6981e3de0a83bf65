// Which rows belong to a case. Read from the schema itself: a table that names a request or a household, or refers to a
// row that goes, goes too. So what is added later is destroyed unless this file says that it stays. Not for use outside
// this folder.
#pragma once

#include <string>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

class Connection;

struct DoomedRows {
    std::string table;
    std::string where;  // with $1: the request, or the household
};
std::vector<DoomedRows> rowsOfRequest(Connection& c);    // children before parents
std::vector<DoomedRows> rowsOfHousehold(Connection& c);  // what belongs to no request of it

// Rows that stay, with every column blank that is not named here.
struct KeptRow {
    const char* table;
    const char* where;  // with $1: the request, or the household
    std::vector<std::string> columns;
};
const std::vector<KeptRow>& keptOfRequest();
const std::vector<KeptRow>& keptOfHousehold();
// UPDATE that blanks the others: NULL where that is allowed, else empty or 0.
std::string blankingOf(Connection& c, const KeptRow& kept);

// Tables with neither; a test holds that every table is somewhere.
const std::vector<std::string>& tablesOfNoCase();
std::vector<std::string> allTables(Connection& c);

}  // namespace service::store
