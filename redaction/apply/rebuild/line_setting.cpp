#include "redaction/apply/rebuild/line_setting.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace redaction::apply::rebuild {

namespace {

using document::Box;

constexpr double spaceShare = 0.24;    // width of a space, times the height of the words
constexpr double pictureShare = 0.5;   // the same on a scan, where boxes are as high as the ink
constexpr double overhang = 0.8;       // points by which ink may pass its box
constexpr double narrowest = 0.88;     // a line is condensed to this before its marks become narrow
constexpr double narrowestEver = 0.7;  // a paragraph; a single line has no choice
constexpr double step = 0.03;
constexpr double betweenPieces = 12;   // points
constexpr double lowestMark = 1.2;     // times the height of the words, on a scan
constexpr std::u32string_view hanging = U"gjpqyçµQJ,;/()[]{}|_-–—'\"“”‘’°*•";
constexpr double evenAround = 0.5;     // the same: paper above and below a line

Box grown(const Box& box, double by) { return {box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by}; }
double width(const Box& box) { return box.x1 - box.x0; }

}  // namespace

LineSetting::LineSetting(const MarkedPage& marked, PagePlan& plan, Pieces pieces, Label label)
    : marked_(marked), plan_(plan), pieces_(pieces), label_(std::move(label)) {}

double LineSetting::space() const {
    return (pieces_ == Pieces::ofAPicture ? pictureShare : spaceShare) * marked_.margins.textHeight();
}

// A word broken by its line stays together where the line is no longer there.
bool LineSetting::isGlued(std::size_t before, std::size_t word) const {
    const auto& text = marked_.document.text;
    const auto end = text[marked_.page.words[before].end - 1], start = text[marked_.page.words[word].start];
    const bool otherLine = marked_.page.words[before].end < text.size() && text[marked_.page.words[before].end] == U'\n';
    return otherLine && (end == U'-' || end == U'\u00AD' || end == U'\u2010') && u_islower(static_cast<UChar32>(start));
}

std::vector<Item> LineSetting::itemsOf(const std::vector<std::size_t>& pieces) const {
    std::vector<Item> items;
    for (const auto piece : pieces) {
        bool first = true;
        for (const auto at : marked_.margins.pieces()[piece].words) {
            if (!marked_.isHidden(at) && !marked_.page.words[at].visible) continue;
            const bool continues = marked_.isHidden(at) && !items.empty() && items.back().mark == marked_.markOf[at];
            if (continues) continue;
            const bool glued = !items.empty() && items.back().mark == noMark && !marked_.isHidden(at) && isGlued(items.back().word, at);
            const bool sameLine = !items.empty() && onOneLine(marked_.page.words[items.back().word].box, marked_.page.words[at].box);
            items.push_back({at, marked_.markOf[at], items.empty() || glued ? 0 : first && sameLine ? betweenPieces : space()});
            first = false;
        }
    }
    return items;
}

double LineSetting::widthOf(const Item& item, const Measure& measure) const {
    return (item.mark == noMark ? inSteps(width(marked_.page.words[item.word].box)) : measure.mark) * measure.scale;
}

double LineSetting::naturalWidth(const std::vector<Item>& items, double mark) const {
    double sum = 0;
    for (const auto& item : items) sum += item.before + widthOf(item, {mark, 1});
    return sum;
}

// A mark that is all there is of this line and goes on over other lines hides a passage: one bar as wide as the text.
bool LineSetting::isPassageLine(const LinePiece& piece, const std::vector<Item>& items) const {
    if (items.size() != 1 || items[0].mark == noMark) return false;
    const auto first = piece.words.front(), last = piece.words.back();
    const bool before = first > 0 && marked_.markOf[first - 1] == items[0].mark;
    const bool after = last + 1 < marked_.markOf.size() && marked_.markOf[last + 1] == items[0].mark;
    return before || after;
}

void LineSetting::setLine(const std::vector<std::size_t>& pieces, double left, double right) {
    const auto& first = marked_.margins.pieces()[pieces.front()];
    const auto items = itemsOf(pieces);
    clear(pieces, left, right);
    const double room = std::max(narrowMarkWidth, right - left);
    if (pieces.size() == 1 && isPassageLine(first, items))
        return addMark(items[0], first, left, left + std::max(narrowMarkWidth, std::floor(room / markGrid) * markGrid));
    double mark = markWidth;
    if (naturalWidth(items, mark) * narrowest > room) mark = narrowMarkWidth;
    place(items, first, left, {mark, std::min(1.0, room / naturalWidth(items, mark))});
}

std::vector<std::vector<Item>> LineSetting::broken(const std::vector<Item>& items, const Measure& measure, double firstRoom, double room) const {
    std::vector<std::vector<Item>> lines(1);
    double used = 0;
    for (auto item : items) {
        const double wide = widthOf(item, measure), more = lines.back().empty() ? wide : item.before * measure.scale + wide;
        if (!lines.back().empty() && used + more > (lines.size() == 1 ? firstRoom : room)) {
            lines.emplace_back();
            used = wide;
        } else {
            used += more;
        }
        if (lines.back().empty()) item.before = 0;
        lines.back().push_back(item);
    }
    return lines;
}

