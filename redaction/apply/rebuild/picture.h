// Pixels in memory: what a page or an image shows, blanked where it must be, and put on the page again.
#pragma once

#include <cairo.h>

#include <cstdint>
#include <vector>

#include "redaction/apply/rebuild/page_plan.h"
#include "redaction/document/document.h"
#include "redaction/document/pdf/mupdf.h"

namespace redaction::apply::rebuild {

struct Colour {
    std::uint8_t red = 255, green = 255, blue = 255;
};

class Picture {
  public:
    Picture(int width, int height) : width_(width), height_(height), rgb_(static_cast<std::size_t>(width) * height * 3, 255) {}
    static Picture fromPixmap(const fz_pixmap& rgbOrGrey);

    int width() const { return width_; }
    int height() const { return height_; }
    std::uint8_t* row(int y) { return rgb_.data() + static_cast<std::size_t>(y) * width_ * 3; }
    const std::uint8_t* row(int y) const { return rgb_.data() + static_cast<std::size_t>(y) * width_ * 3; }

    void fill(const document::Box& pixels, Colour colour);
    void even(const document::Box& pixels, Colour paper);  // gives the paper there one colour; ink stays
    Colour paperAround(const document::Box& pixels) const;  // the colour most of a region has
    bool isGrey() const;

    // What of the page must turn black because something nobody read stands there: points.
    std::vector<document::Box> inkBeside(const PagePlan& plan, double pixelsPerPoint) const;

    // Covers, clears and moves what the plan says. pixelsPerPoint: of this picture of the whole page. Returns what turned
    // black beside the plan's boxes, in points.
    std::vector<document::Box> apply(const PagePlan& plan, double pixelsPerPoint);

    // Draws the picture over the unit square of the target's matrix (0,0 top left), as JPEG.
    void draw(cairo_t* target) const;

  private:
    std::size_t inkIn(const document::Box& pixels, const std::vector<document::Box>& known) const;
    Picture copyOf(const document::Box& pixels) const;
    void paste(const Picture& piece, double x, double y, double scale);
    int width_, height_;
    std::vector<std::uint8_t> rgb_;
};

}  // namespace redaction::apply::rebuild
