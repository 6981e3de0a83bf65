#include "redaction/apply/flow_tables.h"

#include <algorithm>
#include <string_view>

namespace redaction::apply {

namespace {

using typeset::Runs;
using typeset::Table;

constexpr std::size_t mostColumns = 9, partColumns = 7;  // of a part, beside the first column, which each repeats
constexpr std::size_t longestName = 40;  // signs, of a column
constexpr double signsOnLine = 95, padding = 3;          // signs of a table's type that fit beside each other; room in a cell

std::size_t columnsOf(const Table& table) {
    std::size_t columns = 0;
    for (const auto& row : table.rows) columns = std::max(columns, row.size());
    return columns;
}

std::size_t signsIn(std::string_view utf8) {
    return std::size_t(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

struct Need {
    std::size_t word = 0, all = 0;  // signs: the longest word, the longest cell
};

void look(const Runs& cell, Need& need) {
    std::size_t all = 0;
    for (const auto& run : cell) {
        const std::string_view text = run.text;
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find_first_of(" \n", at), text.size());
            need.word = std::max(need.word, signsIn(text.substr(at, end - at)));
            at = end + 1;
        }
        all += signsIn(text);
    }
    need.all = std::max(need.all, all);
}

void setWidths(Table& table) {
    std::vector<Need> needs(columnsOf(table));
    for (const auto& row : table.rows)
        for (std::size_t at = 0; at < row.size(); ++at) look(row[at], needs[at]);
    double words = 0, wanted = 0;
    for (const auto& need : needs) words += double(need.word) + padding, wanted += double(need.all - need.word);
    const double room = std::clamp(signsOnLine - words, 0.0, wanted);  // beside the longest words, for who wants more
    table.widths.clear();
    for (const auto& need : needs) table.widths.push_back(double(need.word) + padding + (wanted > 0 ? room * double(need.all - need.word) / wanted : 0));
}

Table partOf(const Table& table, std::size_t first, std::size_t last) {
    Table part;
    part.caption = "Kolommen " + std::to_string(first + 1) + " tot en met " + std::to_string(last);
    for (const auto& row : table.rows) {
        std::vector<Runs> cells;
        if (first > 0) cells.push_back(row.empty() ? Runs{} : row.front());
        for (auto at = first; at < last; ++at) cells.push_back(at < row.size() ? row[at] : Runs{});
        part.rows.push_back(std::move(cells));
    }
    return part;
}

bool holdsDigit(const Runs& cell) {
    return std::any_of(cell.begin(), cell.end(), [](const auto& run) { return run.text.find_first_of("0123456789") != std::string::npos; });
}

// "Datum", "Wie", "Wat": few words, all to be seen, without a digit.
bool namesAColumn(const Runs& cell) {
    if (cell.size() != 1 || cell[0].style == typeset::Style::mark || holdsDigit(cell)) return false;
    const auto signs = signsIn(cell[0].text);
    return signs > 0 && signs <= longestName && cell[0].text.find_first_not_of(" \n") != std::string::npos;
}

// A first row that names columns of which some hold figures or dates is the header, on each page anew.
void takeHeader(Table& table) {
    if (table.rows.size() < 3 || table.rows[0].size() < 2 || table.rows[0].size() != columnsOf(table)) return;
    const auto& first = table.rows[0];
    const bool figures = std::any_of(table.rows.begin() + 1, table.rows.end(), [](const auto& row) { return std::any_of(row.begin(), row.end(), holdsDigit); });
    if (!figures || !std::all_of(first.begin(), first.end(), namesAColumn)) return;
    for (const auto& cell : first) table.header.push_back(cell[0].text);
    table.rows.erase(table.rows.begin());
}

void addFitted(Table table, std::vector<typeset::Block>& blocks) {
    const auto columns = columnsOf(table);
    if (columns <= mostColumns) {
        setWidths(table);
        takeHeader(table);
        blocks.push_back(std::move(table));
        return;
    }
    for (std::size_t first = 0; first < columns;) {
        const auto last = std::min(columns, first + partColumns + (first == 0 ? 1 : 0));
        auto part = partOf(table, first, last);
        setWidths(part);
        takeHeader(part);
        blocks.push_back(std::move(part));
        first = last;
    }
}

}  // namespace

std::vector<typeset::Block> fitTables(std::vector<typeset::Block> blocks) {
    std::vector<typeset::Block> fitted;
    for (auto& block : blocks) {
        if (auto* table = std::get_if<Table>(&block)) addFitted(std::move(*table), fitted);
        else fitted.push_back(std::move(block));
    }
    return fitted;
}

}  // namespace redaction::apply
