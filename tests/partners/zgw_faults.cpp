#include "tests/partners/zgw_faults.h"

#include <Poco/Exception.h>

#include <chrono>
#include <string>
#include <thread>

namespace partners {
namespace {

using namespace std::chrono_literals;

const std::string kHtml = "<!DOCTYPE html><html><head><title>Aanmelden</title></head><body>Meld u aan</body></html>";

std::string answer(const std::string& status, const std::string& type, const std::string& body) {
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type +
           "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string problem(int status, const std::string& title) {
    return R"({"type":"about:blank","code":"fault","title":")" + title + R"(","status":)" + std::to_string(status) +
           R"(,"detail":"","instance":"urn:uuid:0"})";
}

void sendAll(Poco::Net::StreamSocket& socket, const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const int sent = socket.sendBytes(text.data() + at, static_cast<int>(text.size() - at));
        if (sent <= 0) return;
        at += static_cast<std::size_t>(sent);
    }
}

void stall(const ZgwSimulator::State& state) {
    while (!state.ending && state.fault != Fault::none) std::this_thread::sleep_for(20ms);
}

void drip(Poco::Net::StreamSocket& socket, const ZgwSimulator::State& state) {
    sendAll(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
    while (!state.ending && state.fault != Fault::none) {
        sendAll(socket, " ");
        std::this_thread::sleep_for(100ms);
    }
}

void flood(Poco::Net::StreamSocket& socket, const ZgwSimulator::State& state) {
    sendAll(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n[");
    const std::string block(1 << 20, ' ');
    while (!state.ending) sendAll(socket, block);
}

std::string wholeAnswer(Fault fault) {
    switch (fault) {
        case Fault::unauthorized:
            return answer("401 Unauthorized", "application/problem+json", problem(401, "Niet aangemeld"));
        case Fault::forbidden:
            return answer("403 Forbidden", "application/problem+json", problem(403, "Geen recht"));
        case Fault::serverError:
            return answer("500 Internal Server Error", "application/problem+json", problem(500, "Fout"));
        case Fault::htmlPage:
            return answer("200 OK", "text/html; charset=utf-8", kHtml);
        case Fault::htmlError:
            return answer("503 Service Unavailable", "text/html", kHtml);
        case Fault::halfBody:
            return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"count\":1,";
        case Fault::halfChunked:
            return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n";
        case Fault::nonsense:
            return answer("200 OK", "application/json", "\x01\x02 geen json \xff");
        case Fault::notHttp:
            return "220 mail.partner.example ESMTP\r\n";
        case Fault::redirects:
            return "HTTP/1.1 302 Found\r\nLocation: http://elders.example/\r\nContent-Length: 0\r\nConnection: "
                   "close\r\n\r\n";
        default:
            return "";
    }
}

}  // namespace

bool isOnTheWire(Fault fault) {
    return fault != Fault::none && fault != Fault::loopsPages && fault != Fault::wrongNext;
}

void misbehave(Fault fault, Poco::Net::StreamSocket socket, const ZgwSimulator::State& state) {
    try {
        socket.setLinger(false, 0);
        if (fault == Fault::stalls)
            stall(state);
        else if (fault == Fault::drips)
            drip(socket, state);
        else if (fault == Fault::endless)
            flood(socket, state);
        else
            sendAll(socket, wholeAnswer(fault));
        socket.shutdownSend();
    } catch (const Poco::Exception&) {
        // the client hung up, which is what it should do
    }
}

}  // namespace partners
