// Second look at a page: draws on the new PDF what the plan allows, and nothing else. Drawings and pictures at once;
// words wait until they are asked for, in the order they are read.
#pragma once

#include <cairo.h>

#include <string>
#include <string_view>
#include <vector>

#include "redaction/apply/rebuild/device.h"
#include "redaction/apply/rebuild/fonts.h"
#include "redaction/apply/rebuild/page_glyphs.h"
#include "redaction/apply/rebuild/page_plan.h"

namespace redaction::apply::rebuild {

class PagePainter : public PageListener {
  public:
    PagePainter(fz_context* context, cairo_t* target, Fonts& fonts, const std::vector<PlacedGlyph>& glyphs, const PagePlan& plan)
        : context_(context), target_(target), fonts_(fonts), glyphs_(glyphs), plan_(plan), words_(plan.words.size()) {
        letters_.glyphs.reserve(glyphs.size());
        letters_.clusters.reserve(glyphs.size());
        advances_.reserve(glyphs.size());
    }

    void text(const fz_text& text, fz_matrix ctm, TextUse use, const Paint& paint) override;
    void fillPath(const fz_path& path, bool evenOdd, fz_matrix ctm, const Paint& paint) override;
    void strokePath(const fz_path& path, const fz_stroke_state& stroke, fz_matrix ctm, const Paint& paint) override;
    void clipPath(const fz_path& path, bool evenOdd, fz_matrix ctm) override;
    void clipImageMask(fz_image& mask) override;
    void popClip() override;
    void fillImage(fz_image& image, fz_matrix ctm, double alpha) override;
    void fillImageMask(fz_image& image, fz_matrix ctm, const Paint& paint) override;

    void finish();  // ends what the page left open
    // With a space behind it, also where the source only left room. Words that follow each other in one script are written
    // together: the last of them stand on the page after endRun.
    void showWord(std::size_t word);
    void endRun();
    const std::vector<document::Box>& leftOutBeside() const { return leftOutBeside_; }  // drawings beside withheld passages
    const std::vector<document::Box>& leftOut() const { return leftOut_; }  // all drawings that were

  private:
    struct Script {
        cairo_font_face_t* face = nullptr;
        cairo_matrix_t matrix{};  // font to page
        Paint paint;
    };
    // Glyphs and what they read as, one after the other.
    struct Letters {
        std::string text;
        std::vector<cairo_glyph_t> glyphs;
        std::vector<cairo_text_cluster_t> clusters;
    };
    // A piece of a word in one script: where in letters_.
    struct WordGlyphs {
        Script script;
        std::size_t word = 0;
        std::size_t text = 0, textEnd = 0, first = 0, end = 0;
        bool spaced = false;  // ends with a space
        bool empty() const { return first == end; }
    };
    bool addSpace(const fz_text_span& span, const fz_text_item& item, fz_matrix ctm, const PlacedGlyph& glyph);
    void add(const fz_text_span& span, const fz_text_item& item, fz_matrix ctm, const Paint& paint);
    void flush();
    void addGlyph(unsigned long glyph, fz_point place, std::string_view reads, double advance);
    void addPlaced(const WordGlyphs& word, const WordPlace& place);
    void addToRun(const WordGlyphs& word);
    void source(const Paint& paint);
    bool trace(const fz_path& path, fz_matrix ctm);
    struct Paste {
        double alpha;
        cairo_filter_t filter;
    };
    void paint(cairo_surface_t* pixels, fz_matrix ctm, const Paste& how);

    fz_context* context_;
    cairo_t* target_;
    Fonts& fonts_;
    const std::vector<PlacedGlyph>& glyphs_;
    const PagePlan& plan_;
    std::size_t next_ = 0;  // glyph
    Letters letters_;               // of all words, in the order in which the page draws them
    std::vector<double> advances_;  // per glyph of these, as its font has it
    WordGlyphs open_;
    std::vector<std::vector<WordGlyphs>> words_;  // per word of the page
    Script runScript_;
    Letters run_;  // of words that wait to be written
    std::vector<document::Box> leftOut_, leftOutBeside_;
    std::size_t clips_ = 0;
};

}  // namespace redaction::apply::rebuild
