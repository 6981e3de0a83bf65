// What the tags of a PDF say of the words on its pages: in which paragraph, heading, item of a list or cell of a table each
// stands. Nothing but these roles is taken from them: no text, no name.
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "redaction/apply/rebuild/page_glyphs.h"
#include "redaction/apply/rebuild/page_structure.h"
#include "redaction/document/pdf/objects.h"

namespace redaction::apply::rebuild {

class SourceTags {
  public:
    explicit SourceTags(const document::pdf::Source& source);

    // One per word of the page, to which the glyphs belong already; empty where the page has no tags. A tree that cannot be
    // followed counts as none.
    std::vector<SourceTag> ofWords(const document::pdf::DrawnPage& page, const std::vector<PlacedGlyph>& glyphs, std::size_t words);

  private:
    std::vector<SourceTag> follow(const document::pdf::DrawnPage& page, const std::vector<PlacedGlyph>& glyphs, std::size_t words);
    struct Place {
        std::size_t row = 0, column = 0;
    };
    std::vector<pdf_obj*> parentsOf(pdf_obj* page) const;
    SourceTag tagOf(pdf_obj* element);
    std::string roleOf(pdf_obj* element) const;
    const std::map<int, Place>& placesIn(pdf_obj* table);
    void findRows(pdf_obj* part, int depth, std::size_t& rows, std::map<int, Place>& places) const;

    const document::pdf::Source& source_;
    document::pdf::Objects objects_;
    pdf_obj* tree_;
    std::map<int, std::map<int, Place>> tables_;  // by number of the table's object: of each cell
};

}  // namespace redaction::apply::rebuild
