// The pictures of a Word document: their words, read by OCR where the text shows them. The pictures themselves are never
// released; what they show beside words is told as a doubt.
#pragma once

#include <map>
#include <string>

#include "redaction/document/docx/package.h"
#include "redaction/document/flow_builder.h"
#include "redaction/document/ocr/recogniser.h"

namespace redaction::document::docx {

class Pictures {
  public:
    Pictures(const Package& package, ocr::Recogniser& recogniser, FlowBuilder& builder)
        : package_(package), recogniser_(recogniser), builder_(builder) {}

    // part: that shows it ("word/document.xml"); relation: its id there; inches: how wide it is shown, 0 where not said.
    // Lines end with U+000A; empty where no words could be read.
    std::u32string textOf(const std::string& part, const std::string& relation, double inches);
    void doubtWhatWasNotShown();  // pictures in the file that no text shows

  private:
    std::string target(const std::string& part, const std::string& relation) const;  // empty: outside the file, or unknown
    std::u32string read(const std::string& bytes, double inches);

    const Package& package_;
    ocr::Recogniser& recogniser_;
    FlowBuilder& builder_;
    std::map<std::string, std::u32string> known_;  // by name in the file
};

}  // namespace redaction::document::docx
