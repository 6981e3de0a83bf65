#include "service/web/http/listener.h"

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/ThreadPool.h>

#include <map>
#include <mutex>

#include "service/web/http/connection.h"

namespace service::web::http {

namespace {

// How many connections each address holds now.
class Occupancy {
  public:
    explicit Occupancy(int maxPerAddress) : maxPerAddress_(maxPerAddress) {}
    bool enter(const std::string& address) {
        const std::lock_guard lock(mutex_);
        auto& count = open_[address];
        if (count >= maxPerAddress_) return false;
        ++count;
        return true;
    }
    void leave(const std::string& address) {
        const std::lock_guard lock(mutex_);
        if (const auto found = open_.find(address); found != open_.end() && --found->second <= 0) open_.erase(found);
    }

  private:
    std::mutex mutex_;
    std::map<std::string, int> open_;
    int maxPerAddress_;
};

// Counts the connection of its address for as long as it lives.
class CountedConnection : public Connection {
  public:
    CountedConnection(const Poco::Net::StreamSocket& socket, const Served& served, Occupancy& occupancy)
        : Connection(socket, served), occupancy_(occupancy), address_(socket.peerAddress().host().toString()),
          admitted_(occupancy.enter(address_)) {}
    ~CountedConnection() override {
        if (admitted_) occupancy_.leave(address_);
    }
    void run() override {
        if (admitted_) Connection::run();
    }

  private:
    Occupancy& occupancy_;
    std::string address_;
    bool admitted_;
};

class Factory : public Poco::Net::TCPServerConnectionFactory {
  public:
    Factory(Served served, Occupancy& occupancy) : served_(served), occupancy_(occupancy) {}
    Poco::Net::TCPServerConnection* createConnection(const Poco::Net::StreamSocket& socket) override {
        return new CountedConnection(socket, served_, occupancy_);
    }

  private:
    Served served_;
    Occupancy& occupancy_;
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

struct Listener::Running {
    Running(const Application& application, const Limits& limits, Transport transport, const Poco::Net::SocketAddress& address)
        : occupancy(limits.maxConnectionsPerAddress), pool(2, limits.maxConnections + 2), socket(soleSocket(address)),
          server(new Factory({application, limits, transport, stopping}, occupancy), pool, socket, paramsOf(limits)) {}
    std::atomic<bool> stopping{false};
    Occupancy occupancy;
    Poco::ThreadPool pool;
    Poco::Net::ServerSocket socket;
    Poco::Net::TCPServer server;
};

Listener::Listener(Application application, Limits limits, Transport transport)
    : application_(std::move(application)), limits_(limits), transport_(transport) {}

Listener::~Listener() { stop(); }

void Listener::start(const std::string& address, std::uint16_t port) {
    running_ = std::make_unique<Running>(application_, limits_, transport_, Poco::Net::SocketAddress(address, port));
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
