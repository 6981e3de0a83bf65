#include "redaction/document/opendocument/sheets.h"

#include <algorithm>
#include <cstdlib>

#include "redaction/document/sheets/sheet_writer.h"
#include "redaction/document/xml.h"
#include "redaction/document/zipped/hidden_places.h"

namespace redaction::document::opendocument {
namespace {

constexpr std::uint32_t maxColumns = 16384, maxRows = 1048576;

std::uint32_t repeats(const xmlNode* node, const char* attribute, std::uint32_t most) {
    return std::uint32_t(std::clamp<long>(std::atol(xml::attribute(node, attribute).c_str()), 1, most));
}

bool isCollapsed(const xmlNode* node) {
    const std::string visibility = xml::attribute(node, "visibility");
    return visibility == "collapse" || visibility == "filter";
}

class SheetReading {
  public:
    SheetReading(const xmlNode* table, bool hidden, Story& story, sheets::Budget& budget) : story_(story), budget_(budget) {
        sheet_.name = xml::attribute(table, "name");
        sheet_.hidden = hidden;
        readChildren(table);
    }
    const sheets::Sheet& sheet() const { return sheet_; }
    Line& beside() { return beside_; }

  private:
    void readChildren(const xmlNode* node, int depth = 0) {
        for (const xmlNode* at = node->children; at != nullptr && depth < 50; at = at->next) {
            const std::string_view name = xml::name(at);
            if (name == "table-column") readColumn(at);
            else if (name == "table-row") readRow(at);
            else if (name == "shapes") story_.collectCell(at, beside_);
            else if (name.substr(0, 6) == "table-") readChildren(at, depth + 1);
        }
    }

    void readColumn(const xmlNode* column) {
        const std::uint32_t count = repeats(column, "number-columns-repeated", maxColumns);
        if (isCollapsed(column)) sheet_.hiddenColumns.push_back({column_, column_ + count - 1});
        column_ = std::min(column_ + count, maxColumns);
    }

    void readRow(const xmlNode* node) {
        sheets::Row row;
        row.hidden = isCollapsed(node);
        const std::uint32_t count = repeats(node, "number-rows-repeated", maxRows);
        std::uint32_t column = 0;
        for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
            if (xml::name(at) != "table-cell" && xml::name(at) != "covered-table-cell") continue;
            const std::uint32_t same = repeats(at, "number-columns-repeated", maxColumns);
            readCell(at, column, same, row);
            column = std::min(column + same, maxColumns);
        }
        for (std::uint32_t i = 0; !row.cells.empty() && i < count; ++i) {
            row.number = row_ + i + 1;
            for (const auto& cell : row.cells) budget_.take(cell.text);
            sheet_.rows.push_back(row);
        }
        row_ = std::min(row_ + count, maxRows);
    }

    void readCell(const xmlNode* cell, std::uint32_t column, std::uint32_t same, sheets::Row& row) {
        Line line;
        story_.collectCell(cell, line);
        const std::string text = toUtf8(line.text);
        for (auto& [hidden, note] : line.hidden) beside_.hidden.emplace_back(toCodePoints(sheets::cellName(column, row_ + 1) + ": ") + hidden, note);
        std::move(line.pictured.begin(), line.pictured.end(), std::back_inserter(beside_.pictured));
        beside_.boxes.insert(beside_.boxes.end(), line.boxes.begin(), line.boxes.end());
        for (std::uint32_t i = 0; !text.empty() && i < same; ++i) row.cells.push_back({column + i, text, false});
    }

    Story& story_;
    sheets::Budget& budget_;
    sheets::Sheet sheet_;
    Line beside_;  // comments, pictures and text boxes: written after the table
    std::uint32_t column_ = 0, row_ = 0;
};

}  // namespace

void writeSheets(const xmlNode* spreadsheet, const Styles& styles, Story& story, FlowBuilder& builder) {
    sheets::Budget budget(Format::ods);
    for (const xmlNode* at = spreadsheet->children; at != nullptr; at = at->next) {
        if (xml::name(at) == "tracked-changes") builder.doubt(zipped::changesDoubt);
        if (xml::name(at) != "table") continue;
        SheetReading reading(at, styles.hides("table", xml::attribute(at, "style-name")), story, budget);
        writeSheet(reading.sheet(), builder);
        story.flush(BlockKind::paragraph, 0, reading.beside());
    }
}

}  // namespace redaction::document::opendocument
