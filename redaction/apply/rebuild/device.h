// A MuPDF device whose calls reach a C++ object. What throws there is kept and stops the rest; nothing crosses MuPDF's
// own frames.
#pragma once

#include <exception>

#include "redaction/document/pdf/source.h"

namespace redaction::apply::rebuild {

enum class TextUse { fill, stroke, clip, ignore };

// One call per thing a page draws. Defaults do nothing.
class PageListener {
  public:
    virtual ~PageListener() = default;
    struct Paint {
        double red = 0, green = 0, blue = 0, alpha = 1;
    };
    virtual void text(const fz_text&, fz_matrix, TextUse, const Paint&) {}
    virtual void fillPath(const fz_path&, bool evenOdd, fz_matrix, const Paint&) { (void)evenOdd; }
    virtual void strokePath(const fz_path&, const fz_stroke_state&, fz_matrix, const Paint&) {}
    virtual void clipPath(const fz_path&, bool evenOdd, fz_matrix) { (void)evenOdd; }
    virtual void popClip() {}
    virtual void fillImage(fz_image&, fz_matrix, double alpha) { (void)alpha; }
    virtual void fillImageMask(fz_image&, fz_matrix, const Paint&) {}
    virtual void unsupported() {}  // shading, pattern, soft mask, blend mode, text or picture as a clip
};

// Plays everything the page draws to the listener. Throws what the listener threw, or document::pdf::MupdfError.
void play(fz_context* context, const document::pdf::DrawnPage& page, PageListener& listener);

}  // namespace redaction::apply::rebuild
