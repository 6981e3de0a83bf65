#include "redaction/apply/rebuild/text_lines.h"

#include <algorithm>
#include <cmath>

namespace redaction::apply::rebuild {

namespace {

using document::Box;

constexpr double widestGap = 1.3;       // times the height of the words; beyond, a new piece (a column, a tab)
constexpr double besideShare = 0.25;    // of the lower height; boxes of typed lines reach into each other,
constexpr double besideOnScan = 0.02;   // those of scanned lines end with their ink
constexpr double sameMargin = 1.0;      // points
constexpr double distance = 3;          // points kept between pieces
constexpr double leastRightMargin = 18;  // points

double height(const Box& box) { return box.y1 - box.y0; }

// Lines of another column need not stand at the same height.
bool standsBeside(const Box& one, const Box& other, double least) {
    const double shared = std::min(one.y1, other.y1) - std::max(one.y0, other.y0);
    return shared > least * std::min(height(one), height(other));
}

double rightEdgeOfText(const document::Page& page) {
    double edge = 0;
    for (const auto& word : page.words) edge = std::max(edge, word.box.x1);
    return std::min(std::max(edge, page.width - 2 * leastRightMargin), page.width - leastRightMargin);
}

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

double roomOnTheRight(const document::Page& page, const LinePiece& piece) {
    double room = rightEdgeOfText(page);
    for (const auto& word : page.words)
        if (standsBeside(word.box, piece.box, page.scanned ? besideOnScan : besideShare) && word.box.x0 >= piece.box.x1) room = std::min(room, word.box.x0 - distance);
    return room;
}

double anchorOf(const document::Page& page, const std::vector<LinePiece>& pieces, const LinePiece& piece, double grid) {
    const double left = piece.box.x0;
    for (const auto& other : pieces)
        if (&other != &piece && std::abs(other.box.x0 - left) < sameMargin) return left;
    double free = 2;
    for (const auto& word : page.words)
        if (onOneLine(word.box, piece.box) && word.box.x1 <= left) free = std::max(free, word.box.x1 + distance);
    return std::max(free, std::floor(left / grid) * grid);
}

}  // namespace redaction::apply::rebuild
