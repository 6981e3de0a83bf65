#include "redaction/apply/rebuild/page_plan.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "redaction/apply/rebuild/line_setting.h"
#include "redaction/apply/rebuild/paragraph_lines.h"
#include "redaction/apply/rebuild/passage_bands.h"
#include "redaction/apply/rebuild/text_flow.h"
#include "redaction/apply/rebuild/text_lines.h"

namespace redaction::apply::rebuild {

namespace {

using document::Box;

constexpr double overhang = 0.8;     // points by which ink may pass its box
constexpr double alongTheSide = 1.5;  // points a black strip is wider than the text in it
constexpr std::size_t fewLetters = 3;  // the box hardly tells which way these run ("hij" is higher than wide)
constexpr double distance = 3;       // points kept from words that are shown

Box grown(const Box& box, double by) { return {box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by}; }

double width(const Box& box) { return box.x1 - box.x0; }
double height(const Box& box) { return box.y1 - box.y0; }

bool oneAboveTheOther(const Box& one, const Box& other) {
    const double shared = std::min(one.x1, other.x1) - std::max(one.x0, other.x0);
    return shared > 0.5 * std::min(width(one), width(other));
}

class Planner {
  public:
    Planner(const document::Document& document, std::size_t page, const std::vector<marks::Mark>& marks,
            const std::vector<std::string>& labels, const std::vector<Movable>& movable, const std::vector<Box>* drawings)
        : document_(document), page_(document.pages[page]), number_(page), marks_(marks), labels_(labels), movable_(movable), drawings_(drawings),
          labelled_(marks.size(), false) {}

    PagePlan plan() {
        findMarks();
        for (const auto& word : page_.words) {
            const auto at = plan_.words.size();
            plan_.words.push_back({word.visible && markOf_[at] == noMark, word.box, word.box.x0, 1, 0});
            if (markOf_[at] != noMark) plan_.covered.push_back(grown(word.box, overhang));
        }
        coverBesideWords();
        drawBoxes();
        setLines();
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

    void setLines() {
        if (std::all_of(markOf_.begin(), markOf_.end(), [](auto mark) { return mark == noMark; })) return;
        std::vector<bool> hidden;
        for (const auto mark : markOf_) hidden.push_back(mark != noMark);
        const Margins margins(page_, hidden);
        const MarkedPage marked{document_, page_, markOf_, margins};
        TextFlow flow(marked, movable_, blackensByPlace() ? nullptr : drawings_);
        std::vector<bool> done(margins.pieces().size());
        for (std::size_t at = 0; at < done.size(); ++at) {
            if (!margins.holdsHidden(at) || done[at]) continue;
            for (const auto piece : setPiece(marked, at, flow)) done[piece] = true;
        }
        for (std::size_t at = 0; at < done.size(); ++at)
            if (!done[at] && !margins.isIndependent(at) && canMove(marked, {at})) setPiece(marked, at, flow);  // stays, but for rounding errors
        flow.move(plan_);
    }

    // Boxes drawn by hand, and drawings beside a withheld passage, which may turn black where they stand.
    bool blackensByPlace() const {
        if (!plan_.boxes.empty() || drawings_ == nullptr) return true;
        return std::any_of(plan_.asides.begin(), plan_.asides.end(), [&](const Box& aside) {
            return std::any_of(drawings_->begin(), drawings_->end(), [&](const Box& drawing) {
                const bool around = drawing.x0 <= aside.x0 && drawing.x1 >= aside.x1 && drawing.y0 <= aside.y0 && drawing.y1 >= aside.y1;
                return overlaps(drawing, aside) && !around;
            });
        });
    }

    bool canMove(const MarkedPage& marked, const std::vector<std::size_t>& pieces) const {
        return std::all_of(pieces.begin(), pieces.end(), [&](auto piece) {
            const auto& words = marked.margins.pieces()[piece].words;
            return std::none_of(words.begin(), words.end(), [&](auto at) { return movable_[at] == Movable::no; });
        });
    }

    bool runsAlongTheSide(std::size_t word) const {
        const auto tells = [&](std::size_t other) {
            return other < page_.words.size() && !runsAlongThePage(page_.words[other]) && oneAboveTheOther(page_.words[other].box, page_.words[word].box);
        };
        const bool tooShortToTell = page_.words[word].end - page_.words[word].start < 3;
        return tells(word) || (tooShortToTell && ((word > 0 && tells(word - 1)) || tells(word + 1)));
    }

    bool holdsSideText(const LinePiece& piece) const {
        return std::any_of(piece.words.begin(), piece.words.end(), [&](auto at) { return isHidden(at) && runsAlongTheSide(at); });
    }

    // What was set again because of this piece, itself among it.
    std::vector<std::size_t> setPiece(const MarkedPage& marked, std::size_t piece, TextFlow& flow) {
        if (!canMove(marked, {piece}) || holdsSideText(marked.margins.pieces()[piece])) return coverInPlace(marked, piece);
        const auto& box = marked.margins.pieces()[piece].box;
        const bool picture = movable_[marked.margins.pieces()[piece].words.front()] == Movable::picture;
        LineSetting setting(marked, plan_, picture ? Pieces::ofAPicture : Pieces::asText, [this](auto mark) { return labelOnce(mark); });
        if (const auto lines = paragraphFrom(marked, piece); lines.size() > 1 && canMove(marked, lines)) {
            const double left = marked.margins.leftFor(lines.back());
            Box whole = box;
            for (const auto line : lines) whole = united(whole, marked.margins.pieces()[line].box);
            const double right = std::min(marked.margins.columnRight(left), marked.margins.rightFor(whole, lines)), step = setting.stepOf(lines);
            const auto below = flow.below(lines);
            const auto more = below && step > 0 ? static_cast<std::size_t>(below->room / step) : 0;
            const auto set = setting.setParagraph(lines, left, right, lines.size() + more);
            if (set > 0 && below) flow.hang(*below, setting.footOf(lines, lines.size() - 1), setting.footOf(lines, set - 1));
            if (set > 0) return lines;
        }
        std::vector<std::size_t> line{piece};
        for (const auto follower : marked.margins.rightOf(piece)) {
            if (marked.margins.isAnchored(follower) || !canMove(marked, {follower})) break;
            line.push_back(follower);
        }
        setting.setLine(line, marked.margins.leftFor(piece), marked.margins.rightFor(box, line));
        return line;
    }

    std::vector<std::size_t> coverInPlace(const MarkedPage& marked, std::size_t piece) {
        for (const auto at : marked.margins.pieces()[piece].words) {
            if (!isHidden(at) || strips_.count(at) > 0) continue;
            if (runsAlongTheSide(at)) {
                coverStrip(at);
                continue;
            }
            plan_.stuck = true;
            auto box = grown(page_.words[at].box, overhang);
            box.x0 = std::floor(box.x0 / markGrid) * markGrid;
            box.x1 = std::ceil(box.x1 / markGrid) * markGrid;
            plan_.covered.push_back(box);
            plan_.boxes.push_back({box, labelOnce(markOf_[at]), at, markOf_[at]});
        }
        return {piece};
    }

    // Text along the side of the page stands too close to be set again: all of it goes.
    void coverStrip(std::size_t word) {
        auto first = word, last = word;
        const auto inStrip = [&](std::size_t at) {
            return oneAboveTheOther(page_.words[at].box, page_.words[word].box) && width(page_.words[at].box) < 2 * width(page_.words[word].box);
        };
        while (first > 0 && inStrip(first - 1)) --first;
        while (last + 1 < page_.words.size() && inStrip(last + 1)) ++last;
        Box strip = page_.words[word].box;
        for (auto at = first; at <= last; ++at) {
            strips_.insert(at);
            strip = united(strip, page_.words[at].box);
            plan_.words[at].shown = false;
            plan_.covered.push_back(grown(page_.words[at].box, overhang));
        }
        strip = freeAround(grown(strip, alongTheSide));
        plan_.covered.push_back(strip);
        plan_.boxes.push_back({strip, labelOnce(markOf_[word]), word, markOf_[word]});
    }

    Box freeAround(const Box& strip) const {
        Box free{strip.x0, 0, strip.x1, page_.height};
        for (std::size_t at = 0; at < page_.words.size(); ++at) {
            const auto& box = page_.words[at].box;
            if (!plan_.words[at].shown || box.x0 >= strip.x1 || box.x1 <= strip.x0) continue;
            if (box.y1 <= (strip.y0 + strip.y1) / 2) free.y0 = std::max(free.y0, box.y1 + distance);
            else free.y1 = std::min(free.y1, box.y0 - distance);
        }
        return free;
    }

    void drawBoxes() {
        for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
            if (!marks_[mark].box || marks_[mark].page != number_) continue;
            plan_.covered.push_back(*marks_[mark].box);
            plan_.boxes.push_back({*marks_[mark].box, labelOnce(mark), noMark, mark});
        }
    }

