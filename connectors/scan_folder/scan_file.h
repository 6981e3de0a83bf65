// One scan on disk: read whole within bounds, and told apart from what is no scan or broke off half-way.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace connectors::scan_folder {

struct ScanBytes {
    std::string bytes, mediaType;
    std::string why;  // Dutch; not empty: cannot be delivered
    bool brokenOff = false;
};

ScanBytes readScan(const std::filesystem::path& file, std::size_t maxBytes);

// Whether the file ends as its format says it must.
bool endsAsItShould(const std::string& bytes, const std::string& mediaType);

}  // namespace connectors::scan_folder
