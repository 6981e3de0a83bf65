// Sets a text on A4 pages with pango and draws it with cairo: on a PDF, or on 300 dpi pictures.
#pragma once

#include <cairo.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/partners/demo_source.h"

namespace partners {

inline constexpr double kA4Width = 595.28, kA4Height = 841.89;  // points

struct Typeface {
    std::string family = "Liberation Sans";
    double points = 11;
};

// Draws page after page. `nextPage` gives the surface's context for each, already scaled to points.
void typeset(const std::vector<TextBlock>& blocks, const Typeface& typeface, const std::function<cairo_t*()>& nextPage);

std::string pdfOf(const std::vector<TextBlock>& blocks, const Typeface& typeface, const std::string& title);

}  // namespace partners
