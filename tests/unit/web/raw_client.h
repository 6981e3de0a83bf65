// A socket that sends exactly the bytes a test writes down, as no ordinary client would.
#pragma once

#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Timespan.h>

#include <chrono>
#include <string>
#include <string_view>

namespace tests {

class RawClient {
  public:
    explicit RawClient(std::uint16_t port) : socket_(Poco::Net::SocketAddress("127.0.0.1", port)) {
        socket_.setReceiveTimeout(Poco::Timespan(10, 0));
    }
    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const int sent = socket_.sendBytes(bytes.data(), static_cast<int>(bytes.size()));
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    void finishSending() { socket_.shutdownSend(); }
    // Everything until the server closes.
    std::string readAll() {
        std::string all;
        char chunk[4096];
        try {
            for (int count = 0; (count = socket_.receiveBytes(chunk, sizeof chunk)) > 0;) all.append(chunk, static_cast<std::size_t>(count));
        } catch (const Poco::Exception&) {
            all += "<reset>";
        }
        return all;
    }
    // One whole answer, by its Content-Length.
    std::string readAnswer() {
        char byte = 0;
        std::string answer;
        while (answer.find("\r\n\r\n") == answer.npos && socket_.receiveBytes(&byte, 1) == 1) answer += byte;
        const auto at = answer.find("Content-Length: ");
        for (auto left = at == answer.npos ? 0 : std::stoul(answer.substr(at + 16)); left > 0 && socket_.receiveBytes(&byte, 1) == 1; --left) answer += byte;
        return answer;
    }

  private:
    Poco::Net::StreamSocket socket_;
};

inline int statusOf(std::string_view answer) {
    return answer.starts_with("HTTP/1.1 ") && answer.size() > 12 ? std::stoi(std::string(answer.substr(9, 3))) : 0;
}

}  // namespace tests
