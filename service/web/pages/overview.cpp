#include "service/web/pages/overview.h"

#include <algorithm>
#include <charconv>

#include "service/casework/overview.h"
#include "service/casework/words.h"
#include "service/requests/intake.h"
#include "service/web/view/csv.h"

namespace service::web::pages {

namespace {

using casework::Overview;
namespace requests = service::requests;

std::optional<int> yearAsked(const Visit& visit) {
    const auto text = visit.query().get("jaar");
    int year = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), year);
    return problem == std::errc() && end == text.data() + text.size() && year > 1900 && year < 3000 ? std::optional(year) : std::nullopt;
}

std::string rowName(Visit& visit, const std::string& table, const std::string& id) {
    if (id == "all") return visit.say("overview.all");
    if (table == "quarter") return visit.say("overview.quarter-" + id);
    if (table == "cause") return visit.say("late.cause-" + id);
    // An answer to a point, under its right: both by their names.
    if (const auto slash = id.find('/'); table == "ground" && slash != id.npos)
        return visit.inOurWords(casework::rightName(id.substr(0, slash))) + ": " + visit.say("items.choice-" + id.substr(slash + 1));
    return visit.inOurWords(casework::rowWords(visit.office(), table, id));
}

// Of the causes a column is a right, where each right has its own.
std::string columnName(const Visit& visit, const std::string& column) {
    return requests::rightFrom(column) ? visit.inOurWords(casework::rightName(column)) : visit.say("overview." + column);
}

std::string shown(const Visit& visit, const std::optional<std::size_t>& count) { return count ? std::to_string(*count) : visit.say("overview.not-shown"); }

Data rowData(Visit& visit, const requests::ShownTable& table, const requests::ShownRow& row) {
    auto cells = Data::array();
    for (std::size_t at = 0; at < row.cells.size(); ++at)
        cells.push_back({{"count", shown(visit, row.cells[at])}, {"hidden", !row.cells[at]}, {"column", columnName(visit, table.columns[at])}});
    return {{"name", rowName(visit, table.id, row.id)}, {"cells", cells}, {"total", shown(visit, row.total)}, {"total_hidden", !row.total}};
}

std::size_t shownSum(const requests::ShownRow& row) {
    std::size_t sum = 0;
    for (const auto& cell : row.cells) sum += cell.value_or(0);
    return sum;
}

constexpr std::size_t chartWidth = 480, lineHeight = 40;

// A bar of what is shown; each piece has its own pattern and its number, so that colour alone tells nothing.
// Of an outcome its own look; of what else is counted one of the patterns, in the order of the columns.
std::string lookOf(const requests::ShownTable& table, std::size_t column) {
    constexpr std::size_t patterns = 6;
    const bool byOutcome = table.id == "quarter" || table.id == "right" || table.id == "partner";
    return byOutcome ? table.columns[column] : "nth-" + std::to_string(column % patterns);
}

Data barData(Visit& visit, const requests::ShownTable& table, const requests::ShownRow& row, std::size_t most, std::size_t line) {
    auto pieces = Data::array();
    std::size_t from = 0;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        const auto count = row.cells[at].value_or(0);
        if (count == 0) continue;
        const auto wide = std::max<std::size_t>(count * chartWidth / most, 1);
        pieces.push_back({{"x", std::to_string(from)}, {"y", std::to_string(line * lineHeight + 18)}, {"wide", std::to_string(wide)}, {"kind", lookOf(table, at)}, {"count", std::to_string(count)},
                          {"label_x", std::to_string(from + 4)}, {"label_y", std::to_string(line * lineHeight + 31)}, {"labelled", wide > 24}});
        from += wide;
    }
    return {{"name", rowName(visit, table.id, row.id)}, {"name_y", std::to_string(line * lineHeight + 13)}, {"pieces", pieces}};
}

