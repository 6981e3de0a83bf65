// The calls on a ZGW server that collecting needs, as values. Only reads. A BSN goes in a POST body, never in an
// address.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "connectors/http/client.h"
#include "connectors/zgw/jwt.h"

namespace connectors::zgw {

struct Profile {
    std::string zakenUrl, documentenUrl;               // ".../zaken/api/v1", no slash at the end
    std::string clientId, secret, sourceOrganisation;  // RSIN, or empty
    std::string caFile;
};

struct Zaak {
    std::string url, identification, description, confidentiality;
    std::size_t documentsNamed = 0;  // how many the case itself says it has; 0 when it does not say
};

class Api {
  public:
    Api(const Profile& profile, const Limits& limits, std::string userId, std::function<bool()> stopped);

    std::vector<Zaak> findByBsn(const std::string& bsn);
    std::vector<Zaak> findByNumber(const std::string& identification);
    std::vector<std::string> peopleOf(const Zaak& zaak);  // names from the roles
    std::vector<nlohmann::json> documentLinksOf(const Zaak& zaak);

    // Any status is returned: one document that cannot be had is no reason to stop.
    http::Response documentFacts(const std::string& documentUrl);
    http::Response documentBytes(const std::string& url);

    bool isOurDocument(const std::string& url) const;  // lies at the configured Documenten API
    const std::string& system() const { return client_.system(); }

  private:
    http::Response call(const std::string& method, const std::string& url, const std::string& body,
                        std::string_view accept, std::size_t maxBytes);
    std::vector<Zaak> allPages(const std::string& method, std::string url, const std::string& body);

    Profile profile_;
    Limits limits_;
    std::string userId_;
    http::Client client_;
};

// A text field, or "" when absent, null or not text.
std::string textOf(const nlohmann::json& object, const char* field);

}  // namespace connectors::zgw
