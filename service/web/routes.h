// The one visible table of everything that can be asked over HTTP.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/web/http/request.h"
#include "service/web/http/response.h"
#include "service/web/permission.h"

namespace service::web {

class Visit;

// Most bytes a body may have. none: not even one.
enum class Body : std::size_t { none = 0, form = 256u << 10, text = 2u << 20, document = 104u << 20 };

using Handler = http::Response (*)(Visit&);

struct Route {
    http::Method method;
    std::string_view pattern;  // "/zaken/{request}/stukken": a segment in braces is captured
    Needs needs;
    Body body;
    Handler handler;
};
static_assert(!std::is_default_constructible_v<Route>, "a route names its permission");

const std::vector<Route>& routes();

using Captured = std::map<std::string, std::string, std::less<>>;
std::optional<Captured> matches(std::string_view pattern, std::string_view path);

struct Found {
    const Route* route = nullptr;  // nullptr: no such page, or not with this method
    Captured captured;
    std::string allow;  // methods the path does know: "GET, POST"; empty: path unknown
};
Found findRoute(const std::vector<Route>& table, http::Method method, std::string_view path);  // HEAD finds GET

std::string_view toText(http::Method method);

}  // namespace service::web
