// Hiding small counts so that what is shown does not tell them.
#include <algorithm>

#include "service/requests/figures.h"

namespace service::requests {

namespace {

// A table with its sums: one row and one column more. Every row and column is an equation: the cells add up to the last.
struct Grid {
    std::size_t rows = 0, columns = 0;  // without the sums
    std::vector<std::vector<std::size_t>> counts;
    std::vector<std::vector<char>> hidden;
};

struct Place {
    std::size_t row, column;
};
using Line = std::vector<Place>;  // the last is the sum

bool isSmall(std::size_t count) { return count > 0 && count < leastShown; }

Grid gridOf(const Table& table) {
    Grid grid{table.rows.size(), table.columns.size(), {}, {}};
    grid.counts.assign(grid.rows + 1, std::vector<std::size_t>(grid.columns + 1));
    grid.hidden.assign(grid.rows + 1, std::vector<char>(grid.columns + 1));
    for (std::size_t row = 0; row < grid.rows; ++row)
        for (std::size_t column = 0; column < grid.columns; ++column) {
            const auto count = table.rows[row].cells[column];
            grid.counts[row][column] = count;
            for (auto* sum : {&grid.counts[row][grid.columns], &grid.counts[grid.rows][column], &grid.counts[grid.rows][grid.columns]}) *sum += count;
        }
    for (std::size_t row = 0; row <= grid.rows; ++row)
        for (std::size_t column = 0; column <= grid.columns; ++column) grid.hidden[row][column] = isSmall(grid.counts[row][column]);
    return grid;
}

Line rowLine(const Grid& grid, std::size_t row) {
    Line line;
    for (std::size_t column = 0; column <= grid.columns; ++column) line.push_back({row, column});
    return line;
}

Line columnLine(const Grid& grid, std::size_t column) {
    Line line;
    for (std::size_t row = 0; row <= grid.rows; ++row) line.push_back({row, column});
    return line;
}

bool isHidden(const Grid& grid, const Place& at) { return grid.hidden[at.row][at.column] != 0; }
std::size_t countAt(const Grid& grid, const Place& at) { return grid.counts[at.row][at.column]; }

// One hidden cell is the sum less the others; several tell what they are together.
bool tells(const Grid& grid, const Line& line) {
    std::size_t hidden = 0, together = 0;
    for (std::size_t at = 0; at + 1 < line.size(); ++at)
        if (isHidden(grid, line[at])) ++hidden, together += countAt(grid, line[at]);
    if (isHidden(grid, line.back())) return hidden == 0;
    return hidden == 1 || (hidden > 0 && isSmall(together));
}

// The least that can be spared: the smallest shown count of the line, else its sum. False: there is none.
bool hideOne(Grid& grid, const Line& line, std::size_t mostRow) {
    const Place* best = nullptr;
    const auto costs = [&](const Place& at) {
        const auto count = countAt(grid, at);
        return std::pair(count == 0, count);  // an empty one last: it hides least
    };
    for (std::size_t at = 0; at + 1 < line.size(); ++at)
        if (line[at].row <= mostRow && !isHidden(grid, line[at]) && (!best || costs(line[at]) < costs(*best))) best = &line[at];
    if (!best && line.back().row <= mostRow && !isHidden(grid, line.back())) best = &line.back();
    if (best) grid.hidden[best->row][best->column] = 1;
    return best != nullptr;
}

void hideLine(Grid& grid, const Line& line, std::size_t mostRow) {
    while (tells(grid, line) && hideOne(grid, line, mostRow)) {
    }
}

// What the equations determine: the unknowns are the hidden cells. The matrix of such sums keeps to -1, 0 and 1.
std::vector<Place> determined(const Grid& grid) {
    std::vector<Place> unknowns;
    std::vector<std::vector<int>> equations;
    for (std::size_t row = 0; row <= grid.rows; ++row)
        for (std::size_t column = 0; column <= grid.columns; ++column)
            if (grid.hidden[row][column]) unknowns.push_back({row, column});
    const auto equation = [&](const Line& line) {
        std::vector<int> factors(unknowns.size());
        for (std::size_t at = 0; at < line.size(); ++at)
            for (std::size_t unknown = 0; unknown < unknowns.size(); ++unknown)
                if (unknowns[unknown].row == line[at].row && unknowns[unknown].column == line[at].column) factors[unknown] = at + 1 == line.size() ? -1 : 1;
        equations.push_back(std::move(factors));
    };
    for (std::size_t row = 0; row <= grid.rows; ++row) equation(rowLine(grid, row));
    for (std::size_t column = 0; column <= grid.columns; ++column) equation(columnLine(grid, column));
    std::size_t done = 0;
    for (std::size_t unknown = 0; unknown < unknowns.size() && done < equations.size(); ++unknown) {
        const auto pivot = std::find_if(equations.begin() + std::ptrdiff_t(done), equations.end(), [&](const auto& it) { return it[unknown] != 0; });
        if (pivot == equations.end()) continue;
        std::swap(*pivot, equations[done]);
        for (std::size_t other = 0; other < equations.size(); ++other) {
            if (other == done || equations[other][unknown] == 0) continue;
            const int factor = equations[other][unknown] * equations[done][unknown];
            for (std::size_t at = 0; at < unknowns.size(); ++at) equations[other][at] -= factor * equations[done][at];
        }
        ++done;
    }
    std::vector<Place> found;
    for (std::size_t row = 0; row < done; ++row)
        if (std::ranges::count_if(equations[row], [](int factor) { return factor != 0; }) == 1)
            found.push_back(unknowns[std::size_t(std::ranges::find_if(equations[row], [](int factor) { return factor != 0; }) - equations[row].begin())]);
    return found;
}

bool hideNextTo(Grid& grid, const Place& at) {
    return hideOne(grid, rowLine(grid, at.row), grid.rows == 0 ? 0 : grid.rows - 1) || hideOne(grid, columnLine(grid, at.column), grid.rows == 0 ? 0 : grid.rows - 1);
}

bool anyTells(const Grid& grid) {
    for (std::size_t row = 0; row < grid.rows; ++row)
        if (tells(grid, rowLine(grid, row))) return true;
    for (std::size_t column = 0; column <= grid.columns; ++column)
        if (tells(grid, columnLine(grid, column))) return true;
    return false;
}

void hideAllInside(Grid& grid) {
    for (std::size_t row = 0; row < grid.rows; ++row) std::ranges::fill(grid.hidden[row], char(1));
}

// The sums at the bottom are shared with other tables and stay as they are.
void protect(Grid& grid) {
    if (grid.rows == 0) return;
    const auto most = grid.rows - 1;
    for (std::size_t round = 0; round <= (grid.rows + 1) * (grid.columns + 1); ++round) {
        for (std::size_t row = 0; row < grid.rows; ++row) hideLine(grid, rowLine(grid, row), most);
        for (std::size_t column = 0; column <= grid.columns; ++column) hideLine(grid, columnLine(grid, column), most);
        const auto found = determined(grid);
        const auto small = std::ranges::find_if(found, [&](const Place& at) { return isSmall(countAt(grid, at)) && at.row < grid.rows; });
        if (small == found.end() && !anyTells(grid)) return;
        if (small != found.end() && !hideNextTo(grid, *small)) break;
    }
    hideAllInside(grid);
}

ShownRow rowFrom(const Grid& grid, std::size_t row, std::string id) {
    ShownRow shown{std::move(id), {}, {}};
    const auto cell = [&](std::size_t column) { return grid.hidden[row][column] ? std::optional<std::size_t>() : std::optional(grid.counts[row][column]); };
    for (std::size_t column = 0; column < grid.columns; ++column) shown.cells.push_back(cell(column));
    shown.total = cell(grid.columns);
    return shown;
}

ShownTable shownFrom(const Table& table, const Grid& grid) {
    ShownTable shown{table.id, table.columns, {}, rowFrom(grid, grid.rows, "all"), 0};
    for (std::size_t row = 0; row < grid.rows; ++row) shown.rows.push_back(rowFrom(grid, row, table.rows[row].id));
    for (const auto& row : grid.hidden) shown.notShown += std::size_t(std::ranges::count(row, char(1)));
    return shown;
}

}  // namespace

std::vector<ShownTable> withoutSmallCounts(const std::vector<Table>& tables, Whole whole) {
    std::vector<Grid> grids;
    for (const auto& table : tables) grids.push_back(gridOf(table));
    if (whole == Whole::hidden)
        for (auto& grid : grids) std::ranges::fill(grid.hidden[grid.rows], char(1));
    // The sums first, alike in every table: the same whole shown twice must not be shown once.
    for (auto& grid : grids) hideLine(grid, rowLine(grid, grid.rows), grid.rows);
    for (auto& grid : grids)
        for (const auto& other : grids)
            if (other.columns == grid.columns)
                for (std::size_t column = 0; column <= grid.columns; ++column) grid.hidden[grid.rows][column] = char(grid.hidden[grid.rows][column] | other.hidden[other.rows][column]);
    std::vector<ShownTable> shown;
    for (std::size_t at = 0; at < tables.size(); ++at) protect(grids[at]), shown.push_back(shownFrom(tables[at], grids[at]));
    return shown;
}

}  // namespace service::requests
