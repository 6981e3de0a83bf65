// The parts of a zipped document, unpacked in memory within bounds. Knows nothing of Word.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/document/reading.h"

namespace redaction::document::docx {

struct Package {
    std::map<std::string, std::string> parts;  // name → bytes, of the XML parts only
    std::map<std::string, std::string> pictures;  // name → bytes, of word/media
    std::vector<std::string> others;           // names of what was not unpacked
    bool hadStrangeNames = false;              // "../", absolute: left out
};

// Throws ReadError: notThisFormat, truncated, encrypted, tooLarge (expands beyond limits.maxExpandedBytes).
Package openPackage(std::string_view bytes, const Limits& limits);

}  // namespace redaction::document::docx
