// From where a request comes: the peer, or what a proxy we trust says of it. Anyone can write X-Forwarded-For; only the
// last hop, which our own proxy added, is believed, and only from that proxy.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/web/http/request.h"

namespace service::web::http {

using TrustedProxies = std::vector<std::string>;  // addresses as isAddress accepts

bool isAddress(std::string_view text);  // one IPv4 or IPv6 address
bool isTrusted(const std::string& peer, const TrustedProxies& proxies);
std::string clientAddress(const std::string& peer, const Request& request, const TrustedProxies& proxies);

// What is counted as one client: an IPv6 network of 64 bits is one household or office.
std::string clientNetwork(const std::string& address);

}  // namespace service::web::http