    const document::Document& document_;
    const document::Page& page_;
    std::size_t number_;
    const std::vector<marks::Mark>& marks_;
    const std::vector<std::string>& labels_;
    const std::vector<Movable>& movable_;
    const std::vector<Box>* drawings_;
    std::vector<std::size_t> markOf_;  // per word
    std::vector<bool> labelled_;       // per mark
    std::set<std::size_t> strips_;     // words in strips along the side
    PagePlan plan_;
};

}  // namespace

double inSteps(double points) { return std::floor(points * 20 + 0.7371) / 20; }

bool runsAlongThePage(const document::Word& word) {
    return word.end - word.start < 3 || width(word.box) > 0.8 * height(word.box);
}

// A short word runs as the longer one does that it reads on from, or else to.
bool runsAlongThePage(const document::Page& page, std::size_t at) {
    const auto& words = page.words;
    const auto isLong = [&](std::size_t word) { return words[word].end - words[word].start > fewLetters; };
    if (runsAlongThePage(words[at]) || isLong(at)) return runsAlongThePage(words[at]);
    for (auto before = at; before > 0 && readsOnAfter(words[before - 1].box, words[before].box); --before)
        if (isLong(before - 1)) return runsAlongThePage(words[before - 1]);
    for (auto next = at + 1; next < words.size() && readsOnAfter(words[next - 1].box, words[next].box); ++next)
        if (isLong(next)) return runsAlongThePage(words[next]);
    return false;
}

bool overlaps(const Box& one, const Box& other) {
    return std::min(one.x1, other.x1) > std::max(one.x0, other.x0) && std::min(one.y1, other.y1) > std::max(one.y0, other.y0);
}

PagePlan planPage(const document::Document& document, std::size_t page, const std::vector<marks::Mark>& marks,
                  const std::vector<std::string>& labels, const std::vector<Movable>& movable, const std::vector<Box>* drawings) {
    return Planner(document, page, marks, labels, movable, drawings).plan();
}

}  // namespace redaction::apply::rebuild
