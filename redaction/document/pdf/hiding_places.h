// Places in a PDF where text can stand that the page does not show, or that run. None of it is ever released; each
// becomes a doubt, so that a human knows it was there. The text itself is found in hidden_text.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/document/pdf/source.h"

namespace redaction::document::pdf {

std::vector<std::string> findHidingPlaces(const Source& source);                       // of the document; Dutch

struct PageHidings {
    std::vector<std::string> doubts;           // Dutch
    std::vector<std::u32string> replacements;  // what its contents say it reads as, instead of what it draws
};
// Of one page, 0-based. shown: its text; a replacement text that repeats it hides nothing.
PageHidings findHidingPlaces(const Source& source, const DrawnPage& page, int number, std::u32string_view shown);

}  // namespace redaction::document::pdf
