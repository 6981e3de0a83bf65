#include "tests/partners/typeset.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>

namespace partners {
namespace {

constexpr double kMargin = 80, kBottom = 762;

struct FreeLayout {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using Layout = std::unique_ptr<PangoLayout, FreeLayout>;

std::string fontOf(const Typeface& typeface, Block kind) {
    const double points = typeface.points + (kind == Block::heading ? 5 : kind == Block::subheading ? 1 : 0);
    return typeface.family + (kind == Block::paragraph ? "" : " Bold") + " " + std::to_string(points);
}

Layout layoutOf(cairo_t* cairo, const TextBlock& block, const Typeface& typeface) {
    Layout layout(pango_cairo_create_layout(cairo));
    pango_cairo_context_set_resolution(pango_layout_get_context(layout.get()), 72);
    PangoFontDescription* font = pango_font_description_from_string(fontOf(typeface, block.kind).c_str());
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_width(layout.get(), static_cast<int>((kA4Width - 2 * kMargin) * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_spacing(layout.get(), static_cast<int>(typeface.points * 0.35 * PANGO_SCALE));
    pango_layout_set_text(layout.get(), block.text.c_str(), -1);
    return layout;
}

cairo_status_t append(void* state, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(state)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

void writePageNumber(cairo_t* cairo, int page, const Typeface& typeface) {
    const Layout layout =
        layoutOf(cairo, {Block::paragraph, "Bladzijde " + std::to_string(page)}, {typeface.family, 8});
    cairo_move_to(cairo, kMargin, kBottom + 22);
    pango_cairo_show_layout(cairo, layout.get());
}

}  // namespace

void typeset(const std::vector<TextBlock>& blocks, const Typeface& typeface,
             const std::function<cairo_t*()>& nextPage) {
    cairo_t* cairo = nextPage();
    int page = 1;
    double y = kMargin;
    for (const TextBlock& block : blocks) {
        if (block.kind != Block::paragraph) y += 6;
        Layout layout = layoutOf(cairo, block, typeface);
        for (int line = 0; line < pango_layout_get_line_count(layout.get()); ++line) {
            PangoLayoutLine* shown = pango_layout_get_line_readonly(layout.get(), line);
            PangoRectangle extents;
            pango_layout_line_get_extents(shown, nullptr, &extents);
            const double height = static_cast<double>(extents.height) / PANGO_SCALE * 1.4;
            if (y + height > kBottom) {
                writePageNumber(cairo, page++, typeface);
                cairo = nextPage();
                y = kMargin;
            }
            cairo_move_to(cairo, kMargin, y - static_cast<double>(extents.y) / PANGO_SCALE);
            pango_cairo_show_layout_line(cairo, shown);
            y += height;
        }
        y += typeface.points * 0.9;
    }
    writePageNumber(cairo, page, typeface);
}

std::string pdfOf(const std::vector<TextBlock>& blocks, const Typeface& typeface, const std::string& title) {
    std::string bytes;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(&append, &bytes, kA4Width, kA4Height);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_t* cairo = cairo_create(surface);
    bool first = true;
    typeset(blocks, typeface, [&] {
        if (!first) cairo_show_page(cairo);
        first = false;
        return cairo;
    });
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return bytes;
}

}  // namespace partners
