// A ZIP from outside, read within bounds: entries, bytes, and how much they swell. Nothing is written to disk.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "connectors/export_drop/manifest.h"

namespace connectors::export_drop {

struct Bounds {
    std::size_t maxEntries = 20000;
    std::size_t maxEntryBytes = 100u << 20;
    std::size_t maxTotalBytes = std::size_t{4} << 30;
    std::size_t maxRatio = 200;         // expanded to packed, once over ratioFrom
    std::size_t ratioFrom = 10u << 20;  // bytes
    std::function<bool()> stopped = [] { return false; };
};

// Goes through the entries in order; `visit` gets the path in the ZIP and may call `bytes` to have them read.
// Throws Unusable for what no honest export holds: paths that climb or are absolute, links, a bomb, a broken ZIP.
using ReadBytes = std::function<std::string()>;
void eachEntry(const std::filesystem::path& zip, const Bounds& bounds,
               const std::function<void(const std::string& path, const ReadBytes& bytes)>& visit);

// Every path with how often it occurs; two entries with one path make clear bytes impossible.
std::map<std::string, std::size_t> entriesOf(const std::filesystem::path& zip, const Bounds& bounds);

// Raised by bounds.stopped.
struct ReadingStopped {};

}  // namespace connectors::export_drop
