// Writes one page of the new document: drawn by the filter where it can, else as a picture with the allowed words
// behind it.
#pragma once

#include <cairo.h>

#include <string>
#include <vector>

#include "redaction/apply/rebuild/fonts.h"
#include "redaction/apply/rebuild/page_glyphs.h"
#include "redaction/apply/rebuild/picture.h"
#include "redaction/document/document.h"
#include "redaction/document/pdf/source.h"
#include "redaction/marks/marks.h"

namespace redaction::apply::rebuild {

inline constexpr double rasterDpi = 200;

struct Job {
    const document::Document& document;
    const std::vector<marks::Mark>& marks;
    const std::vector<std::string>& labels;
};

class PageWriter {
  public:
    PageWriter(const Job& job, fz_context* context, cairo_t* target, Fonts& fonts)
        : job_(job), context_(context), target_(target), fonts_(fonts) {}

    void write(const document::pdf::Source& source, std::size_t number);
    void write(Picture picture, std::size_t number);  // of the whole page
    void writeUnreadable(std::size_t number);

  private:
    bool drawFiltered(const document::pdf::DrawnPage& drawn, std::size_t number);
    void drawBoxes(const PagePlan& plan);
    bool drawLabel(const document::Box& box, const std::string& label);
    void drawBehind(const PagePlan& plan, std::size_t number);
    std::vector<Movable> movableText(const std::vector<PlacedGlyph>& glyphs, std::size_t number) const;

    const Job& job_;
    fz_context* context_;
    cairo_t* target_;
    Fonts& fonts_;
};

}  // namespace redaction::apply::rebuild
