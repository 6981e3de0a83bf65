// A ZIP that is the same bytes whenever the same files go in: fixed dates, fixed order, no owner, no extra fields of
// the machine. Not a reader of foreign ZIPs.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace service::casework {

struct ArchiveEntry {
    std::string name, bytes;  // name: relative, '/' between folders
};

class ArchiveError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Order as given. Throws ArchiveError.
std::string makeZip(const std::vector<ArchiveEntry>& entries);

// Reads back what makeZip made. Throws ArchiveError on anything else, and on what would unpack beyond 2 GB, 20,000 files or a
// hundred times its own size.
std::vector<ArchiveEntry> readOwnZip(std::string_view zip);

std::string sha256Hex(std::string_view bytes);

}  // namespace service::casework
