// One client connection: reads a request with a deadline, has it answered, writes the answer, repeats.
#pragma once

#include <Poco/Net/StreamSocket.h>
#include <Poco/Net/TCPServerConnection.h>

#include <atomic>

#include "service/web/http/listener.h"
#include "service/web/http/occupancy.h"

namespace service::web::http {

struct Served {
    const Application& application;
    const Limits& limits;
    const Frontage& frontage;
    Occupancy& occupancy;
    Occupancy& largeBodies;  // one address: all together
    const std::atomic<bool>& stopping;
};

class Connection : public Poco::Net::TCPServerConnection {
  public:
    Connection(const Poco::Net::StreamSocket& socket, const Served& served);
    void run() override;

  protected:
    const std::string& peer() const { return peer_; }
    bool proxied() const { return proxied_; }

  private:
    using Moment = std::chrono::steady_clock::time_point;
    enum class Received { bytes, nothingInTime, closed };
    Received receive(Moment deadline);  // appends to buffer_
    bool serveOne(bool mayKeepAlive);   // false: close
    bool serveRead(Head& head, bool mayKeepAlive);
    bool waitForFirstByte();
    bool readHead(Refusal& refusal, std::size_t& headEnd);
    bool readBody(Head& head, Refusal& refusal);
    bool receiveBody(Head& head, Refusal& refusal);
    void writeAll(std::string_view bytes, Moment deadline);
    void write(const Response& response, bool keepAlive, Method method);
    bool refuse(const Refusal& refusal);
    void closeGently();

    struct Drain {
        std::size_t bytes = 4u << 20;
        std::chrono::seconds time{2};
    };

    Served served_;
    std::string peer_;  // address; empty: gone already
    bool proxied_;      // the peer is a proxy we trust
    std::string buffer_;
    Drain drain_;  // what is read and thrown away before closing
};

}  // namespace service::web::http
