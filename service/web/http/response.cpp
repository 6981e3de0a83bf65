#include "service/web/http/response.h"

#include <algorithm>
#include <stdexcept>

namespace service::web::http {

namespace {

// Nothing inline, nothing from elsewhere, nobody frames us.
constexpr std::string_view contentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

void add(std::string& head, std::string_view name, std::string_view value) {
    const auto control = [](unsigned char c) { return c < 32 || c == 127; };
    if (std::any_of(value.begin(), value.end(), control)) throw std::invalid_argument("control character in header");
    head.append(name).append(": ").append(value).append("\r\n");
}

std::string_view cacheControl(Caching caching) {
    switch (caching) {
        case Caching::forever: return "public, max-age=31536000, immutable";
        case Caching::revalidate: return "private, no-cache";
        case Caching::never: break;
    }
    return "no-store";
}

}  // namespace

Response redirect(std::string_view path) {
    // Browsers read "//" and "/\\" as another site; a control character would end the header.
    const bool isOurs = path.starts_with('/') && !path.starts_with("//") && path.find('\\') == path.npos &&
                        std::none_of(path.begin(), path.end(), [](unsigned char c) { return c < 32 || c == 127; });
    if (!isOurs) path = "/";
    Response response{303, "text/plain; charset=utf-8", "", {}, Caching::never};
    response.headers.emplace_back("Location", std::string(path));
    return response;
}

Response json(std::string body, int status) {
    return {status, "application/json; charset=utf-8", std::move(body), {}, Caching::never};
}

Response download(std::string bytes, std::string mediaType, std::string_view fileName) {
    std::string safe;
    for (const unsigned char c : fileName) safe += std::isalnum(c) || c == '.' || c == '-' || c == '_' ? static_cast<char>(c) : '-';
    Response response{200, std::move(mediaType), std::move(bytes), {}, Caching::never};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + safe + "\"");
    return response;
}

std::string_view reasonPhrase(int status) {
    switch (status) {
        case 200: return "OK";
        case 204: return "No Content";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 411: return "Length Required";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        default: return status < 500 ? "Error" : "Internal Server Error";
    }
}

std::string headOf(const Response& response, bool keepAlive, Transport transport) {
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
    head.append(reasonPhrase(response.status)).append("\r\n");
    add(head, "Content-Type", response.mediaType);
    add(head, "Content-Length", std::to_string(response.body.size()));
    add(head, "Cache-Control", cacheControl(response.caching));
    add(head, "Content-Security-Policy", contentPolicy);
    add(head, "X-Content-Type-Options", "nosniff");
    add(head, "X-Frame-Options", "DENY");
    add(head, "Referrer-Policy", "no-referrer");
    add(head, "Cross-Origin-Opener-Policy", "same-origin");
    add(head, "Cross-Origin-Resource-Policy", "same-origin");
    add(head, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (transport == Transport::tls) add(head, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    for (const auto& [name, value] : response.headers) add(head, name, value);
    add(head, "Connection", keepAlive ? "keep-alive" : "close");
    return head + "\r\n";
}

}  // namespace service::web::http
