// What an office is made of, gathered once for every face that has one: the store that is given, the reader program, the
// rules and the letters.
#pragma once

#include <filesystem>
#include <memory>

#include "redaction/policy/rules.h"
#include "redaction/reader/reader_process.h"
#include "service/casework/office.h"
#include "service/casework/work_board.h"
#include "service/faces/own_folder.h"

namespace service::faces {

// Nobody works in it until somebody sets office.wakeWorkers. Not moved: the office refers to what stands beside it.
struct OfficeParts {
    // Throws FormatError, LetterError.
    OfficeParts(std::unique_ptr<store::Store> opened, const Environment& environment, const std::filesystem::path& templates)
        : store(std::move(opened)), reader(readerProgram()), rules(redaction::policy::RuleSet::load(templates / "rules")),
          letterBook(letters::LetterBook::load(templates / "letters")), office{*store, environment, reader, rules, letterBook, templates, board, readings, [] {}} {}
    OfficeParts(const OfficeParts&) = delete;

    const std::unique_ptr<store::Store> store;
    const redaction::reader::ReaderProcess reader;
    const redaction::policy::RuleSet rules;
    const letters::LetterBook letterBook;
    casework::WorkBoard board;
    casework::Readings readings;
    casework::Office office;
};

}  // namespace service::faces
