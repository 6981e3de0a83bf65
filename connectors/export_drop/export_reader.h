// One export: its ZIP's manifest, and its documents handed over one at a time with what is wrong told.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "connectors/connector.h"
#include "connectors/export_drop/archive.h"

namespace connectors::export_drop {

struct Export {
    std::filesystem::path zip;
    Manifest manifest;
    std::map<std::string, std::size_t> entries;  // path in the ZIP and how often
};

Export openExport(const std::filesystem::path& zip, const Bounds& bounds);  // throws Unusable

// The id under which a document of an export is known: its own id and the hash of its bytes, so that the same document
// in two exports is one, and a changed one is another.
std::string externalIdOf(const ManifestDocument& document);

// Documents that can be delivered, and those that cannot with the reason: not in the ZIP, there twice, listed twice.
struct Sorted {
    std::vector<ManifestDocument> deliverable;
    std::vector<Missing> missing;
    std::size_t unlisted = 0;  // files the manifest does not name
};
Sorted sortDocuments(const Export& from);

// Reads the deliverable ones for which `wanted` says yes. A wrong hash goes to `missing`.
void readDocuments(const Export& from, const Sorted& sorted, const Bounds& bounds,
                   const std::function<bool(const std::string& externalId)>& wanted,
                   const std::function<void(Delivered&&)>& deliver, std::vector<Missing>& missing);

}  // namespace connectors::export_drop
