#include "redaction/apply/rebuild/text_lines.h"

#include <algorithm>

namespace redaction::apply::rebuild {

namespace {

using document::Box;

constexpr double widestGap = 1.3;       // times the height of the words; beyond, a new piece (a column, a tab)

double height(const Box& box) { return box.y1 - box.y0; }

}  // namespace

bool onOneLine(const Box& one, const Box& other) {
    const double shared = std::min(one.y1, other.y1) - std::max(one.y0, other.y0);
    return shared > 0.5 * std::min(height(one), height(other));
}

bool readsOnAfter(const Box& before, const Box& after) {
    const double gap = after.x0 - before.x1, size = std::max(height(before), height(after));
    return onOneLine(before, after) && gap > -0.3 * size && gap < widestGap * size;
}

Box united(const Box& one, const Box& other) {
    return {std::min(one.x0, other.x0), std::min(one.y0, other.y0), std::max(one.x1, other.x1), std::max(one.y1, other.y1)};
}

std::vector<LinePiece> findLinePieces(const document::Page& page) {
    std::vector<LinePiece> pieces;
    for (std::size_t at = 0; at < page.words.size(); ++at) {
        const auto& box = page.words[at].box;
        const bool continues = !pieces.empty() && readsOnAfter(page.words[pieces.back().words.back()].box, box);
        if (!continues) pieces.push_back({{}, box});
        pieces.back().words.push_back(at);
        pieces.back().box = united(pieces.back().box, box);
    }
    return pieces;
}

}  // namespace redaction::apply::rebuild
