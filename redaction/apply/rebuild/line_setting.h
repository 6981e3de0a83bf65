// Sets lines with marks again, so that nothing on them depends on what is hidden: one line with what follows it, or the
// rest of a paragraph with its line breaks. Pure geometry; not for other folders.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "redaction/apply/rebuild/margins.h"
#include "redaction/apply/rebuild/page_plan.h"

namespace redaction::apply::rebuild {

inline constexpr std::size_t noMark = static_cast<std::size_t>(-1);

// A page with its marks, as the planner sees it.
struct MarkedPage {
    const document::Document& document;
    const document::Page& page;
    const std::vector<std::size_t>& markOf;  // per word; noMark: not hidden
    const Margins& margins;
    bool isHidden(std::size_t word) const { return markOf[word] != noMark; }
};

// What stands on a line after setting it again: a word, or one mark for all neighbours hidden by it.
struct Item {
    std::size_t word = 0;
    std::size_t mark = noMark;
    double before = 0;  // points of room in front, besides none at the start of a line
};

enum class Pieces { asText, ofAPicture };

class LineSetting {
  public:
    using Label = std::function<std::string(std::size_t mark)>;
    LineSetting(const MarkedPage& marked, PagePlan& plan, Pieces pieces, Label label);

    // The pieces of one line, left to right, from `left` on; they may reach to `right`.
    void setLine(const std::vector<std::size_t>& pieces, double left, double right);

    // The lines of a paragraph, one piece each, broken anew between its margins into `most` lines at most. How many they
    // are then; 0 when they do not fit, and nothing is done.
    std::size_t setParagraph(const std::vector<std::size_t>& lines, double left, double right, std::size_t most);

    // The line that the words of a line of the paragraph stand on; also of lines behind its last one.
    double footOf(const std::vector<std::size_t>& lines, std::size_t line) const { return baseOf(lineAt(lines, line)); }
    double stepOf(const std::vector<std::size_t>& lines) const;  // from line to line

  private:
    LinePiece lineAt(const std::vector<std::size_t>& lines, std::size_t line) const;
    struct Measure {
        double mark, scale;
    };
    double space() const;
    std::vector<Item> itemsOf(const std::vector<std::size_t>& pieces) const;
    bool isGlued(std::size_t before, std::size_t word) const;
    double widthOf(const Item& item, const Measure& measure) const;
    double naturalWidth(const std::vector<Item>& items, double mark) const;
    bool isPassageLine(const LinePiece& piece, const std::vector<Item>& items) const;
    double baseOf(const LinePiece& piece) const;
    document::Box bandOf(const LinePiece& piece) const;
    std::vector<std::vector<Item>> broken(const std::vector<Item>& items, const Measure& measure, double firstRoom, double room) const;
    void place(const std::vector<Item>& items, const LinePiece& line, double x, const Measure& measure);
    void addMark(const Item& item, const LinePiece& line, double x0, double x1);
    void clear(const std::vector<std::size_t>& pieces, double left, double right);

    const MarkedPage& marked_;
    PagePlan& plan_;
    Pieces pieces_;
    Label label_;
};

}  // namespace redaction::apply::rebuild
