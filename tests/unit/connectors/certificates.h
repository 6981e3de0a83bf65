// Throw-away certificates for the TLS tests, made by the openssl program.
#pragma once

#include <filesystem>
#include <string>

namespace connectors::tests {

struct Certificate {
    std::string certificate, key;  // PEM files
};

enum class Issuer { region, unknown };

// A server certificate for `name` ("IP:127.0.0.1", "DNS:elders.example"), signed by the folder's region authority or by
// one nobody knows. region.pem in the folder is what to trust.
Certificate makeCertificate(const std::filesystem::path& folder, const std::string& name, Issuer issuer);

}  // namespace connectors::tests
