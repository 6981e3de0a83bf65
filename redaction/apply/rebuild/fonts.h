// The fonts of the source as cairo faces: a copy of each, so that cairo may keep it longer than MuPDF's document lives.
#pragma once

#include <cairo.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "redaction/document/pdf/mupdf.h"

namespace redaction::apply::rebuild {

struct FaceRelease {
    void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
};
using Face = std::unique_ptr<cairo_font_face_t, FaceRelease>;

class Fonts {
  public:
    explicit Fonts(fz_context* context) : context_(context) {}
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    cairo_font_face_t* face(fz_font* font);  // nullptr: a font cairo cannot write
    fz_font* own();                          // a plain sans serif, for labels and the text behind pictures

    // The glyph that was seen to stand for a space, and to draw nothing, in a font of the source.
    void rememberSpace(cairo_font_face_t* face, unsigned long glyph) { spaces_.emplace(face, glyph); }
    std::optional<unsigned long> findSpace(cairo_font_face_t* face) const;

  private:
    fz_context* context_;
    std::map<fz_font*, Face> faces_;  // each key is kept alive by a reference of its own
    std::pair<fz_font*, cairo_font_face_t*> last_{nullptr, nullptr};
    std::map<cairo_font_face_t*, unsigned long> spaces_;
    fz_font* own_ = nullptr;
};

// A word in the project's own font at x, baseline y; as wide as `width` when that is not 0. UTF-8.
void showOwnText(fz_context* context, cairo_t* target, Fonts& fonts, const std::string& text, double x, double y,
                 double points, double width);
// A space in the matrix and colour that `target` has.
void showOwnSpace(fz_context* context, cairo_t* target, Fonts& fonts, double x, double y);
// The same as shapes: seen, but no text.
void showOwnShapes(fz_context* context, cairo_t* target, Fonts& fonts, const std::string& text, double x, double y, double points);
double ownTextWidth(fz_context* context, Fonts& fonts, const std::string& text, double points);

}  // namespace redaction::apply::rebuild
