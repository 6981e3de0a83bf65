// One row per format the reader program can open.
#pragma once

#include <string_view>

#include "redaction/document/document.h"
#include "redaction/document/ocr/recogniser.h"
#include "redaction/document/reading.h"

namespace redaction::document {

// What the libraries must load from disk while the process still may: character sets, mail types.
void prepareReaders();

// Reads bytes of the given format. Throws ReadError.
Document readDocument(Format format, std::string_view bytes, const Limits& limits, ocr::Recogniser& recogniser, Finds& finds);

}  // namespace redaction::document
