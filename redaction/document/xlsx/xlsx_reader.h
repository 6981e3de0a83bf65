// Reads an Excel workbook (XLSX, XLSM): each sheet as a heading and rows, and what hides in it as hidden blocks.
#pragma once

#include <string_view>

#include "redaction/document/document.h"
#include "redaction/document/ocr/recogniser.h"
#include "redaction/document/reading.h"

namespace redaction::document::xlsx {

Document readXlsx(std::string_view bytes, const Limits& limits, ocr::Recogniser&, Finds& finds);  // throws ReadError

}  // namespace redaction::document::xlsx
