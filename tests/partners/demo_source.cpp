#include "tests/partners/demo_source.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace partners {
namespace {

namespace fs = std::filesystem;

DemoSource readSource(const fs::path& file, const std::string& household) {
    DemoSource source;
    source.household = household;
    const std::string name = file.filename().string();
    source.partner = name.substr(0, name.find('-'));
    std::ifstream stream(file);
    std::string line;
    while (std::getline(stream, line) && line != "---") {
        const auto colon = line.find(": ");
        if (colon == std::string::npos) throw std::runtime_error("a header line without colon in " + name);
        source.header[line.substr(0, colon)] = line.substr(colon + 2);
    }
    std::ostringstream rest;
    rest << stream.rdbuf();
    source.text = rest.str();
    if (source.text.empty()) throw std::runtime_error("no text in " + name);
    return source;
}

std::vector<fs::path> sortedEntries(const fs::path& folder) {
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(folder)) entries.push_back(entry.path());
    std::sort(entries.begin(), entries.end());
    return entries;
}

}  // namespace

std::string DemoSource::field(const std::string& name) const {
    const auto found = header.find(name);
    return found == header.end() ? "" : found->second;
}

std::vector<DemoSource> readDemoSources(const fs::path& region) {
    std::vector<DemoSource> sources;
    for (const fs::path& household : sortedEntries(region)) {
        if (!fs::is_directory(household / "text")) continue;
        for (const fs::path& file : sortedEntries(household / "text"))
            sources.push_back(readSource(file, household.filename().string()));
    }
    if (sources.empty()) throw std::runtime_error("no demo sources found");
    return sources;
}

std::vector<TextBlock> blocksOf(const std::string& text) {
    std::vector<TextBlock> blocks;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) continue;
        if (line.rfind("## ", 0) == 0)
            blocks.push_back({Block::subheading, line.substr(3)});
        else if (line.rfind("# ", 0) == 0)
            blocks.push_back({Block::heading, line.substr(2)});
        else
            blocks.push_back({Block::paragraph, line});
    }
    return blocks;
}

}  // namespace partners
