#include "redaction/document/sheets/sheet_writer.h"

#include <algorithm>
#include <set>

#include "redaction/document/zipped/hidden_places.h"

namespace redaction::document::sheets {
namespace {

constexpr std::size_t maxCells = 1000000, maxTextBytes = 40u << 20;
constexpr std::size_t rowsInHiddenBlock = 100;

class SheetWriting {
  public:
    SheetWriting(const Sheet& sheet, FlowBuilder& builder) : sheet_(sheet), builder_(builder) {
        std::set<std::uint32_t> used;
        for (const Row& row : sheet.rows)
            for (const Cell& cell : row.cells)
                if (!cell.text.empty() && (!cell.hidden || sheet.hidden || isHidden(cell.column))) used.insert(cell.column);
        for (const auto column : used) (isHidden(column) && !sheet.hidden ? hiddenColumns_ : columns_).push_back(column);
    }

    void write() {
        if (sheet_.hidden) return writeHiddenSheet();
        builder_.block(BlockKind::heading, toCodePoints(sheet_.name), 1);
        for (const Row& row : sheet_.rows) {
            if (row.hidden) hide(line(row, columns_), "verborgen rij");
            else {
                flushHidden();
                builder_.block(BlockKind::tableRow, toCodePoints(line(row, columns_)));
            }
        }
        flushHidden();
        writeHiddenColumns();
        writeHiddenCells();
    }

  private:
    bool isHidden(std::uint32_t column) const {
        return std::any_of(sheet_.hiddenColumns.begin(), sheet_.hiddenColumns.end(), [&](const auto& range) { return column >= range.first && column <= range.last; });
    }

    static std::string line(const Row& row, const std::vector<std::uint32_t>& columns, bool hiddenToo = false) {
        std::string text;
        auto cell = row.cells.begin();
        for (std::size_t at = 0; at < columns.size(); ++at) {
            if (at > 0) text += '\t';
            while (cell != row.cells.end() && cell->column < columns[at]) ++cell;
            if (cell != row.cells.end() && cell->column == columns[at] && (hiddenToo || !cell->hidden)) text += cell->text;
        }
        return text.find_first_not_of('\t') == std::string::npos ? std::string{} : text;
    }

    void hide(const std::string& text, const char* note) {
        if (text.empty()) return;
        if (note != note_ || lines_ == rowsInHiddenBlock) flushHidden();
        note_ = note;
        hidden_ += (hidden_.empty() ? "" : "\n") + text;
        ++lines_;
    }

    void flushHidden() {
        if (hidden_.empty()) return;
        builder_.block(BlockKind::hidden, toCodePoints(hidden_), 0, note_);
        builder_.doubt("Dit rekenblad bevat verborgen bladen, rijen, kolommen of cellen. Die staan apart bij het stuk.");
        hidden_.clear();
        lines_ = 0;
    }

    void writeHiddenSheet() {
        hide(sheet_.name, "verborgen blad");
        for (const Row& row : sheet_.rows) hide(line(row, columns_, true), "verborgen blad");
        flushHidden();
    }

    // Each value behind what stands first in its row, to tell whom it is about.
    void writeHiddenColumns() {
        for (const auto column : hiddenColumns_) {
            for (const Row& row : sheet_.rows) {
                const std::string value = line(row, {column}, true);
                if (!value.empty()) hide(firstOf(row) + value, "verborgen kolom");
            }
            flushHidden();
        }
    }

    void writeHiddenCells() {
        for (const Row& row : sheet_.rows)
            for (const Cell& cell : row.cells)
                if (cell.hidden && !isHidden(cell.column)) hide(firstOf(row) + cell.text, "onzichtbare cel");
        flushHidden();
    }

    std::string firstOf(const Row& row) const {
        for (const Cell& cell : row.cells)
            if (!cell.hidden && !cell.text.empty() && !isHidden(cell.column)) return cell.text + "\t";
        return {};
    }

    const Sheet& sheet_;
    FlowBuilder& builder_;
    std::vector<std::uint32_t> columns_, hiddenColumns_;
    std::string hidden_;
    const char* note_ = "";
    std::size_t lines_ = 0;
};

}  // namespace

void Budget::take(const std::string& text) {
    bytes_ += text.size();
    if (++cells_ > maxCells || bytes_ > maxTextBytes) throw failed(Failure::tooLarge, format_);
}

void writeSheet(const Sheet& sheet, FlowBuilder& builder) { SheetWriting(sheet, builder).write(); }

std::string cellName(std::uint32_t column, std::uint32_t row) {
    std::string letters;
    for (std::uint32_t at = column + 1; at > 0; at = (at - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (at - 1) % 26));
    return letters + std::to_string(row);
}

}  // namespace redaction::document::sheets
