// One document from the Documenten API: what it is, its bytes, and whether they are whole.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "connectors/connector.h"
#include "connectors/zgw/zgw_api.h"

namespace connectors::zgw {

struct DocumentLink {
    std::string url, title;
    Zaak zaak;
    std::vector<std::string> people;
};

// Withheld: the server said no (403); otherwise Missing tells why it could not be had whole.
struct Withheld {
    Missing missing;
};
using Fetched = std::variant<Delivered, Missing, Withheld>;

// Throws ConnectorError when the server itself fails (down, stalls, 5xx, 401), for the caller to count.
Fetched fetchDocument(Api& api, const DocumentLink& link);

}  // namespace connectors::zgw
