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

}  // namespace redaction::apply::rebuild
