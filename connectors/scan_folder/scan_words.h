// What came of searching the scans, and how that is said in the completeness statement.
#pragma once

#include <string>
#include <vector>

#include "connectors/connector.h"

namespace connectors::scan_folder {

struct Findings {
    std::size_t dossiers = 0, matching = 0, possible = 0, undescribed = 0, delivered = 0, overLimit = 0;
    bool searchedByNumber = false, stopped = false;
    std::vector<Missing> missing;
    std::vector<std::string> searchedWith;
};

Statement statementOf(const Findings& findings);

}  // namespace connectors::scan_folder
