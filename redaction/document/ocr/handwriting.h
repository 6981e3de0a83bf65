// Tells a page written by hand from a typed one, by what the recogniser was not sure of: a pen makes no two letters the
// same, and no two the same height. A signature, a stamp or a logo alone is no handwritten page.
#pragma once

#include <cstddef>
#include <vector>

#include "redaction/document/ocr/recogniser.h"

namespace redaction::document::ocr {

// What is on a picture beside the words read with confidence.
struct PenSigns {
    std::size_t pieces = 0;  // of ink, that a pen or a typeface may have made: letters, or words written in one stroke
    std::size_t lines = 0;   // rows of such pieces, long enough for writing
    double share = 0;        // of all ink in such pieces, that in these
    double unlike = 0;       // share of the pieces that look like no other
};
PenSigns findPenSigns(const GreyImage& image, const Box& region, const std::vector<RecognisedWord>& words);

bool isHandwriting(const PenSigns& signs);

inline constexpr const char* handwritingDoubt =
    "is met de hand geschreven, geheel of voor een deel, of is even moeilijk te lezen. Lakwerk leest dat niet goed genoeg: beslis zelf over deze pagina als geheel.";

}  // namespace redaction::document::ocr
