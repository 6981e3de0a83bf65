// One HTTP request after it has been read whole and found to be without tricks. Not a route, not a session.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace service::web::http {

enum class Method { get, head, post, put };

struct Request {
    Method method = Method::get;
    std::string path;   // decoded, starts with '/', holds no "..", no empty segment, no control character
    std::string query;  // raw, without '?'
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
    std::string body;   // exactly Content-Length bytes
    std::string remoteAddress;

    std::string_view header(std::string_view lowerCaseName) const;  // empty: absent
    std::optional<std::string> cookie(std::string_view name) const;
};

// Why a request is not served at all. The connection is closed after the answer.
struct Refusal {
    int status = 400;
    std::string_view reason;  // English, for the log; holds nothing of the request
};

struct Head {
    Request request;
    std::size_t contentLength = 0;
    bool keepAlive = true, expectsContinue = false;
};

// Reads a request head (up to and including the empty line). Strict: what two programs could read differently is
// refused. Basis: RFC 9112 sections 3, 5, 6.
class HeadParser {
  public:
    static std::optional<Head> parse(std::string_view bytes, Refusal& refusal);
};

// application/x-www-form-urlencoded, in order, names may repeat. nullopt: broken escapes or invalid UTF-8.
using Fields = std::vector<std::pair<std::string, std::string>>;
std::optional<Fields> parseFields(std::string_view encoded);
std::string encodeField(std::string_view text);  // for a query or a form body
std::optional<std::string> decodePath(std::string_view rawPath);

struct UploadedFile {
    std::string field, fileName, mediaType, bytes;
};
struct Multipart {
    Fields fields;
    std::vector<UploadedFile> files;
};
// multipart/form-data. nullopt: not well formed.
std::optional<Multipart> parseMultipart(std::string_view contentType, std::string_view body);

bool isUtf8(std::string_view text);

}  // namespace service::web::http
