// Runs of text laid out by pango in lines of one width. Not for other folders: typeset.h is the door.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <vector>

#include "redaction/apply/typeset/typeset.h"

namespace redaction::apply::typeset {

struct GObjectRelease {
    void operator()(gpointer object) const { g_object_unref(object); }
};
using LayoutHandle = std::unique_ptr<PangoLayout, GObjectRelease>;

enum class Weight { normal, bold };
struct TextStyle {
    double points = 10.5;
    Weight weight = Weight::normal;
    double lineSpacing = 1.35;  // times the font's own line height
    double grey = 0;            // 0 black, 1 white
};

// What marks said aloud as they were drawn, in the order of their tags.
struct DrawnMarks {
    PangoContext* context;  // that lays out the labels too
    std::vector<std::string> spoken;
};
// Draws a mark's black box with its white label, under a tag of its own; must be set on the context that lays out runs with
// marks, and live as long.
void installMarkShapes(DrawnMarks& marks);

class TextLayout {
  public:
    TextLayout(PangoContext* context, const Runs& runs, const TextStyle& style, double width);

    std::size_t lineCount() const { return lines_.size(); }
    double lineHeight(std::size_t line) const { return lines_[line].height; }
    double height() const;
    double widest() const { return widest_; }
    // top: where the line begins on the page, in points.
    void drawLine(cairo_t* target, std::size_t line, double x, double top) const;

  private:
    struct Line {
        PangoLayoutLine* line;  // owned by layout_
        double height, baseline;
    };
    void collectLines(double spacing);
    LayoutHandle layout_;
    std::vector<Line> lines_;
    double widest_ = 0, grey_ = 0;
    bool holdsMarks_ = false;
};

}  // namespace redaction::apply::typeset
