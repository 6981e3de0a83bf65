// A small invented region with the real store, office and web server on a free loopback port, and a browser without
// script: cookies, forms, tokens.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/policy/rules.h"
#include "redaction/reader/reader_process.h"
#include "service/casework/office.h"
#include "service/letters/letter_book.h"
#include "service/store/store.h"
#include "service/web/server.h"

namespace tests {

struct Answer {
    int status = 0;
    std::string body;
    std::multimap<std::string, std::string> headers;  // names in lower case
    std::string header(const std::string& name) const;
};

using Form = std::vector<std::pair<std::string, std::string>>;

class Browser {
  public:
    explicit Browser(std::uint16_t port) : port_(port) {}
    Answer get(const std::string& path);
    Answer post(const std::string& path, Form form, std::map<std::string, std::string> headers = {});  // adds the token
    Answer send(const std::string& method, const std::string& path, const std::string& body, std::map<std::string, std::string> headers);
    bool signIn(const std::string& login);  // with the region's password
    std::string token();                    // of the session, read from a page
    std::map<std::string, std::string> cookies;

  private:
    std::uint16_t port_;
};

class Region {
  public:
    static constexpr std::string_view password = "een lang genoeg wachtwoord";
    Region();
    ~Region();
    Browser browser() { return Browser(server->port()); }
    std::string logged() const;  // everything the server wrote to its log

    std::filesystem::path folder;
    service::FixedClock clock;
    service::SodiumRandom random;
    service::RandomId newId{random};
    service::Environment environment{clock, random, newId};
    std::unique_ptr<service::store::Store> store;
    redaction::reader::ReaderProcess reader;
    redaction::policy::RuleSet rules;
    service::letters::LetterBook letters;
    service::casework::WorkBoard board;
    std::unique_ptr<service::casework::Office> office;
    std::unique_ptr<service::web::WebServer> server;
    std::map<std::string, std::string> accounts;  // login to id: balie, beoordelaar, officer, beheer
    std::string householdId;

  private:
    void addAccounts();
    void addHousehold();
    mutable std::mutex logMutex_;
    std::string log_;
};

std::string hidden(std::string_view html, std::string_view name);  // value of a hidden field; empty: not there

}  // namespace tests
