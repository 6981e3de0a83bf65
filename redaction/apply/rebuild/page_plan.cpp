#include "redaction/apply/rebuild/page_plan.h"

#include <algorithm>
#include <cmath>

#include "redaction/apply/rebuild/passage_bands.h"
#include "redaction/apply/rebuild/text_lines.h"

namespace redaction::apply::rebuild {

namespace {

using document::Box;

constexpr double spaceShare = 0.24;   // width of a space, times the height of the words
constexpr double pictureShare = 0.4;  // the same on a scan, where boxes are as high as the ink
constexpr double overhang = 0.8;     // points by which ink may pass its box
constexpr double narrowest = 0.88;   // a line is condensed to this before its marks become narrow
constexpr std::size_t noMark = static_cast<std::size_t>(-1);

Box grown(const Box& box, double by) { return {box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by}; }

double width(const Box& box) { return box.x1 - box.x0; }
double height(const Box& box) { return box.y1 - box.y0; }

// What stands on a line after setting it again: a word, or one mark for all neighbours hidden by it.
struct Item {
    std::size_t word = 0;
    std::size_t mark = noMark;
};

class Planner {
  public:
    Planner(const document::Document& document, std::size_t page, const std::vector<marks::Mark>& marks,
            const std::vector<std::string>& labels, const std::vector<Movable>& movable)
        : document_(document), page_(document.pages[page]), number_(page), marks_(marks), labels_(labels), movable_(movable),
          labelled_(marks.size(), false) {}

    PagePlan plan() {
        findMarks();
        for (const auto& word : page_.words) {
            const auto at = plan_.words.size();
            plan_.words.push_back({word.visible && markOf_[at] == noMark, word.box, word.box.x0, 1});
        }
        const auto pieces = findLinePieces(page_);
        for (const auto& piece : pieces) setPiece(pieces, piece);
        coverBesideWords();
        drawBoxes();
        return std::move(plan_);
    }

  private:
    void findMarks() {
        markOf_.assign(page_.words.size(), noMark);
        for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
            if (marks_[mark].end <= page_.start || marks_[mark].start >= page_.end) continue;
            for (std::size_t at = 0; at < page_.words.size(); ++at)
                if (page_.words[at].start < marks_[mark].end && marks_[mark].start < page_.words[at].end) markOf_[at] = mark;
        }
    }

    bool isWithheld(const document::Word& word) const {
        return std::any_of(marks_.begin(), marks_.end(), [&](const auto& mark) { return word.start < mark.end && mark.start < word.end; });
    }

    // Whether the passage at the edges of this page goes on over them.
    ReadsOn readsOn() const {
        const auto& pages = document_.pages;
        const bool before = number_ > 0 && !pages[number_ - 1].words.empty() && isWithheld(pages[number_ - 1].words.back());
        const bool after = number_ + 1 < pages.size() && !pages[number_ + 1].words.empty() && isWithheld(pages[number_ + 1].words.front());
        return {before, after};
    }

    void coverBesideWords() {
        std::vector<bool> hidden;
        for (const auto mark : markOf_) hidden.push_back(mark != noMark);
        auto bands = findPassageBands(page_, hidden, readsOn());
        plan_.covered.insert(plan_.covered.end(), bands.lines.begin(), bands.lines.end());
        plan_.asides = std::move(bands.asides);
    }

    bool isHidden(std::size_t word) const { return markOf_[word] != noMark; }

    // Each mark names its ground once on a page; the rest of it is plain black.
    std::string labelOnce(std::size_t mark) {
        if (mark >= labels_.size() || labelled_[mark]) return {};
        labelled_[mark] = true;
        return labels_[mark];
    }

    void setPiece(const std::vector<LinePiece>& pieces, const LinePiece& piece) {
        const bool marked = std::any_of(piece.words.begin(), piece.words.end(), [&](auto at) { return isHidden(at); });
        if (!marked) return;
        for (const auto at : piece.words)
            if (isHidden(at)) plan_.covered.push_back(grown(page_.words[at].box, overhang));
        const bool movable = std::none_of(piece.words.begin(), piece.words.end(),
                                          [&](auto at) { return movable_[at] == Movable::no; });
        if (!movable) return coverInPlace(piece);
        const bool picture = std::any_of(piece.words.begin(), piece.words.end(),
                                         [&](auto at) { return movable_[at] == Movable::picture; });
        if (picture) plan_.cleared.push_back(grown(piece.box, overhang));
        setAgain(piece, anchorOf(page_, pieces, piece, markGrid), (picture ? pictureShare : spaceShare) * height(piece.box));
    }

