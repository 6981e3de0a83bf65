#include "tests/support/http_browser.h"

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>

#include <algorithm>
#include <cctype>
#include <sstream>

#include "service/web/http/request.h"

namespace tests {

std::string Answer::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
}

Answer Browser::send(const std::string& method, const std::string& path, const std::string& body, std::map<std::string, std::string> headers) {
    Poco::Net::HTTPClientSession session("127.0.0.1", port_);
    session.setTimeout(Poco::Timespan(30, 0));
    Poco::Net::HTTPRequest request(method, path, Poco::Net::HTTPMessage::HTTP_1_1);
    std::string line;
    for (const auto& [name, value] : cookies) line += (line.empty() ? "" : "; ") + name + "=" + value;
    if (!line.empty()) request.set("Cookie", line);
    for (const auto& [name, value] : headers) request.set(name, value);
    if (method == "POST") request.setContentLength64(static_cast<Poco::Int64>(body.size()));
    session.sendRequest(request) << body;
    Poco::Net::HTTPResponse response;
    std::ostringstream read;
    Poco::StreamCopier::copyStream(session.receiveResponse(response), read);
    Answer answer{response.getStatus(), read.str(), {}};
    for (const auto& [name, value] : response) {
        std::string lower = name;
        std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
        answer.headers.emplace(lower, value);
        if (lower != "set-cookie") continue;
        const auto equals = value.find('='), end = value.find(';');
        cookies[value.substr(0, equals)] = value.substr(equals + 1, end - equals - 1);
    }
    return answer;
}

Answer Browser::get(const std::string& path) { return send("GET", path, "", {}); }

Answer Browser::post(const std::string& path, Form form, std::map<std::string, std::string> headers) {
    form.emplace_back("_token", token());
    std::string body;
    for (const auto& [name, value] : form)
        body += (body.empty() ? "" : "&") + service::web::http::encodeField(name) + "=" + service::web::http::encodeField(value);
    headers.emplace("Content-Type", "application/x-www-form-urlencoded");
    return send("POST", path, body, std::move(headers));
}

std::string Browser::token() { return hidden(get("/mijn-instellingen").body, "_token"); }

bool Browser::signIn(const std::string& login, std::string_view password) {
    const auto page = get("/inloggen");
    const Form form{{"_form", hidden(page.body, "_form")}, {"login", login}, {"password", std::string(password)}};
    std::string body;
    for (const auto& [name, value] : form)
        body += (body.empty() ? "" : "&") + service::web::http::encodeField(name) + "=" + service::web::http::encodeField(value);
    return send("POST", "/inloggen", body, {{"Content-Type", "application/x-www-form-urlencoded"}}).status == 303;
}

std::string hidden(std::string_view html, std::string_view name) {
    const auto field = html.find("name=\"" + std::string(name) + "\"");
    if (field == html.npos) return {};
    const auto at = html.find("value=\"", field);
    if (at == html.npos) return {};
    return std::string(html.substr(at + 7, html.find('"', at + 7) - at - 7));
}

}  // namespace tests
