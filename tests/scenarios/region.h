// A region for one scenario: a data folder of its own, the demo households and partners, the simulated case system on a
// free port, and a clock that stands still until moved.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "service/casework/actor.h"
#include "service/faces/running_office.h"
#include "tests/partners/zgw_simulator.h"

namespace scenarios {

// Removed with everything in it at the end.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

// The partners' folders, drawn once for all scenarios of a run, and the case system.
class Partners {
  public:
    Partners();
    int port() const { return simulator_->port(); }
    const std::filesystem::path& folder() const;
    partners::ZgwSimulator& caseSystem() { return *simulator_; }

  private:
    std::unique_ptr<partners::ZgwSimulator> simulator_;
};

service::Moment amsterdamMorning(int year, unsigned month, unsigned day);  // about nine o'clock

// The whole service in this process.
class Region {
  public:
    explicit Region(Partners& partners, const std::filesystem::path& data, service::Moment now);

    service::casework::Actor actor(const std::string& login);
    service::casework::Office& office() { return running_->office(); }
    service::FixedClock& clock() { return clock_; }
    std::string householdId(const std::string& titlePart);
    void startWorkers() { running_->workers().start(); }
    void close() { running_.reset(); }

    std::string log() const { return log_; }

  private:
    service::FixedClock clock_;
    service::SodiumRandom random_;
    service::RandomId newId_{random_};
    std::string log_;
    std::mutex logLock_;
    std::unique_ptr<service::faces::RunningOffice> running_;
};

// Looks every tenth of a second; false when it did not come true in time.
bool waitUntil(const std::function<bool()>& isTrue, std::chrono::seconds atMost);

std::string passwordOf(const std::string& login);  // of a demo account
std::string readFile(const std::filesystem::path& path);
std::string outputOf(const std::string& command);  // what a shell command writes

}  // namespace scenarios
