// The pictures of a zipped document: their words, read by OCR where the text shows them. The pictures themselves are never
// released; what they show beside words is told as a doubt.
#pragma once

#include <map>
#include <string>

#include "redaction/document/zipped/package.h"
#include "redaction/document/flow_builder.h"
#include "redaction/document/ocr/recogniser.h"

namespace redaction::document::zipped {

class Pictures {
  public:
    Pictures(const Package& package, ocr::Recogniser& recogniser, FlowBuilder& builder)
        : package_(package), recogniser_(recogniser), builder_(builder) {}

    // name: in the file; inches: how wide it is shown, 0 where not said. Lines end with U+000A; empty where no words could
    // be read, with a doubt where the picture is not in the file.
    std::u32string textOf(const std::string& name, double inches);
    void doubtWhatWasNotShown();  // pictures in the file that no text shows

  private:
    std::u32string read(const std::string& bytes, double inches);

    const Package& package_;
    ocr::Recogniser& recogniser_;
    FlowBuilder& builder_;
    std::map<std::string, std::u32string> known_;  // by name in the file
};

}  // namespace redaction::document::zipped
