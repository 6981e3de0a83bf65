// What a document holds and does not show: words nobody can see on the page, and text that hides elsewhere in the file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/document/document.h"

namespace redaction::document {

// start, end: code points of Document::text, end exclusive.
struct Unseen {
    std::size_t start = 0, end = 0;
    std::string note;  // what it is, in Dutch
};
std::vector<Unseen> unseenOf(const Document& document);  // in the order of the text

// Puts text that hides behind the last page there is: in the page's text, in a block of its own, outside of any word, so
// that it has no place on the page and is never drawn. Blank text is left out.
void addUnseen(Document& document, std::u32string_view text, const std::string& note);

// The same document, positions and all, with white space where something hides. Of a paged document nothing unseen can
// leave, so nobody need decide about it; a flowing document stays as it is.
Document asSeen(Document document);

}  // namespace redaction::document
