// The glyphs a page draws, in the order it draws them, and to which word of the document each belongs. A glyph that
// belongs to no word is not shown: this list is what makes the filter an allow-list.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "redaction/apply/rebuild/device.h"
#include "redaction/apply/rebuild/fonts.h"
#include "redaction/document/document.h"

namespace redaction::apply::rebuild {

inline constexpr std::size_t noWord = static_cast<std::size_t>(-1);

struct PlacedGlyph {
    std::u32string text;       // what it reads as; empty: part of the glyph before it
    double x = 0, y = 0;       // its middle, in points on the page
    std::size_t word = noWord;  // index into the page's words
    bool drawn = true;         // false: invisible text, or text used as a clip
};

// Calls `each` with every item of a text in the one order all passes share.
template <typename Each>
void forEachGlyph(const fz_text& text, Each&& each) {
    for (const auto* span = text.head; span != nullptr; span = span->next)
        for (int at = 0; at < span->len; ++at) each(*span, span->items[at]);
}

// First look at a page: its glyphs, and whether the filter can draw it at all.
class GlyphCollector : public PageListener {
  public:
    GlyphCollector(fz_context* context, Fonts& fonts) : context_(context), fonts_(fonts) {}
    void text(const fz_text& text, fz_matrix ctm, TextUse use, const Paint&) override;
    void fillPath(const fz_path& path, bool evenOdd, fz_matrix ctm, const Paint&) override;
    void strokePath(const fz_path& path, const fz_stroke_state& stroke, fz_matrix ctm, const Paint&) override;
    void clipPath(const fz_path& path, bool evenOdd, fz_matrix ctm) override;
    void fillImage(fz_image& image, fz_matrix ctm, double alpha) override;
    void fillImageMask(fz_image& image, fz_matrix ctm, const Paint&) override;
    void clipImageMask(fz_image& mask) override { clips_.push_back(&mask); }
    void popClip() override;
    void unsupported() override { drawable_ = false; }

    std::vector<PlacedGlyph>& glyphs() { return glyphs_; }
    const std::vector<document::Box>& shapedClips() const { return shapedClips_; }  // that are more than rectangles
    const std::vector<document::Box>& drawings() const { return drawings_; }  // paths and images
    bool drawable() const { return drawable_; }

  private:
    fz_context* context_;
    Fonts& fonts_;
    std::vector<PlacedGlyph> glyphs_;
    std::vector<document::Box> shapedClips_;
    void needNoMask();
    void add(const fz_path& path, fz_matrix ctm);
    void add(fz_matrix image);
    std::vector<document::Box> drawings_;
    std::vector<const fz_image*> clips_;  // open ones; nullptr: a path
    bool drawable_ = true;
};

// text: of the whole document.
void assignWords(std::vector<PlacedGlyph>& glyphs, const document::Page& page, const std::u32string& text);

}  // namespace redaction::apply::rebuild
