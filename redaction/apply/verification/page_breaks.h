// Text page by page, and what reads on from one page to the next.
#pragma once

#include <string>
#include <vector>

namespace redaction::apply::verification {

std::vector<std::string> pagesOf(const std::string& text);  // each ends with U+000C in the text of pdftotext and mutool

// The end of a page with the beginning of the next, also without a footer or a header of a line or two between them.
std::vector<std::string> seams(const std::string& page, const std::string& next);

}  // namespace redaction::apply::verification
