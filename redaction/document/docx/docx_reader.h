// Reads a Word document (DOCX): its text in order, and what hides in it as hidden blocks.
#pragma once

#include <string_view>

#include "redaction/document/document.h"
#include "redaction/document/ocr/recogniser.h"
#include "redaction/document/reading.h"

namespace redaction::document::docx {

Document readDocx(std::string_view bytes, const Limits& limits, ocr::Recogniser&, Finds& finds);  // throws ReadError

}  // namespace redaction::document::docx
