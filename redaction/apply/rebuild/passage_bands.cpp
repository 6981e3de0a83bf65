#include "redaction/apply/rebuild/passage_bands.h"

#include <algorithm>
#include <cmath>

#include "redaction/apply/rebuild/text_lines.h"

namespace redaction::apply::rebuild {

namespace {

using document::Box;

constexpr std::size_t wordsOfAPassage = 4;  // on one line; on more lines any number of words is one
constexpr double reach = 0.8;               // points by which ink may pass its box
constexpr double around = 1.5;              // points kept free around words that are shown
constexpr double mostCells = 200;           // beside one line; pages wider than any sheet have larger cells
constexpr double leastSide = 0.3;           // points; smaller leftovers hold nothing

// Withheld words that follow each other on one line.
struct Line {
    std::size_t first = 0, last = 0;
    Box box;
};

bool isEmpty(const Box& box) { return box.x1 - box.x0 < leastSide || box.y1 - box.y0 < leastSide; }

std::vector<Box> without(const std::vector<Box>& boxes, const Box& hole) {
    std::vector<Box> left;
    for (const auto& box : boxes) {
        if (!overlaps(box, hole)) {
            left.push_back(box);
            continue;
        }
        const double top = std::max(box.y0, hole.y0), bottom = std::min(box.y1, hole.y1);
        for (const Box& part : {Box{box.x0, box.y0, box.x1, top}, Box{box.x0, bottom, box.x1, box.y1},
                                Box{box.x0, top, hole.x0, bottom}, Box{hole.x1, top, box.x1, bottom}})
            if (!isEmpty(part)) left.push_back(part);
    }
    return left;
}

class Finder {
  public:
    Finder(const document::Page& page, const std::vector<bool>& hidden, ReadsOn readsOn)
        : page_(page), hidden_(hidden), readsOn_(readsOn) {
        for (std::size_t at = 0; at < page.words.size(); ++at)
            if (!hidden[at] && page.words[at].visible) shown_.push_back(page.words[at].box);
    }

    PassageBands find() {
        std::vector<std::size_t> run;
        for (std::size_t at = 0; at < hidden_.size(); ++at) {
            if (hidden_[at]) run.push_back(at);
            else if (page_.words[at].visible) takeRun(run);
        }
        takeRun(run);
        keepShownWordsFree();
        return std::move(bands_);
    }

  private:
    void takeRun(std::vector<std::size_t>& run) {
        if (run.empty()) return;
        const auto lines = linesOf(run);
        Box whole = lines.front().box;
        for (const auto& line : lines) whole = united(whole, line.box);
        const bool passage = lines.size() > 1 || run.size() >= wordsOfAPassage;
        for (const auto& line : lines) takeLine(line, whole, passage);
        for (std::size_t at = 0; at + 1 < lines.size(); ++at) takeBetween(lines[at].box, lines[at + 1].box, whole);
        if (passage) takePageEdges(lines, whole);
        run.clear();
    }

    std::vector<Line> linesOf(const std::vector<std::size_t>& run) const {
        std::vector<Line> lines;
        for (const auto at : run) {
            const auto& box = page_.words[at].box;
            const bool continues = !lines.empty() && onOneLine(page_.words[lines.back().last].box, box) && box.x0 >= lines.back().box.x0;
            if (!continues) lines.push_back({at, at, box});
            lines.back().last = at;
            lines.back().box = united(lines.back().box, box);
        }
        return lines;
    }

    // The ends of what is free of shown words beside the box.
    double freeFrom(const Box& box) const {
        double from = 0;
        for (const auto& word : shown_)
            if (word.y0 < box.y1 && word.y1 > box.y0 && word.x1 <= box.x0 + around) from = std::max(from, word.x1);
        return from;
    }
    double freeTo(const Box& box) const {
        double to = page_.width;
        for (const auto& word : shown_)
            if (word.y0 < box.y1 && word.y1 > box.y0 && word.x0 >= box.x1 - around) to = std::min(to, word.x0);
        return to;
    }

    void takeLine(const Line& line, const Box& whole, bool passage) {
        const Box band{line.box.x0 - reach, line.box.y0 - reach, line.box.x1 + reach, line.box.y1 + reach};
        bands_.lines.push_back(band);
        takeGaps(line);
        const double left = std::max(freeFrom(line.box), freeFrom(whole)), right = std::min(freeTo(line.box), freeTo(whole));
        const bool alone = left <= 0 && right >= page_.width;
        if (!passage && !alone) return;
        bands_.asides.push_back({left, band.y0, band.x0, band.y1});
        bands_.asides.push_back({band.x1, band.y0, right, band.y1});
    }

    // Within a line that is set again nothing stays but its words; a wide gap parts it in two.
    void takeGaps(const Line& line) {
        for (auto at = line.first; at < line.last; ++at) {
            const auto &before = page_.words[at].box, &after = page_.words[at + 1].box;
            if (!readsOnAfter(before, after)) bands_.asides.push_back({before.x1 + reach, line.box.y0 - reach, after.x0 - reach, line.box.y1 + reach});
        }
    }

    void takeBetween(const Box& above, const Box& below, const Box& whole) {
        if (below.y0 <= above.y1) return;
        const Box both = united(above, below);
        bands_.asides.push_back({std::max(freeFrom(both), freeFrom(whole)), above.y1 + reach, std::min(freeTo(both), freeTo(whole)), below.y0 - reach});
    }

    void takePageEdges(const std::vector<Line>& lines, const Box& whole) {
        const Box above{whole.x0, 0, whole.x1, lines.front().box.y0}, below{whole.x0, lines.back().box.y1, whole.x1, page_.height};
        if (readsOn_.fromPageBefore && hidden_.front() && lines.front().first == 0)
            bands_.asides.push_back({freeFrom(above), above.y0, freeTo(above), above.y1 - reach});
        if (readsOn_.toPageAfter && hidden_.back() && lines.back().last + 1 == hidden_.size())
            bands_.asides.push_back({freeFrom(below), below.y0 + reach, freeTo(below), below.y1});
    }

    void keepShownWordsFree() {
        for (auto* boxes : {&bands_.lines, &bands_.asides}) {
            boxes->erase(std::remove_if(boxes->begin(), boxes->end(), isEmpty), boxes->end());
            for (const auto& word : shown_) *boxes = without(*boxes, {word.x0 - around, word.y0 - around, word.x1 + around, word.y1 + around});
        }
    }

    const document::Page& page_;
    const std::vector<bool>& hidden_;
    ReadsOn readsOn_;
    std::vector<Box> shown_;
    PassageBands bands_;
};

}  // namespace

std::vector<AsideCell> cellsOf(const PagePlan& plan) {
    std::vector<AsideCell> cells;
    for (const auto& aside : plan.asides) {
        const double grid = markGrid * std::max(1.0, std::ceil((aside.x1 - aside.x0) / markGrid / mostCells));
        for (double x = std::floor(aside.x0 / grid) * grid; x < aside.x1; x += grid)
            cells.push_back({{std::max(x, aside.x0), aside.y0, std::min(x + grid, aside.x1), aside.y1}, {{x, aside.y0, x + grid, aside.y1}}});
    }
    for (const auto& word : plan.words) {
        if (!word.shown) continue;
        for (auto& cell : cells) cell.blackened = without(cell.blackened, word.to());
    }
    return cells;
}

PassageBands findPassageBands(const document::Page& page, const std::vector<bool>& hidden, ReadsOn readsOn) {
    return Finder(page, hidden, readsOn).find();
}

}  // namespace redaction::apply::rebuild
