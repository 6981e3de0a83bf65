// A small town for stories told through the pages: the real service with its workers, a real web server on loopback,
// a clock that stands still, four partners that deliver exports, and one family (tests/data/stories/family.json).
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "service/faces/running_office.h"
#include "service/web/server.h"
#include "tests/scenarios/region.h"
#include "tests/support/http_browser.h"

namespace scenarios {

struct Document {
    std::string partner;  // vt, gi, rvdk, lt
    std::string title, date, text;
};

class Town {
  public:
    // What is otherwise in the family's case.json than in family.json.
    using Otherwise = std::function<void(nlohmann::json& family)>;
    explicit Town(const std::string& today = "2026-03-09", const Otherwise& otherwise = {});  // about nine o'clock in Amsterdam
    ~Town();

    void today(const std::string& day);   // moves the clock
    void restart();                       // the service ends and starts again: the jobs of the day run
    void holds(const std::vector<Document>& documents);  // what the partners put ready; before anything is collected

    // Signed in: balie, oordeel, oordeel2, officer, officer2, beheer.
    tests::Browser as(const std::string& login);
    const std::string& household() const { return household_; }
    service::store::Store& store() { return running_->store(); }  // to look at what was kept, and to lay out beforehand
    std::string stepOf(const std::string& request);
    bool waitForStep(const std::string& request, const std::string& step);
    bool waitForWork(const std::string& request);  // until nothing is under way
    std::string log() const;

  private:
    void start();
    void addPeople();
    void addPartners(const Otherwise& otherwise);
    TemporaryFolder folder_;
    service::FixedClock clock_;
    service::SodiumRandom random_;
    service::RandomId newId_{random_};
    mutable std::mutex logLock_;
    std::string log_, household_;
    std::unique_ptr<service::faces::RunningOffice> running_;
    std::unique_ptr<service::web::WebServer> server_;
};

// The text of a page without its markup, blanks squeezed.
std::string textOf(const std::string& html);
bool says(const tests::Answer& page, const std::string& words);
// The words of a PDF or of every PDF in a ZIP, by pdftotext.
std::string wordsOfPdf(const std::string& bytes);
std::map<std::string, std::string> filesOfZip(const std::string& bytes);

}  // namespace scenarios
