// A folder in which a partner puts scans of paper dossiers: a subfolder per case number.
#pragma once

#include "connectors/connector.h"

namespace connectors::scan_folder {

// Settings: folder.
std::unique_ptr<Connector> make(const Settings& settings, const Limits& limits);

}  // namespace connectors::scan_folder
