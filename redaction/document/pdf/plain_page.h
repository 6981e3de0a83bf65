// Pages so plain that all their text is certainly seen, without drawing a pixel of them: filled text in strong colours,
// lines and areas, rectangular clips that cut nothing, and nothing that lies over a letter. Any doubt makes a page not
// plain; it is then drawn and looked at (markVisibility).
#pragma once

#include "redaction/document/pdf/glyph_ink.h"
#include "redaction/document/pdf/page_text.h"

namespace redaction::document::pdf {

// True: every character of `text` is visible. Throws MupdfError.
bool isPlain(const Source& source, const DrawnPage& page, const PageText& text, GlyphInk& ink);

}  // namespace redaction::document::pdf
