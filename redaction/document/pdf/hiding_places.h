// Places in a PDF where text can stand that the page does not show, or that run. None of it is ever released; each
// becomes a doubt, so that a human knows it was there.
#pragma once

#include <string>
#include <vector>

#include "redaction/document/pdf/source.h"

namespace redaction::document::pdf {

std::vector<std::string> findHidingPlaces(const Source& source);                       // of the document; Dutch
std::vector<std::string> findHidingPlaces(const Source& source, const DrawnPage& page, int number);  // of one page, 0-based

}  // namespace redaction::document::pdf
