#include "service/web/server.h"

#include <Poco/Net/NetException.h>

#include "service/web/dispatcher.h"

namespace service::web {

struct WebServer::Parts {
    Parts(casework::Office& office, const WebSettings& settings)
        : site(office, settings), dispatcher(site, routes()),
          listener({[this](const http::Request& head) { return dispatcher.bodyLimit(head); },
                    [this](const http::Request& request) { return dispatcher.answer(request); },
                    [this](const http::Refusal& refusal) { return dispatcher.refusalPage(refusal); }},
                   settings.limits, {settings.transport, settings.trustedProxies}) {}
    Site site;
    Dispatcher dispatcher;
    http::Listener listener;
};

WebServer::WebServer(casework::Office& office, const WebSettings& settings) : parts_(std::make_unique<Parts>(office, settings)) {}
WebServer::~WebServer() { stop(); }
void WebServer::start() {
    try {
        parts_->listener.start(parts_->site.settings.address, parts_->site.settings.port);
    } catch (const Poco::Net::NetException& failure) {
        throw PortTaken(failure.displayText());
    }
}
void WebServer::stop() { parts_->listener.stop(); }
std::uint16_t WebServer::port() const { return parts_->listener.port(); }

}  // namespace service::web
