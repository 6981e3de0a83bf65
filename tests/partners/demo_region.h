// The demo region's partners: folders with scans and exports laid out, and what the case system holds.
#pragma once

#include <filesystem>
#include <string>

#include "tests/partners/zgw_model.h"

namespace partners {

struct DemoRegion {
    std::filesystem::path sources;  // tests/data/demo
    std::filesystem::path folder;   // where the partners' files go; made when absent
};

// Writes what is not there yet: scans per case number, exports, the requester's letter, the case system's secret.
// A second call costs next to nothing. Throws std::runtime_error.
void layOutFolders(const DemoRegion& region);

// Needs the secret that layOutFolders wrote.
ZgwHoldings caseSystemHoldings(const DemoRegion& region);

}  // namespace partners
