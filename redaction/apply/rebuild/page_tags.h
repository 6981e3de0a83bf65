// Draws the words and marks of a page in reading order, each under its element of the tagged PDF.
#pragma once

#include <cairo.h>

#include <functional>
#include <string>
#include <vector>

#include "redaction/apply/rebuild/page_notes.h"
#include "redaction/apply/rebuild/page_plan.h"
#include "redaction/apply/rebuild/page_structure.h"
#include "redaction/document/document.h"

namespace redaction::apply::rebuild {

struct DrawInOrder {
    std::function<void(std::size_t)> word;       // a word that is shown
    std::function<void(const BlackBox&)> black;  // a mark
    std::function<void()> endRun = [] {};        // what was asked for until now stands on the page
};

// A page to draw: labels are one per mark of the document; what is told of it comes behind what `notes` hold.
struct TaggedPage {
    const document::Document& document;
    std::size_t number;
    const PagePlan& plan;
    const std::vector<std::string>& labels;
    PageNotes& notes;
    std::vector<SourceTag> sourceTags = {};  // one per word; empty: its source has none
};

// Each shown word and each mark of the plan is drawn once. Marks drawn by hand come last.
void drawTagged(cairo_t* target, const TaggedPage& page, const DrawInOrder& draw);

class OpenTag {
  public:
    OpenTag(cairo_t* target, const char* name) : target_(target), name_(name) { cairo_tag_begin(target_, name_, nullptr); }
    ~OpenTag() { cairo_tag_end(target_, name_); }
    OpenTag(const OpenTag&) = delete;
    OpenTag& operator=(const OpenTag&) = delete;

  private:
    cairo_t* target_;
    const char* name_;
};

}  // namespace redaction::apply::rebuild
