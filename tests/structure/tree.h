// The tracked text files of the source tree, as the structure tests read them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace structure {

struct SourceFile {
    std::string path;  // relative to the root, with /
    std::string text;
    std::vector<std::string> lines() const;
};

std::filesystem::path root();
// Every file below the folders (build output, node_modules and binary files aside). Never empty: throws when it is.
std::vector<SourceFile> filesBelow(const std::vector<std::string>& folders);
bool isCode(const std::string& path);  // .h or .cpp
std::string read(const std::filesystem::path& path);

}  // namespace structure
