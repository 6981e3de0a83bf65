// Decodes a picture as a viewer shows it: turned as its file says (a camera writes how it was held, not turned pixels).
#pragma once

#include <leptonica/allheaders.h>

#include <memory>
#include <string_view>

namespace redaction::document::ocr {

struct PixDestroyer {
    void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<Pix, PixDestroyer>;

// The orientation a JPEG (EXIF) or PNG (eXIf) states: 1..8 as in TIFF 6.0, 1 where it states none or nonsense.
int orientationOf(std::string_view bytes);

Picture turned(Picture picture, int orientation);

// PNG, JPEG. Empty where it cannot be decoded whole. TIFF pages come turned from leptonica itself.
Picture decodeUpright(std::string_view bytes);

}  // namespace redaction::document::ocr
