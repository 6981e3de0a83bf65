// Files inside a PDF: each is handed on to be a document of its own, as an attachment of a mail is.
#pragma once

#include <set>

#include "redaction/document/pdf/objects.h"

namespace redaction::document::pdf {

class EmbeddedFiles {
  public:
    EmbeddedFiles(const Source& source, const Limits& limits, Finds& finds) : objects_(source), limits_(limits), finds_(finds) {}

    void ofDocument();
    void ofPage(const DrawnPage& page);
    bool allHandedOn() const { return allHandedOn_; }  // false: some could not be unpacked, or there were too many

  private:
    void nameTree(pdf_obj* node);
    void file(pdf_obj* specification);

    Objects objects_;
    const Limits& limits_;
    Finds& finds_;
    std::set<int> seen_;  // object numbers of the files themselves
    std::size_t count_ = 0, bytes_ = 0;
    bool allHandedOn_ = true;
};

}  // namespace redaction::document::pdf
