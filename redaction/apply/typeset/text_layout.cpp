#include "redaction/apply/typeset/text_layout.h"

#include <cmath>

#include "redaction/apply/finish/tag_tree.h"
#include "redaction/apply/spoken_mark.h"

namespace redaction::apply::typeset {

namespace {

constexpr double markLabelScale = 0.7;   // of the text around it
constexpr double markGrid = 36;          // points; the width of a mark is a multiple of it
constexpr double markPadding = 8;        // points, both sides together
constexpr const char* textBesideMarks = "Span";  // cairo tags only what stands in the innermost elements
constexpr const char* family = "Liberation Sans, DejaVu Sans";

using FontHandle = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;

FontHandle fontOf(double points, Weight weight) {
    FontHandle font(pango_font_description_new(), &pango_font_description_free);
    pango_font_description_set_family(font.get(), family);
    pango_font_description_set_absolute_size(font.get(), points * PANGO_SCALE);
    if (weight == Weight::bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    return font;
}

// What a mark needs to be drawn; pango copies it along with the attribute.
struct MarkShape {
    std::string label;
    double points = 0, width = 0, ascent = 0, descent = 0;
};

LayoutHandle labelLayout(PangoContext* context, const MarkShape& shape) {
    LayoutHandle layout(pango_layout_new(context));
    const auto font = fontOf(shape.points, Weight::normal);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), shape.label.data(), static_cast<int>(shape.label.size()));
    return layout;
}

double naturalWidth(PangoLayout* layout) {
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    return static_cast<double>(logical.width) / PANGO_SCALE;
}

MarkShape makeShape(PangoContext* context, const std::string& label, double points) {
    MarkShape shape{label, points * markLabelScale, 0, points * 0.86, points * 0.24};
    const auto layout = labelLayout(context, shape);
    shape.width = std::ceil((naturalWidth(layout.get()) + markPadding) / markGrid) * markGrid;
    return shape;
}

void drawMark(cairo_t* target, PangoAttrShape* attribute, gboolean pathOnly, gpointer data) {
    if (pathOnly) return;
    const auto& shape = *static_cast<const MarkShape*>(attribute->data);
    auto& marks = *static_cast<DrawnMarks*>(data);
    double x = 0, y = 0;
    cairo_get_current_point(target, &x, &y);
    cairo_tag_end(target, textBesideMarks);
    cairo_tag_begin(target, markTag, nullptr);
    marks.spoken.push_back(spokenMark(shape.label));
    cairo_save(target);
    cairo_set_source_rgb(target, 0, 0, 0);
    cairo_rectangle(target, x, y - shape.ascent, shape.width, shape.ascent + shape.descent);
    cairo_fill(target);
    cairo_set_source_rgb(target, 1, 1, 1);
    const auto layout = labelLayout(marks.context, shape);
    cairo_move_to(target, x + (shape.width - naturalWidth(layout.get())) / 2, y - shape.points * 0.05);
    pango_cairo_show_layout_line(target, pango_layout_get_line_readonly(layout.get(), 0));
    cairo_restore(target);
    cairo_tag_end(target, markTag);
    cairo_tag_begin(target, textBesideMarks, nullptr);
}

gpointer copyShape(gconstpointer shape) { return new MarkShape(*static_cast<const MarkShape*>(shape)); }
void freeShape(gpointer shape) { delete static_cast<MarkShape*>(shape); }

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t start, std::size_t end) {
    attribute->start_index = static_cast<guint>(start);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, attribute);
}

void addMark(PangoAttrList* list, MarkShape shape, std::size_t start, std::size_t end) {
    const auto units = [](double points) { return static_cast<int>(points * PANGO_SCALE); };
    PangoRectangle box{0, -units(shape.ascent), units(shape.width), units(shape.ascent + shape.descent)};
    auto* data = new MarkShape(std::move(shape));
    add(list, pango_attr_shape_new_with_data(&box, &box, data, copyShape, freeShape), start, end);
}

void addStyle(PangoAttrList* list, Style style, std::size_t start, std::size_t end) {
    if (style == Style::bold) add(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), start, end);
    if (style == Style::italic) add(list, pango_attr_style_new(PANGO_STYLE_ITALIC), start, end);
    if (style == Style::link) add(list, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), start, end);
}

constexpr const char* objectReplacement = "\xEF\xBF\xBC";  // U+FFFC stands for a mark in the text pango sees

// Pango breaks paragraphs at more than U+000A, and stops at U+0000: what text from outside may not decide.
std::string withoutControls(const std::string& text) {
    std::string clean;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte >= 0x20 || character == '\n' || character == '\t') clean += character;
    }
    return clean;
}

}  // namespace

Runs plain(std::string text) { return {{std::move(text), Style::plain}}; }

void installMarkShapes(DrawnMarks& marks) {
    pango_cairo_context_set_shape_renderer(marks.context, drawMark, &marks, nullptr);
}

TextLayout::TextLayout(PangoContext* context, const Runs& runs, const TextStyle& style, double width)
    : layout_(pango_layout_new(context)), grey_(style.grey) {
    std::string text;
    const std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> attributes(pango_attr_list_new(),
                                                                                     &pango_attr_list_unref);
    for (const auto& run : runs) {
        const auto start = text.size();
        text += run.style == Style::mark ? objectReplacement : withoutControls(run.text);
        holdsMarks_ = holdsMarks_ || run.style == Style::mark;
        if (run.style == Style::mark)
            addMark(attributes.get(), makeShape(context, run.text, style.points), start, text.size());
        else
            addStyle(attributes.get(), run.style, start, text.size());
    }
    const auto font = fontOf(style.points, style.weight);
    pango_layout_set_font_description(layout_.get(), font.get());
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_attributes(layout_.get(), attributes.get());
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout_.get(), static_cast<int>(width * PANGO_SCALE));
    collectLines(style.lineSpacing);
}

void TextLayout::collectLines(double spacing) {
    const std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)> at(
        pango_layout_get_iter(layout_.get()), &pango_layout_iter_free);
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(at.get(), nullptr, &logical);
        const auto points = [](int units) { return static_cast<double>(units) / PANGO_SCALE; };
        const double natural = points(logical.height), height = natural * spacing;
        const double above = points(pango_layout_iter_get_baseline(at.get()) - logical.y);
        lines_.push_back({pango_layout_iter_get_line_readonly(at.get()), height, above + (height - natural) / 2});
        widest_ = std::max(widest_, points(logical.width));
    } while (pango_layout_iter_next_line(at.get()));
}

double TextLayout::height() const {
    double sum = 0;
    for (const auto& line : lines_) sum += line.height;
    return sum;
}

void TextLayout::drawLine(cairo_t* target, std::size_t line, double x, double top) const {
    cairo_set_source_rgb(target, grey_, grey_, grey_);
    cairo_move_to(target, x, top + lines_[line].baseline);
    if (holdsMarks_) cairo_tag_begin(target, textBesideMarks, nullptr);
    pango_cairo_show_layout_line(target, lines_[line].line);
    if (holdsMarks_) cairo_tag_end(target, textBesideMarks);
}

}  // namespace redaction::apply::typeset
