#include "redaction/words/literals.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <stdexcept>

namespace redaction::words {

struct Literals::Node {
    std::map<std::uint8_t, std::uint16_t> children;  // by class of byte
    std::uint16_t fallback = 0;
    std::vector<int> endings;
};

Literals::Literals(const std::vector<std::string>& literals) : count_(literals.size()) {
    for (const auto& literal : literals)
        for (const char c : literal)
            if (auto& at = classOf_[static_cast<unsigned char>(c)]; at == 0) at = static_cast<std::uint8_t>(classes_++);
    auto nodes = grow(literals);
    next_.assign(nodes.size() * classes_, 0);
    link(nodes);
    for (const auto& node : nodes) {
        firstEnding_.push_back(static_cast<std::uint32_t>(endings_.size()));
        endings_.insert(endings_.end(), node.endings.begin(), node.endings.end());
    }
    firstEnding_.push_back(static_cast<std::uint32_t>(endings_.size()));
}

std::vector<Literals::Node> Literals::grow(const std::vector<std::string>& literals) {
    std::vector<Node> nodes(1);
    for (std::size_t i = 0; i < literals.size(); ++i) {
        std::size_t at = 0;
        for (const char c : literals[i]) {
            const auto child = nodes[at].children.emplace(classOf_[static_cast<unsigned char>(c)], static_cast<std::uint16_t>(nodes.size()));
            if (child.second) nodes.emplace_back();
            at = child.first->second;
        }
        nodes[at].endings.push_back(static_cast<int>(i));
    }
    if (nodes.size() > std::numeric_limits<std::uint16_t>::max()) throw std::length_error("te veel letters");
    return nodes;
}

// In the order of depth: what a state falls back to is ready before it.
void Literals::link(std::vector<Node>& nodes) {
    std::vector<std::uint16_t> order{0};
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t state = order[i];
        const auto fallback = nodes[state].fallback;
        for (std::size_t c = 0; state != 0 && c < classes_; ++c) next_[state * classes_ + c] = next_[fallback * classes_ + c];
        for (const auto& [c, child] : nodes[state].children) {
            nodes[child].fallback = state == 0 ? std::uint16_t{0} : next_[fallback * classes_ + c];
            next_[state * classes_ + c] = child;
            order.push_back(child);
        }
        const auto& more = nodes[fallback].endings;
        if (state != 0) nodes[state].endings.insert(nodes[state].endings.end(), more.begin(), more.end());
    }
}

std::vector<int> Literals::in(std::string_view text) const {
    std::vector<int> found;
    if (next_.empty()) return found;
    std::vector<bool> seen(count_);
    std::size_t state = 0;
    for (const char c : text) {
        state = next_[state * classes_ + classOf_[static_cast<unsigned char>(c)]];
        for (auto i = firstEnding_[state]; i < firstEnding_[state + 1]; ++i) {
            const auto literal = endings_[i];
            if (!seen[static_cast<std::size_t>(literal)]) found.push_back(literal);
            seen[static_cast<std::size_t>(literal)] = true;
        }
    }
    return found;
}

}  // namespace redaction::words
