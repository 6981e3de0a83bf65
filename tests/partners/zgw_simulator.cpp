#include "tests/partners/zgw_simulator.h"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/StreamCopier.h>
#include <Poco/ThreadPool.h>
#include <Poco/URI.h>

#include "tests/partners/zgw_answers.h"
#include "tests/partners/zgw_faults.h"

namespace partners {
namespace {

using Poco::Net::HTTPServerRequest;
using Poco::Net::HTTPServerResponse;
using StatePointer = std::shared_ptr<ZgwSimulator::State>;

void reply(HTTPServerResponse& response, const ZgwAnswer& answer) {
    response.setStatus(static_cast<HTTPServerResponse::HTTPStatus>(answer.status));
    response.setContentType(answer.contentType);
    response.setContentLength64(static_cast<Poco::Int64>(answer.body.size()));
    response.sendBuffer(answer.body.data(), answer.body.size());
}

class Handler : public Poco::Net::HTTPRequestHandler {
  public:
    explicit Handler(StatePointer state) : state_(std::move(state)) {}

    void handleRequest(HTTPServerRequest& request, HTTPServerResponse& response) override {
        ZgwQuestion question;
        const Poco::URI uri(request.getURI());
        question.method = request.getMethod();
        question.path = uri.getPath();
        for (const auto& pair : uri.getQueryParameters()) question.query.push_back(pair);
        question.contentType = request.getContentType();
        Poco::StreamCopier::copyToString(request.stream(), question.body);
        if (question.path == "/admin/fault") return setFault(question, response);
        state_->note(question.method + " " + request.getURI());
        if (isStruck(question)) return strike(request);
        const auto client = clientOf(bearerOf(request), state_->holdings);
        reply(response, client ? answerTo(question, *client, *state_)
                               : problemAnswer(401, "not_authenticated", "Aanmelding klopt niet"));
    }

  private:
    static std::string bearerOf(const HTTPServerRequest& request) {
        const std::string header = request.get("Authorization", "");
        return header.rfind("Bearer ", 0) == 0 ? header.substr(7) : "";
    }

    bool isStruck(const ZgwQuestion& question) const {
        if (!isOnTheWire(state_->fault)) return false;
        return state_->where == Where::everywhere || question.path.rfind("/documenten/", 0) == 0;
    }

    void strike(HTTPServerRequest& request) {
        misbehave(state_->fault, dynamic_cast<Poco::Net::HTTPServerRequestImpl&>(request).detachSocket(), *state_);
    }

    void setFault(const ZgwQuestion& question, HTTPServerResponse& response) {
        try {
            state_->where = question.queryValue("where") == "documents" ? Where::documentsOnly : Where::everywhere;
            state_->fault = faultNamed(question.queryValue("fault"));
            reply(response, {200, "application/json", "{}"});
        } catch (const std::invalid_argument&) {
            reply(response, problemAnswer(400, "invalid", "Onbekende storing"));
        }
    }

    StatePointer state_;
};

class Factory : public Poco::Net::HTTPRequestHandlerFactory {
  public:
    explicit Factory(StatePointer state) : state_(std::move(state)) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(const HTTPServerRequest&) override {
        return new Handler(state_);
    }

  private:
    StatePointer state_;
};

Poco::Net::ServerSocket socketOn(int port, const std::string& certificate, const std::string& key) {
    const Poco::Net::SocketAddress address("127.0.0.1", static_cast<Poco::UInt16>(port));
    if (certificate.empty()) return Poco::Net::ServerSocket(address);
    Poco::Net::Context::Ptr context(new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, key, certificate, "",
                                                           Poco::Net::Context::VERIFY_NONE));
    return Poco::Net::SecureServerSocket(address, 64, context);
}

}  // namespace

struct ZgwSimulator::Server {
    Poco::ThreadPool threads{2, 16};
    Poco::Net::HTTPServer http;
    Server(const StatePointer& state, Poco::Net::ServerSocket socket)
        : http(new Factory(state), threads, socket, new Poco::Net::HTTPServerParams) {}
};

ZgwSimulator::ZgwSimulator(ZgwHoldings holdings, int port, const std::string& tlsCertificate, const std::string& tlsKey)
    : state_(std::make_shared<State>()) {
    state_->holdings = std::move(holdings);
    const Poco::Net::ServerSocket socket = socketOn(port, tlsCertificate, tlsKey);
    state_->address = std::string(tlsCertificate.empty() ? "http" : "https") +
                      "://127.0.0.1:" + std::to_string(socket.address().port());
    server_ = std::make_unique<Server>(state_, socket);
    server_->http.start();
}

ZgwSimulator::~ZgwSimulator() {
    state_->ending = true;
    server_->http.stopAll(true);
    server_->threads.stopAll();
}

int ZgwSimulator::port() const {
    return server_->http.port();
}

std::string ZgwSimulator::address() const {
    return state_->address;
}

void ZgwSimulator::setFault(Fault fault, Where where) {
    state_->where = where;
    state_->fault = fault;
}

std::vector<std::string> ZgwSimulator::requestLines() const {
    return state_->lines();
}

std::size_t ZgwSimulator::downloads() const {
    return state_->downloads;
}

}  // namespace partners
