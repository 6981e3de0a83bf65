// Writes compound files (MS-CFB version 3) for tests: storages and streams by name, short streams in the mini stream.
#pragma once

#include <string>
#include <vector>

namespace samples {

struct CompoundNode {
    std::string name;  // ASCII
    std::string bytes;  // of a stream
    std::vector<CompoundNode> children;  // of a storage
    bool storage = false;
};
CompoundNode streamNode(std::string name, std::string bytes);
CompoundNode storageNode(std::string name, std::vector<CompoundNode> children);

std::string compoundOf(const std::vector<CompoundNode>& nodes);

}  // namespace samples
