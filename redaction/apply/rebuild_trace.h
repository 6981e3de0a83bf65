// What a rebuild did to each page of the source: where it went, and where the new page may differ from it. For whoever
// compares both. Points, origin top left, the same on the page of the source and the new one.
#pragma once

#include <cstddef>
#include <vector>

#include "redaction/document/document.h"

namespace redaction::apply {

struct PageTrace {
    // drawn: by the filter, as text and lines. picture: a raster with the allowed words behind it. withheld: one line
    // says that it is. unreadable: one line says so.
    enum class Way { drawn, picture, withheld, unreadable };
    Way way = Way::drawn;
    std::size_t outPage = 0;              // 0-based page of the new document that shows it, or names it
    std::vector<document::Box> black;     // black boxes as drawn: marks, and ink beside withheld passages
    std::vector<document::Box> changed;   // blanked, left out, or set again: whatever else may differ
};

using RebuildTrace = std::vector<PageTrace>;  // one per page of the source, in order

}  // namespace redaction::apply
