// A PDF as qpdf --qdf writes it out, taken apart: the strings in its objects, its streams, and parts that no released
// document may have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/apply/verification/sayings.h"

namespace redaction::apply::verification {

struct PdfObjects {
    Sayings strings;                     // every string outside streams, and every name, each by itself
    std::vector<Sayings> texts;          // streams that are text: as they are, and their strings decoded
    std::vector<Sayings> characterMaps;  // what tables of characters (ToUnicode) say besides single letters
    std::vector<std::string_view> binaries;  // streams that are not; views into the qdf
    std::vector<std::string> forbidden;      // Dutch: "een bijlage", "programmacode" …
};

PdfObjects takeApart(const std::string& qdf);

}  // namespace redaction::apply::verification
