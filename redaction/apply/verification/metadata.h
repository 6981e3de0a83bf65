// What exiftool reads in files: what they say about themselves.
#pragma once

#include <string>
#include <vector>

#include "redaction/apply/redacted_document.h"
#include "redaction/apply/verification/sayings.h"

namespace redaction::apply::verification {

struct Metadata {
    std::string source;  // the path it was read from
    Sayings said;  // the values apart from each other
    bool thumbnail = false;
};

// From exiftool's JSON with groups (-json -G1). Throws std::runtime_error.
std::vector<Metadata> metadataFrom(const std::string& json);

// Of a file or of all files in a folder. Throws std::runtime_error.
std::vector<Metadata> metadataOf(const std::vector<std::string>& paths);
Sayings metadataOfFile(const FinishedFile& file);

}  // namespace redaction::apply::verification
