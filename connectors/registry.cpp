#include "connectors/connector.h"

namespace connectors {

const std::vector<ConnectorKind>& registry() {
    static const std::vector<ConnectorKind> kinds{};
    return kinds;
}

const ConnectorKind* findKind(std::string_view name) {
    for (const ConnectorKind& kind : registry())
        if (kind.name == name) return &kind;
    return nullptr;
}

}  // namespace connectors
