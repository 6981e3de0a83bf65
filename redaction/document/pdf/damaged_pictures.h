// Pictures on a page that cannot be decoded whole: what is missing of them nobody can read.
#pragma once

#include "redaction/document/pdf/source.h"

namespace redaction::document::pdf {

// JPEGs with broken or missing parts; MuPDF draws those without a word. Throws MupdfError.
bool hasDamagedJpeg(const Source& source, const DrawnPage& page);

}  // namespace redaction::document::pdf
