// Reads a PDF: words with boxes, what is visible, pictures of the pages, and OCR of what is only a picture.
#pragma once

#include <string_view>
#include <vector>

#include "redaction/document/document.h"
#include "redaction/document/ocr/recogniser.h"
#include "redaction/document/reading.h"

namespace redaction::document::pdf {

// Pages that had to be drawn to be read are found as pictures; drawPages makes those of the others. Throws ReadError.
Document readPdf(std::string_view bytes, const Limits& limits, ocr::Recogniser& recogniser, Finds& finds);

// Pictures for the screen of `count` pages from `first` on, 0-based; fewer where the document ends. Throws ReadError.
void drawPages(std::string_view bytes, const Limits& limits, std::size_t first, std::size_t count, Finds& finds);

// The text an eye would see on each page, by OCR alone. UTF-8.
std::vector<std::string> ocrPdf(std::string_view bytes, const Limits& limits, ocr::Recogniser& recogniser, Finds& finds);

}  // namespace redaction::document::pdf