Data chartData(Visit& visit, const requests::ShownTable& table) {
    std::size_t most = 1;
    for (const auto& row : table.rows) most = std::max(most, shownSum(row));
    auto bars = Data::array();
    for (std::size_t at = 0; at < table.rows.size(); ++at) bars.push_back(barData(visit, table, table.rows[at], most, at));
    return {{"bars", bars}, {"height", std::to_string(std::max<std::size_t>(table.rows.size(), 1) * lineHeight)}};
}

Data tableData(Visit& visit, const requests::ShownTable& table) {
    auto rows = Data::array(), columns = Data::array();
    for (std::size_t at = 0; at < table.columns.size(); ++at) columns.push_back({{"words", columnName(visit, table.columns[at])}, {"kind", lookOf(table, at)}});
    for (const auto& row : table.rows) rows.push_back(rowData(visit, table, row));
    Data data{{"id", table.id}, {"name", visit.say("overview.by-" + table.id)}, {"columns", columns}, {"rows", rows}, {"none", rows.empty()}, {"all", rowData(visit, table, table.all)},
              {"has_total", table.columns.size() > 1}, {"hidden", table.notShown > 0}};
    // of nothing that may be shown there is nothing to draw
    data["chart"] = std::ranges::any_of(table.rows, [](const auto& row) { return shownSum(row) > 0; }) ? chartData(visit, table) : Data(false);
    return data;
}

Data yearsData(const Overview& view) {
    auto years = Data::array();
    for (const int year : view.years) years.push_back({{"words", std::to_string(year)}, {"link", "/overzicht?jaar=" + std::to_string(year)}, {"current", year == view.year}});
    return years;
}

void addTable(Visit& visit, const requests::ShownTable& table, std::vector<std::vector<std::string>>& rows) {
    std::vector<std::string> head{visit.say("overview.by-" + table.id)};
    for (const auto& column : table.columns) head.push_back(columnName(visit, column));
    if (table.columns.size() > 1) head.push_back(visit.say("overview.total"));
    rows.push_back(std::move(head));
    const auto add = [&](const requests::ShownRow& row) {
        std::vector<std::string> line{rowName(visit, table.id, row.id)};
        for (const auto& cell : row.cells) line.push_back(shown(visit, cell));
        if (table.columns.size() > 1) line.push_back(shown(visit, row.total));
        rows.push_back(std::move(line));
    };
    for (const auto& row : table.rows) add(row);
    add(table.all);
    rows.push_back({""});
}

}  // namespace

Data reportTabs(const Visit& visit, std::string_view current) {
    auto tabs = Data::array();
    for (const auto& [name, link] : {std::pair{"overview", "/overzicht"}, {"retention", "/vernietiging"}})
        tabs.push_back({{"words", visit.say("report." + std::string(name))}, {"link", link}, {"current", current == name}});
    return tabs;
}

http::Response overview(Visit& visit) {
    const auto view = casework::overview(visit.office(), visit.actor(), yearAsked(visit));
    auto tables = Data::array();
    for (const auto& table : view.tables) tables.push_back(tableData(visit, table));
    return visit.page("overview", {visit.say("report.overview"), "overview"},
                      {{"tabs", reportTabs(visit, "overview")}, {"year", std::to_string(view.year)}, {"years", yearsData(view)}, {"several", view.years.size() > 1}, {"tables", tables},
                       {"none", view.years.empty()}, {"file_link", "/overzicht.csv?jaar=" + std::to_string(view.year)}});
}

http::Response overviewFile(Visit& visit) {
    const auto view = casework::overview(visit.office(), visit.actor(), yearAsked(visit));
    std::vector<std::vector<std::string>> rows{{visit.say("report.overview"), std::to_string(view.year)}, {visit.say("overview.small")}, {""}};
    for (const auto& table : view.tables) addTable(visit, table, rows);
    return http::download(view::csvOf(rows), "text/csv; charset=utf-8", "overzicht-" + std::to_string(view.year) + ".csv");
}

}  // namespace service::web::pages
