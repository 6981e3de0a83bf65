// Turns typeset text into what comes off an office scanner: 300 dpi pictures, a little askew, with noise, a grey edge,
// a punch hole and a stamp. No text in them; Tesseract must read them.
#pragma once

#include <string>
#include <vector>

#include "tests/partners/typeset.h"

namespace partners {

struct ScanStyle {
    Typeface typeface;
    std::string stamp;  // on the first page; empty: none
    unsigned seed = 1;  // the same seed gives the same scan
};

std::string scanToPdf(const std::vector<TextBlock>& blocks, const ScanStyle& style);   // grey pages, JPEG inside
std::string scanToTiff(const std::vector<TextBlock>& blocks, const ScanStyle& style);  // black and white, CCITT G4
std::string scanToPng(const std::vector<TextBlock>& blocks, const ScanStyle& style);   // the first page, grey

}  // namespace partners
