#include "redaction/document/pdf/glyph_ink.h"

#include <cmath>

namespace redaction::document::pdf {
namespace {

constexpr float pixelsPerEm = 48;
constexpr int reach = 96;              // pixels in each direction; a glyph beyond is no plain one
constexpr int leastCoverage = 64;      // of 255, of a pixel that counts
constexpr int leastPixels = 3;
constexpr std::size_t maxFonts = 256;

// Empty: too large, or hardly painted.
Box inkOf(const fz_pixmap& pixmap) {
    Box ink{reach, reach, -reach, -reach};
    int painted = 0;
    for (int y = 0; y < pixmap.h; ++y) {
        const unsigned char* row = pixmap.samples + std::ptrdiff_t(y) * pixmap.stride;
        for (int x = 0; x < pixmap.w; ++x) {
            if (row[x] == 255) continue;
            painted += 255 - row[x] >= leastCoverage;
            ink = unite(ink, {double(pixmap.x + x), double(pixmap.y + y), double(pixmap.x + x + 1), double(pixmap.y + y + 1)});
        }
    }
    const bool outside = ink.x0 <= -reach || ink.y0 <= -reach || ink.x1 >= reach || ink.y1 >= reach;
    return painted < leastPixels || outside ? Box{} : ink;
}

}  // namespace

GlyphInk::~GlyphInk() {
    for (auto& [font, glyphs] : known_) fz_drop_font(context_, font);
}

const Box& GlyphInk::of(fz_font* font, int glyph) {
    auto found = known_.find(font);
    if (found == known_.end()) {
        if (known_.size() >= maxFonts) {
            for (auto& [old, glyphs] : known_) fz_drop_font(context_, old);
            known_.clear();
        }
        found = known_.emplace(fz_keep_font(context_, font), std::map<int, Box>{}).first;
    }
    const auto known = found->second.find(glyph);
    if (known != found->second.end()) return known->second;
    return found->second.emplace(glyph, look(font, glyph)).first->second;
}

Box GlyphInk::look(fz_font* font, int glyph) const {
    if (fz_font_ft_face(context_, font) == nullptr) return {};  // Type 3
    Box ink;
    guarded(context_, [&] {
        fz_path* outline = fz_outline_glyph(context_, font, glyph, fz_scale(pixelsPerEm, -pixelsPerEm));
        if (outline == nullptr) return;
        fz_pixmap* pixmap = nullptr;
        fz_device* device = nullptr;
        fz_var(pixmap);
        fz_var(device);
        fz_try(context_) {
            const float black = 0;
            pixmap = fz_new_pixmap_with_bbox(context_, fz_device_gray(context_), {-reach, -reach, reach, reach}, nullptr, 0);
            fz_clear_pixmap_with_value(context_, pixmap, 255);
            device = fz_new_draw_device(context_, fz_identity, pixmap);
            fz_fill_path(context_, device, outline, 0, fz_identity, fz_device_gray(context_), &black, 1, fz_default_color_params);
            fz_close_device(context_, device);
            ink = inkOf(*pixmap);
        }
        fz_always(context_) {
            fz_drop_device(context_, device);
            fz_drop_pixmap(context_, pixmap);
            fz_drop_path(context_, outline);
        }
        fz_catch(context_) fz_rethrow(context_);
    });
    return {ink.x0 / double(pixelsPerEm), -ink.y1 / double(pixelsPerEm), ink.x1 / double(pixelsPerEm), -ink.y0 / double(pixelsPerEm)};
}

}  // namespace redaction::document::pdf