    void coverInPlace(const LinePiece& piece) {
        for (const auto at : piece.words) {
            if (!isHidden(at)) continue;
            auto box = grown(page_.words[at].box, overhang);
            box.x0 = std::floor(box.x0 / markGrid) * markGrid;
            box.x1 = std::ceil(box.x1 / markGrid) * markGrid;
            if (runsAlongThePage(page_.words[at])) {
                plan_.stuck = true;
            } else {
                box.y0 = std::floor(box.y0 / markGrid) * markGrid;
                box.y1 = std::ceil(box.y1 / markGrid) * markGrid;
            }
            plan_.covered.push_back(box);
            plan_.boxes.push_back({box, labelOnce(markOf_[at]), at});
        }
    }

    std::vector<Item> itemsOf(const LinePiece& piece) const {
        std::vector<Item> items;
        for (const auto at : piece.words) {
            if (!isHidden(at) && !page_.words[at].visible) continue;
            const bool continues = isHidden(at) && !items.empty() && items.back().mark == markOf_[at];
            if (!continues) items.push_back({at, markOf_[at]});
        }
        return items;
    }

    double naturalWidth(const std::vector<Item>& items, double oneMark, double space) const {
        double sum = 0;
        for (const auto& item : items) sum += (item.mark == noMark ? width(page_.words[item.word].box) : oneMark) + space;
        return sum - space;
    }

    // A mark that is all there is of this line and goes on over other lines hides a passage: one bar as wide as the text.
    bool isPassageLine(const LinePiece& piece, const std::vector<Item>& items) const {
        if (items.size() != 1 || items[0].mark == noMark) return false;
        const auto first = piece.words.front(), last = piece.words.back();
        const bool before = first > 0 && markOf_[first - 1] == items[0].mark;
        const bool after = last + 1 < markOf_.size() && markOf_[last + 1] == items[0].mark;
        return before || after;
    }

    void setAgain(const LinePiece& piece, double left, double space) {
        const auto items = itemsOf(piece);
        const double room = std::max(narrowMarkWidth, roomOnTheRight(page_, piece) - left);
        if (isPassageLine(piece, items)) {
            const double bar = std::max(narrowMarkWidth, std::floor(room / markGrid) * markGrid);
            plan_.boxes.push_back({{left, piece.box.y0, left + bar, piece.box.y1}, labelOnce(items[0].mark), items[0].word});
            return;
        }
        double oneMark = markWidth;
        if (naturalWidth(items, oneMark, space) * narrowest > room) oneMark = narrowMarkWidth;
        const double scale = std::min(1.0, room / naturalWidth(items, oneMark, space));
        place(piece, items, left, scale, oneMark * scale, space * scale);
    }

    void place(const LinePiece& piece, const std::vector<Item>& items, double x, double scale, double oneMark, double space) {
        for (const auto& item : items) {
            if (item.mark != noMark) {
                plan_.boxes.push_back({{x, piece.box.y0, x + oneMark, piece.box.y1}, labelOnce(item.mark), item.word});
                x += oneMark + space;
                continue;
            }
            auto& word = plan_.words[item.word];
            word.x = x;
            word.scale = scale;
            x += width(word.from) * scale + space;
        }
    }

    void drawBoxes() {
        for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
            if (!marks_[mark].box || marks_[mark].page != number_) continue;
            plan_.covered.push_back(*marks_[mark].box);
            plan_.boxes.push_back({*marks_[mark].box, labelOnce(mark)});
        }
    }

    const document::Document& document_;
    const document::Page& page_;
    std::size_t number_;
    const std::vector<marks::Mark>& marks_;
    const std::vector<std::string>& labels_;
    const std::vector<Movable>& movable_;
    std::vector<std::size_t> markOf_;  // per word
    std::vector<bool> labelled_;       // per mark
    PagePlan plan_;
};

}  // namespace

bool runsAlongThePage(const document::Word& word) {
    return word.end - word.start < 3 || width(word.box) > 0.8 * height(word.box);
}

bool overlaps(const Box& one, const Box& other) {
    return std::min(one.x1, other.x1) > std::max(one.x0, other.x0) && std::min(one.y1, other.y1) > std::max(one.y0, other.y0);
}

PagePlan planPage(const document::Document& document, std::size_t page, const std::vector<marks::Mark>& marks,
                  const std::vector<std::string>& labels, const std::vector<Movable>& movable) {
    return Planner(document, page, marks, labels, movable).plan();
}

}  // namespace redaction::apply::rebuild
