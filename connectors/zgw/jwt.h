// The token a ZGW server asks with every call: JWT, HS256, made anew each time.
#pragma once

#include <chrono>
#include <string>

namespace connectors::zgw {

struct TokenSubject {
    std::string clientId, userId, userRepresentation;  // the user is who asks, for the partner's audit
};

std::string makeToken(const TokenSubject& subject, const std::string& secret, std::chrono::sys_seconds issuedAt);

}  // namespace connectors::zgw
