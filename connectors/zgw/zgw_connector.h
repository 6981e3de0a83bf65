// A case system that speaks ZGW (Open Zaak and compatible): cases by BSN or number, their documents.
#pragma once

#include "connectors/connector.h"

namespace connectors::zgw {

// Settings: zaken_url, documenten_url, client_id, secret_file; optional source_organisation (RSIN), ca_file.
std::unique_ptr<Connector> make(const Settings& settings, const Limits& limits);

}  // namespace connectors::zgw
