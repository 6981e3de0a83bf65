// The text of a PDF that its pages do not draw: remarks, values of form fields, replacement text, properties, bookmarks,
// layers that are off. Text a page shows anyway hides nothing and is left out.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/document/pdf/objects.h"

namespace redaction::document::pdf {

struct HiddenText {
    std::u32string text;
    std::string note;  // what it is, in Dutch
};

class HiddenTexts {
  public:
    explicit HiddenTexts(const Source& source) : objects_(source) {}

    // Of one page. shown: its text.
    std::vector<HiddenText> ofPage(const DrawnPage& page, std::u32string_view shown);
    // Of the document as a whole. told: all text so far, shown or hidden.
    std::vector<HiddenText> ofDocument(std::u32string_view told);
    bool isComplete() const { return complete_; }  // false: there was more than is looked through

  private:
    class Collected;
    class Walk;
    void annotation(pdf_obj* annotation, Collected& found);
    void field(pdf_obj* field, Collected& found);
    void resources(pdf_obj* resources, int depth, Collected& found);
    void properties(Collected& found);
    void bookmarks(Collected& found);
    void fields(Collected& found);
    void formData(Collected& found);
    void structure(Collected& found);
    void layerNames(Collected& found);

    Objects objects_;
    std::set<int> seenForms_;  // object numbers of drawings used on several pages
    bool complete_ = true;
};

}  // namespace redaction::document::pdf
