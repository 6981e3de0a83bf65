// Which lines of a page go on from the line before: there the next word would not have fitted any more. Known of pages with
// boxes only; of flowing text splitText judges by the lengths of the lines.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "redaction/document/document.h"

namespace redaction::about {

// Where those lines start, in code points of the text, ascending; nothing where no page has boxes. A line behind an empty one, with a label ("Adres: …"), a
// bullet, a number or a date in front starts anew, and so does one at another left edge.
std::optional<std::vector<std::size_t>> linesThatGoOn(const document::Document& document);

}  // namespace redaction::about
