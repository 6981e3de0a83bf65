// Lakwerk's web server: serves the pages over HTTP on one address. `serve` makes it, starts it and stops it.
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>

#include "service/web/site.h"

namespace service::web {

class PortTaken : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

class WebServer {
  public:
    // Loads templates, texts and assets. Throws std::runtime_error naming the file that is wrong.
    WebServer(casework::Office& office, const WebSettings& settings);
    ~WebServer();
    void start();  // throws PortTaken
    void stop();   // waits for what is being answered
    std::uint16_t port() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace service::web
