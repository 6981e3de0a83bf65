// A small invented region with the real store, office and web server on a free loopback port.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "redaction/policy/rules.h"
#include "redaction/reader/reader_process.h"
#include "service/casework/office.h"
#include "service/letters/letter_book.h"
#include "service/store/store.h"
#include "service/web/server.h"
#include "tests/support/http_browser.h"

namespace tests {

class Region {
  public:
    static constexpr std::string_view password = passwordOfTests;
    Region();
    ~Region();
    Browser browser() { return Browser(server->port()); }
    std::string logged() const;  // everything the server wrote to its log
    // As if it was reviewed, signed and handed out; contents: what the package says of itself.
    void handOut(const std::string& requestId, const std::string& reviewer, const std::string& officer, const std::string& contents = "{}");

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
    service::casework::Readings readings;
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

}  // namespace tests
