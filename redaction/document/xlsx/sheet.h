// Reads one worksheet, and what hangs beside its cells.
#pragma once

#include <string>
#include <vector>

#include "redaction/document/sheets/sheet_writer.h"
#include "redaction/document/xlsx/workbook.h"

namespace redaction::document::xlsx {

struct Beside {
    std::string text, note;  // note: what it is, in Dutch
};

struct ReadSheet {
    sheets::Sheet sheet;
    std::vector<std::string> headers, footers;
    std::vector<Beside> hidden;  // formulas with words in them, choices, remarks on links
};

// Throws ReadError: notThisFormat, tooLarge.
ReadSheet readSheet(std::string_view part, const SheetPlace& place, const Workbook& book, sheets::Budget& budget);

}  // namespace redaction::document::xlsx
