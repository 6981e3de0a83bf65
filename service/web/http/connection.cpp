#include "service/web/http/connection.h"

#include <Poco/Exception.h>
#include <Poco/Timespan.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

namespace service::web::http {

namespace {
using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds slice{200};  // how soon a stopping service is noticed
constexpr std::size_t largeBody = 4u << 20;      // bytes; from there on only a few are held in memory at a time

constexpr std::size_t spare = 64 << 10;          // bytes received at a time

std::string addressOf(const Poco::Net::StreamSocket& socket) {
    try {
        return socket.peerAddress().host().toString();
    } catch (const Poco::Exception&) {
        return {};  // closed before we looked
    }
}

}  // namespace

Connection::Connection(const Poco::Net::StreamSocket& socket, const Served& served)
    : TCPServerConnection(socket), served_(served), peer_(addressOf(socket)), proxied_(isTrusted(peer_, served.frontage.trustedProxies)) {}

void Connection::run() try {
    socket().setNoDelay(true);
    for (int left = served_.limits.requestsPerConnection; left > 0; --left)
        if (!waitForFirstByte() || !serveOne(left > 1)) break;
    closeGently();
} catch (const std::exception&) {
    // The client went away (Poco), or memory is short: there is nobody left to tell, and the thread must live on.
}

Connection::Received Connection::receive(Moment deadline) {
    std::array<char, spare> chunk;
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::microseconds>(deadline - Clock::now());
        if (left.count() <= 0 || (served_.stopping && buffer_.empty())) return Received::nothingInTime;
        const auto wait = std::min<std::chrono::microseconds>(left, slice);
        if (!socket().poll(Poco::Timespan(wait.count()), Poco::Net::Socket::SELECT_READ)) continue;
        const int count = socket().receiveBytes(chunk.data(), static_cast<int>(chunk.size()));
        if (count <= 0) return Received::closed;
        buffer_.append(chunk.data(), static_cast<std::size_t>(count));
        return Received::bytes;
    }
}

bool Connection::waitForFirstByte() {
    return !buffer_.empty() || receive(Clock::now() + served_.limits.idleTime) == Received::bytes;
}

bool Connection::readHead(Refusal& refusal, std::size_t& headEnd) {
    const auto deadline = Clock::now() + served_.limits.headTime;
    for (;;) {
        const auto end = buffer_.find("\r\n\r\n");
        headEnd = end == buffer_.npos ? 0 : end + 4;
        if (headEnd ? headEnd > served_.limits.maxHeadBytes : buffer_.size() > served_.limits.maxHeadBytes) {
            refusal = {431, "head too large"};
            return false;
        }
        if (headEnd) return true;
        // A head that can no longer end in CR LF CR LF is answered at once, not when the time is over.
        if (buffer_.find("\n\n") != buffer_.npos) {
            refusal = {400, "line without CR LF"};
            return false;
        }
        const auto received = receive(deadline);
        if (received == Received::bytes) continue;
        refusal = received == Received::closed ? Refusal{0, "closed"} : Refusal{408, "slow head"};
        return false;
    }
}

bool Connection::readBody(Head& head, Refusal& refusal) {
    const auto& limits = served_.limits;
    if (head.contentLength > served_.application.bodyLimit(head.request)) {
        refusal = {413, "body too large"};
        // A browser shows the answer only when it could finish sending: a file somewhat too large is swallowed.
        drain_ = {256u << 20, std::chrono::seconds(30)};
        return false;
    }
    if (head.contentLength < largeBody) return receiveBody(head, refusal);
    for (const auto until = Clock::now() + limits.bodyTime; Clock::now() < until && !served_.stopping; std::this_thread::sleep_for(slice))
        if (const Place place(served_.largeBodies, ""); place.held()) return receiveBody(head, refusal);
    refusal = {503, "too many large bodies at a time"};
    drain_ = {256u << 20, std::chrono::seconds(30)};
    return false;
}

// Whole in memory, once: the room is taken before the first byte, and the bytes are handed on, not copied.
bool Connection::receiveBody(Head& head, Refusal& refusal) {
    const auto& limits = served_.limits;
    const auto deadline = Clock::now() + limits.bodyTime + std::chrono::seconds(head.contentLength / limits.minBytesPerSecond);
    buffer_.reserve(head.contentLength + spare);
    if (head.expectsContinue && buffer_.size() < head.contentLength) writeAll("HTTP/1.1 100 Continue\r\n\r\n", deadline);
    while (buffer_.size() < head.contentLength) {
        const auto received = receive(deadline);
        if (received == Received::bytes) continue;
        refusal = received == Received::closed ? Refusal{400, "truncated body"} : Refusal{408, "slow body"};
        return false;
    }
    std::string rest = buffer_.substr(head.contentLength);
    buffer_.resize(head.contentLength);
    head.request.body = std::exchange(buffer_, std::move(rest));
    return true;
}

bool Connection::serveOne(bool mayKeepAlive) {
    Refusal refusal;
    std::size_t headEnd = 0;
    if (!readHead(refusal, headEnd)) return refuse(refusal);
    auto head = HeadParser::parse(std::string_view(buffer_).substr(0, headEnd), refusal);
    if (!head) return refuse(refusal);
    buffer_.erase(0, headEnd);
    head->request.remoteAddress = clientAddress(peer_, head->request, served_.frontage.trustedProxies);
    if (!proxied_) return serveRead(*head, mayKeepAlive);
    const Place place(served_.occupancy, clientNetwork(head->request.remoteAddress));
    return place.held() ? serveRead(*head, mayKeepAlive) : refuse({429, "too many requests at a time from one address"});
}

bool Connection::serveRead(Head& head, bool mayKeepAlive) {
    Refusal refusal;
    if (!readBody(head, refusal)) return refuse(refusal);
    const auto response = served_.application.answer(head.request);
    const bool keepAlive = mayKeepAlive && head.keepAlive && !served_.stopping;
    write(response, keepAlive, head.request.method);
    return keepAlive;
}

bool Connection::refuse(const Refusal& refusal) {
    if (refusal.status) write(served_.application.refusalPage(refusal), false, Method::get);
    return false;
}

void Connection::write(const Response& response, bool keepAlive, Method method) {
    const auto deadline = Clock::now() + served_.limits.responseTime;
    auto bytes = headOf(response, keepAlive, served_.frontage.transport);
    if (method != Method::head && response.body.size() < (256u << 10)) {
        writeAll(bytes += response.body, deadline);
    } else {
        writeAll(bytes, deadline);
        if (method != Method::head) writeAll(response.body, deadline);
    }
}

void Connection::writeAll(std::string_view bytes, Moment deadline) {
    socket().setBlocking(false);
    while (!bytes.empty()) {
        const auto left = std::chrono::duration_cast<std::chrono::microseconds>(deadline - Clock::now());
        if (left.count() <= 0) throw Poco::TimeoutException("slow reader");
        if (!socket().poll(Poco::Timespan(left.count()), Poco::Net::Socket::SELECT_WRITE)) continue;
        const int sent = socket().sendBytes(bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), 256u << 10)), MSG_NOSIGNAL);
        if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    socket().setBlocking(true);
}

// Reads on for a moment, so that the answer is not lost to a reset while the client still sends.
void Connection::closeGently() {
    socket().shutdownSend();
    const auto deadline = Clock::now() + drain_.time;
    for (std::size_t drained = 0; drained < drain_.bytes;) {
        buffer_.clear();
        if (receive(deadline) != Received::bytes) break;
        drained += buffer_.size();
    }
    socket().close();
}

}  // namespace service::web::http
