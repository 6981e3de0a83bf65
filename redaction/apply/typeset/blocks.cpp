// Places each kind of block on the sheet, under its structure element.
#include <algorithm>
#include <array>
#include <numeric>

#include "redaction/apply/typeset/sheet.h"
#include "redaction/apply/typeset/table.h"

namespace redaction::apply::typeset {

namespace {

constexpr TextStyle body{};
constexpr double afterParagraph = 7, listIndent = 16;  // points

TextStyle headingStyle(int level) {
    static constexpr std::array<double, 4> sizes{17, 13.5, 11.5, 10.5};
    return {sizes[static_cast<std::size_t>(std::clamp(level, 1, 4) - 1)], Weight::bold, 1.25, 0};
}

// Draws lines from `from` on as far as the page allows; returns the first line not drawn. A last line left alone
// takes its neighbour along to the next page.
std::size_t drawWhatFits(Sheet& sheet, const TextLayout& layout, std::size_t from, double x) {
    std::size_t end = from;
    double height = 0;
    while (end < layout.lineCount() && height + layout.lineHeight(end) <= sheet.room()) height += layout.lineHeight(end++);
    const bool leavesOneLine = end + 1 == layout.lineCount() && end > from + 2;
    if (leavesOneLine) --end;
    if (end == from && sheet.atTop()) end = from + 1;
    for (auto line = from; line < end; ++line) {
        layout.drawLine(sheet.target(), line, x, sheet.y());
        sheet.advance(layout.lineHeight(line));
    }
    return end;
}

void placeText(Sheet& sheet, const TextLayout& layout, double x, const char* tag) {
    for (std::size_t line = 0; line < layout.lineCount();) {
        if (line > 0 || sheet.room() < layout.lineHeight(line)) sheet.newPage();
        const Tag element(sheet, tag);
        line = drawWhatFits(sheet, layout, line, x);
    }
}

struct Placer {
    Sheet& sheet;

    void operator()(const Heading& heading) const {
        const TextLayout layout(sheet.context(), heading.runs.empty() ? plain(heading.text) : heading.runs, headingStyle(heading.level), sheet.width());
        if (!sheet.atTop()) sheet.advance(heading.level == 1 ? 10 : 8);
        sheet.ensureRoom(layout.height() + 40);
        if (heading.runs.empty()) sheet.bookmark(heading.text, heading.level);
        const std::string tag = "H" + std::to_string(std::clamp(heading.level, 1, 6));
        placeText(sheet, layout, sheet.left(), tag.c_str());
        sheet.advance(4);
    }

    void operator()(const Paragraph& paragraph) const {
        const TextLayout layout(sheet.context(), paragraph.runs, body, sheet.width());
        placeText(sheet, layout, sheet.left(), "P");
        sheet.advance(afterParagraph);
    }

    void operator()(const List& list) const {
        const Tag element(sheet, "L");
        std::size_t number = 0;
        for (const auto& item : list.items) placeItem(list.numbering == Numbering::numbers ? std::to_string(++number) + "." : "•", item);
        sheet.advance(afterParagraph - 2);
    }

    void placeItem(const std::string& label, const Runs& runs) const {
        const TextLayout layout(sheet.context(), runs, body, sheet.width() - listIndent);
        sheet.ensureRoom(layout.lineHeight(0));
        const Tag item(sheet, "LI");
        {
            const Tag element(sheet, "Lbl");
            TextLayout(sheet.context(), plain(label), body, listIndent).drawLine(sheet.target(), 0, sheet.left() + 2, sheet.y());
        }
        placeText(sheet, layout, sheet.left() + listIndent, "LBody");
        sheet.advance(2);
    }

    void operator()(const Table& table) const { placeTable(sheet, table); }

    void operator()(const KeyValues& pairs) const {
        Table table;
        for (const auto& [key, value] : pairs.rows) table.rows.push_back({Runs{{key, Style::bold}}, value});
        table.widths = {2, 5};
        placeTable(sheet, table, TableLines::none);
    }

    void operator()(const Lines& lines) const {
        Runs runs;
        for (const auto& line : lines.lines) runs.push_back({(runs.empty() ? "" : "\n") + line, Style::plain});
        const TextLayout layout(sheet.context(), runs, {10.5, Weight::normal, 1.25, 0}, sheet.width());
        sheet.ensureRoom(std::min(layout.height(), sheet.roomOnEmptyPage()));
        placeText(sheet, layout, sheet.left(), "P");
        sheet.advance(afterParagraph);
    }

    void operator()(const Notice& notice) const {
        Table table;
        table.rows.push_back({notice.runs});
        placeTable(sheet, table, TableLines::bar);
    }

    void operator()(const Space& space) const { sheet.advance(std::min(space.points, sheet.room())); }

    void operator()(const Rule&) const {
        sheet.ensureRoom(10);
        cairo_set_source_rgb(sheet.target(), 0.6, 0.6, 0.6);
        cairo_rectangle(sheet.target(), sheet.left(), sheet.y() + 3, sheet.width(), 0.6);
        cairo_fill(sheet.target());
        sheet.advance(10);
    }

    void operator()(const PageBreak&) const {
        if (!sheet.atTop()) sheet.newPage();
    }
};

}  // namespace

void placeBlock(Sheet& sheet, const Block& block) { std::visit(Placer{sheet}, block); }

}  // namespace redaction::apply::typeset
