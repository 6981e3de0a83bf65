#include "connectors/http/origin.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>

namespace connectors::http {
namespace {

bool isThisMachine(const std::string& host) {
    return host == "127.0.0.1" || host == "localhost" || host == "::1" || host == "[::1]";
}

}  // namespace

bool sameOrigin(const std::string& first, const std::string& second) {
    try {
        const Poco::URI a(first), b(second);
        return !a.getHost().empty() && a.getScheme() == b.getScheme() && a.getHost() == b.getHost() &&
               a.getPort() == b.getPort() && b.getUserInfo().empty();
    } catch (const Poco::Exception&) {
        return false;
    }
}

bool isAllowedBase(const std::string& url) {
    try {
        const Poco::URI uri(url);
        if (uri.getHost().empty() || !uri.getUserInfo().empty() || !uri.getQuery().empty()) return false;
        if (!uri.getFragment().empty()) return false;
        return uri.getScheme() == "https" || (uri.getScheme() == "http" && isThisMachine(uri.getHost()));
    } catch (const Poco::Exception&) {
        return false;
    }
}

std::string encoded(const std::string& value) {
    std::string result;
    Poco::URI::encode(value, "!?#/'\",;:$&()[]*+=@%\\", result);
    return result;
}

}  // namespace connectors::http
