// What came of searching the exports, and how that is said in the completeness statement.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "connectors/connector.h"

namespace connectors::export_drop {

struct Findings {
    std::size_t sought = 0, exports = 0, matching = 0, possible = 0, incomplete = 0, delivered = 0, unlisted = 0;
    std::size_t overLimit = 0;
    std::set<std::string> covered;  // references of people a matching export is about
    std::set<std::string> systems;  // "WIJZ"
    std::vector<Missing> missing;
    std::vector<std::string> searchedWith;
    bool stopped = false;
};

Statement statementOf(const Findings& findings);

}  // namespace connectors::export_drop
