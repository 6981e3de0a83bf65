// Writes one page into a document: words with their boxes, and the white space between them as plain characters.
#pragma once

#include <string_view>

#include "redaction/document/document.h"

namespace redaction::document {

class PageBuilder {
  public:
    // Starts a page after what the document holds; separates it from the page before with U+000C.
    PageBuilder(Document& document, double width, double height);

    void word(std::u32string_view text, const Box& box, double confidence, bool visible);  // after a space where one is needed
    void lineBreak();
    void paragraphBreak();
    void markScanned() { page_.scanned = true; }
    void markHandwritten() { page_.handwritten = true; }
    void language(std::string_view language) { language_ = language; }  // of the paragraph being written; see Block
    std::size_t wordCount() const { return page_.words.size(); }
    void finish();  // adds the page to the document; call once

  private:
    void breakTo(std::size_t lineEnds);

    Document& document_;
    Page page_;
    std::size_t blockStart_ = 0;
    std::string_view language_;
};

Box unite(const Box& one, const Box& other);
Box scaled(const Box& box, double by);
double area(const Box& box);                            // 0 for an empty one
Box intersect(const Box& one, const Box& other);        // may be empty (x1 <= x0)

}  // namespace redaction::document
