// Reads a scan or photo (PNG, JPEG, TIFF with one or more pages) as pages of words by OCR.
#pragma once

#include <string_view>

#include "redaction/document/document.h"
#include "redaction/document/ocr/recogniser.h"
#include "redaction/document/reading.h"

namespace redaction::document::ocr {

Document readPicture(std::string_view bytes, const Limits& limits, Recogniser& recogniser, Finds& finds);  // throws ReadError

}  // namespace redaction::document::ocr
