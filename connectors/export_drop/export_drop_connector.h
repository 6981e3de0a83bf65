// A folder in which a partner puts exports: ZIP files with a manifest. For systems nothing public can read from.
#pragma once

#include "connectors/connector.h"

namespace connectors::export_drop {

// Settings: folder.
std::unique_ptr<Connector> make(const Settings& settings, const Limits& limits);

}  // namespace connectors::export_drop
