// A MuPDF device whose calls reach a C++ object. What throws there is kept and stops the rest; nothing crosses MuPDF's
// own frames.
//
// Every way a page has to paint (tests/unit/apply/operations_test.cpp holds each row):
//   drawn: filled text of fonts cairo can write; filled and stroked paths, dashes, caps, joins, skewed pens; clips by
//     paths; images with their masks and transparency; stencils; groups that only gather; what annotations and form fields
//     look like, as it comes in these same calls
//   left out: invisible text (ignore_text), names of layers, layers that are off, overprint (paper shows none), what a page
//     says plain colours mean (MuPDF as Debian builds it has no colour profiles: they mean the same everywhere)
//   the page becomes a picture: stroked text, text as a clip, fonts of Type 3 or emboldened or slanted by the viewer, clips
//     by strokes or by images other than the mask of the image they clip, shadings, patterns, soft masks, blend modes,
//     groups that shine through or knock out
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
    virtual void clipImageMask(fz_image&) {}  // until popClip
    virtual void fillImageMask(fz_image&, fz_matrix, const Paint&) {}
    virtual void unsupported() {}  // the page becomes a picture
};

// Plays everything the page draws to the listener. Throws what the listener threw, or document::pdf::MupdfError.
void play(fz_context* context, const document::pdf::DrawnPage& page, PageListener& listener);

}  // namespace redaction::apply::rebuild
