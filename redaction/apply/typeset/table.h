// Tables on the sheet: rows break over pages line by line where they must, the header row comes back on each page.
#pragma once

#include "redaction/apply/typeset/sheet.h"

namespace redaction::apply::typeset {

enum class TableLines { rows, none, bar };  // bar: one thick line at the left, for remarks

void placeTable(Sheet& sheet, const Table& table, TableLines lines = TableLines::rows);

}  // namespace redaction::apply::typeset
