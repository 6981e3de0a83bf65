// The lines of a page as pieces, and which places on it do not depend on what is hidden: margins, columns, edges.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "redaction/apply/rebuild/text_lines.h"
#include "redaction/document/document.h"

namespace redaction::apply::rebuild {

class Margins {
  public:
    // hidden: one per word of the page.
    Margins(const document::Page& page, const std::vector<bool>& hidden);

    const std::vector<LinePiece>& pieces() const { return pieces_; }
    bool holdsHidden(std::size_t piece) const { return holds_[piece]; }
    // Neither holds hidden words nor stands to the right of any on its line.
    bool isIndependent(std::size_t piece) const { return !holds_[piece] && !follows_[piece]; }
    // Begins (or, right-aligned, ends) where other lines do whatever is hidden in it: it may stay there.
    bool isAnchored(std::size_t piece) const { return anchorOf(piece).has_value(); }
    std::optional<double> anchorOf(std::size_t piece) const;  // the left end those other lines give it

    std::vector<std::size_t> rightOf(std::size_t piece) const;  // on its line, left to right
    bool standsAlone(std::size_t piece) const;                  // nothing else on its line

    // Where a piece is set again from: its own left end where that is a margin, else behind what stands before it on its
    // line, else the left edge of the page's text.
    double leftFor(std::size_t piece) const;
    // How far it may reach: just before the next words beside it that stay, or the right edge of the page's text.
    double rightFor(const document::Box& line, const std::vector<std::size_t>& moving) const;
    double columnRight(double left) const;  // of the lines that begin at `left`
    double textHeight() const { return textHeight_; }  // of a word, in the middle of all

  private:
    bool onOneLine(std::size_t one, std::size_t other) const;
    double leftEdge() const;
    double rightEdge() const;
    const document::Page& page_;
    std::vector<LinePiece> pieces_;
    std::vector<bool> holds_, follows_;  // per piece
    double textHeight_ = 10;
};

}  // namespace redaction::apply::rebuild
