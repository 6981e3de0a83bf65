// Writes a flowing document block by block: paragraphs stand apart by an empty line; rows, items and header lines that
// follow each other by a line end.
#pragma once

#include <string>
#include <string_view>

#include "redaction/document/document.h"

namespace redaction::document {

class FlowBuilder {
  public:
    FlowBuilder() { document_.layout = Layout::flow; }

    void block(BlockKind::Value kind, std::u32string_view text, int level = 0, std::string note = {});  // nothing where text is blank
    void doubt(std::string sentence);  // once, however often it is said
    Document& document() { return document_; }
    Document take() { return std::move(document_); }

  private:
    Document document_;
};

}  // namespace redaction::document
