// A document of the demo region as its author wrote it: a few header lines, "---", and plain text.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace partners {

struct DemoSource {
    std::string household, partner;  // folder, and the part of the file's name before the first "-"
    std::map<std::string, std::string> header;
    std::string text;
    std::string field(const std::string& name) const;  // "" when absent
};

// All sources of the region, by household and file name. Throws std::runtime_error.
std::vector<DemoSource> readDemoSources(const std::filesystem::path& region);

enum class Block { heading, subheading, paragraph };
struct TextBlock {
    Block kind;
    std::string text;
};
std::vector<TextBlock> blocksOf(const std::string& text);  // one per line that is not empty

}  // namespace partners
