// What a workbook says about its sheets before they are read: names, places, number formats, shared strings.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <vector>

#include "redaction/document/sheets/sheet_writer.h"
#include "redaction/document/xlsx/number_format.h"
#include "redaction/document/zipped/package.h"
#include "redaction/document/zipped/relations.h"

namespace redaction::document::xlsx {

struct SheetPlace {
    std::string name, part, type;  // type: "worksheet", "chartsheet", …
    bool hidden = false;
};

struct Workbook {
    DateSystem dates = DateSystem::from1900;
    std::vector<SheetPlace> sheets;
    std::vector<std::string> names;    // "tarief: 0,21"; without those Excel itself makes
    std::vector<std::string> formats;  // by style of a cell
    std::vector<std::string> strings;  // shared
};

// Throws ReadError: notThisFormat, tooLarge.
Workbook readWorkbook(const zipped::Package& package);

std::string stringOf(const xmlNode* item);  // text of a string with runs, without reading aids

}  // namespace redaction::document::xlsx
