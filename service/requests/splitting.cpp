#include "service/requests/splitting.h"

#include <algorithm>

namespace service::requests {

namespace {

std::vector<std::string> once(const std::vector<std::string>& all) {
    std::vector<std::string> kept;
    for (const auto& it : all)
        if (!it.empty() && std::find(kept.begin(), kept.end(), it) == kept.end()) kept.push_back(it);
    return kept;
}

}  // namespace

std::vector<Part> split(const std::vector<std::string>& rights, const std::vector<std::string>& partners, Handling handling) {
    const auto asked = once(rights), of = once(partners);
    const bool joined = handling == Handling::together && of.size() > 1;
    std::vector<Part> parts;
    if (joined && std::find(asked.begin(), asked.end(), "access") != asked.end()) parts.push_back({"access", {}, of});
    for (const auto& partner : of)
        for (const auto& right : asked)
            if (!joined || right != "access") parts.push_back({right, partner, {}});
    return parts;
}

}  // namespace service::requests
