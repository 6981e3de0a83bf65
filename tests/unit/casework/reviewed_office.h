// A reviewed request with an office around it; nothing is opened in the reader program.
#pragma once

#include "redaction/policy/rules.h"
#include "redaction/reader/reader_process.h"
#include "service/casework/actor.h"
#include "service/casework/office.h"
#include "tests/unit/store/reviewed_request.h"

namespace service::casework {

class ReviewedOffice : public store::ReviewedRequest {
  protected:
    ReviewedOffice() {
        for (const auto& [from, to] : {std::pair{store::Step::logged, store::Step::collecting}, {store::Step::collecting, store::Step::reading},
                                       {store::Step::reading, store::Step::review}})
            store->requests().moveTo(request().id, from, to);
        store->assignments().assign(household().id, els, officer);
    }
    Actor reviewer() { return {els, Role::professional, "Els"}; }
    Actor privacyOfficer() { return {officer, Role::privacyOfficer, "Po"}; }

    redaction::reader::ReaderProcess reader{std::filesystem::path(LAKWERK_BUILD_DIR) / "lakwerk-reader"};
    redaction::policy::RuleSet rules = redaction::policy::RuleSet::load(std::filesystem::path(LAKWERK_SOURCE_DIR) / "templates/rules");
    letters::LetterBook letterBook = letters::LetterBook::load(std::filesystem::path(LAKWERK_SOURCE_DIR) / "templates/letters");
    WorkBoard board;
    Readings readings;
    Office office{*store, environment, reader, rules, letterBook, std::filesystem::path(LAKWERK_SOURCE_DIR) / "templates", board, readings, [] {}};
};

}  // namespace service::casework
