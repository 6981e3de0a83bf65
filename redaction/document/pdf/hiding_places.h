// Places in a PDF where text can stand that the page does not show, or that run. None of it is ever released; each
// becomes a doubt, so that a human knows it was there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/document/pdf/source.h"

namespace redaction::document::pdf {

std::vector<std::string> findHidingPlaces(const Source& source);                       // of the document; Dutch
// Of one page, 0-based. shown: its text; a replacement text that repeats it hides nothing.
std::vector<std::string> findHidingPlaces(const Source& source, const DrawnPage& page, int number, std::u32string_view shown);

}  // namespace redaction::document::pdf
