// The whole service of one process, wired: store, reader, rules, letters, office, workers. Used by `serve` and `demo`,
// and by scenarios with a clock of their own.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "service/casework/job_runner.h"
#include "service/casework/office.h"

namespace service::faces {

// --templates, else LAKWERK_TEMPLATES, else the nearest to this program.
std::filesystem::path chosenTemplates(const std::optional<std::string>& option);
std::filesystem::path besideProgram(const std::string& name);  // a program or folder beside the running one

class RunningOffice {
  public:
    struct Places {
        std::filesystem::path data, templates;
    };
    // log: a line without personal data. Throws StoreError, FormatError, LetterError, TermTableError.
    RunningOffice(const Places& places, const Environment& environment, std::function<void(const std::string&)> log);
    ~RunningOffice();

    casework::Office& office();
    casework::JobRunner& workers();
    store::Store& store();
    const redaction::reader::ReaderProcess& reader() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace service::faces
