#include "redaction/apply/rebuild/margins.h"

#include <algorithm>
#include <cmath>

#include "redaction/apply/rebuild/page_plan.h"

namespace redaction::apply::rebuild {

namespace {

using document::Box;

constexpr double sameMargin = 1.0;       // points
constexpr double sameColumn = 0.2;       // points; a word of running text comes as near by chance only
constexpr double otherWidth = 3;         // points by which two hidden lines differ when a margin is none of their widths
constexpr double distance = 3;           // points kept between pieces
constexpr double behind = 12;            // points behind the words before it on a line
constexpr double leastRightMargin = 18;  // points
constexpr double usualLeftMargin = 72;   // points, where no line of the page tells one
constexpr double usualHeight = 10;       // points, where nothing is shown
constexpr double besideShare = 0.25;     // of the lower height; boxes of typed lines reach into each other,
constexpr double besideOnScan = 0.02;    // those of scanned lines end with their ink
constexpr double mostRagged = 90;          // points a line may be shorter than its column
constexpr std::size_t linesOfAColumn = 3;  // that tell where it ends

double width(const Box& box) { return box.x1 - box.x0; }
double height(const Box& box) { return box.y1 - box.y0; }

// Lines of another column need not stand at the same height.
bool standsBeside(const Box& one, const Box& other, double least) {
    const double shared = std::min(one.y1, other.y1) - std::max(one.y0, other.y0);
    return shared > least * std::min(height(one), height(other));
}

// Of the words that are shown, in steps: what is hidden may not tip it.
double middleHeight(const document::Page& page, const std::vector<bool>& hidden) {
    std::vector<double> heights;
    for (std::size_t at = 0; at < page.words.size(); ++at)
        if (!hidden[at]) heights.push_back(height(page.words[at].box));
    if (heights.empty()) return usualHeight;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return std::max(1.0, std::round(*middle));
}

// Where hidden words end just before a column, what stands in that column is no part of their line.
std::vector<LinePiece> splitAtColumns(const document::Page& page, const std::vector<bool>& hidden) {
    const auto pieces = findLinePieces(page);
    std::vector<LinePiece> parts;
    for (const auto& piece : pieces) {
        bool afterHidden = false;
        for (const auto word : piece.words) {
            const auto& box = page.words[word].box;
            const bool column = afterHidden && !hidden[word] && std::any_of(pieces.begin(), pieces.end(), [&](const auto& other) {
                return std::abs(other.box.x0 - box.x0) < sameColumn && !onOneLine(other.box, box);
            });
            if (column || word == piece.words.front()) parts.push_back({{}, box});
            parts.back().words.push_back(word);
            parts.back().box = united(parts.back().box, box);
            afterHidden = hidden[word] || (afterHidden && !column);
        }
    }
    return parts;
}

}  // namespace

Margins::Margins(const document::Page& page, const std::vector<bool>& hidden)
    : page_(page), pieces_(splitAtColumns(page, hidden)), holds_(pieces_.size()), follows_(pieces_.size()), textHeight_(middleHeight(page, hidden)) {
    for (std::size_t at = 0; at < pieces_.size(); ++at)
        holds_[at] = std::any_of(pieces_[at].words.begin(), pieces_[at].words.end(), [&](auto word) { return hidden[word]; });
    for (std::size_t at = 0; at < pieces_.size(); ++at)
        if (holds_[at])
            for (const auto other : rightOf(at)) follows_[other] = true;
}

std::optional<double> Margins::anchorOf(std::size_t piece) const {
    const auto& box = pieces_[piece].box;
    std::optional<double> right;
    std::size_t endingThere = 0;
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
        if (at == piece || follows_[at]) continue;
        const auto& other = pieces_[at].box;
        const bool tells = !holds_[at] || std::abs(width(other) - width(box)) > otherWidth;
        if (tells && std::abs(other.x0 - box.x0) < sameMargin) return inSteps(other.x0);
        if (holds_[at] || holds_[piece] || std::abs(other.x1 - box.x1) >= sameMargin) continue;
        if (!right) right = inSteps(other.x1) - inSteps(width(box));
        ++endingThere;
    }
    // Behind hidden words a line may end where one other does by chance.
    return endingThere >= (follows_[piece] ? 2u : 1u) ? right : std::nullopt;
}

