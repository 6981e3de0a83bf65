// A vector path in its separate parts, so that a part can be left out: letters drawn as shapes are parts of their own.
#pragma once

#include <cairo.h>

#include <vector>

#include "redaction/document/document.h"
#include "redaction/document/pdf/mupdf.h"

namespace redaction::apply::rebuild {

class OutlinePart {
  public:
    void moveTo(double x, double y) { add({Step::move, {{x, y}}}); }
    void lineTo(double x, double y) { add({Step::line, {{x, y}}}); }
    void curveTo(double x1, double y1, double x2, double y2, double x3, double y3) { add({Step::curve, {{x1, y1}, {x2, y2}, {x3, y3}}}); }
    void close() { add({Step::close, {}}); }

    bool empty() const { return steps_.empty(); }
    bool isRectangular() const { return rectangular_; }  // straight lines along the edges of the page, few of them
    document::Box bounds() const { return bounds_; }
    std::size_t steps() const { return steps_.size(); }
    void draw(cairo_t* target) const;

  private:
    struct Point {
        double x, y;
    };
    struct Step {
        enum Kind { move, line, curve, close } kind;
        Point points[3];
    };
    void add(const Step& step);
    std::vector<Step> steps_;
    document::Box bounds_;
    bool rectangular_ = true;
};

std::vector<OutlinePart> outlineOf(fz_context* context, const fz_path& path, fz_matrix ctm);

// May the part stay on the page? It may not when it could show, by shape or by width, what was covered: a shape under a
// mark, an underline, a highlight. Frames, table lines and backgrounds may.
bool mayStay(const OutlinePart& part, const std::vector<document::Box>& covered);

// The same beside a withheld passage, where only lines, frames and backgrounds are no drawing.
bool mayStayBeside(const OutlinePart& part, const std::vector<document::Box>& asides);

// Belongs to the words of these lines: an underline, a highlight, a box around one of them.
bool liesIn(const OutlinePart& part, const std::vector<document::Box>& lines);

}  // namespace redaction::apply::rebuild
