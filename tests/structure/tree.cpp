#include "tests/structure/tree.h"

#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace structure {

std::vector<std::string> SourceFile::lines() const {
    std::vector<std::string> all;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
}

std::filesystem::path root() { return LAKWERK_SOURCE_DIR; }

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

bool isCode(const std::string& path) { return path.ends_with(".h") || path.ends_with(".cpp"); }

std::vector<SourceFile> filesBelow(const std::vector<std::string>& folders) {
    static const std::set<std::string> textEndings{".h",    ".cpp", ".txt", ".cmake", ".html", ".mustache", ".css", ".js",
                                                   ".mjs",  ".md",  ".xml", ".rng",   ".sql",  ".json",     ".yml"};
    std::vector<SourceFile> found;
    for (const std::string& folder : folders)
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root() / folder))
            if (entry.is_regular_file() && textEndings.contains(entry.path().extension().string()))
                found.push_back({entry.path().lexically_relative(root()).generic_string(), read(entry.path())});
    if (found.empty()) throw std::runtime_error("no source files found");
    return found;
}

}  // namespace structure