// Text along the side of the page is on no line.
bool Margins::onOneLine(std::size_t one, std::size_t other) const {
    const auto alongSide = [&](std::size_t piece) { return !runsAlongThePage(page_.words[pieces_[piece].words.front()]); };
    return one != other && rebuild::onOneLine(pieces_[one].box, pieces_[other].box) && !alongSide(one) && !alongSide(other);
}

std::vector<std::size_t> Margins::rightOf(std::size_t piece) const {
    std::vector<std::size_t> found;
    const auto& box = pieces_[piece].box;
    for (std::size_t at = 0; at < pieces_.size(); ++at)
        if (onOneLine(at, piece) && pieces_[at].box.x0 >= box.x1 - sameMargin) found.push_back(at);
    std::sort(found.begin(), found.end(), [&](auto a, auto b) { return pieces_[a].box.x0 < pieces_[b].box.x0; });
    return found;
}

bool Margins::standsAlone(std::size_t piece) const {
    for (std::size_t at = 0; at < pieces_.size(); ++at)
        if (onOneLine(at, piece)) return false;
    return true;
}

double Margins::leftFor(std::size_t piece) const {
    const auto& box = pieces_[piece].box;
    if (const auto anchor = anchorOf(piece)) return *anchor;
    double before = 0;
    for (std::size_t at = 0; at < pieces_.size(); ++at)
        if (onOneLine(at, piece) && pieces_[at].box.x1 <= box.x0 + sameMargin)
            before = std::max(before, inSteps(pieces_[at].box.x1) + behind);
    return before > 0 ? before : leftEdge();
}

double Margins::leftEdge() const {
    double best = std::min(usualLeftMargin, page_.width / 8);
    std::size_t most = 0;
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
        if (!isIndependent(at)) continue;
        std::size_t count = 0;
        for (std::size_t other = 0; other < pieces_.size(); ++other)
            count += isIndependent(other) && std::abs(pieces_[other].box.x0 - pieces_[at].box.x0) < sameMargin;
        if (count > most || (count == most && pieces_[at].box.x0 < best)) {
            most = count;
            best = inSteps(pieces_[at].box.x0);
        }
    }
    return best;
}

double Margins::rightEdge() const {
    double edge = page_.width - 2 * leastRightMargin;
    for (std::size_t at = 0; at < pieces_.size(); ++at)
        if (isIndependent(at)) edge = std::max(edge, pieces_[at].box.x1);
    return std::min(edge, page_.width - leastRightMargin);
}

double Margins::rightFor(const Box& line, const std::vector<std::size_t>& moving) const {
    double right = rightEdge();
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
        if (std::find(moving.begin(), moving.end(), at) != moving.end()) continue;
        for (const auto word : pieces_[at].words) {
            const auto& box = page_.words[word].box;
            if (standsBeside(box, line, page_.scanned ? besideOnScan : besideShare) && box.x0 >= line.x1) right = std::min(right, box.x0 - distance);
        }
    }
    return right;
}

double Margins::columnRight(double left) const {
    double right = 0;
    std::size_t lines = 0;
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
        if (!isIndependent(at) || std::abs(pieces_[at].box.x0 - left) >= sameMargin) continue;
        right = std::max(right, pieces_[at].box.x1);
        ++lines;
    }
    // Where ragged lines end depends on the words in them, hidden ones too: near the margin that page has on its left, that is it.
    const double sameAsLeft = page_.width - left;
    if (right <= sameAsLeft + sameMargin && right >= sameAsLeft - mostRagged) return sameAsLeft;
    return lines >= linesOfAColumn ? right : std::max(right, sameAsLeft);
}

}  // namespace redaction::apply::rebuild
