// What everyone who handles a case works with. main (or a test) owns the parts; they outlive the office.
#pragma once

#include <filesystem>
#include <functional>

#include "service/casework/readings.h"
#include "service/casework/work_board.h"
#include "service/environment.h"
#include "service/letters/letter_book.h"
#include "service/store/store.h"

namespace redaction::reader {
class ReaderProcess;
}
namespace redaction::policy {
class RuleSet;
}

namespace service::casework {

struct Office {
    store::Store& store;
    Environment environment;  // clock, randomness, new ids
    const redaction::reader::ReaderProcess& reader;
    const redaction::policy::RuleSet& rules;
    const letters::LetterBook& letterBook;
    std::filesystem::path templates;           // letters, rules, text
    WorkBoard& board;                          // what long work is doing right now
    Readings& readings;                        // what was read of a dossier, for the next request on it
    std::function<void()> wakeWorkers = [] {};  // a job was added
};

}  // namespace service::casework