double LineSetting::stepOf(const std::vector<std::size_t>& lines) const {
    const auto& pieces = marked_.margins.pieces();
    return (baseOf(pieces[lines.back()]) - baseOf(pieces[lines.front()])) / static_cast<double>(lines.size() - 1);
}

LinePiece LineSetting::lineAt(const std::vector<std::size_t>& lines, std::size_t line) const {
    const auto& pieces = marked_.margins.pieces();
    if (line < lines.size()) return pieces[lines[line]];
    LinePiece more{{}, pieces[lines.back()].box};
    const double down = stepOf(lines) * static_cast<double>(line + 1 - lines.size()), foot = baseOf(pieces[lines.back()]);
    more.box.y0 += down;
    more.box.y1 = foot + down;
    return more;
}

std::size_t LineSetting::setParagraph(const std::vector<std::size_t>& lines, double left, double right, std::size_t most) {
    const auto items = itemsOf(lines);
    const double firstLeft = marked_.margins.anchorOf(lines.front()).value_or(left);
    for (double scale = 1; scale > narrowestEver; scale -= step)
        for (const double mark : {markWidth, narrowMarkWidth}) {
            if (mark == narrowMarkWidth && scale > narrowest) continue;
            const auto set = broken(items, {mark, scale}, right - firstLeft, right - left);
            if (set.size() > most) continue;
            clear(lines, left, right);
            for (std::size_t at = 0; at < set.size(); ++at) place(set[at], lineAt(lines, at), at == 0 ? firstLeft : left, {mark, scale});
            return set.size();
        }
    return 0;
}

// The line its words stand on. Boxes on a scan end with the ink: words without a letter that hangs below tell it.
double LineSetting::baseOf(const LinePiece& piece) const {
    std::vector<double> bottoms;
    double highest = piece.box.y1;
    bool allHidden = true;
    for (const auto at : piece.words) {
        const auto& word = marked_.page.words[at];
        if (marked_.isHidden(at)) continue;
        allHidden = false;
        highest = std::min(highest, word.box.y1);
        const auto text = std::u32string_view(marked_.document.text).substr(word.start, word.end - word.start);
        if (pieces_ == Pieces::asText || text.find_first_of(hanging) == text.npos) bottoms.push_back(word.box.y1);
    }
    // All words hidden: whether one has a letter that hangs below may not show. Names reach as high as each other.
    if (allHidden && pieces_ == Pieces::ofAPicture) return piece.box.y0 + marked_.margins.textHeight();
    if (bottoms.empty()) return highest;
    const auto middle = bottoms.begin() + static_cast<std::ptrdiff_t>(bottoms.size() / 2);
    std::nth_element(bottoms.begin(), middle, bottoms.end());
    return *middle;
}

// From where to where a mark on the line reaches, whatever the letters under it.
Box LineSetting::bandOf(const LinePiece& piece) const {
    if (pieces_ == Pieces::asText) return piece.box;
    const double base = baseOf(piece), high = lowestMark * marked_.margins.textHeight();
    return {piece.box.x0, base - high, piece.box.x1, base + 0.2 * high};
}

void LineSetting::addMark(const Item& item, const LinePiece& line, double x0, double x1) {
    const auto band = bandOf(line);
    plan_.boxes.push_back({{x0, band.y0, x1, band.y1}, label_(item.mark), item.word, item.mark});
}

void LineSetting::place(const std::vector<Item>& items, const LinePiece& line, double x, const Measure& measure) {
    for (const auto& item : items) {
        x += item.before * measure.scale;
        const double wide = widthOf(item, measure);
        if (item.mark != noMark) {
            addMark(item, line, x, x + wide);
        } else {
            auto& word = plan_.words[item.word];
            word.x = x;
            word.scale = measure.scale;
            if (!onOneLine(word.from, line.box))
                for (const auto& piece : marked_.margins.pieces())
                    if (std::binary_search(piece.words.begin(), piece.words.end(), item.word)) word.down = baseOf(line) - baseOf(piece);
        }
        x += wide;
    }
}

// What belongs to the old place of the words goes: drawings that underline them, their pixels, and the paper that would
// tell where the pixels ended.
void LineSetting::clear(const std::vector<std::size_t>& pieces, double left, double right) {
    for (const auto at : pieces) {
        const auto& box = marked_.margins.pieces()[at].box;
        plan_.setAgain.push_back(grown(box, overhang));
        if (pieces_ == Pieces::asText) continue;
        plan_.cleared.push_back(grown(box, overhang));
        const double around = evenAround * marked_.margins.textHeight();
        plan_.evened.push_back({std::min(left, box.x0) - overhang, box.y0 - around, std::max(right, box.x1 + overhang), box.y1 + around});
    }
}

}  // namespace redaction::apply::rebuild
