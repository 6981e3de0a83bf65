// A page drawn in the test itself, as a scan (PNG, 300 dpi) or as a typed PDF, and what its pixels show.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <cairo.h>

namespace drawn {

using Draw = std::function<void(cairo_t*)>;  // in points, origin top left, A4

std::string scan(const Draw& draw);
std::string typed(const Draw& draw);
std::string typedPages(const std::vector<Draw>& pages);

void text(cairo_t* pen, double x, double y, const std::string& words, double size = 12);
// A scrawl in light blue from x, y on: seen by an eye, read by no program.
void scrawl(cairo_t* pen, double x, double y, double width = 60, double height = 12);
// Words as a picture of 300 dpi on the page, the rest of which stays typed.
void pictured(cairo_t* pen, double x, double y, const std::string& words);
// The same shapes drawn by letters' outlines, in light blue.
void outlined(cairo_t* pen, double x, double y, const std::string& words);

// The first page of a PDF as an eye sees it.
class Seen {
  public:
    explicit Seen(const std::string& pdf);
    ~Seen() { cairo_surface_destroy(surface_); }
    Seen(const Seen&) = delete;
    Seen& operator=(const Seen&) = delete;
    // Share of the pixels of a rectangle (points) that are blue, black.
    double blue(double x0, double y0, double x1, double y1) const;
    double black(double x0, double y0, double x1, double y1) const;

  private:
    template <typename Is>
    double share(double x0, double y0, double x1, double y1, Is is) const;
    cairo_surface_t* surface_;
};

}  // namespace drawn
