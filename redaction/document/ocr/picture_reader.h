// Reads a scan or photo (PNG, JPEG, TIFF with one or more pages) as pages of words by OCR.
#pragma once

#include <string_view>

#include "redaction/document/document.h"
#include "redaction/document/ocr/recogniser.h"
#include "redaction/document/reading.h"

namespace redaction::document::ocr {

Document readPicture(std::string_view bytes, const Limits& limits, Recogniser& recogniser, Finds& finds);  // throws ReadError

// The words in a picture that is part of another document. inches: how wide it is shown there; 0 where not said.
struct WordsInPicture {
    std::vector<RecognisedWord> words;
    bool nothingElse = false;  // it could be decoded, and shows nothing but these words, read with confidence
};
WordsInPicture readWordsIn(std::string_view bytes, double inches, Recogniser& recogniser);

}  // namespace redaction::document::ocr
