// The strings and names in the syntax of a PDF, read without knowing what they mean.
#pragma once

#include <string_view>

#include "redaction/apply/verification/sayings.h"

namespace redaction::apply::verification {

// Of objects: each string and each name apart from the others.
Sayings stringsInSyntax(std::string_view syntax);

// Of what a page draws: strings that are shown one behind the other read on, up to where the pen is put elsewhere. Where
// a text is given for what is shown (ActualText), what is shown are codes, and they stand apart. Names stand apart: between
// two shown words a font is named, and "/f-2-0" before "(13)" is no year.
Sayings stringsInContent(std::string_view content);

}  // namespace redaction::apply::verification
