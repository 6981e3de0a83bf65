#include "redaction/apply/rebuild/page_painter.h"

#include <cmath>
#include <cstring>

#include "redaction/apply/rebuild/image_pixels.h"
#include "redaction/apply/rebuild/outline.h"

namespace redaction::apply::rebuild {

namespace {

constexpr float leastInk = 1e-5f;  // ems; of a glyph without outline MuPDF says a hundredth of this

bool sameMatrix(const cairo_matrix_t& a, const cairo_matrix_t& b) {
    return a.xx == b.xx && a.yx == b.yx && a.xy == b.xy && a.yy == b.yy;
}

bool samePaint(const PageListener::Paint& a, const PageListener::Paint& b) {
    return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

bool flat(const cairo_matrix_t& matrix) { return std::abs(matrix.xx * matrix.yy - matrix.xy * matrix.yx) < 1e-6; }

// Turns, mirrors and scales the same in all directions.
bool isRound(const cairo_matrix_t& matrix) {
    const double wide = std::hypot(matrix.xx, matrix.yx), high = std::hypot(matrix.xy, matrix.yy);
    return std::abs(wide - high) < 0.01 * wide && std::abs(matrix.xx * matrix.xy + matrix.yx * matrix.yy) < 0.01 * wide * high;
}

// Few large pixels stay squares, unless the source asks for steps between them.
cairo_filter_t filterOf(const fz_image& image) { return image.interpolate ? CAIRO_FILTER_BEST : CAIRO_FILTER_NEAREST; }

std::string readable(const std::u32string& text) {
    return document::toUtf8(text.empty() || text[0] < 0x20 ? std::u32string(1, U'\uFFFD') : text);
}

cairo_line_cap_t capOf(fz_linecap cap) {
    return cap == FZ_LINECAP_ROUND ? CAIRO_LINE_CAP_ROUND : cap == FZ_LINECAP_SQUARE ? CAIRO_LINE_CAP_SQUARE : CAIRO_LINE_CAP_BUTT;
}

cairo_line_join_t joinOf(fz_linejoin join) {
    return join == FZ_LINEJOIN_ROUND ? CAIRO_LINE_JOIN_ROUND : join == FZ_LINEJOIN_BEVEL ? CAIRO_LINE_JOIN_BEVEL : CAIRO_LINE_JOIN_MITER;
}

}  // namespace

void PagePainter::source(const Paint& paint) { cairo_set_source_rgba(target_, paint.red, paint.green, paint.blue, paint.alpha); }

void PagePainter::text(const fz_text& text, fz_matrix ctm, TextUse, const Paint& paint) {
    forEachGlyph(text, [&](const fz_text_span& span, const fz_text_item& item) { add(span, item, ctm, paint); });
    flush();
}

void PagePainter::add(const fz_text_span& span, const fz_text_item& item, fz_matrix ctm, const Paint& paint) {
    if (next_ >= glyphs_.size()) return;
    const auto& glyph = glyphs_[next_++];
    if (addSpace(span, item, ctm, glyph)) return;
    if (!glyph.drawn || glyph.word == noWord || !plan_.words[glyph.word].shown) return flush();
    if (item.gid < 0) {  // reads along with the glyph before it
        if (open_.clusters.empty()) return;
        const auto more = readable(glyph.text);
        open_.text += more;
        open_.clusters.back().num_bytes += static_cast<int>(more.size());
        return;
    }
    const auto full = fz_concat({span.trm.a, span.trm.b, span.trm.c, span.trm.d, 0, 0}, {ctm.a, ctm.b, ctm.c, ctm.d, 0, 0});
    const cairo_matrix_t matrix{full.a, full.b, -full.c, -full.d, 0, 0};
    auto* face = fonts_.face(span.font);
    const bool continues = !open_.glyphs.empty() && open_.face == face && open_.word == glyph.word && sameMatrix(open_.matrix, matrix);
    if (!continues) {
        flush();
        open_ = {face, matrix, {}, {}, {}, {}, paint, glyph.word, false};
    }
    const auto place = fz_transform_point_xy(item.x, item.y, ctm);
    const auto reads = readable(glyph.text);
    open_.text += reads;
    open_.glyphs.push_back({static_cast<unsigned long>(item.gid), place.x, place.y});
    open_.clusters.push_back({static_cast<int>(reads.size()), 1});
    open_.advances.push_back(fz_advance_glyph(context_, span.font, item.gid, static_cast<int>(span.wmode)) * full.a);
}

// The first space behind a shown word stays with it, if it really draws nothing: programs that read aloud need it.
bool PagePainter::addSpace(const fz_text_span& span, const fz_text_item& item, fz_matrix ctm, const PlacedGlyph& glyph) {
    const bool behindWord = !open_.glyphs.empty() && !open_.spaced && glyph.word == noWord && glyph.drawn && item.gid >= 0;
    if (!behindWord || (glyph.text != U" " && glyph.text != U"\u00A0") || fonts_.face(span.font) != open_.face) return false;
    const auto ink = fz_bound_glyph(context_, span.font, item.gid, fz_identity);
    if (ink.x1 - ink.x0 > leastInk && ink.y1 - ink.y0 > leastInk) return false;
    const auto place = fz_transform_point_xy(item.x, item.y, ctm);
    open_.text += ' ';
    open_.glyphs.push_back({static_cast<unsigned long>(item.gid), place.x, place.y});
    open_.clusters.push_back({1, 1});
    open_.advances.push_back(0);
    open_.spaced = true;
    fonts_.rememberSpace(open_.face, static_cast<unsigned long>(item.gid));
    return true;
}

void PagePainter::flush() {
    if (!open_.glyphs.empty()) words_[open_.word].push_back(std::move(open_));
    open_ = {};
}

void PagePainter::showWord(std::size_t word) {
    if (words_[word].empty()) return;
    for (const auto& part : words_[word]) addToRun(part);
    const auto& place = plan_.words[word];
    if (words_[word].back().spaced || run_.glyphs.empty()) return;
    const double x = inSteps(place.to().x1) + 0.05, y = run_.glyphs.back().y;
    if (const auto space = fonts_.findSpace(run_.face)) {
        run_.text += ' ';
        run_.glyphs.push_back({*space, x, y});
        run_.clusters.push_back({1, 1});
        return;
    }
    endRun();  // its script and paint stand: the space is written in the same
    showOwnSpace(context_, target_, fonts_, x, y);
}

// From the left end of the word and its foot, so that nothing is left of where it stood.
std::vector<cairo_glyph_t> PagePainter::movedGlyphs(const WordGlyphs& word) const {
    const auto& from = plan_.words[word.word].from;
    auto glyphs = word.glyphs;
    for (std::size_t at = 0; at < glyphs.size(); ++at) {
        const auto& source = word.glyphs[at];
        glyphs[at].x = at == 0 ? inSteps(source.x - from.x0)
                               : glyphs[at - 1].x + word.advances[at - 1] + inSteps(source.x - word.glyphs[at - 1].x - word.advances[at - 1]);
        glyphs[at].y = inSteps(source.y - from.y1);
    }
    return glyphs;
}

void PagePainter::addToRun(const WordGlyphs& word) {
    if (word.face == nullptr || flat(word.matrix)) return;
    const auto& place = plan_.words[word.word];
    // Also where nothing moves: the position of hidden words goes on in the rounding errors of what a page shows after them.
    const bool placed = place.moved() || (!plan_.covered.empty() && std::abs(word.matrix.xy) + std::abs(word.matrix.yx) < 1e-6);
    cairo_matrix_t matrix = word.matrix;
    if (placed) matrix.xx *= place.scale, matrix.xy *= place.scale;
    const bool continues = run_.face == word.face && sameMatrix(run_.matrix, matrix) && samePaint(run_.paint, word.paint);
    if (!continues) {
        endRun();
        run_.face = word.face, run_.matrix = matrix, run_.paint = word.paint;
    }
    run_.text += word.text;
    run_.clusters.insert(run_.clusters.end(), word.clusters.begin(), word.clusters.end());
    const double left = place.moved() ? place.x : inSteps(place.x), foot = inSteps(place.from.y1 + place.down);
    for (auto glyph : placed ? movedGlyphs(word) : word.glyphs) {
        if (placed) glyph.x = left + glyph.x * place.scale, glyph.y += foot;
        run_.glyphs.push_back(glyph);
    }
}

void PagePainter::endRun() {
    if (!run_.glyphs.empty()) {
        source(run_.paint);
        cairo_set_font_face(target_, run_.face);
        cairo_set_font_matrix(target_, &run_.matrix);
        cairo_show_text_glyphs(target_, run_.text.data(), static_cast<int>(run_.text.size()), run_.glyphs.data(),
                               static_cast<int>(run_.glyphs.size()), run_.clusters.data(),
                               static_cast<int>(run_.clusters.size()), static_cast<cairo_text_cluster_flags_t>(0));
        glyphsShown_ += run_.glyphs.size();
    }
    run_ = {};
}

void PagePainter::finish() {
    flush();
    for (; clips_ > 0; --clips_) cairo_restore(target_);
}

bool PagePainter::trace(const fz_path& path, fz_matrix ctm) {
    cairo_new_path(target_);
    bool any = false;
    for (const auto& part : outlineOf(context_, path, ctm)) {
        const bool beside = !mayStayBeside(part, plan_.asides);
        if (beside) leftOutBeside_.push_back(part.bounds());
        if (!beside && mayStay(part, plan_.covered) && !liesIn(part, plan_.setAgain)) {
            part.draw(target_);
            any = true;
        } else {
            leftOut_.push_back(part.bounds());
        }
    }
    return any;
}

void PagePainter::fillPath(const fz_path& path, bool evenOdd, fz_matrix ctm, const Paint& paint) {
    if (!trace(path, ctm)) return;
    source(paint);
    cairo_set_fill_rule(target_, evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    cairo_fill(target_);
}

void PagePainter::strokePath(const fz_path& path, const fz_stroke_state& stroke, fz_matrix ctm, const Paint& paint) {
    if (!trace(path, ctm)) return;
    // A pen that is no circle on the page is set in the matrix of the path, where it is one.
    const cairo_matrix_t skewed{ctm.a, ctm.b, ctm.c, ctm.d, 0, 0};
    const bool round = isRound(skewed) || flat(skewed) || stroke.linewidth <= 0;
    const double expansion = round ? fz_matrix_expansion(ctm) : 1;
    cairo_save(target_);
    if (!round) cairo_transform(target_, &skewed);
    source(paint);
    cairo_set_line_width(target_, round ? std::max(0.1, stroke.linewidth * expansion) : stroke.linewidth);
    cairo_set_line_cap(target_, capOf(stroke.start_cap));
    cairo_set_line_join(target_, joinOf(stroke.linejoin));
    cairo_set_miter_limit(target_, std::max(1.0f, stroke.miterlimit));
    std::vector<double> dashes;
    double sum = 0;
    for (int at = 0; at < stroke.dash_len && at < 32; ++at) {
        dashes.push_back(std::max(0.0, stroke.dash_list[at] * expansion));
        sum += dashes.back();
    }
    if (sum <= 0) dashes.clear();
    cairo_set_dash(target_, dashes.data(), static_cast<int>(dashes.size()), stroke.dash_phase * expansion);
    cairo_stroke(target_);
    cairo_restore(target_);
}

void PagePainter::clipPath(const fz_path& path, bool evenOdd, fz_matrix ctm) {
    cairo_save(target_);
    ++clips_;
    cairo_new_path(target_);
    for (const auto& part : outlineOf(context_, path, ctm)) part.draw(target_);
    cairo_set_fill_rule(target_, evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    cairo_clip(target_);
}

// Of the one image that follows, which brings it along.
void PagePainter::clipImageMask(fz_image&) {
    cairo_save(target_);
    ++clips_;
}

void PagePainter::popClip() {
    flush();
    if (clips_ == 0) return;
    cairo_restore(target_);
    --clips_;
}

void PagePainter::fillImage(fz_image& image, fz_matrix ctm, double alpha) {
    const auto pixels = colourPixels(context_, image);
    blankCovered(pixels.get(), ctm, plan_.covered);
    blankCovered(pixels.get(), ctm, plan_.asides);
    paint(pixels.get(), ctm, {alpha, filterOf(image)});
}

void PagePainter::paint(cairo_surface_t* pixels, fz_matrix ctm, const Paste& how) {
    const int width = cairo_image_surface_get_width(pixels), height = cairo_image_surface_get_height(pixels);
    const cairo_matrix_t matrix{ctm.a, ctm.b, ctm.c, ctm.d, ctm.e, ctm.f};
    if (flat(matrix)) return;
    attachJpeg(pixels);
    cairo_save(target_);
    cairo_transform(target_, &matrix);
    cairo_scale(target_, 1.0 / width, 1.0 / height);
    cairo_set_source_surface(target_, pixels, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(target_), how.filter);
    cairo_rectangle(target_, 0, 0, width, height);
    cairo_clip(target_);
    cairo_paint_with_alpha(target_, how.alpha);
    cairo_restore(target_);
}

void PagePainter::fillImageMask(fz_image& image, fz_matrix ctm, const Paint& colour) {
    const auto pixels = maskPixels(context_, image);
    blankCovered(pixels.get(), ctm, plan_.covered);
    blankCovered(pixels.get(), ctm, plan_.asides);
    const cairo_matrix_t matrix{ctm.a, ctm.b, ctm.c, ctm.d, ctm.e, ctm.f};
    if (flat(matrix)) return;
    cairo_save(target_);
    cairo_transform(target_, &matrix);
    cairo_scale(target_, 1.0 / cairo_image_surface_get_width(pixels.get()), 1.0 / cairo_image_surface_get_height(pixels.get()));
    source(colour);
    auto* stencil = cairo_pattern_create_for_surface(pixels.get());
    cairo_pattern_set_filter(stencil, filterOf(image));
    cairo_mask(target_, stencil);
    cairo_pattern_destroy(stencil);
    cairo_restore(target_);
}

}  // namespace redaction::apply::rebuild
