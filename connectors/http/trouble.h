// What goes wrong between Lakwerk and a partner's server, in words for the case worker. No personal data, no address.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "connectors/http/client.h"

namespace connectors::http {

// curlCode: a CURLcode other than CURLE_OK.
ConnectorError transportTrouble(int curlCode, const std::string& system);
ConnectorError tooLarge(const std::string& system);
ConnectorError redirectsElsewhere(const std::string& system);

// For every status outside 200–299.
ConnectorError statusTrouble(long status, const std::string& system);
bool isSuccess(long status);

// The body as JSON. A status of failure, a web page, or anything that is not JSON throws.
nlohmann::json jsonOf(const Response& response, const std::string& system);
ConnectorError nonsense(const std::string& system, const std::string& what);

}  // namespace connectors::http
