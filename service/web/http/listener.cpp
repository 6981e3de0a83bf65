#include "service/web/http/listener.h"

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/ThreadPool.h>

#include "service/web/http/connection.h"

namespace service::web::http {

namespace {

// Counts the connection of its address for as long as it lives. A proxy's connections are not counted: its clients'
// requests are, see Connection.
class CountedConnection : public Connection {
  public:
    CountedConnection(const Poco::Net::StreamSocket& socket, const Served& served)
        : Connection(socket, served) {
        if (!proxied()) place_.emplace(served.occupancy, clientNetwork(peer()));
    }
    void run() override {
        if (!place_ || place_->held()) Connection::run();
    }

  private:
    std::optional<Place> place_;
};

class Factory : public Poco::Net::TCPServerConnectionFactory {
  public:
    explicit Factory(Served served) : served_(served) {}
    Poco::Net::TCPServerConnection* createConnection(const Poco::Net::StreamSocket& socket) override {
        return new CountedConnection(socket, served_);
    }

  private:
    Served served_;
};

Poco::Net::TCPServerParams::Ptr paramsOf(const Limits& limits) {
    Poco::Net::TCPServerParams::Ptr params = new Poco::Net::TCPServerParams;
    params->setMaxThreads(limits.maxConnections);
    params->setMaxQueued(limits.maxConnections);
    return params;
}

}  // namespace

namespace {

// Poco's own constructor also shares the port: a second service on it would then silently answer half of the requests.
Poco::Net::ServerSocket soleSocket(const Poco::Net::SocketAddress& address) {
    constexpr int backlog = 64;
    constexpr bool reuseAddress = true, reusePort = false;
    Poco::Net::ServerSocket socket;
    socket.bind(address, reuseAddress, reusePort);
    socket.listen(backlog);
    return socket;
}

}  // namespace

namespace {
constexpr int maxLargeBodies = 2;  // uploads held in memory at a time; further ones wait
}  // namespace

struct Listener::Running {
    Running(const Application& application, const Limits& limits, const Frontage& frontage, const Poco::Net::SocketAddress& address)
        : occupancy(limits.maxConnectionsPerAddress), largeBodies(maxLargeBodies), pool(2, limits.maxConnections + 2), socket(soleSocket(address)),
          server(new Factory({application, limits, frontage, occupancy, largeBodies, stopping}), pool, socket, paramsOf(limits)) {}
    std::atomic<bool> stopping{false};
    Occupancy occupancy, largeBodies;
    Poco::ThreadPool pool;
    Poco::Net::ServerSocket socket;
    Poco::Net::TCPServer server;
};

Listener::Listener(Application application, Limits limits, Frontage frontage)
    : application_(std::move(application)), limits_(limits), frontage_(std::move(frontage)) {}

Listener::~Listener() { stop(); }

void Listener::start(const std::string& address, std::uint16_t port) {
    running_ = std::make_unique<Running>(application_, limits_, frontage_, Poco::Net::SocketAddress(address, port));
    running_->server.start();
}

void Listener::stop() {
    if (!running_) return;
    running_->stopping = true;
    running_->server.stop();
    running_->pool.joinAll();
    running_.reset();
}

std::uint16_t Listener::port() const { return running_ ? running_->socket.address().port() : 0; }

}  // namespace service::web::http
