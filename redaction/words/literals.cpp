#include "redaction/words/literals.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <stdexcept>

namespace redaction::words {

struct Literals::Node {
    std::map<std::uint8_t, std::size_t> children;  // by class of byte
    std::size_t fallback = 0;                      // the longest end of this that is the start of another
    std::vector<int> endings;
};

Literals::Literals(const std::vector<std::string>& literals) : count_(literals.size()) {
    classify(literals);
    auto nodes = grow(literals);
    if (nodes.size() > std::numeric_limits<std::uint16_t>::max()) throw std::length_error("te veel letters");
    const auto byDepth = link(nodes);
    lay(nodes, byDepth);
}

void Literals::classify(const std::vector<std::string>& literals) {
    std::size_t classes = 1;
    for (const auto& literal : literals)
        for (const char c : literal)
            if (auto& of = classOf_[static_cast<unsigned char>(c)]; of == 0) of = static_cast<std::uint8_t>(classes++);
    shift_ = static_cast<std::size_t>(std::bit_width(classes - 1));
}

std::vector<Literals::Node> Literals::grow(const std::vector<std::string>& literals) const {
    std::vector<Node> nodes(1);
    for (std::size_t i = 0; i < literals.size(); ++i) {
        std::size_t at = 0;
        for (const char c : literals[i]) {
            const auto [child, isNew] = nodes[at].children.emplace(classOf_[static_cast<unsigned char>(c)], nodes.size());
            at = child->second;
            if (isNew) nodes.emplace_back();
        }
        nodes[at].endings.push_back(static_cast<int>(i));
    }
    return nodes;
}

// Shallow nodes first: what a node falls back to is ready before it. Returns that order.
std::vector<std::size_t> Literals::link(std::vector<Node>& nodes) {
    std::vector<std::size_t> order{0};
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const auto& [c, child] : nodes[order[i]].children) {
            auto at = order[i];
            while (at != 0 && nodes[nodes[at].fallback].children.count(c) == 0) at = nodes[at].fallback;
            if (at != 0) nodes[child].fallback = nodes[nodes[at].fallback].children.at(c);
            const auto& more = nodes[nodes[child].fallback].endings;
            nodes[child].endings.insert(nodes[child].endings.end(), more.begin(), more.end());
            order.push_back(child);
        }
    }
    return order;
}

// One table, the states that end a literal last, so that most bytes cost one look.
void Literals::lay(const std::vector<Node>& nodes, const std::vector<std::size_t>& byDepth) {
    auto order = byDepth;
    const auto ends = std::stable_partition(order.begin(), order.end(), [&](std::size_t n) { return nodes[n].endings.empty(); });
    firstEnd_ = static_cast<std::size_t>(ends - order.begin());
    std::vector<std::uint16_t> stateOf(nodes.size());
    for (std::size_t state = 0; state < order.size(); ++state) stateOf[order[state]] = static_cast<std::uint16_t>(state);
    next_.assign(nodes.size() << shift_, 0);
    for (const auto node : byDepth) {
        auto* row = &next_[std::size_t{stateOf[node]} << shift_];
        if (node != 0) std::copy_n(&next_[std::size_t{stateOf[nodes[node].fallback]} << shift_], std::size_t{1} << shift_, row);
        for (const auto& [c, child] : nodes[node].children) row[c] = stateOf[child];
    }
    for (auto it = ends; it != order.end(); ++it) {
        firstEnding_.push_back(static_cast<std::uint32_t>(endings_.size()));
        endings_.insert(endings_.end(), nodes[*it].endings.begin(), nodes[*it].endings.end());
    }
    firstEnding_.push_back(static_cast<std::uint32_t>(endings_.size()));
}

std::vector<int> Literals::in(std::string_view text) const {
    std::vector<int> found;
    if (next_.empty()) return found;
    std::vector<bool> seen(count_);
    std::size_t state = 0;
    for (const char c : text) {
        state = next_[(state << shift_) + classOf_[static_cast<unsigned char>(c)]];
        if (state >= firstEnd_) note(state, seen, found);
    }
    return found;
}

void Literals::note(std::size_t state, std::vector<bool>& seen, std::vector<int>& found) const {
    for (auto i = firstEnding_[state - firstEnd_]; i < firstEnding_[state - firstEnd_ + 1]; ++i) {
        const auto literal = static_cast<std::size_t>(endings_[i]);
        if (!seen[literal]) found.push_back(endings_[i]);
        seen[literal] = true;
    }
}

}  // namespace redaction::words
