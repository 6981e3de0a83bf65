// Writes a compound file (MS-CFB version 3): makes a file of its own of a message that lies in another one.
#pragma once

#include <string>
#include <vector>

namespace redaction::document::compound {

struct Node {
    std::string name;            // ASCII
    std::string bytes;           // of a stream
    std::vector<Node> children;  // of a storage
    bool storage = false;
};
Node streamNode(std::string name, std::string bytes);
Node storageNode(std::string name, std::vector<Node> children);

std::string compoundOf(const std::vector<Node>& nodes);  // throws std::length_error beyond 400 MB

}  // namespace redaction::document::compound
