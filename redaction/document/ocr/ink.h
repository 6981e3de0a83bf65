// The dark pixels of a part of a picture, as one bit each: what unread ink, slant and handwriting are found from.
// Lengths are pixels at 300 dpi.
#pragma once

#include <leptonica/allheaders.h>

#include "redaction/document/ocr/recogniser.h"
#include "redaction/document/ocr/upright.h"

namespace redaction::document::ocr {

struct Area {
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // end exclusive
    int width() const { return x1 - x0; }
    int height() const { return y1 - y0; }
};

// The box in whole pixels, grown, cut to `within` and counted from its corner.
Area areaOf(const Box& box, const Area& within, int grow);

Picture require(Pix* pix);  // throws std::bad_alloc where there is none

Picture inkOf(const GreyImage& image, const Area& area);
void clear(Pix* ink, const Area& area);
void clearRules(Pix* ink);          // thin straight lines along the page are no writing
void clearEdges(Pix* sheet);        // where a scanned sheet has its shadows
bool isSheet(const GreyImage& image, const Area& area);  // the whole of a picture as large as a sheet of paper

}  // namespace redaction::document::ocr
