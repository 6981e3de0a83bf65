// Sheets drawn in the test itself: written by a pen that makes no two letters the same, signed, stamped, or typed on a
// sheet that lay askew. PNG at 300 dpi.
#pragma once

#include <cairo.h>

#include <functional>
#include <string>
#include <vector>

namespace samples {

using Draw = std::function<void(cairo_t*)>;  // in points, origin top left, A4

// degrees: clockwise, about the middle of the sheet.
std::string sheet(const Draw& draw, double degrees = 0);

void typeLines(cairo_t* pen, double x, double y, const std::vector<std::string>& lines, const char* font = "Liberation Serif 11.5");

// Running hand: rows of words from x0 to x1, the first with its foot at y.
struct Hand {
    double x0 = 60, x1 = 540, y = 90;
    int rows = 20;
    double rowHeight = 30, size = 11;
};
void writeRows(cairo_t* pen, const Hand& hand);
void sign(cairo_t* pen, double x, double y);
void stamp(cairo_t* pen, double x, double y);

}  // namespace samples
