// The words of a page in pieces of lines that read on without a gap. Not for other folders.
#pragma once

#include <cstddef>
#include <vector>

#include "redaction/document/document.h"

namespace redaction::apply::rebuild {

struct LinePiece {
    std::vector<std::size_t> words;  // indexes into the page's words, left to right
    document::Box box;
};

bool onOneLine(const document::Box& one, const document::Box& other);
bool readsOnAfter(const document::Box& before, const document::Box& after);  // on one line, without a wide gap
document::Box united(const document::Box& one, const document::Box& other);

std::vector<LinePiece> findLinePieces(const document::Page& page);

// Where a piece may grow to on the right: just before the next words beside it, or the text's right edge on the page.
double roomOnTheRight(const document::Page& page, const LinePiece& piece);

// The left end from which a piece is set again: its own where other lines begin there too (so it is a margin, not a
// consequence of what is hidden), else the next lower point of the grid that is free.
double anchorOf(const document::Page& page, const std::vector<LinePiece>& pieces, const LinePiece& piece, double grid);

}  // namespace redaction::apply::rebuild
