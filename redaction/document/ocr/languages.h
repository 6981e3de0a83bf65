// Parts of a page that are in English: found by their small words after reading in Dutch, and read again in English.
#pragma once

#include <vector>

#include "redaction/document/ocr/recogniser.h"

namespace redaction::document::ocr {

bool looksEnglish(const RecognisedWord* first, const RecognisedWord* last);  // last: one beyond

// Reads again, in English, the paragraphs that look English and were not read with certainty; keeps what is read best.
void readEnglishAgain(const GreyImage& image, const Box& region, Recogniser& recogniser, std::vector<RecognisedWord>& words);

}  // namespace redaction::document::ocr
