// What a picture says: turned upright and straight for the reading, with English where it is English, and with what is
// on it that nobody read. Boxes are on the picture as it was given.
#pragma once

#include <vector>

#include "redaction/document/ocr/recogniser.h"

namespace redaction::document::ocr {

struct PictureText {
    std::vector<RecognisedWord> words;
    bool showsMore = false;    // a photo, a stamp, a signature: see unread_ink.h
    bool handwritten = false;  // see handwriting.h
};

// region in pixels. Throws ReadError (memoryLimit) where the engine cannot start.
PictureText readWords(const GreyImage& image, const Box& region, Recogniser& recogniser);

double meanConfidence(const std::vector<RecognisedWord>& words);  // 1 where there are none

}  // namespace redaction::document::ocr
