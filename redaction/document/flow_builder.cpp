#include "redaction/document/flow_builder.h"

#include <algorithm>

namespace redaction::document {
namespace {

bool isBlank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0; }

std::u32string_view trimmed(std::u32string_view text) {
    while (!text.empty() && isBlank(text.front()) && text.front() != U'\t') text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()) && text.back() != U'\t') text.remove_suffix(1);
    return std::all_of(text.begin(), text.end(), isBlank) ? std::u32string_view{} : text;
}

bool keepsTogether(BlockKind::Value kind) { return kind == BlockKind::listItem || kind == BlockKind::tableRow || kind == BlockKind::header; }

}  // namespace

void FlowBuilder::block(BlockKind::Value kind, std::u32string_view text, int level, std::string note) {
    text = trimmed(text);
    if (text.empty()) return;
    if (!document_.text.empty()) {
        const bool together = !document_.blocks.empty() && document_.blocks.back().kind == kind && keepsTogether(kind);
        document_.text += together ? U"\n" : U"\n\n";
    }
    const std::size_t start = document_.text.size();
    document_.text += text;
    document_.blocks.push_back({kind, level, start, document_.text.size(), std::move(note)});
}

void FlowBuilder::doubt(std::string sentence) {
    auto& doubts = document_.doubts;
    if (std::find(doubts.begin(), doubts.end(), sentence) == doubts.end()) doubts.push_back(std::move(sentence));
}

}  // namespace redaction::document
