// A partner's folder on this machine: there, a real folder, and listed in a fixed order.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace connectors {

// Throws ConnectorError: passing when the folder is away (a share not mounted), lasting when it is something else, a
// symbolic link included.
void requireFolder(const std::filesystem::path& folder);

// Entries in name order, without hidden ones. Throws ConnectorError (passing) when it cannot be read.
std::vector<std::filesystem::path> listFolder(const std::filesystem::path& folder);

bool isPlainFile(const std::filesystem::path& path);  // not a link, device or pipe

// Written in the last two minutes: someone may still be copying.
bool isFresh(const std::filesystem::path& path);

}  // namespace connectors
