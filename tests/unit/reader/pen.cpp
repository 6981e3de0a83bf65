#include "tests/unit/reader/pen.h"

#include <pango/pangocairo.h>

#include <cmath>
#include <numbers>

namespace samples {
namespace {

constexpr double width = 595, height = 842, scale = 300.0 / 72;

// The same numbers each time.
class Chance {
  public:
    double between(double low, double high) {
        state_ = state_ * 1664525u + 1013904223u;
        return low + (high - low) * double(state_ >> 8) / double(1u << 24);
    }
    bool happens(double share) { return between(0, 1) < share; }

  private:
    unsigned state_ = 7;
};

cairo_status_t append(void* to, const unsigned char* bytes, unsigned length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

void letter(cairo_t* pen, Chance& chance, double x, double foot, double wide, double size) {
    const double high = size * (chance.happens(0.25) ? chance.between(0.9, 1.4) : chance.between(0.4, 0.65)), slant = size * 0.2;
    cairo_curve_to(pen, x + wide * chance.between(0.1, 0.4), foot - high * 0.3, x + wide * chance.between(0.2, 0.5) + slant, foot - high * chance.between(1, 1.2),
                   x + wide * chance.between(0.4, 0.6) + slant * 0.6, foot - high * chance.between(0.8, 1));
    if (chance.happens(0.15))
        cairo_curve_to(pen, x + wide * 0.4, foot + size * 0.3, x + wide * chance.between(0.1, 0.4), foot + size * 0.7, x + wide * 0.5, foot + size * chance.between(0.1, 0.3));
    if (chance.happens(0.4))
        cairo_curve_to(pen, x + wide * chance.between(-0.1, 0.2), foot - high * 0.5, x + wide * chance.between(0, 0.3), foot, x + wide * 0.6, foot - high * chance.between(0.2, 0.4));
    cairo_curve_to(pen, x + wide * chance.between(0.5, 0.8), foot - high * 0.2, x + wide * chance.between(0.6, 0.9), foot + size * chance.between(-0.05, 0.05), x + wide,
                   foot - size * chance.between(0, 0.1));
}

double word(cairo_t* pen, Chance& chance, double x, double y, int letters, double size) {
    cairo_move_to(pen, x, y);
    const double foot = y + chance.between(-1, 1) * size * 0.08;
    for (int at = 0; at < letters; ++at) {
        const double wide = size * chance.between(0.35, 0.65);
        letter(pen, chance, x, foot, wide, size);
        x += wide;
    }
    cairo_stroke(pen);
    return x;
}

void takePen(cairo_t* pen, double thick) {
    cairo_set_source_rgb(pen, 0.1, 0.12, 0.4);
    cairo_set_line_width(pen, thick);
    cairo_set_line_cap(pen, CAIRO_LINE_CAP_ROUND);
}

}  // namespace

std::string sheet(const Draw& draw, double degrees) {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, int(width * scale), int(height * scale));
    cairo_t* pen = cairo_create(surface);
    cairo_set_source_rgb(pen, 1, 1, 1);
    cairo_paint(pen);
    cairo_scale(pen, scale, scale);
    cairo_translate(pen, width / 2, height / 2);
    cairo_rotate(pen, degrees * std::numbers::pi / 180);
    cairo_translate(pen, -width / 2, -height / 2);
    draw(pen);
    cairo_destroy(pen);
    std::string png;
    cairo_surface_write_to_png_stream(surface, append, &png);
    cairo_surface_destroy(surface);
    return png;
}

void typeLines(cairo_t* pen, double x, double y, const std::vector<std::string>& lines, const char* font) {
    PangoLayout* layout = pango_cairo_create_layout(pen);
    PangoFontDescription* described = pango_font_description_from_string(font);
    pango_layout_set_font_description(layout, described);
    for (std::size_t at = 0; at < lines.size(); ++at) {
        pango_layout_set_text(layout, lines[at].c_str(), -1);
        cairo_move_to(pen, x, y + 18.0 * double(at));
        pango_cairo_show_layout(pen, layout);
    }
    pango_font_description_free(described);
    g_object_unref(layout);
}

void writeRows(cairo_t* pen, const Hand& hand) {
    Chance chance;
    takePen(pen, 0.9);
    for (int row = 0; row < hand.rows; ++row) {
        double x = hand.x0 + chance.between(-3, 3);
        while (x < hand.x1 - 40) x = word(pen, chance, x, hand.y + row * hand.rowHeight, 2 + int(chance.between(0, 7)), hand.size) + hand.size * chance.between(0.5, 0.9);
    }
}

void sign(cairo_t* pen, double x, double y) {
    Chance chance;
    takePen(pen, 1.2);
    word(pen, chance, x, y, 8, 24);
}

void stamp(cairo_t* pen, double x, double y) {
    cairo_save(pen);
    cairo_translate(pen, x, y);
    cairo_rotate(pen, -0.2);
    cairo_set_source_rgb(pen, 0.6, 0.1, 0.1);
    cairo_set_line_width(pen, 2);
    for (const double radius : {60.0, 45.0}) {
        cairo_arc(pen, 0, 0, radius, 0, 2 * std::numbers::pi);
        cairo_stroke(pen);
    }
    typeLines(pen, -38, -26, {"ONTVANGEN", "12 MRT 2025", "AFD JEUGD"}, "Liberation Sans Bold 10");
    cairo_restore(pen);
}

}  // namespace samples
