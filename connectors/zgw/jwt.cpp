#include "connectors/zgw/jwt.h"

#include <nlohmann/json.hpp>

#include "connectors/common/digest.h"

namespace connectors::zgw {

std::string makeToken(const TokenSubject& subject, const std::string& secret, std::chrono::sys_seconds issuedAt) {
    const nlohmann::ordered_json payload{{"iss", subject.clientId},
                                         {"iat", issuedAt.time_since_epoch().count()},
                                         {"client_id", subject.clientId},
                                         {"user_id", subject.userId},
                                         {"user_representation", subject.userRepresentation}};
    const std::string signedPart = base64Url(R"({"typ":"JWT","alg":"HS256"})") + "." + base64Url(payload.dump());
    return signedPart + "." + base64Url(hmacSha256(secret, signedPart));
}

}  // namespace connectors::zgw
