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

std::string groundOf(std::string_view right, std::string_view choice) { return std::string(right) + "/" + std::string(choice); }

Table groundsOf(const std::vector<CountedCase>& cases, int year) {
    std::map<std::string, std::size_t> used;
    std::set<std::string> small;
    for (const auto& one : cases)
        if (isOf(one, year))
            for (const auto& [ground, places] : one.grounds) ++used[ground];
    for (const auto& [ground, count] : used)
        if (const auto slash = ground.find('/'); slash != ground.npos && count < leastShown) small.insert(ground.substr(0, slash));
    Tally grounds;
    for (const auto& one : cases) {
        if (!isOf(one, year)) continue;
        std::set<std::string> rows;
        for (const auto& [ground, places] : one.grounds) {
            const auto right = ground.substr(0, ground.find('/'));
            rows.insert(small.contains(right) && right != ground ? right : ground);
        }
        for (const auto& row : rows) count(grounds, row, 0, 1);
    }
    return tableFrom("ground", {"cases"}, grounds);
}

namespace {

constexpr std::array answerColumns{"granted", "partly", "refused", "not-taken-up", "other-answer"};

bool isDecided(const CountedCase& one, const Date& today) {
    const auto outcome = outcomeOf(one, today);
    return outcome == Outcome::decidedInTime || outcome == Outcome::decidedLate;
}

std::size_t columnOf(const std::string& answer) {
    const auto found = std::find(answerColumns.begin(), answerColumns.end(), answer);
    return std::size_t((found == answerColumns.end() ? answerColumns.end() - 1 : found) - answerColumns.begin());
}

bool isShown(const ShownRow& row, Outcome outcome) { return row.cells[std::size_t(outcome)].has_value(); }

}  // namespace

Table answersOf(const std::vector<CountedCase>& cases, int year, const Date& today, const std::set<std::string>& rights) {
    Tally tally;
    for (const auto& one : cases)
        if (isOf(one, year) && isDecided(one, today) && rights.contains(one.right)) count(tally, one.right, columnOf(one.answer), answerColumns.size());
    return tableFrom("answer", {answerColumns.begin(), answerColumns.end()}, tally);
}

std::set<std::string> rightsWithDecidedShown(const ShownTable& byRight) {
    std::set<std::string> rights;
    for (const auto& row : byRight.rows)
        if (isShown(row, Outcome::decidedInTime) && isShown(row, Outcome::decidedLate)) rights.insert(row.id);
    return rights;
}

std::optional<Table> lateCausesByRightOf(const std::vector<CountedCase>& cases, int year, const Date& today, const ShownTable& byRight) {
    std::vector<std::string> rights;
    for (const auto& row : byRight.rows) {
        if (!isShown(row, Outcome::decidedLate)) return std::nullopt;
        rights.push_back(row.id);
    }
    Tally tally;
    for (const auto& one : cases) {
        if (!isOf(one, year) || outcomeOf(one, today) != Outcome::decidedLate) continue;
        const auto column = std::find(rights.begin(), rights.end(), one.right) - rights.begin();
        count(tally, one.lateCause.empty() ? "other" : one.lateCause, std::size_t(column), rights.size());
    }
    return tableFrom("cause", rights, tally);
}

std::set<int> yearsOf(const std::vector<CountedCase>& cases) {
    std::set<int> years;
    for (const auto& one : cases) years.insert(int(one.received.year()));
    return years;
}

}  // namespace service::requests
