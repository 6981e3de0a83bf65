// What was read, block by block, to compare whole.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "redaction/document/document.h"

namespace reader_tests {

struct Found {
    redaction::document::BlockKind::Value kind;
    std::string text, note;
    bool operator==(const Found& other) const { return kind == other.kind && text == other.text && note == other.note; }
};
inline std::ostream& operator<<(std::ostream& out, const Found& found) { return out << int(found.kind) << " \"" << found.text << "\" " << found.note << "\n"; }

inline std::vector<Found> blocksOf(const redaction::document::Document& document) {
    std::vector<Found> blocks;
    for (const auto& block : document.blocks)
        blocks.push_back({block.kind, redaction::document::toUtf8(std::u32string_view(document.text).substr(block.start, block.end - block.start)), block.note});
    return blocks;
}

}  // namespace reader_tests
