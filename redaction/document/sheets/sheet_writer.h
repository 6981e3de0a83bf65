// Writes one sheet of a workbook as a heading and rows: only columns that hold something, hidden rows, columns and sheets
// as hidden text. Bounded; knows neither Excel nor OpenDocument.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "redaction/document/flow_builder.h"
#include "redaction/document/reading.h"

namespace redaction::document::sheets {

struct Cell {
    std::uint32_t column = 0;  // 0-based
    std::string text;          // UTF-8, as shown; a tab is a space
    bool hidden = false;       // its format shows nothing
};
struct Row {
    std::uint32_t number = 0;  // 1-based
    bool hidden = false;
    std::vector<Cell> cells;   // by column
};
struct ColumnRange {
    std::uint32_t first = 0, last = 0;  // 0-based, both included
};
struct Sheet {
    std::string name;
    bool hidden = false;
    std::vector<Row> rows;  // only those with a cell
    std::vector<ColumnRange> hiddenColumns;
};

// Counts what is kept of all sheets together. Throws ReadError tooLarge beyond its bounds.
class Budget {
  public:
    explicit Budget(Format format) : format_(format) {}
    void take(const std::string& text);  // of one cell

  private:
    Format format_;
    std::size_t cells_ = 0, bytes_ = 0;
};

void writeSheet(const Sheet& sheet, FlowBuilder& builder);

std::string cellName(std::uint32_t column, std::uint32_t row);  // "B3"

}  // namespace redaction::document::sheets
