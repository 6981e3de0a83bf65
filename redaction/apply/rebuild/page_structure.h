// The words of a page as the elements of a tagged PDF: paragraphs, headings and list items, in reading order.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "redaction/document/document.h"

namespace redaction::apply::rebuild {

struct Element {
    enum class Role { paragraph, heading, listItem } role = Role::paragraph;
    int level = 0;                   // of a heading: 1..3
    std::vector<std::size_t> words;  // indexes into the page's words
};

// Every word of the page is in one element. What the source says of its blocks goes before what their layout says: a
// short paragraph in larger letters than the page's text is a heading, a line that begins with a bullet or number an item.
// shown: one per word; what is hidden says nothing of what it stands in.
std::vector<Element> elementsOf(const document::Document& document, std::size_t page, const std::vector<bool>& shown);

}  // namespace redaction::apply::rebuild
