// The words of a page as the elements of a tagged PDF: paragraphs, headings, list items and cells of tables, in reading
// order.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "redaction/document/document.h"

namespace redaction::apply::rebuild {

struct Element {
    enum class Role { paragraph, heading, listItem, cell } role = Role::paragraph;
    int level = 0;                   // of a heading: 1..6
    std::vector<std::size_t> words;  // indexes into the page's words; a cell may have none
    std::size_t table = 0, row = 0, column = 0;  // of a cell; a table's number differs from those beside it
    bool isHeader = false;           // of a cell
    bool startsWithLabel = false;    // of a list item: its first word is its bullet or number
    bool isCertain = false;          // of a list item: its source says so
};

// What a tagged source says a word stands in: the nearest element that is a block. Elements of one number are one.
struct SourceTag {
    enum class Role { none, paragraph, heading, listItem, cell } role = Role::none;
    int level = 0;  // of a heading; 0: a heading without one
    std::size_t element = 0, table = 0, row = 0, column = 0;
    bool isHeader = false;
};

// Every word of the page is in one element. What the source says of its blocks goes before what their layout says: a
// short paragraph in larger letters than the page's text is a heading, a line that begins with a bullet or number an item.
// shown: one per word; what is hidden says nothing of what it stands in.
// sourceTags: one per word, or none at all.
std::vector<Element> elementsOf(const document::Document& document, std::size_t page, const std::vector<bool>& shown,
                                const std::vector<SourceTag>& sourceTags = {});

}  // namespace redaction::apply::rebuild
