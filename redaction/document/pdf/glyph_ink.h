// What a glyph really paints, looked at once per glyph of a font: a font can claim any size for a glyph that paints
// nothing.
#pragma once

#include <map>
#include <utility>

#include "redaction/document/page_builder.h"
#include "redaction/document/pdf/mupdf.h"

namespace redaction::document::pdf {

class GlyphInk {
  public:
    explicit GlyphInk(fz_context* context) : context_(context) {}
    ~GlyphInk();
    GlyphInk(const GlyphInk&) = delete;
    GlyphInk& operator=(const GlyphInk&) = delete;

    // In ems, y upwards, with all of its edges; empty where hardly a pixel is painted. Throws MupdfError.
    const Box& of(fz_font* font, int glyph);

  private:
    Box look(fz_font* font, int glyph) const;

    fz_context* context_;
    std::map<fz_font*, std::map<int, Box>> known_;  // each font is kept alive by a reference of its own
};

}  // namespace redaction::document::pdf
