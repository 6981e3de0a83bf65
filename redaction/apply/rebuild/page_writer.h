// Writes one page of the new document: drawn by the filter where it can, else as a picture with the allowed words
// behind it.
#pragma once

#include <cairo.h>

#include <optional>
#include <string>
#include <vector>

#include "redaction/apply/rebuild/fonts.h"
#include "redaction/apply/rebuild/page_glyphs.h"
#include "redaction/apply/rebuild/page_notes.h"
#include "redaction/apply/rebuild/picture.h"
#include "redaction/apply/rebuild/source_tags.h"
#include "redaction/apply/rebuild_trace.h"
#include "redaction/document/document.h"
#include "redaction/document/pdf/source.h"
#include "redaction/marks/marks.h"

namespace redaction::apply::rebuild {

inline constexpr double rasterDpi = 200;

struct Job {
    const document::Document& document;
    const std::vector<marks::Mark>& marks;
    const std::vector<std::string>& labels;
    PageNotes& notes;
};

// text: can be selected and read aloud. shapes: only seen.
enum class LabelAs { text, shapes };

class PageWriter {
  public:
    PageWriter(const Job& job, fz_context* context, cairo_t* target, Fonts& fonts)
        : job_(job), context_(context), target_(target), fonts_(fonts) {}

    PageTrace write(const document::pdf::Source& source, std::size_t number);
    PageTrace write(Picture picture, std::size_t number);  // of the whole page
    PageTrace writeUnreadable(std::size_t number);

  private:
    std::optional<PageTrace> drawFiltered(const document::pdf::Source& source, const document::pdf::DrawnPage& drawn, std::size_t number);
    void drawBlack(const BlackBox& black, LabelAs as);
    double labelSize(const document::Box& box, const std::string& label) const;
    bool drawLabel(const document::Box& box, const std::string& label, LabelAs as);
    void drawBehind(const PagePlan& plan, std::size_t number);
    void drawBehind(const document::Word& word, const WordPlace& place);
    void drawBehind(const BlackBox& black);
    std::vector<document::Box> drawLeftOut(const PagePlan& plan, const std::vector<document::Box>& leftOut);
    std::vector<Movable> movableText(const std::vector<PlacedGlyph>& glyphs, std::size_t number) const;

    const Job& job_;
    fz_context* context_;
    cairo_t* target_;
    std::optional<SourceTags> tags_;  // of the source it was asked to write of
    Fonts& fonts_;  // opens the project's own font when it is first asked for
};

}  // namespace redaction::apply::rebuild
