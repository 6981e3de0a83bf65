// Reads a part of a workbook element by element: a sheet of a million rows never stands in memory as a tree.
#pragma once

#include <libxml/tree.h>

#include <functional>
#include <string_view>

namespace redaction::document::xlsx {

enum class Visit {
    inside,  // go on with what is in the element; its children have not been read yet
    whole,   // the element has been dealt with
};

// visit sees every element, with all that is in it where its name is one of those below; the root too.
// Throws ReadError notThisFormat where it is not well-formed, or declares a document type.
void readPart(std::string_view xml, const std::function<Visit(const xmlNode*)>& visit);

}  // namespace redaction::document::xlsx
