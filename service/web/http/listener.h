// Accepts connections and reads requests whole, within limits, before anyone sees them. Not a router.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "service/web/http/client_address.h"
#include "service/web/http/request.h"
#include "service/web/http/response.h"

namespace service::web::http {

struct Limits {
    std::size_t maxHeadBytes = 16 << 10;
    int maxConnections = 128;
    int maxConnectionsPerAddress = 64;  // behind a trusted proxy: requests at a time
    int requestsPerConnection = 1000;
    std::chrono::milliseconds headTime{10000};      // from its first byte to the empty line
    std::chrono::milliseconds idleTime{5000};       // between two requests
    std::chrono::milliseconds bodyTime{20000};      // plus what minBytesPerSecond allows
    std::chrono::milliseconds responseTime{60000};  // to write the whole answer
    std::size_t minBytesPerSecond = 64 << 10;
};

// What the listener asks of whoever is behind it. Both may be called from several threads at once.
struct Application {
    // Most bytes of body accepted for this head; called before the body is read.
    std::function<std::size_t(const Request& head)> bodyLimit;
    std::function<Response(const Request&)> answer;          // must not throw
    std::function<Response(const Refusal&)> refusalPage;     // must not throw
};

// What stands before us.
struct Frontage {
    Transport transport = Transport::plain;
    TrustedProxies trustedProxies = {};
};

class Listener {
  public:
    Listener(Application application, Limits limits, Frontage frontage);
    ~Listener();
    void start(const std::string& address, std::uint16_t port);  // port 0: a free one. Throws Poco::Net::NetException
    void stop();                                                 // waits for running requests
    std::uint16_t port() const;

  private:
    struct Running;
    std::unique_ptr<Running> running_;
    Application application_;
    Limits limits_;
    Frontage frontage_;
};

}  // namespace service::web::http
