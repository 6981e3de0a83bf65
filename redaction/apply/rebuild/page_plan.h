// Where everything of one page goes: which words are shown and at what place, which black boxes are drawn, what of the
// source is covered. Pure geometry; knows no PDF.
//
// Width tells the name: a line with a mark is set again from a margin, with marks of one width and spaces of one width,
// and with it what follows on the line and the rest of the paragraph, so that nothing depends on what is hidden. Text that
// runs along the side of a page is covered whole, from what stands above it to what stands below.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redaction/document/document.h"
#include "redaction/marks/marks.h"

namespace redaction::apply::rebuild {

inline constexpr double markGrid = 36;                // points; widths of marks are multiples of it
inline constexpr double markWidth = 2 * markGrid;     // of a mark on a line that is set again
inline constexpr double narrowMarkWidth = markGrid;   // where the line has no room for that

// How the words of a page can be moved: as text, as pieces of its picture, or not at all.
enum class Movable { text, picture, no };

// Positions in a source carry the rounding errors of where they stood. In steps of 1/20 point these are gone; the offset
// keeps the usual fractions of font sizes away from the edges of a step.
double inSteps(double points);

struct WordPlace {
    bool shown = false;
    document::Box from;       // on the source page
    double x = 0, scale = 1;  // new left end; horizontal scale. Unmoved: x == from.x0, scale == 1
    double down = 0;          // to another line of the paragraph
    bool moved() const { return x != from.x0 || scale != 1 || down != 0; }
    document::Box to() const { return {x, from.y0 + down, x + inSteps(from.x1 - from.x0) * scale, from.y1 + down}; }
};

struct BlackBox {
    document::Box box;
    std::string label;  // may be empty
    std::size_t word = static_cast<std::size_t>(-1);  // the withheld word it stands for in the reading order; none: drawn by hand
    std::size_t mark = static_cast<std::size_t>(-1);  // of the document
};

struct PagePlan {
    std::vector<WordPlace> words;         // one per word of the page
    std::vector<BlackBox> boxes;          // to draw
    std::vector<document::Box> covered;   // of the source page: no path, no pixel from here
    bool stuck = false;                   // a withheld word stays where it is, and its neighbours tell how wide it was
    std::vector<document::Box> cleared;   // lines set again: of a picture, only the words come back
    std::vector<document::Box> setAgain;  // the same lines where they stood: drawings inside go with their words
    std::vector<document::Box> evened;    // around these, of a picture: paper gets one colour, ink stays
    std::vector<document::Box> asides;    // beside withheld passages: no drawing, no pixel from here; black where there was ink
};

// movable: one per word of the page. labels: one per mark of the document. drawings: where the page paints anything but
// words, so that text may go up and down between them; nullptr: not known, and it stays at its height.
PagePlan planPage(const document::Document& document, std::size_t page, const std::vector<marks::Mark>& marks,
                  const std::vector<std::string>& labels, const std::vector<Movable>& movable,
                  const std::vector<document::Box>* drawings = nullptr);

bool runsAlongThePage(const document::Word& word);  // not upwards or slanted
bool runsAlongThePage(const document::Page& page, std::size_t word);  // by its neighbours too, where its own box does not tell

bool overlaps(const document::Box& one, const document::Box& other);

}  // namespace redaction::apply::rebuild
