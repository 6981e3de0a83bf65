// A document on its way between the service and the reader program: the words of each page in a frame of their own, in
// order, then everything else in one. Neither side holds the document twice, nor has to hold it at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/document/document.h"
#include "redaction/reader/protocol.h"

namespace redaction::reader::protocol {

std::string encodeWords(const std::vector<document::Word>& words);  // the rest: document::toJsonWithoutWords

// Puts the frames together. What comes may be made up: every frame that does not fit throws std::runtime_error.
class DocumentFrames {
  public:
    bool take(Kind kind, std::string_view payload);  // false: a frame of something else
    bool isComplete() const { return complete_; }
    document::Document document() && { return std::move(document_); }

  private:
    void takeWords(std::string_view payload);
    void takeRest(std::string_view payload);

    std::vector<std::vector<document::Word>> words_;  // per page
    document::Document document_;
    bool complete_ = false;
};

}  // namespace redaction::reader::protocol
