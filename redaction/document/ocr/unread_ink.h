// Whether a picture shows more than the words that were read from it: a photo, handwriting, a stamp. Nobody decided on
// that, so a human must look before it goes out. Rules, table lines, dust and the shadows at a sheet's edge do not count.
#pragma once

#include <vector>

#include "redaction/document/ocr/recogniser.h"

namespace redaction::document::ocr {

// Where it does, each find by itself. Region, the words' boxes and the finds in pixels of the image.
std::vector<Box> unreadParts(const GreyImage& image, const Box& region, const std::vector<RecognisedWord>& words);

inline constexpr const char* unreadInkDoubt =
    "toont beeld dat niet als tekst is gelezen, zoals een foto, handschrift, een stempel of een logo. Kijk zelf: wat u niet lakt, gaat mee.";

}  // namespace redaction::document::ocr
