// What a converted document is: the pages of its PDF, and after them what the file holds and those pages do not show.
#pragma once

#include <string_view>

#include "redaction/document/document.h"

namespace redaction::reader {

// pages: read from the PDF. whole: read from the Word file of the same source. source: its own bytes, to see what it refers to.
document::Document joinHidden(document::Document pages, const document::Document& whole, std::string_view source);

}  // namespace redaction::reader
