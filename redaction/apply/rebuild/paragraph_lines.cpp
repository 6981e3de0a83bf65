#include "redaction/apply/rebuild/paragraph_lines.h"

#include <algorithm>
#include <cmath>

namespace redaction::apply::rebuild {

namespace {

using document::Box;

constexpr double sameMargin = 1.0;              // points
constexpr double leastStep = 0.6, mostStep = 2.6;  // from line to line, times the height of the words
constexpr double sameStep = 0.5;                // times the same: how much they may differ; scans waver
constexpr double justMissing = 3;               // points a line may be wider than it seems
constexpr std::size_t wordsOfAPassage = 6;      // hidden together

double width(const Box& box) { return box.x1 - box.x0; }

class Finder {
  public:
    explicit Finder(const MarkedPage& marked) : marked_(marked), pieces_(marked.margins.pieces()) {}

    std::vector<std::size_t> find(std::size_t piece) const {
        auto first = piece, last = piece;
        while (first > 0 && readsOn(first - 1, first) && (first == piece || sameSteps(first - 1, first, first + 1))) --first;
        while (last + 1 < pieces_.size() && readsOn(last, last + 1) && (last == first || sameSteps(last - 1, last, last + 1))) ++last;
        std::vector<std::size_t> lines;
        for (auto at = first; at <= last; ++at) lines.push_back(at);
        if (lines.size() > 1 && (holdsPassage(lines) || !marked_.margins.isAnchored(last))) return {piece};
        return lines;
    }

  private:
    bool sameSteps(std::size_t one, std::size_t two, std::size_t three) const {
        const double before = pieces_[two].box.y1 - pieces_[one].box.y1, after = pieces_[three].box.y1 - pieces_[two].box.y1;
        return std::abs(after - before) < sameStep * marked_.margins.textHeight() && std::abs(pieces_[three].box.x0 - pieces_[two].box.x0) < sameMargin;
    }

    // The line below continues this one: no end of a paragraph between them, and its first word had no room above.
    bool readsOn(std::size_t above, std::size_t below) const {
        const auto &one = pieces_[above], &two = pieces_[below];
        if (two.words.front() != one.words.back() + 1 || !marked_.margins.standsAlone(above) || !marked_.margins.standsAlone(below)) return false;
        const auto from = marked_.page.words[one.words.back()].end, to = marked_.page.words[two.words.front()].start;
        const auto between = std::u32string_view(marked_.document.text).substr(from, to - from);
        if (std::count(between.begin(), between.end(), U'\n') != 1) return false;
        const double down = two.box.y1 - one.box.y1, high = marked_.margins.textHeight();
        if (down < leastStep * high || down > mostStep * high) return false;
        return one.box.x1 + width(marked_.page.words[two.words.front()].box) + justMissing > widestAround(two.box.x0);
    }

    double widestAround(double left) const {
        double right = 0;
        for (const auto& piece : pieces_)
            if (std::abs(piece.box.x0 - left) < sameMargin) right = std::max(right, piece.box.x1);
        return right;
    }

    bool holdsPassage(const std::vector<std::size_t>& lines) const {
        std::size_t run = 0;
        for (const auto line : lines)
            for (const auto word : pieces_[line].words) {
                run = marked_.isHidden(word) ? run + 1 : 0;
                if (run > wordsOfAPassage) return true;
            }
        return false;
    }

    const MarkedPage& marked_;
    const std::vector<LinePiece>& pieces_;
};

}  // namespace

std::vector<std::size_t> paragraphFrom(const MarkedPage& marked, std::size_t piece) { return Finder(marked).find(piece); }

}  // namespace redaction::apply::rebuild
