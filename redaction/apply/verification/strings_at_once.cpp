#include "redaction/apply/verification/strings_at_once.h"

#include <algorithm>
#include <map>

namespace redaction::apply::verification {

struct StringsAtOnce::Growing {
    std::map<std::uint32_t, std::uint32_t> children;
    std::vector<std::size_t> strings;  // that end here
};

StringsAtOnce::StringsAtOnce(const std::vector<std::u32string>& strings) {
    std::vector<Growing> growing(1);
    for (std::size_t number = 0; number < strings.size(); ++number) {
        std::uint32_t state = 0;
        for (const char32_t symbol : strings[number]) {
            const auto [edge, isNew] = growing[state].children.emplace(symbol, static_cast<std::uint32_t>(growing.size()));
            state = edge->second;
            if (isNew) growing.emplace_back();
        }
        if (state != 0) growing[state].strings.push_back(number);
    }
    lay(growing);
    link();
}

void StringsAtOnce::lay(const std::vector<Growing>& growing) {
    for (const auto& state : growing) {
        firstEdge_.push_back(static_cast<std::uint32_t>(edges_.size()));
        for (const auto& [symbol, to] : state.children) edges_.push_back({symbol, to});
        firstString_.push_back(static_cast<std::uint32_t>(strings_.size()));
        strings_.insert(strings_.end(), state.strings.begin(), state.strings.end());
        endsHere_.push_back(!state.strings.empty());
    }
    firstEdge_.push_back(static_cast<std::uint32_t>(edges_.size()));
    firstString_.push_back(static_cast<std::uint32_t>(strings_.size()));
    for (const auto& [symbol, to] : growing[0].children)
        if (symbol < fromRoot_.size()) fromRoot_[symbol] = to;
}

// Shallow states first: what a state falls back to is ready before it.
void StringsAtOnce::link() {
    fallback_.assign(endsHere_.size(), 0);
    shorter_.assign(endsHere_.size(), 0);
    std::vector<std::uint32_t> order{0};
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto state = order[i];
        for (auto edge = firstEdge_[state]; edge < firstEdge_[state + 1]; ++edge) {
            const auto [symbol, to] = edges_[edge];
            if (state != 0) fallback_[to] = behind(fallback_[state], symbol);
            shorter_[to] = endsHere_[fallback_[to]] ? fallback_[to] : shorter_[fallback_[to]];
            order.push_back(to);
        }
    }
}

std::uint32_t StringsAtOnce::child(std::uint32_t state, std::uint32_t symbol) const {
    if (state == 0 && symbol < fromRoot_.size()) return fromRoot_[symbol];
    const auto first = edges_.begin() + firstEdge_[state], last = edges_.begin() + firstEdge_[state + 1];
    const auto edge = std::lower_bound(first, last, symbol, [](const Edge& one, std::uint32_t wanted) { return one.symbol < wanted; });
    return edge != last && edge->symbol == symbol ? edge->to : 0;
}

std::uint32_t StringsAtOnce::behind(std::uint32_t state, std::uint32_t symbol) const {
    for (;; state = fallback_[state]) {
        if (const auto to = child(state, symbol); to != 0) return to;
        if (state == 0) return 0;
    }
}

}  // namespace redaction::apply::verification
