// What the colours of this program's PDFs mean: an ICC profile of sRGB (IEC 61966-2-1), made here; Debian packages none
// that may be copied into every letter.
#pragma once

#include <string>

namespace redaction::apply {

std::string srgbProfile();  // bytes of an ICC profile, version 2.1; the same each time

}  // namespace redaction::apply
