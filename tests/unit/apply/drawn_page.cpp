#include "tests/unit/apply/drawn_page.h"

#include <cairo-pdf.h>

#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "tests/unit/apply/other_programs.h"

namespace drawn {

namespace {

constexpr double width = 595, height = 842, scale = 300.0 / 72, seenScale = 100.0 / 72;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned size) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string scan(const Draw& draw) {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, int(width * scale), int(height * scale));
    cairo_t* pen = cairo_create(surface);
    cairo_set_source_rgb(pen, 1, 1, 1);
    cairo_paint(pen);
    cairo_scale(pen, scale, scale);
    draw(pen);
    cairo_destroy(pen);
    std::string png;
    cairo_surface_write_to_png_stream(surface, append, &png);
    cairo_surface_destroy(surface);
    return png;
}

std::string typed(const Draw& draw) { return typedPages({draw}); }

std::string typedPages(const std::vector<Draw>& pages) {
    std::string pdf;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append, &pdf, width, height);
    cairo_t* pen = cairo_create(surface);
    for (const auto& draw : pages) {
        draw(pen);
        cairo_show_page(pen);
    }
    cairo_destroy(pen);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return pdf;
}

void text(cairo_t* pen, double x, double y, const std::string& words, double size) {
    cairo_set_source_rgb(pen, 0, 0, 0);
    cairo_select_font_face(pen, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(pen, size);
    cairo_move_to(pen, x, y);
    cairo_show_text(pen, words.c_str());
}

void scrawl(cairo_t* pen, double x, double y, double wide, double high) {
    cairo_set_source_rgb(pen, 0.6, 0.75, 1);
    cairo_set_line_width(pen, 2);
    cairo_move_to(pen, x, y);
    for (double at = 0; at < wide; at += 10) cairo_rel_curve_to(pen, 3, -high, 7, high, 10, 0);
    cairo_stroke(pen);
}

void pictured(cairo_t* pen, double x, double y, const std::string& words) {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, int(450 * scale), int(30 * scale));
    cairo_t* inside = cairo_create(surface);
    cairo_set_source_rgb(inside, 1, 1, 1);
    cairo_paint(inside);
    cairo_scale(inside, scale, scale);
    text(inside, 5, 20, words);
    cairo_destroy(inside);
    cairo_save(pen);
    cairo_translate(pen, x, y);
    cairo_scale(pen, 1 / scale, 1 / scale);
    cairo_set_source_surface(pen, surface, 0, 0);
    cairo_paint(pen);
    cairo_restore(pen);
    cairo_surface_destroy(surface);
}

void outlined(cairo_t* pen, double x, double y, const std::string& words) {
    cairo_select_font_face(pen, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(pen, 12);
    cairo_set_source_rgb(pen, 0.6, 0.75, 1);
    cairo_move_to(pen, x, y);
    cairo_text_path(pen, words.c_str());
    cairo_fill(pen);
}

Seen::Seen(const std::string& pdf) {
    const other::Folder folder;
    other::run("pdftoppm -r 100 -png -singlefile " + folder.write("a.pdf", pdf).string() + " " + (folder.path() / "p").string());
    surface_ = cairo_image_surface_create_from_png((folder.path() / "p.png").c_str());
    if (cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS) throw std::runtime_error("no picture of the page");
}

template <typename Is>
double Seen::share(double x0, double y0, double x1, double y1, Is is) const {
    std::size_t all = 0, found = 0;
    for (int y = int(y0 * seenScale); y < int(y1 * seenScale); ++y)
        for (int x = int(x0 * seenScale); x < int(x1 * seenScale); ++x, ++all) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, cairo_image_surface_get_data(surface_) + std::ptrdiff_t(y) * cairo_image_surface_get_stride(surface_) + x * 4, 4);
            found += is(int(pixel >> 16 & 255), int(pixel & 255));
        }
    return all == 0 ? 0 : double(found) / double(all);
}

double Seen::blue(double x0, double y0, double x1, double y1) const {
    return share(x0, y0, x1, y1, [](int red, int blue) { return blue - red > 30; });
}

double Seen::black(double x0, double y0, double x1, double y1) const {
    return share(x0, y0, x1, y1, [](int red, int blue) { return red < 40 && blue < 40; });
}

}  // namespace drawn
