#include "service/web/http/request.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace service::web::http {

namespace {

bool isToken(std::string_view text) {
    static constexpr std::string_view extra = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalnum(c) || extra.find(static_cast<char>(c)) != extra.npos;
    });
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (auto& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::optional<Method> methodFrom(std::string_view name) {
    if (name == "GET") return Method::get;
    if (name == "HEAD") return Method::head;
    if (name == "POST") return Method::post;
    if (name == "PUT") return Method::put;
    return std::nullopt;
}

struct Broken {
    Refusal refusal;
};
[[noreturn]] void refuse(int status, std::string_view reason) { throw Broken{{status, reason}}; }

// Splits off one line that ends with CR LF; a lone CR or LF is a trick. Basis: RFC 9112 section 2.2.
std::string_view takeLine(std::string_view& rest) {
    const auto end = rest.find('\n');
    if (end == rest.npos || end == 0 || rest[end - 1] != '\r') refuse(400, "line without CR LF");
    const auto line = rest.substr(0, end - 1);
    if (line.find('\r') != line.npos) refuse(400, "lone CR");
    rest.remove_prefix(end + 1);
    return line;
}

void readRequestLine(std::string_view line, Head& head) {
    const auto first = line.find(' '), last = line.rfind(' ');
    if (first == line.npos || first == last) refuse(400, "request line");
    const auto method = line.substr(0, first), target = line.substr(first + 1, last - first - 1), version = line.substr(last + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") refuse(version.starts_with("HTTP/") ? 505 : 400, "version");
    if (!isToken(method)) refuse(400, "method");
    const auto known = methodFrom(method);
    if (!known) refuse(501, "method not known");
    head.request.method = *known;
    head.keepAlive = version == "HTTP/1.1";
    const auto question = target.find('?');
    const auto path = decodePath(target.substr(0, question));
    if (!path) refuse(400, "target");
    head.request.path = *path;
    if (question != target.npos) head.request.query = target.substr(question + 1);
    if (!std::all_of(head.request.query.begin(), head.request.query.end(), [](unsigned char c) { return c > 32 && c < 127; }))
        refuse(400, "query");
}

void readHeaderLine(std::string_view line, Head& head) {
    const auto colon = line.find(':');
    if (colon == line.npos || !isToken(line.substr(0, colon))) refuse(400, "header line");
    const auto value = trim(line.substr(colon + 1));
    if (std::any_of(value.begin(), value.end(), [](unsigned char c) { return (c < 32 && c != '\t') || c == 127; }))
        refuse(400, "header value");
    head.request.headers.emplace_back(lower(line.substr(0, colon)), std::string(value));
}

std::size_t countOf(const Request& request, std::string_view name) {
    return static_cast<std::size_t>(
        std::count_if(request.headers.begin(), request.headers.end(), [&](const auto& header) { return header.first == name; }));
}

// How long the body is may have one reading only. Basis: RFC 9112 section 6.3.
void settleLength(Head& head) {
    const auto& request = head.request;
    const auto lengths = countOf(request, "content-length");
    if (countOf(request, "transfer-encoding")) refuse(lengths ? 400 : 411, "transfer-encoding");
    if (lengths > 1) refuse(400, "two content-lengths");
    const bool hasBody = request.method == Method::post || request.method == Method::put;
    if (!lengths) {
        if (hasBody) refuse(411, "no content-length");
        return;
    }
    const auto text = request.header("content-length");
    const bool digits = !text.empty() && text.size() <= 12 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) refuse(400, "content-length");
    std::from_chars(text.data(), text.data() + text.size(), head.contentLength);
    if (!hasBody && head.contentLength) refuse(400, "body without need");
}

void settleConnection(Head& head) {
    const auto& request = head.request;
    if (countOf(request, "host") > 1 || (head.keepAlive && countOf(request, "host") == 0)) refuse(400, "host");
    if (lower(request.header("connection")).find("close") != std::string::npos) head.keepAlive = false;
    head.expectsContinue = lower(request.header("expect")) == "100-continue";
}

}  // namespace

std::string_view Request::header(std::string_view lowerCaseName) const {
    for (const auto& [name, value] : headers)
        if (name == lowerCaseName) return value;
    return {};
}

std::optional<std::string> Request::cookie(std::string_view name) const {
    for (const auto& [headerName, value] : headers) {
        if (headerName != "cookie") continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(';'), rest.size());
            const auto pair = trim(rest.substr(0, end));
            const auto equals = pair.find('=');
            if (equals != pair.npos && pair.substr(0, equals) == name) return std::string(pair.substr(equals + 1));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return std::nullopt;
}

std::optional<Head> HeadParser::parse(std::string_view bytes, Refusal& refusal) try {
    static constexpr std::size_t maxHeaders = 64;
    Head head;
    readRequestLine(takeLine(bytes), head);
    for (;;) {
        const auto line = takeLine(bytes);
        if (line.empty()) break;
        if (head.request.headers.size() == maxHeaders) refuse(431, "too many headers");
        readHeaderLine(line, head);
    }
    settleConnection(head);
    settleLength(head);
    return head;
} catch (const Broken& broken) {
    refusal = broken.refusal;
    return std::nullopt;
}

}  // namespace service::web::http
