#include "service/faces/running_office.h"

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "service/casework/clock_changes.h"
#include "service/casework/escalation.h"
#include "service/casework/retention.h"
#include "service/casework/passing_days.h"
#include "service/faces/office_parts.h"

namespace service::faces {

namespace {
// Partners are waited for, so there are more workers than cores; reading takes one seat per core by itself.
std::size_t workerCount() { return std::max(1u, std::thread::hardware_concurrency()) + 3; }
}  // namespace

std::filesystem::path chosenTemplates(const std::optional<std::string>& option) {
    if (option) return *option;
    if (const char* set = std::getenv("LAKWERK_TEMPLATES"); set && *set) return set;
    return templatesFolder();
}

std::filesystem::path besideProgram(const std::string& name) {
    return readerProgram().parent_path() / name;
}

struct RunningOffice::Parts : OfficeParts {
    Parts(const Places& places, const Environment& environment, std::function<void(const std::string&)> log)
        : OfficeParts(store::Store::open(places.data, environment), environment, places.templates), workers(office, workerCount(), std::move(log)) {
        office.wakeWorkers = [this] { workers.wake(); };
        casework::takeUpTerms(office);
        casework::queueEscalation(office);
        casework::queueRetention(office);
        casework::queueDayPassing(office);
    }
    casework::JobRunner workers;
};

RunningOffice::RunningOffice(const Places& places, const Environment& environment, std::function<void(const std::string&)> log)
    : parts_(std::make_unique<Parts>(places, environment, std::move(log))) {}
RunningOffice::~RunningOffice() = default;

casework::Office& RunningOffice::office() { return parts_->office; }
casework::JobRunner& RunningOffice::workers() { return parts_->workers; }
store::Store& RunningOffice::store() { return *parts_->store; }
const redaction::reader::ReaderProcess& RunningOffice::reader() const { return parts_->reader; }

}  // namespace service::faces
