// To which piece of marked content each glyph of a page's contents belongs.
#pragma once

#include <vector>

#include "redaction/document/pdf/source.h"

namespace redaction::apply::rebuild {

inline constexpr int noContent = -1;

// How a page must be recorded (document::pdf::drawPage) for markedContentOf.
void playWithPieces(const document::pdf::Source& source, fz_page* page, fz_device* recorder, fz_matrix matrix, fz_cookie* cookie);

// The numbers (/MCID) in the order in which the page draws its glyphs, those of annotations left out; noContent: no piece
// of the page itself. Throws MupdfError.
std::vector<int> markedContentOf(const document::pdf::Source& source, const document::pdf::DrawnPage& page);

}  // namespace redaction::apply::rebuild
