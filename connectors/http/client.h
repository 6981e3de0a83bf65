// One HTTP client for every connector that speaks HTTP: whole and idle deadlines, bounded bodies, verified TLS, no
// redirects to elsewhere, half bodies noticed. What goes wrong on the way is a ConnectorError; a status is an answer.
//
// libcurl and not Poco::Net: it bounds name lookup, TLS handshake and a dripping answer with one deadline, and tells a
// chunked body that breaks off from one that ends.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "connectors/connector.h"

namespace connectors::http {

struct Request {
    std::string method = "GET", url, body;
    std::vector<std::string> headers;  // "Name: value"
    std::size_t maxBytes = 20u << 20;  // of the answer's body
};

struct Response {
    long status = 0;
    std::string contentType, body;  // contentType in lower case, without parameters
};

// Someone cancelled, or the service is stopping. Never leaves a connector.
struct Stopped {};

class Client {
  public:
    // caFile: PEM file with the authorities to trust, or empty for the machine's own. system: how the partner's system
    // is called in errors, with article ("het zaaksysteem").
    Client(std::string system, const Limits& limits, std::string caFile, std::function<bool()> stopped);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // Follows at most three redirects, for GET and within the same origin only. Throws ConnectorError or Stopped.
    Response send(const Request& request);
    const std::string& system() const { return system_; }

  private:
    struct Handle;
    Response sendOnce(const Request& request, std::string& redirectTo);

    std::string system_, caFile_;
    Limits limits_;
    std::function<bool()> stopped_;
    std::unique_ptr<Handle> handle_;
};

}  // namespace connectors::http
