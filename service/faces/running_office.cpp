#include "service/faces/running_office.h"

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "redaction/policy/rules.h"
#include "redaction/reader/reader_process.h"
#include "service/casework/clock_changes.h"
#include "service/casework/escalation.h"
#include "service/casework/retention.h"
#include "service/casework/passing_days.h"
#include "service/faces/own_folder.h"

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

struct RunningOffice::Parts {
    Parts(const Places& places, const Environment& environment, std::function<void(const std::string&)> log)
        : store(store::Store::open(places.data, environment)), reader(readerProgram()),
          rules(redaction::policy::RuleSet::load(places.templates / "rules")),
          letterBook(letters::LetterBook::load(places.templates / "letters")),
          office{*store, environment, reader, rules, letterBook, places.templates, board, [] {}},
          workers(office, workerCount(), std::move(log)) {
        office.wakeWorkers = [this] { workers.wake(); };
        casework::takeUpTerms(office);
        casework::queueEscalation(office);
        casework::queueRetention(office);
        casework::queueDayPassing(office);
    }
    std::unique_ptr<store::Store> store;
    redaction::reader::ReaderProcess reader;
    redaction::policy::RuleSet rules;
    letters::LetterBook letterBook;
    casework::WorkBoard board;
    casework::Office office;
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
