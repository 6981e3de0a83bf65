// Images of the source, decoded to pixels: nothing of their files (comments, EXIF, thumbnails, alternates) comes along.
#pragma once

#include <cairo.h>

#include <memory>
#include <vector>

#include "redaction/document/document.h"
#include "redaction/document/pdf/mupdf.h"

namespace redaction::apply::rebuild {

struct SurfaceRelease {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceRelease>;

inline constexpr double maxImagePixels = 40e6;

// Throw document::pdf::MupdfError or std::length_error (too many pixels).
Surface colourPixels(fz_context* context, fz_image& image);  // ARGB32 where the image has a mask, else RGB24
Surface maskPixels(fz_context* context, fz_image& image);    // A8: where a stencil paints

// ctm: unit square to page. White (or nothing, in a mask) where the page is covered.
void blankCovered(cairo_surface_t* pixels, fz_matrix ctm, const std::vector<document::Box>& covered);

void attachJpeg(cairo_surface_t* pixels);  // large pictures without transparency are written as JPEG

}  // namespace redaction::apply::rebuild
