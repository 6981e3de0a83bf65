#include "service/web/http/client_address.h"

#include <Poco/Net/IPAddress.h>

#include <algorithm>

namespace service::web::http {

namespace {

constexpr unsigned networkBits = 64;

std::string canonical(std::string_view text) {
    Poco::Net::IPAddress address;
    if (!Poco::Net::IPAddress::tryParse(std::string(text), address)) return {};
    if (address.family() == Poco::Net::IPAddress::IPv6 && address.isIPv4Mapped())
        return Poco::Net::IPAddress(static_cast<const char*>(address.addr()) + 12, 4).toString();
    return address.toString();
}

// A proxy that adds a second header instead of a second value counts as well: the last value of the last header.
std::string_view lastHop(const Request& request) {
    std::string_view hop;
    for (const auto& [name, value] : request.headers)
        if (name == "x-forwarded-for") hop = value;
    const auto comma = hop.rfind(',');
    if (comma != hop.npos) hop.remove_prefix(comma + 1);
    while (!hop.empty() && (hop.front() == ' ' || hop.front() == '\t')) hop.remove_prefix(1);
    while (!hop.empty() && (hop.back() == ' ' || hop.back() == '\t')) hop.remove_suffix(1);
    return hop;
}

}  // namespace

bool isAddress(std::string_view text) { return !canonical(text).empty(); }

bool isTrusted(const std::string& peer, const TrustedProxies& proxies) {
    const auto address = canonical(peer);
    return std::any_of(proxies.begin(), proxies.end(), [&](const auto& proxy) { return canonical(proxy) == address; });
}

std::string clientAddress(const std::string& peer, const Request& request, const TrustedProxies& proxies) {
    if (!isTrusted(peer, proxies)) return peer;
    const auto told = canonical(lastHop(request));
    return told.empty() ? peer : told;
}

std::string clientNetwork(const std::string& text) {
    Poco::Net::IPAddress address;
    if (!Poco::Net::IPAddress::tryParse(text, address) || address.family() != Poco::Net::IPAddress::IPv6) return text;
    return (address & Poco::Net::IPAddress(networkBits, Poco::Net::IPAddress::IPv6)).toString();
}

}  // namespace service::web::http
