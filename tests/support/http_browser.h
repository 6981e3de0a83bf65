// A browser without script over real HTTP on loopback: cookies, forms, tokens.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tests {

inline constexpr std::string_view passwordOfTests = "een lang genoeg wachtwoord";

struct Answer {
    int status = 0;
    std::string body;
    std::multimap<std::string, std::string> headers;  // names in lower case
    std::string header(const std::string& name) const;
};

using Form = std::vector<std::pair<std::string, std::string>>;

class Browser {
  public:
    explicit Browser(std::uint16_t port) : port_(port) {}
    Answer get(const std::string& path);
    Answer post(const std::string& path, Form form, std::map<std::string, std::string> headers = {});  // adds the token
    Answer send(const std::string& method, const std::string& path, const std::string& body, std::map<std::string, std::string> headers);
    bool signIn(const std::string& login, std::string_view password = passwordOfTests);
    std::string token();                    // of the session, read from a page
    std::map<std::string, std::string> cookies;

  private:
    std::uint16_t port_;
};

std::string hidden(std::string_view html, std::string_view name);  // value of a hidden field; empty: not there

}  // namespace tests
