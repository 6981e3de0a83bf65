// Reads OpenDocument files as LibreOffice writes them: texts (ODT, OTT) and spreadsheets (ODS).
#pragma once

#include <string_view>

#include "redaction/document/document.h"
#include "redaction/document/ocr/recogniser.h"
#include "redaction/document/reading.h"

namespace redaction::document::opendocument {

Document readOdt(std::string_view bytes, const Limits& limits, ocr::Recogniser&, Finds& finds);  // throws ReadError
Document readOds(std::string_view bytes, const Limits& limits, ocr::Recogniser&, Finds& finds);  // throws ReadError

}  // namespace redaction::document::opendocument
