// The objects of an opened PDF, looked at one by one: each look is fenced, and what is not there, or of another kind, is
// empty.
#pragma once

#include <string>
#include <vector>

#include "redaction/document/pdf/source.h"

namespace redaction::document::pdf {

class Objects {
  public:
    explicit Objects(const Source& source) : context_(source.context()), document_(source.document()) {}

    // Borrowed from the document. path: keys with / between them.
    pdf_obj* trailer(const char* path) const;
    pdf_obj* get(pdf_obj* dictionary, const char* path) const;
    pdf_obj* inherited(pdf_obj* dictionary, pdf_obj* key) const;  // from its parents where it has none
    std::vector<pdf_obj*> items(pdf_obj* array) const;            // a single object that is no array: itself
    std::vector<std::pair<std::string, pdf_obj*>> entries(pdf_obj* dictionary) const;
    bool isDictionary(pdf_obj* object) const;
    bool isStream(pdf_obj* object) const;
    bool isName(pdf_obj* object, pdf_obj* name) const;
    int number(pdf_obj* object) const;              // of an indirect object; 0: none
    std::string name(pdf_obj* object) const;        // without the slash
    std::u32string text(pdf_obj* object) const;     // of a string, or of a stream that holds one
    std::string bytes(pdf_obj* stream, std::size_t most) const;  // unpacked; throws MupdfError when there are more

  private:
    fz_context* context_;
    pdf_document* document_;
};

}  // namespace redaction::document::pdf
