// Reads a ZIP file that is a folder of files: each becomes a document of its own; the bundle itself is the list of them.
#pragma once

#include <string_view>

#include "redaction/document/document.h"
#include "redaction/document/ocr/recogniser.h"
#include "redaction/document/reading.h"

namespace redaction::document::zipped {

// Throws ReadError: notThisFormat, truncated, encrypted (every file in it), tooLarge (too many, or expands too far).
Document readBundle(std::string_view bytes, const Limits& limits, ocr::Recogniser&, Finds& finds);

}  // namespace redaction::document::zipped
