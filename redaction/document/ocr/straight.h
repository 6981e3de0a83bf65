// A copy of a picture turned so that its lines run along it, and the way back to the picture as it was.
#pragma once

#include "redaction/document/ocr/ink.h"

namespace redaction::document::ocr {

// Degrees by which the picture must turn clockwise for its lines to lie level; 0 where they nearly do or nobody can tell.
double slantOf(Pix* ink);
// Quarter turns clockwise after which the text stands upright, by its ascenders; 0 where nobody can tell.
int quarterTurnsOf(Pix* ink);

class Turned {
  public:
    // By so many quarters, or where those are none by degrees.
    Turned(const GreyImage& image, const Area& area, int quarterTurns, double degrees);

    GreyImage image() const;
    Box back(const Box& box) const;  // on the picture as it was; around all corners where it was turned by less than a quarter

  private:
    Area area_;
    int quarterTurns_;
    double radians_;
    Picture bytes_;  // one byte a pixel, in order
};

}  // namespace redaction::document::ocr
