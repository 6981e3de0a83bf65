// The traps of HTTP on one connection, with raw sockets against the real listener.
#include "service/web/http/listener.h"

#include <Poco/Net/NetException.h>
#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "tests/unit/web/raw_client.h"

namespace {

using namespace std::chrono_literals;
using service::web::http::Application;
using service::web::http::Limits;
using service::web::http::Listener;
using service::web::http::Refusal;
using service::web::http::Request;
using service::web::http::Response;
using service::web::http::Transport;
using service::web::http::clientAddress;
using service::web::http::clientNetwork;
using tests::RawClient;
using tests::statusOf;

constexpr std::size_t bodyLimit = 1000;

Limits quick() {
    Limits limits;
    limits.headTime = 600ms;
    limits.bodyTime = 600ms;
    limits.idleTime = 500ms;
    limits.maxConnectionsPerAddress = 6;
    return limits;
}

class ListenerTraps : public ::testing::Test {
  protected:
    void SetUp() override {
        Application application{[](const Request&) { return bodyLimit; }, [this](const Request& request) { return answer(request); },
                                [](const Refusal& refusal) { return Response{refusal.status, "text/plain", std::string(refusal.reason), {}, {}}; }};
        listener_ = std::make_unique<Listener>(application, quick(), service::web::http::Frontage{});
        listener_->start("127.0.0.1", 0);
    }
    Response answer(const Request& request) {
        const std::lock_guard lock(mutex_);
        seen_.push_back(request.path + "|" + request.body);
        return {200, "text/plain", "body was " + std::to_string(request.body.size()), {}, {}};
    }
    std::vector<std::string> seen() {
        const std::lock_guard lock(mutex_);
        return seen_;
    }
    std::string exchange(std::string_view bytes) {
        RawClient client(listener_->port());
        client.send(bytes);
        client.finishSending();
        return client.readAll();
    }
    std::unique_ptr<Listener> listener_;
    std::mutex mutex_;
    std::vector<std::string> seen_;
};

}  // namespace

TEST_F(ListenerTraps, ASecondServiceCannotShareThePort) {
    Listener second({}, quick(), {});
    EXPECT_THROW(second.start("127.0.0.1", listener_->port()), Poco::Net::NetException);
}

