#include "tests/scenarios/region.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <sstream>
#include <thread>

#include "service/faces/demo_region.h"
#include "tests/partners/demo_region.h"

namespace scenarios {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

const fs::path& sources() {
    static const fs::path folder = fs::path(LAKWERK_SOURCE_DIR) / "tests/data/demo";
    return folder;
}

const TemporaryFolder& sharedFolder() {
    static const TemporaryFolder folder;
    return folder;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "lakwerk-scenario-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

Partners::Partners() {
    const partners::DemoRegion region{sources(), folder()};
    partners::layOutFolders(region);
    simulator_ = std::make_unique<partners::ZgwSimulator>(partners::caseSystemHoldings(region));
}

const fs::path& Partners::folder() const { return sharedFolder().path(); }

service::Moment amsterdamMorning(int year, unsigned month, unsigned day) {
    return std::chrono::sys_days{std::chrono::year_month_day{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)}} + 8h;
}

Region::Region(Partners& partners, const fs::path& data, service::Moment now) : clock_(now) {
    running_ = std::make_unique<service::faces::RunningOffice>(
        service::faces::RunningOffice::Places{data, fs::path(LAKWERK_SOURCE_DIR) / "templates"}, service::Environment{clock_, random_, newId_},
        [this](const std::string& line) {
            const std::lock_guard lock(logLock_);
            log_ += line + "\n";
        });
    service::faces::loadDemoRegion(running_->store(), {sources(), partners.folder(), partners.port()});
}

service::casework::Actor Region::actor(const std::string& login) {
    const auto account = running_->store().accounts().findByLogin(login);
    return {account->id, account->role, account->displayName};
}

std::string Region::householdId(const std::string& titlePart) {
    for (const auto& household : running_->store().households().all())
        if (household.title.find(titlePart) != std::string::npos) return household.id;
    throw std::runtime_error("no such household");
}

bool waitUntil(const std::function<bool()>& isTrue, std::chrono::seconds atMost) {
    const auto until = std::chrono::steady_clock::now() + atMost;
    while (std::chrono::steady_clock::now() < until) {
        if (isTrue()) return true;
        std::this_thread::sleep_for(100ms);
    }
    return isTrue();
}

std::string passwordOf(const std::string& login) {
    for (const auto& account : service::faces::demoAccounts())
        if (account.login == login) return account.password;
    return {};
}

std::string readFile(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string outputOf(const std::string& command) {
    std::string text;
    FILE* pipe = ::popen(command.c_str(), "r");
    if (!pipe) return text;
    std::array<char, 4096> buffer;
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) text.append(buffer.data(), got);
    ::pclose(pipe);
    return text;
}

}  // namespace scenarios
