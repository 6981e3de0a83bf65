// Where a page shows vector drawings that are no rules, frames or backgrounds: handwriting from a tablet, a signature, a
// logo, letters drawn as shapes. They are looked at as pictures are.
#pragma once

#include <vector>

#include "redaction/document/pdf/source.h"

namespace redaction::document::pdf {

std::vector<Box> findDrawings(const Source& source, const DrawnPage& page);  // points; throws MupdfError

}  // namespace redaction::document::pdf
