// What goes back. Headers that protect every page are added here, once.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace service::web::http {

enum class Caching { never, forever, revalidate };  // forever: the address holds a hash of the content
enum class Transport { plain, tls };                // tls: a proxy before us speaks TLS

struct Response {
    int status = 200;
    std::string mediaType = "text/html; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;  // further ones: Location, Set-Cookie, Content-Disposition
    Caching caching = Caching::never;
};

Response redirect(std::string_view path);  // 303: the browser fetches it with GET
Response json(std::string body, int status = 200);
// fileName: shown to the user; anything odd in it is replaced.
Response download(std::string bytes, std::string mediaType, std::string_view fileName);

std::string_view reasonPhrase(int status);
// The whole head, ending with the empty line. Throws std::invalid_argument when a header holds a control character.
std::string headOf(const Response& response, bool keepAlive, Transport transport);

}  // namespace service::web::http
