#include "redaction/apply/rebuild/page_glyphs.h"

#include <algorithm>

#include "redaction/apply/rebuild/outline.h"
#include "redaction/marks/word_spans.h"

namespace redaction::apply::rebuild {

namespace {

using document::Box;

constexpr double tolerance = 0.6;  // points

std::u32string readAs(int unicode) {
    switch (unicode) {
        case 0xFB00: return U"ff";
        case 0xFB01: return U"fi";
        case 0xFB02: return U"fl";
        case 0xFB03: return U"ffi";
        case 0xFB04: return U"ffl";
        case 0xFB05:
        case 0xFB06: return U"st";
        default: return std::u32string(1, static_cast<char32_t>(unicode));
    }
}

bool holds(const Box& box, const PlacedGlyph& glyph) {
    return glyph.x > box.x0 - tolerance && glyph.x < box.x1 + tolerance && glyph.y > box.y0 - tolerance &&
           glyph.y < box.y1 + tolerance;
}

bool isBlank(const PlacedGlyph& glyph) {
    return std::all_of(glyph.text.begin(), glyph.text.end(), [](char32_t c) { return marks::isSpace(c) || c < 0x20; });
}

class Assigner {
  public:
    Assigner(std::vector<PlacedGlyph>& glyphs, const document::Page& page, const std::u32string& text)
        : glyphs_(glyphs), page_(page), text_(text) {
        for (std::size_t at = 0; at < glyphs_.size(); ++at)
            if (!isBlank(glyphs_[at])) order_.push_back(at);
    }

    void assign() {
        for (std::size_t word = 0; word < page_.words.size(); ++word)
            if (!takeNext(word)) takeFromAnywhere(word);
        for (const auto at : order_)
            if (glyphs_[at].word == noWord) takeLeftOver(glyphs_[at]);
        attachParts();
    }

  private:
    std::u32string_view spelling(std::size_t word) const {
        const auto& place = page_.words[word];
        return std::u32string_view(text_).substr(place.start, place.end - place.start);
    }

    // Glyphs order_[from…) that spell the word inside its box; the place behind them, or from when they do not.
    std::size_t spelledFrom(std::size_t from, std::size_t word, const std::vector<std::size_t>& order) const {
        auto left = spelling(word);
        auto at = from;
        for (; !left.empty() && at < order.size(); ++at) {
            const auto& glyph = glyphs_[order[at]];
            if (glyph.word != noWord || left.substr(0, glyph.text.size()) != glyph.text || !holds(page_.words[word].box, glyph))
                return from;
            left.remove_prefix(glyph.text.size());
        }
        return left.empty() ? at : from;
    }

    void take(std::size_t from, std::size_t end, std::size_t word, const std::vector<std::size_t>& order) {
        for (auto at = from; at < end; ++at) glyphs_[order[at]].word = word;
    }

    bool takeNext(std::size_t word) {
        const auto end = spelledFrom(next_, word, order_);
        if (end == next_) return false;
        take(next_, end, word, order_);
        next_ = end;
        return true;
    }

    void takeFromAnywhere(std::size_t word) {
        std::vector<std::size_t> inside;
        for (const auto at : order_)
            if (glyphs_[at].word == noWord && holds(page_.words[word].box, glyphs_[at])) inside.push_back(at);
        if (takeRun(word, inside)) return;
        std::stable_sort(inside.begin(), inside.end(), [&](auto a, auto b) { return glyphs_[a].x < glyphs_[b].x; });
        takeRun(word, inside);
    }

    bool takeRun(std::size_t word, const std::vector<std::size_t>& inside) {
        for (std::size_t from = 0; from < inside.size(); ++from) {
            const auto end = spelledFrom(from, word, inside);
            if (end == from) continue;
            take(from, end, word, inside);
            next_ = static_cast<std::size_t>(std::upper_bound(order_.begin(), order_.end(), inside[end - 1]) - order_.begin());
            return true;
        }
        return false;
    }

    // A glyph no word could spell (drawn twice, or decoded in another way) belongs to the one word it stands in, if it
    // is one of its letters. Where words lie over each other it belongs to none.
    void takeLeftOver(PlacedGlyph& glyph) const {
        std::size_t found = noWord;
        for (std::size_t word = 0; word < page_.words.size(); ++word) {
            if (!holds(page_.words[word].box, glyph)) continue;
            if (found != noWord) return;
            found = word;
        }
        if (found != noWord && spelling(found).find(glyph.text) != std::u32string_view::npos) glyph.word = found;
    }