TEST_F(ListenerTraps, BodyIsNeverReadAsTheNextRequest) {
    const std::string smuggled = "GET /gesmokkeld HTTP/1.1\r\nHost: a\r\n\r\n";
    const auto all = exchange("POST /een HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(smuggled.size()) + "\r\n\r\n" + smuggled +
                              "GET /twee HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(statusOf(all), 200);
    EXPECT_EQ(seen(), (std::vector<std::string>{"/een|" + smuggled, "/twee|"}));
}

TEST_F(ListenerTraps, EveryUnclearLengthIsRefusedAndTheConnectionCloses) {
    struct Case {
        const char* what;
        std::string headers, body;
        int status;
    };
    const std::vector<Case> cases{
        {"length with transfer-encoding", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n", 400},
        {"transfer-encoding with length, other order", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n", 400},
        {"chunked alone", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n", 411},
        {"two lengths that differ", "Content-Length: 3\r\nContent-Length: 4\r\n", "abcd", 400},
        {"two lengths that agree", "Content-Length: 3\r\nContent-Length: 3\r\n", "abc", 400},
        {"a list of lengths", "Content-Length: 3, 3\r\n", "abc", 400},
        {"negative", "Content-Length: -1\r\n", "abc", 400},
        {"signed", "Content-Length: +3\r\n", "abc", 400},
        {"hexadecimal", "Content-Length: 0x3\r\n", "abc", 400},
        {"beyond any number", "Content-Length: 99999999999999999999\r\n", "abc", 400},
        {"empty", "Content-Length: \r\n", "abc", 400},
        {"none", "", "", 411},
        {"space before the colon", "Content-Length : 3\r\n", "abc", 400},
        {"folded header", "X-A: b\r\n c\r\nContent-Length: 3\r\n", "abc", 400},
        {"bare line feed", "X-A: b\nContent-Length: 3\r\n", "abc", 400},
    };
    for (const auto& c : cases) {
        const auto all = exchange("POST / HTTP/1.1\r\nHost: a\r\n" + c.headers + "\r\n" + c.body + "GET /na HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_EQ(statusOf(all), c.status) << c.what;
        EXPECT_NE(all.find("Connection: close"), all.npos) << c.what;
        EXPECT_EQ(all.find("HTTP/1.1", 9), all.npos) << c.what << ": a second answer";
    }
    EXPECT_TRUE(seen().empty());
}

TEST_F(ListenerTraps, TruncatedBodyIsRefused) {
    EXPECT_EQ(statusOf(exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")), 400);
    EXPECT_TRUE(seen().empty());
}

TEST_F(ListenerTraps, TooLargeBodyIsRefusedBeforeItIsReadAndTheAnswerArrives) {
    RawClient client(listener_->port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048576\r\n\r\n");
    client.send(std::string(1 << 20, 'x'));
    client.finishSending();
    const auto all = client.readAll();
    EXPECT_EQ(statusOf(all), 413);
    EXPECT_EQ(all.find("<reset>"), all.npos);
    EXPECT_TRUE(seen().empty());
}

TEST_F(ListenerTraps, DrippingHeadIsCutOff) {
    RawClient client(listener_->port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\n");
    const auto start = std::chrono::steady_clock::now();
    std::thread drip([&] {
        try {
            for (int i = 0; i < 20; ++i) {
                client.send("X");
                std::this_thread::sleep_for(100ms);
            }
        } catch (const Poco::Exception&) {  // cut off, as it should be
        }
    });
    const auto answer = client.readAnswer();
    const auto took = std::chrono::steady_clock::now() - start;
    drip.join();
    EXPECT_EQ(statusOf(answer), 408);
    EXPECT_LT(took, 1500ms);
}

TEST_F(ListenerTraps, DrippingBodyIsCutOff) {
    RawClient client(listener_->port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n");
    const auto start = std::chrono::steady_clock::now();
    std::thread drip([&] {
        try {
            for (int i = 0; i < 20; ++i) {
                client.send("x");
                std::this_thread::sleep_for(100ms);
            }
        } catch (const Poco::Exception&) {  // cut off, as it should be
        }
    });
    const auto answer = client.readAnswer();
    const auto took = std::chrono::steady_clock::now() - start;
    drip.join();
    EXPECT_EQ(statusOf(answer), 408);
    EXPECT_LT(took, 1500ms);
    EXPECT_TRUE(seen().empty());
}

TEST_F(ListenerTraps, IdleConnectionsAreClosedAndDoNotKeepOthersOut) {
    RawClient idle(listener_->port());
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(idle.readAll(), "");
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
}

TEST_F(ListenerTraps, ConnectionsOfOneAddressAreBounded) {
    std::vector<std::unique_ptr<RawClient>> held;
    for (int i = 0; i < 6; ++i) held.push_back(std::make_unique<RawClient>(listener_->port()));
    for (auto& client : held) client->send("G");
    std::this_thread::sleep_for(150ms);
    RawClient seventh(listener_->port());
    seventh.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(statusOf(seventh.readAll()), 0);
    held.clear();
    std::this_thread::sleep_for(300ms);
    EXPECT_EQ(statusOf(exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")), 200);
}

TEST_F(ListenerTraps, KeepAliveServesSeveralRequestsAndPipelines) {
    RawClient client(listener_->port());
    client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(statusOf(client.readAnswer()), 200);
    EXPECT_EQ(statusOf(client.readAnswer()), 200);
    client.send("GET /c HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(statusOf(client.readAll()), 200);
    EXPECT_EQ(seen(), (std::vector<std::string>{"/a|", "/b|", "/c|"}));
}

TEST_F(ListenerTraps, ExpectContinueIsAnsweredOnlyWhenTheBodyMayCome) {
    RawClient client(listener_->port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(client.readAnswer().starts_with("HTTP/1.1 100 "));
    client.send("abc");
    EXPECT_EQ(statusOf(client.readAll()), 200);
    EXPECT_EQ(statusOf(exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\nExpect: 100-continue\r\n\r\n")), 413);
}

TEST_F(ListenerTraps, StrangeRequestLinesAreRefused) {
    const std::vector<std::pair<std::string, int>> cases{
        {"GET /../etc/passwd HTTP/1.1", 400}, {"GET /%2e%2e/x HTTP/1.1", 400}, {"GET /a%00b HTTP/1.1", 400},   {"GET /a%2fb HTTP/1.1", 400},
        {"GET //a HTTP/1.1", 400},            {"GET /a\\b HTTP/1.1", 400},     {"GET http://a/ HTTP/1.1", 400}, {"GET  / HTTP/1.1", 400},
        {"GET / HTTP/2.0", 505},              {"BREW / HTTP/1.1", 501},        {"GET /%zz HTTP/1.1", 400},      {"GET /%ff HTTP/1.1", 400},
        {"DELETE / HTTP/1.1", 501}};
    for (const auto& [line, status] : cases) EXPECT_EQ(statusOf(exchange(line + "\r\nHost: a\r\n\r\n")), status) << line;
    EXPECT_EQ(statusOf(exchange("GET / HTTP/1.1\r\n\r\n")), 400) << "no host";
    EXPECT_EQ(statusOf(exchange("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")), 400) << "two hosts";
    EXPECT_EQ(statusOf(exchange("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20000, 'x') + "\r\n\r\n")), 431);
    EXPECT_TRUE(seen().empty());
}

TEST_F(ListenerTraps, EveryAnswerCarriesTheSecurityHeaders) {
    const auto all = exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    for (const char* header : {"Content-Security-Policy: default-src 'none'", "frame-ancestors 'none'", "X-Content-Type-Options: nosniff",
                               "Referrer-Policy: no-referrer", "Cross-Origin-Opener-Policy: same-origin", "Cache-Control: no-store"})
        EXPECT_NE(all.find(header), all.npos) << header;
    EXPECT_EQ(all.find("unsafe-inline"), all.npos);
    EXPECT_EQ(all.find("Strict-Transport-Security"), all.npos) << "only behind TLS";
    EXPECT_NE(headOf({}, true, Transport::tls).find("Strict-Transport-Security"), std::string::npos);
}

TEST_F(ListenerTraps, StoppingDoesNotWaitForIdleClients) {
    RawClient idle(listener_->port());
    const auto start = std::chrono::steady_clock::now();
    listener_->stop();
    EXPECT_LT(std::chrono::steady_clock::now() - start, 1500ms);
}

// Anyone can write X-Forwarded-For: it counts from a proxy that was named, and then only what that proxy added last.
TEST(ClientAddress, IsThePeerOrWhatATrustedProxySaysLast) {
    const struct {
        const char *peer, *first, *second, *expected;
    } cases[] = {
        {"203.0.113.9", "198.51.100.1", "", "203.0.113.9"},              // not our proxy: not believed
        {"127.0.0.1", "198.51.100.1", "", "198.51.100.1"},
        {"127.0.0.1", "10.0.0.1, 198.51.100.1", "", "198.51.100.1"},     // the left part is the visitor's own word
        {"127.0.0.1", "10.0.0.1", "198.51.100.1", "198.51.100.1"},
        {"127.0.0.1", "198.51.100.1, ", "", "127.0.0.1"},
        {"127.0.0.1", "balie", "", "127.0.0.1"},
        {"127.0.0.1", "", "", "127.0.0.1"},
        {"::ffff:127.0.0.1", "2001:db8::1", "", "2001:db8::1"},
    };
    for (const auto& it : cases) {
        Request request;
        if (*it.first) request.headers.emplace_back("x-forwarded-for", it.first);
        if (*it.second) request.headers.emplace_back("x-forwarded-for", it.second);
        EXPECT_EQ(clientAddress(it.peer, request, {"127.0.0.1"}), it.expected) << it.peer << ' ' << it.first;
        EXPECT_EQ(clientAddress(it.peer, request, {}), it.peer) << "no proxy named: none believed";
    }
    EXPECT_EQ(clientNetwork("2001:db8:1:2::1"), clientNetwork("2001:db8:1:2:ffff::9"));
    EXPECT_NE(clientNetwork("2001:db8:1:2::1"), clientNetwork("2001:db8:1:3::1"));
    EXPECT_NE(clientNetwork("198.51.100.1"), clientNetwork("198.51.100.2"));
}

// Behind a proxy all connections come from one address; what is bounded is what each visitor asks at a time.
TEST(BehindAProxy, EachVisitorHasPlacesOfTheirOwn) {
    std::mutex mutex;
    std::condition_variable wake;
    bool open = false;
    std::atomic<int> inside = 0;
    Application application{[](const Request&) { return bodyLimit; },
                            [&](const Request& request) {
                                ++inside;
                                std::unique_lock lock(mutex);
                                wake.wait_for(lock, 10s, [&] { return open; });
                                return Response{200, "text/plain", "from " + request.remoteAddress, {}, {}};
                            },
                            [](const Refusal& refusal) { return Response{refusal.status, "text/plain", std::string(refusal.reason), {}, {}}; }};
    auto limits = quick();
    limits.maxConnectionsPerAddress = 2;
    Listener listener(application, limits, {Transport::plain, {"127.0.0.1"}});
    listener.start("127.0.0.1", 0);
    const auto ask = [](const std::string& visitor) { return "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Forwarded-For: " + visitor + "\r\n\r\n"; };
    RawClient one(listener.port()), two(listener.port()), three(listener.port()), other(listener.port());
    one.send(ask("198.51.100.1"));
    two.send(ask("198.51.100.1"));
    other.send(ask("198.51.100.2"));
    for (int i = 0; i < 500 && inside < 3; ++i) std::this_thread::sleep_for(10ms);
    ASSERT_EQ(inside, 3) << "a third connection from the proxy's address, for another visitor, is served";
    three.send(ask("198.51.100.1"));
    EXPECT_EQ(statusOf(three.readAll()), 429);
    {
        const std::lock_guard lock(mutex);
        open = true;
    }
    wake.notify_all();
    EXPECT_NE(other.readAll().find("from 198.51.100.2"), std::string::npos);
    EXPECT_EQ(statusOf(one.readAll()), 200);
    EXPECT_EQ(statusOf(two.readAll()), 200);
}

// What uploads may hold of the memory is bounded: two large ones at a time, a third waits and is then told to come back.
TEST(LargeUploads, TakeTurns) {
    constexpr std::size_t size = 5u << 20;
    Application application{[](const Request&) { return size; },
                            [](const Request& request) { return Response{200, "text/plain", "got " + std::to_string(request.body.size()), {}, {}}; },
                            [](const Refusal& refusal) { return Response{refusal.status, "text/plain", std::string(refusal.reason), {}, {}}; }};
    auto limits = quick();
    limits.bodyTime = 1000ms;
    Listener listener(application, limits, {});
    listener.start("127.0.0.1", 0);
    const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n", half(size / 2, 'x');
    RawClient one(listener.port()), two(listener.port()), three(listener.port());
    one.send(head + half);
    two.send(head + half);
    std::this_thread::sleep_for(300ms);
    three.send(head + half + half);
    EXPECT_EQ(statusOf(three.readAll()), 503);
    one.send(half);
    EXPECT_NE(one.readAll().find("got " + std::to_string(size)), std::string::npos);
    two.send(half);
    EXPECT_EQ(statusOf(two.readAll()), 200);
    RawClient four(listener.port());
    four.send(head + half + half);
    EXPECT_EQ(statusOf(four.readAll()), 200) << "the places are free again";
}
