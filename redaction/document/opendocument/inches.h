// Lengths as OpenDocument writes them: "17cm", "2.5in", "35mm", "120pt".
#pragma once

#include <cstdlib>
#include <string>

namespace redaction::document::opendocument {

inline double inchesOf(const std::string& length) {  // 0: not a length
    char* unit = nullptr;
    const double number = std::strtod(length.c_str(), &unit);
    const std::string name = unit;
    if (name == "cm") return number / 2.54;
    if (name == "mm") return number / 25.4;
    if (name == "pt") return number / 72;
    return name == "in" ? number : 0;
}

}  // namespace redaction::document::opendocument
