#include "redaction/apply/rebuild/page_painter.h"

#include <cmath>
#include <cstring>

#include "redaction/apply/rebuild/image_pixels.h"
#include "redaction/apply/rebuild/outline.h"

namespace redaction::apply::rebuild {

namespace {

constexpr double unseenShift = 0.1037;  // points a letter may stand from where the source has it; no round number, as in inSteps
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
        if (open_.empty()) return;
        const auto more = readable(glyph.text);
        letters_.text += more;
        letters_.clusters.back().num_bytes += static_cast<int>(more.size());
        return;
    }
    const auto full = fz_concat({span.trm.a, span.trm.b, span.trm.c, span.trm.d, 0, 0}, {ctm.a, ctm.b, ctm.c, ctm.d, 0, 0});
    const cairo_matrix_t matrix{full.a, full.b, -full.c, -full.d, 0, 0};
    auto* face = fonts_.face(span.font);
    const bool continues = !open_.empty() && open_.script.face == face && open_.word == glyph.word && sameMatrix(open_.script.matrix, matrix);
    if (!continues) {
        flush();
        open_.script = {face, matrix, paint};
        open_.word = glyph.word;
        open_.text = letters_.text.size();
        open_.first = letters_.glyphs.size();
    }
    const double advance = fz_advance_glyph(context_, span.font, item.gid, static_cast<int>(span.wmode)) * full.a;
    const auto place = fz_transform_point_xy(item.x, item.y, ctm);
    if (glyph.text.size() == 1 && glyph.text[0] >= 0x20 && glyph.text[0] < 0x7F) {  // most are
        const char plain = static_cast<char>(glyph.text[0]);
        addGlyph(static_cast<unsigned long>(item.gid), place, {&plain, 1}, advance);
    } else {
        addGlyph(static_cast<unsigned long>(item.gid), place, readable(glyph.text), advance);
    }
}

void PagePainter::addGlyph(unsigned long glyph, fz_point place, std::string_view reads, double advance) {
    letters_.text += reads;
    letters_.glyphs.push_back({glyph, place.x, place.y});
    letters_.clusters.push_back({static_cast<int>(reads.size()), 1});
    advances_.push_back(advance);
    open_.end = letters_.glyphs.size();
}

// The first space behind a shown word stays with it, if it really draws nothing: programs that read aloud need it.
bool PagePainter::addSpace(const fz_text_span& span, const fz_text_item& item, fz_matrix ctm, const PlacedGlyph& glyph) {
    const bool behindWord = !open_.empty() && !open_.spaced && glyph.word == noWord && glyph.drawn && item.gid >= 0;
    if (!behindWord || (glyph.text != U" " && glyph.text != U"\u00A0") || fonts_.face(span.font) != open_.script.face) return false;
    const auto gid = static_cast<unsigned long>(item.gid);
    if (fonts_.findSpace(open_.script.face) != gid) {
        const auto ink = fz_bound_glyph(context_, span.font, item.gid, fz_identity);
        if (ink.x1 - ink.x0 > leastInk && ink.y1 - ink.y0 > leastInk) return false;
        fonts_.rememberSpace(open_.script.face, gid);
    }
    addGlyph(gid, fz_transform_point_xy(item.x, item.y, ctm), " ", 0);
    open_.spaced = true;
    return true;
}

void PagePainter::flush() {
    open_.textEnd = letters_.text.size();
    if (!open_.empty()) words_[open_.word].push_back(open_);
    open_ = {};
}

void PagePainter::showWord(std::size_t word) {
    if (words_[word].empty()) return;
    for (const auto& part : words_[word]) addToRun(part);
    const auto& place = plan_.words[word];
    if (words_[word].back().spaced || run_.glyphs.empty()) return;
    const double x = inSteps(place.to().x1) + 0.05, y = run_.glyphs.back().y;
    if (const auto space = fonts_.findSpace(runScript_.face)) {
        run_.text += ' ';
        run_.glyphs.push_back({*space, x, y});
        run_.clusters.push_back({1, 1});
        return;
    }
    endRun();  // its script and paint stand: the space is written in the same
    showOwnSpace(context_, target_, fonts_, x, y);
}

// From the left end of the word and its foot, so that nothing is left of where it stood. A letter follows the one before
// it as the font has it, unless the source sets it elsewhere by more than an eye can tell.
void PagePainter::addPlaced(const WordGlyphs& word, const WordPlace& place) {
    const double left = place.moved() ? place.x : inSteps(place.x), foot = inSteps(place.from.y1 + place.down);
    const auto* source = &letters_.glyphs[word.first];
    double x = inSteps(source->x - place.from.x0);
    const double from = source->x - x;  // where the word would have begun for its letters to stand here
    for (auto at = word.first; at < word.end; ++at, ++source) {
        if (at > word.first) {
            x += advances_[at - 1];
            if (const double off = source->x - from - x; std::abs(off) > unseenShift) x += inSteps(off);
        }
        run_.glyphs.push_back({source->index, left + x * place.scale, inSteps(source->y - place.from.y1) + foot});
    }
}

void PagePainter::addToRun(const WordGlyphs& word) {
    const auto& script = word.script;
    if (script.face == nullptr || flat(script.matrix)) return;
    const auto& place = plan_.words[word.word];
    // Also where nothing moves: the position of hidden words goes on in the rounding errors of what a page shows after them.
    const bool placed = place.moved() || (!plan_.covered.empty() && std::abs(script.matrix.xy) + std::abs(script.matrix.yx) < 1e-6);
    cairo_matrix_t matrix = script.matrix;
    if (placed) matrix.xx *= place.scale, matrix.xy *= place.scale;
    const bool continues = runScript_.face == script.face && sameMatrix(runScript_.matrix, matrix) && samePaint(runScript_.paint, script.paint);
    if (!continues) {
        endRun();
        runScript_ = {script.face, matrix, script.paint};
    }
    run_.text.append(letters_.text, word.text, word.textEnd - word.text);
    const auto first = static_cast<std::ptrdiff_t>(word.first), end = static_cast<std::ptrdiff_t>(word.end);
    run_.clusters.insert(run_.clusters.end(), letters_.clusters.begin() + first, letters_.clusters.begin() + end);
    if (placed) addPlaced(word, place);
    else run_.glyphs.insert(run_.glyphs.end(), letters_.glyphs.begin() + first, letters_.glyphs.begin() + end);
}

void PagePainter::endRun() {
    if (!run_.glyphs.empty()) {
        source(runScript_.paint);
        cairo_set_font_face(target_, runScript_.face);
        cairo_set_font_matrix(target_, &runScript_.matrix);
        cairo_show_text_glyphs(target_, run_.text.data(), static_cast<int>(run_.text.size()), run_.glyphs.data(),
                               static_cast<int>(run_.glyphs.size()), run_.clusters.data(),
                               static_cast<int>(run_.clusters.size()), static_cast<cairo_text_cluster_flags_t>(0));
    }
    run_.text.clear();
    run_.glyphs.clear();
    run_.clusters.clear();
    runScript_ = {};
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
