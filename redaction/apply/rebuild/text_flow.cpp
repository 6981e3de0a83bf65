#include "redaction/apply/rebuild/text_flow.h"

#include <algorithm>
#include <cmath>

namespace redaction::apply::rebuild {

namespace {

using document::Box;

constexpr double wideGap = 3;        // times the height of the words; what stands below it belongs to the page, not to the text
constexpr double bottomMargin = 28;  // points
constexpr double near = 0.5;         // points

}  // namespace

bool TextFlow::mayMove(const LinePiece& piece) const {
    return std::all_of(piece.words.begin(), piece.words.end(), [&](auto word) { return movable_[word] == Movable::text; });
}

// Drawings stay where they are: frames and grounds around all of it may, anything else may not.
bool TextFlow::keepsClear(const Below& below, double top) const {
    return std::all_of(drawings_->begin(), drawings_->end(), [&](const Box& box) {
        const bool beside = box.y1 <= below.from + near || box.y0 >= below.to + below.room;
        return beside || (box.y0 <= top && box.y1 >= below.to + below.room);
    });
}

std::optional<TextFlow::Below> TextFlow::below(const std::vector<std::size_t>& lines) const {
    if (drawings_ == nullptr) return std::nullopt;
    const auto& pieces = marked_.margins.pieces();
    const double top = pieces[lines.front()].box.y0, gap = wideGap * marked_.margins.textHeight();
    Below below{pieces[lines.back()].box.y1, pieces[lines.back()].box.y1, 0};
    std::vector<const LinePiece*> rest;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        if (std::find(lines.begin(), lines.end(), at) != lines.end() || pieces[at].box.y1 <= top) continue;
        if (pieces[at].box.y1 <= below.from + near) return std::nullopt;  // beside them
        rest.push_back(&pieces[at]);
    }
    std::sort(rest.begin(), rest.end(), [](const auto* one, const auto* other) { return one->box.y0 < other->box.y0; });
    double limit = marked_.page.height - bottomMargin;
    for (const auto* piece : rest) {
        if (piece->box.y0 - below.to > gap) {
            limit = piece->box.y0 - marked_.margins.textHeight();
            break;
        }
        if (!mayMove(*piece)) return std::nullopt;
        below.to = std::max(below.to, piece->box.y1);
    }
    for (const auto& box : *drawings_)
        if (box.y0 >= below.to) limit = std::min(limit, box.y0 - 1);
    below.room = std::max(0.0, limit - below.to);
    return keepsClear(below, top) ? std::optional(below) : std::nullopt;
}

// foot: of something that stood at `from`. Reckoned from what it hangs on, so that nothing is left of where that stood.
std::optional<double> TextFlow::footOf(const Box& from, double foot) const {
    bool hangs = false;
    for (auto hung = hung_.rbegin(); hung != hung_.rend(); ++hung) {
        if (from.y1 <= hung->below.from + near || from.y1 > hung->below.to + near) continue;
        foot = hung->set + inSteps(foot - hung->foot);
        hangs = true;
    }
    return hangs ? std::optional(foot) : std::nullopt;
}

void TextFlow::move(PagePlan& plan) const {
    for (auto& word : plan.words) {
        const auto foot = word.shown ? footOf(word.from, word.from.y1 + word.down) : std::nullopt;
        if (!foot) continue;
        if (!word.moved()) word.x = inSteps(word.from.x0);
        word.down = *foot - word.from.y1;
    }
    for (auto& black : plan.boxes) {
        if (black.word >= marked_.page.words.size()) continue;
        const auto foot = footOf(marked_.page.words[black.word].box, black.box.y1);
        if (!foot) continue;
        black.box.y0 += *foot - black.box.y1;
        black.box.y1 = *foot;
    }
}

}  // namespace redaction::apply::rebuild
