#include "connectors/connector.h"
#include "connectors/export_drop/export_drop_connector.h"
#include "connectors/scan_folder/scan_folder_connector.h"
#include "connectors/zgw/zgw_connector.h"

namespace connectors {

const std::vector<ConnectorKind>& registry() {
    static const std::vector<ConnectorKind> kinds{
        {"zgw", "Zaaksysteem (ZGW)", {"zaken_url", "documenten_url", "client_id"}, {"secret", "secret_file", "source_organisation", "ca_file"}, &zgw::make},
        {"export-drop", "Map met exports", {"folder"}, {}, &export_drop::make},
        {"scan-folder", "Map met scans", {"folder"}, {}, &scan_folder::make},
    };
    return kinds;
}

const ConnectorKind* findKind(std::string_view name) {
    for (const ConnectorKind& kind : registry())
        if (kind.name == name) return &kind;
    return nullptr;
}

}  // namespace connectors