    void attachParts() {
        for (std::size_t at = 1; at < glyphs_.size(); ++at)
            if (glyphs_[at].text.empty()) glyphs_[at].word = glyphs_[at - 1].word;
    }

    std::vector<PlacedGlyph>& glyphs_;
    const document::Page& page_;
    const std::u32string& text_;
    std::vector<std::size_t> order_;  // glyphs that are no white space, as drawn
    std::size_t next_ = 0;            // in order_: behind what was taken last
};

}  // namespace

void GlyphCollector::text(const fz_text& text, fz_matrix ctm, TextUse use, const Paint&) {
    needNoMask();
    forEachGlyph(text, [&](const fz_text_span& span, const fz_text_item& item) {
        if (fonts_.face(span.font) == nullptr) drawable_ = false;  // Type 3, or nothing cairo can write
        const auto* flags = fz_font_flags(span.font);
        if (flags->fake_bold || flags->fake_italic) drawable_ = false;
        PlacedGlyph glyph;
        glyph.drawn = use == TextUse::fill || use == TextUse::stroke;
        if (item.ucs >= 0) glyph.text = readAs(item.ucs);
        const auto matrix = fz_concat({span.trm.a, span.trm.b, span.trm.c, span.trm.d, item.x, item.y}, ctm);
        const float advance = item.gid >= 0 ? fz_advance_glyph(context_, span.font, item.gid, static_cast<int>(span.wmode)) : 0;
        const auto middle = span.wmode ? fz_make_point(0, -advance / 2) : fz_make_point(advance / 2, 0.25f);
        const auto place = fz_transform_point(middle, matrix);
        glyph.x = place.x;
        glyph.y = place.y;
        const bool readsAlong = item.gid < 0 && !glyphs_.empty();  // one glyph that stands for several characters
        if (readsAlong) {
            glyph.x = glyphs_.back().x;
            glyph.y = glyphs_.back().y;
        }
        glyphs_.push_back(std::move(glyph));
    });
}

void GlyphCollector::clipPath(const fz_path& path, bool, fz_matrix ctm) {
    for (const auto& part : outlineOf(context_, path, ctm))
        if (!part.isRectangular()) shapedClips_.push_back(part.bounds());
    clips_.push_back(nullptr);
}

void GlyphCollector::popClip() {
    if (!clips_.empty()) clips_.pop_back();
}

// An image brings its own mask along; any other use of one is not drawn by the filter.
void GlyphCollector::fillImage(fz_image& image, fz_matrix ctm, double) {
    add(ctm);
    const auto masks = std::count_if(clips_.begin(), clips_.end(), [](const auto* mask) { return mask != nullptr; });
    if (masks > 1 || (masks == 1 && clips_.back() != image.mask)) drawable_ = false;
}

void GlyphCollector::fillImageMask(fz_image&, fz_matrix ctm, const Paint&) {
    needNoMask();
    add(ctm);
}

void GlyphCollector::fillPath(const fz_path& path, bool, fz_matrix ctm, const Paint&) {
    needNoMask();
    add(path, ctm);
}

void GlyphCollector::strokePath(const fz_path& path, const fz_stroke_state&, fz_matrix ctm, const Paint&) {
    needNoMask();
    add(path, ctm);
}

void GlyphCollector::add(const fz_path& path, fz_matrix ctm) {
    for (const auto& part : outlineOf(context_, path, ctm)) drawings_.push_back(part.bounds());
}

void GlyphCollector::add(fz_matrix image) {
    const auto box = fz_transform_rect(fz_unit_rect, image);
    drawings_.push_back({box.x0, box.y0, box.x1, box.y1});
}

void GlyphCollector::needNoMask() {
    if (std::any_of(clips_.begin(), clips_.end(), [](const auto* mask) { return mask != nullptr; })) drawable_ = false;
}

void assignWords(std::vector<PlacedGlyph>& glyphs, const document::Page& page, const std::u32string& text) {
    Assigner(glyphs, page, text).assign();
}

}  // namespace redaction::apply::rebuild
