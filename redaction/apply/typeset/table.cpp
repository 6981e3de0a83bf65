#include "redaction/apply/typeset/table.h"

#include <algorithm>
#include <numeric>

namespace redaction::apply::typeset {

namespace {

struct Column {
    double x, width;  // points, padding included
};

struct Row {
    std::vector<TextLayout> cells;
    std::vector<std::size_t> nextLine;  // per cell, the first line not drawn yet
    bool done() const {
        for (std::size_t at = 0; at < cells.size(); ++at)
            if (nextLine[at] < cells[at].lineCount()) return false;
        return true;
    }
};

class TablePlacer {
  public:
    TablePlacer(Sheet& sheet, const Table& table, TableLines lines) : sheet_(sheet), table_(table), lines_(lines) {
        std::size_t columns = table.header.size();
        for (const auto& row : table.rows) columns = std::max(columns, row.size());
        std::vector<double> widths = table.widths;
        widths.resize(columns, 1);
        const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
        double x = sheet.left();
        for (const double width : widths) {
            columns_.push_back({x, sheet.width() * width / sum});
            x += columns_.back().width;
        }
    }

    void place() {
        if (columns_.empty()) return;
        placeCaption();
        const Tag element(sheet_, isFramed() ? "Table" : "Sect");
        placeHeader();
        for (const auto& row : table_.rows) placeRow(row);
        sheet_.advance(8);
    }

  private:
    bool isFramed() const { return lines_ != TableLines::bar; }
    double padding() const { return lines_ == TableLines::rows ? 4 : lines_ == TableLines::bar ? 8 : 0; }

    Row layOut(const std::vector<Runs>& cells, Weight weight) const {
        Row row;
        const TextStyle style{lines_ == TableLines::rows ? 9.0 : 10.5, weight, 1.3, 0};
        for (std::size_t at = 0; at < std::min(cells.size(), columns_.size()); ++at)
            row.cells.emplace_back(sheet_.context(), cells[at], style, columns_[at].width - 2 * std::max(padding(), 3.0));
        row.nextLine.assign(row.cells.size(), 0);
        return row;
    }

    void placeCaption() {
        if (table_.caption.empty()) return;
        const TextLayout caption(sheet_.context(), plain(table_.caption), {10.5, Weight::bold, 1.3, 0}, sheet_.width());
        sheet_.ensureRoom(caption.height() + 50);
        const Tag element(sheet_, "P");
        caption.drawLine(sheet_.target(), 0, sheet_.left(), sheet_.y());
        sheet_.advance(caption.height() + 2);
    }

    void placeHeader() {
        if (table_.header.empty()) return;
        std::vector<Runs> cells;
        for (const auto& text : table_.header) cells.push_back(plain(text));
        auto row = layOut(cells, Weight::bold);
        sheet_.ensureRoom(heightOf(row) + 30);
        drawPart(row, "TH");
    }

    double heightOf(const Row& row) const {
        double height = 0;
        for (const auto& cell : row.cells) height = std::max(height, cell.height());
        return height + 2 * verticalPadding();
    }
    double verticalPadding() const { return lines_ == TableLines::none ? 1 : 3.5; }

    void breakPage() {
        sheet_.newPage();
        placeHeader();
    }

    void placeRow(const std::vector<Runs>& cells) {
        auto row = layOut(cells, Weight::normal);
        const double height = heightOf(row);
        if (height > sheet_.room() && height <= sheet_.roomOnEmptyPage() / 2 && !sheet_.atTop()) breakPage();
        while (!row.done()) {
            const bool progressed = drawPart(row, "TD");
            if (!row.done()) breakPage();
            if (!progressed && row.cells.empty()) return;
        }
    }

    // As much of the row as fits; false when nothing did.
    bool drawPart(Row& row, const char* cellTag) {
        const double top = sheet_.y(), limit = sheet_.room() - 2 * verticalPadding();
        double used = 0;
        const Tag element(sheet_, isFramed() ? "TR" : "Div");
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            const Tag cell(sheet_, isFramed() ? cellTag : "P");
            used = std::max(used, drawCell(row, at, top + verticalPadding(), limit));
        }
        if (used <= 0) return false;
        drawLines(top, used + 2 * verticalPadding());
        sheet_.advance(used + 2 * verticalPadding());
        return true;
    }

    double drawCell(Row& row, std::size_t at, double top, double limit) {
        const auto& cell = row.cells[at];
        auto& line = row.nextLine[at];
        double used = 0;
        while (line < cell.lineCount() && (used + cell.lineHeight(line) <= limit || (used == 0 && sheet_.atTop()))) {
            cell.drawLine(sheet_.target(), line, columns_[at].x + padding(), top + used);
            used += cell.lineHeight(line++);
        }
        return used;
    }

    void drawLines(double top, double height) const {
        if (lines_ == TableLines::none) return;
        cairo_set_source_rgb(sheet_.target(), lines_ == TableLines::bar ? 0.1 : 0.65, lines_ == TableLines::bar ? 0.1 : 0.65,
                             lines_ == TableLines::bar ? 0.1 : 0.65);
        if (lines_ == TableLines::bar)
            cairo_rectangle(sheet_.target(), sheet_.left(), top, 2.5, height);
        else
            cairo_rectangle(sheet_.target(), sheet_.left(), top + height - 0.3, sheet_.width(), 0.6);
        cairo_fill(sheet_.target());
    }

    Sheet& sheet_;
    const Table& table_;
    TableLines lines_;
    std::vector<Column> columns_;
};

}  // namespace

void placeTable(Sheet& sheet, const Table& table, TableLines lines) { TablePlacer(sheet, table, lines).place(); }

}  // namespace redaction::apply::typeset
