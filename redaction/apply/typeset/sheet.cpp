#include "redaction/apply/typeset/sheet.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <stdexcept>

namespace redaction::apply::typeset {

namespace {

constexpr TextStyle small{8, Weight::normal, 1.3, 0.25};
constexpr TextStyle smallBold{9.5, Weight::bold, 1.3, 0};
constexpr double footerLine = 10.5;  // points

cairo_status_t append(void* sink, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(sink)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

PangoContext* makeContext(cairo_t* target) {
    auto* context = pango_cairo_create_context(target);
    pango_cairo_context_set_resolution(context, 72);
    auto* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);  // letters stand as their font has it, not on whole points
    pango_context_set_language(context, pango_language_from_string("nl"));
    return context;
}

}  // namespace

Sheet::Sheet(const Text& text, std::size_t pagesInAll)
    : text_(text), pagesInAll_(pagesInAll),
      surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, pageWidth, pageHeight)),
      target_(cairo_create(surface_)), context_(makeContext(target_)), marks_{context_.get(), {}} {
    installMarkShapes(marks_);
    cairo_pdf_surface_restrict_to_version(surface_, CAIRO_PDF_VERSION_1_5);
    bottom_ = pageHeight - marginBottom - footerLine * static_cast<double>(std::max<std::size_t>(1, text.footerLines.size()));
    drawFrame();
}

Sheet::~Sheet() {
    cairo_destroy(target_);
    cairo_surface_destroy(surface_);
}

double Sheet::drawSmall(const std::vector<std::string>& lines, double top) {
    bool first = true;
    for (const auto& line : lines) {
        const TextLayout layout(context_.get(), plain(line), first ? smallBold : small, width());
        for (std::size_t at = 0; at < layout.lineCount(); top += layout.lineHeight(at), ++at)
            layout.drawLine(target_, at, marginLeft, top);
        first = false;
    }
    return top;
}

// Header, footer and page number stand outside every structure element: they are no part of the text.
void Sheet::drawFrame() {
    ++pages_;
    const double headerEnd = drawSmall(text_.headerLines, marginTop - 24);
    top_ = text_.headerLines.empty() ? marginTop : headerEnd + 18;
    y_ = top_;
    double top = bottom_ + 18;
    for (const auto& line : text_.footerLines) {
        TextLayout(context_.get(), plain(line), small, width() - 90).drawLine(target_, 0, marginLeft, top);
        top += footerLine;
    }
    if (text_.pageNumbers == PageNumbers::none) return;
    const bool english = text_.language == "en";
    std::string number = (english ? "Page " : "Pagina ") + std::to_string(pages_);
    if (pagesInAll_ > 0) number += (english ? " of " : " van ") + std::to_string(pagesInAll_);
    const TextLayout layout(context_.get(), plain(number), small, 90);
    layout.drawLine(target_, 0, pageWidth - marginRight - layout.widest(), bottom_ + 18);
}

void Sheet::newPage() {
    cairo_show_page(target_);
    drawFrame();
}

void Sheet::ensureRoom(double points) {
    if (room() < points && !atTop()) newPage();
}

void Sheet::bookmark(const std::string& title, int level) {
    if (level >= 1 && level <= 2 && !title.empty()) bookmarks_.push_back({title, level, pages_ - 1, y_});
}

std::string Sheet::finish() {
    cairo_show_page(target_);
    cairo_surface_finish(surface_);
    if (cairo_status(target_) != CAIRO_STATUS_SUCCESS || cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error("Het zetten van de PDF is niet gelukt.");
    return std::move(bytes_);
}

}  // namespace redaction::apply::typeset
