#include <algorithm>

#include "service/web/routes.h"

namespace service::web {

namespace {

std::string_view takeSegment(std::string_view& path) {
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    const auto segment = path.substr(0, end);
    path.remove_prefix(end);
    return segment;
}

}  // namespace

std::optional<Captured> matches(std::string_view pattern, std::string_view path) {
    Captured captured;
    while (pattern.starts_with('/') && path.starts_with('/')) {
        const auto wanted = takeSegment(pattern), given = takeSegment(path);
        if (wanted.size() > 2 && wanted.front() == '{') {
            if (given.empty()) return std::nullopt;
            captured.emplace(wanted.substr(1, wanted.size() - 2), given);
        } else if (wanted != given) {
            return std::nullopt;
        }
    }
    if (!pattern.empty() || !path.empty()) return std::nullopt;
    return captured;
}

Found findRoute(const std::vector<Route>& table, http::Method method, std::string_view path) {
    const auto asked = method == http::Method::head ? http::Method::get : method;
    Found found;
    for (const auto& route : table) {
        auto captured = matches(route.pattern, path);
        if (!captured) continue;
        // A literal path stands before one with captures in the table, so the first that fits is meant.
        if (route.method == asked && !found.route) {
            found.route = &route;
            found.captured = std::move(*captured);
        }
        const auto name = toText(route.method);
        if (found.allow.find(name) == std::string::npos) found.allow.append(found.allow.empty() ? "" : ", ").append(name);
    }
    return found;
}

std::string_view toText(http::Method method) {
    switch (method) {
        case http::Method::get: return "GET";
        case http::Method::head: return "HEAD";
        case http::Method::post: return "POST";
        case http::Method::put: return "PUT";
    }
    return "";
}

}  // namespace service::web
