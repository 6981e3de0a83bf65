// The parts of a zipped document, unpacked in memory within bounds. Knows nothing of what they mean.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/document/reading.h"

namespace redaction::document::zipped {

struct Package {
    std::map<std::string, std::string> parts;     // name → bytes, of the XML parts only
    std::map<std::string, std::string> pictures;  // name → bytes
    std::map<std::string, std::string> embedded;  // name → bytes: files in the file
    std::vector<std::string> others;           // names of what was not unpacked
    bool hadStrangeNames = false;              // "../", absolute: left out

    std::string_view part(const std::string& name) const;  // empty: absent
};

// Folders by what is in them; a name that starts so belongs to it. Empty: none.
struct Folders {
    std::string_view pictures, embedded;
};

// Throws ReadError: notThisFormat, truncated, encrypted, tooLarge (expands beyond limits.maxExpandedBytes).
Package openPackage(std::string_view bytes, const Limits& limits, Format format, const Folders& folders);

}  // namespace redaction::document::zipped
