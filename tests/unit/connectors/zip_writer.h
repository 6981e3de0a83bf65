// Writes ZIPs for the tests, also ones no honest program would write.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace connectors::tests {

struct ZipEntry {
    std::string path, bytes;
    std::string linksTo;  // not empty: a symbolic link
};

std::string makeZip(const std::vector<ZipEntry>& entries);

struct ListedDocument {
    std::string id, file, title, bytes;
    std::string sha256;  // empty: the right one
};

// A manifest about the sample father and child.
std::string makeManifest(const std::vector<ListedDocument>& documents, const std::string& complete = "yes");

// Manifest and files together.
std::string makeExport(const std::vector<ListedDocument>& documents, const std::string& complete = "yes");

}  // namespace connectors::tests
