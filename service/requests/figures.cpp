#include "service/requests/figures.h"

#include <algorithm>
#include <array>

namespace service::requests {

namespace {

using std::chrono::sys_days;

bool isAfter(const Date& one, const Date& other) { return sys_days{one} > sys_days{other}; }

bool isOf(const CountedCase& one, int year) { return int(one.received.year()) == year; }

std::string quarterOf(const Date& day) { return std::to_string((unsigned(day.month()) - 1) / 3 + 1); }

std::vector<std::string> outcomeColumns() {
    std::vector<std::string> columns;
    for (std::size_t at = 0; at < outcomeCount; ++at) columns.emplace_back(codeOf(Outcome(at)));
    return columns;
}

using Tally = std::map<std::string, std::vector<std::size_t>>;

void count(Tally& tally, const std::string& row, std::size_t column, std::size_t columns) {
    auto& cells = tally[row];
    cells.resize(columns);
    ++cells[column];
}

Table tableFrom(std::string id, std::vector<std::string> columns, const Tally& tally) {
    Table table{std::move(id), std::move(columns), {}};
    for (const auto& [row, cells] : tally) table.rows.push_back({row, cells});
    return table;
}

}  // namespace

const char* codeOf(Outcome outcome) {
    static constexpr std::array codes{"decided-in-time", "decided-late", "open-in-time", "open-late", "paused"};
    return codes[std::size_t(outcome)];
}

Outcome outcomeOf(const CountedCase& one, const Date& today) {
    if (one.decided) return isAfter(*one.decided, one.due) ? Outcome::decidedLate : Outcome::decidedInTime;
    if (one.paused) return Outcome::paused;
    return isAfter(today, one.due) ? Outcome::openLate : Outcome::openInTime;
}

std::vector<Table> tablesOf(const std::vector<CountedCase>& cases, int year, const Date& today) {
    Tally rights, quarters, partners;
    for (const char* quarter : {"1", "2", "3", "4"}) quarters[quarter].resize(outcomeCount);
    for (const auto& one : cases) {
        if (!isOf(one, year)) continue;
        const auto column = std::size_t(outcomeOf(one, today));
        count(rights, one.right, column, outcomeCount);
        count(quarters, quarterOf(one.received), column, outcomeCount);
        for (const auto& partner : one.partners) count(partners, partner, column, outcomeCount);
    }
    return {tableFrom("quarter", outcomeColumns(), quarters), tableFrom("right", outcomeColumns(), rights), tableFrom("partner", outcomeColumns(), partners)};
}

Table lateCausesOf(const std::vector<CountedCase>& cases, int year, const Date& today) {
    Tally causes;
    for (const auto& one : cases)
        if (isOf(one, year) && outcomeOf(one, today) == Outcome::decidedLate) count(causes, one.lateCause.empty() ? "other" : one.lateCause, 0, 1);
    return tableFrom("cause", {"decided-late"}, causes);
}

Table groundsOf(const std::vector<CountedCase>& cases, int year) {
    Tally grounds;
    for (const auto& one : cases)
        if (isOf(one, year))
            for (const auto& [ground, places] : one.grounds) count(grounds, ground, 0, 1);
    return tableFrom("ground", {"cases"}, grounds);
}

std::set<int> yearsOf(const std::vector<CountedCase>& cases) {
    std::set<int> years;
    for (const auto& one : cases) years.insert(int(one.received.year()));
    return years;
}

}  // namespace service::requests
