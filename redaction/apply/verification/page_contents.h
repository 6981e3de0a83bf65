// What a PDF's pages hold besides text, for choosing whom to show to OCR.
#pragma once

#include <string_view>
#include <vector>

namespace redaction::apply::verification {

struct PageContents {
    bool pictures = false;
    bool shapes = false;  // so many curves and corners that they may be letters
    bool mustBeSeen() const { return pictures || shapes; }
};

std::vector<PageContents> contentsOfPages(std::string_view pdf);  // throws std::runtime_error

}  // namespace redaction::apply::verification
