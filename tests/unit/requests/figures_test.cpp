#include "service/requests/figures.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>

namespace service::requests {
namespace {

using namespace std::chrono;

const Date received = 2026y / 2 / 3, due = 2026y / 3 / 3, today = 2026y / 4 / 1;

CountedCase decided(const Date& on) {
    CountedCase one;
    one.right = "access", one.partners = {"vt"}, one.received = received, one.due = due, one.decided = on;
    return one;
}

TEST(Outcomes, TheLastDayIsInTimeAndAPausedOneIsNotLate) {
    EXPECT_EQ(outcomeOf(decided(due), today), Outcome::decidedInTime);
    EXPECT_EQ(outcomeOf(decided(2026y / 3 / 4), today), Outcome::decidedLate);
    auto open = decided(due);
    open.decided.reset();
    EXPECT_EQ(outcomeOf(open, due), Outcome::openInTime);
    EXPECT_EQ(outcomeOf(open, today), Outcome::openLate);
    open.paused = true;
    EXPECT_EQ(outcomeOf(open, today), Outcome::paused);
}

TEST(Tables, CountEachPartOncePerRightAndOncePerPartner) {
    auto together = decided(due);
    together.partners = {"vt", "gi"};
    auto erasure = decided(2026y / 3 / 9);
    erasure.right = "erasure", erasure.received = 2026y / 11 / 2, erasure.lateCause = "partner", erasure.grounds = {{"third-party", 9}};
    auto earlier = decided(due);
    earlier.received = 2025y / 12 / 31;
    const std::vector<CountedCase> cases{together, erasure, earlier};
    const auto tables = tablesOf(cases, 2026, today);
    const auto cell = [&](std::size_t table, const char* row, Outcome outcome) {
        for (const auto& it : tables[table].rows)
            if (it.id == row) return it.cells[std::size_t(outcome)];
        return std::size_t(99);
    };
    EXPECT_EQ(cell(0, "1", Outcome::decidedInTime), 1u);
    EXPECT_EQ(cell(0, "4", Outcome::decidedLate), 1u);
    EXPECT_EQ(cell(1, "access", Outcome::decidedInTime), 1u);
    EXPECT_EQ(cell(2, "vt", Outcome::decidedInTime), 1u);
    EXPECT_EQ(cell(2, "vt", Outcome::decidedLate), 1u);
    EXPECT_EQ(cell(2, "gi", Outcome::decidedInTime), 1u) << "decided together: counts with each";
    EXPECT_EQ(yearsOf(cases), (std::set<int>{2025, 2026}));
    EXPECT_EQ(groundsOf(cases, 2026).rows.front().cells.front(), 1u) << "cases, not places";
}

// Of a right with a small count only the right itself: 8 refused in all, less 6, would tell the 2.
TEST(Grounds, OfAPointStandByTheAnswerUnlessThatTellsASmallCount) {
    std::vector<CountedCase> cases;
    const auto add = [&](const char* right, std::map<std::string, std::size_t> grounds, int times) {
        auto one = decided(due);
        one.right = right, one.grounds = std::move(grounds);
        cases.insert(cases.end(), std::size_t(times), one);
    };
    add("access", {{"third-party", 9}}, 3);
    add("erasure", {{groundOf("erasure", "interest-refused"), 2}}, 6), add("erasure", {{groundOf("erasure", "archive-refused"), 1}}, 5);
    add("objection", {{groundOf("objection", "objection-refused"), 1}}, 6), add("objection", {{groundOf("objection", "not-taken-up"), 1}}, 2);
    std::map<std::string, std::size_t> rows;
    for (const auto& row : groundsOf(cases, 2026).rows) rows[row.id] = row.cells.at(0);
    EXPECT_EQ(rows, (std::map<std::string, std::size_t>{{"third-party", 3}, {"erasure/interest-refused", 6}, {"erasure/archive-refused", 5}, {"objection", 8}}));
}

TEST(Answers, StandPerRightOnlyWhereTheDecidedOnesAreShown) {
    std::vector<CountedCase> cases;
    const auto add = [&](const char* right, const Date& on, const char* answer, int times) {
        auto one = decided(on);
        one.right = right, one.answer = answer;
        cases.insert(cases.end(), std::size_t(times), one);
    };
    add("access", due, "partly", 9), add("access", due, "refused", 6), add("erasure", due, "refused", 8), add("erasure", due, "granted", 5), add("portability", due, "refused", 2);
    const auto shown = withoutSmallCounts(tablesOf(cases, 2026, today));
    const auto rights = rightsWithDecidedShown(shown[1]);
    EXPECT_FALSE(rights.contains("portability")) << "two of them are hidden";
    const auto table = answersOf(cases, 2026, today, {"access", "erasure"});
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[0].cells, (std::vector<std::size_t>{0, 9, 6, 0, 0}));
    EXPECT_EQ(table.rows[1].cells, (std::vector<std::size_t>{5, 0, 8, 0, 0}));
    EXPECT_TRUE(answersOf(cases, 2026, today, {}).rows.empty());
}

TEST(LateCauses, StandPerRightUnlessALateCountIsHidden) {
    std::vector<CountedCase> cases;
    for (const auto& [right, times] : {std::pair{"access", 7}, std::pair{"erasure", 6}}) {
        auto late = decided(2026y / 3 / 9);
        late.right = right, late.lateCause = "staff";
        cases.insert(cases.end(), std::size_t(times), late);
    }
    auto shown = withoutSmallCounts(tablesOf(cases, 2026, today));
    const auto table = lateCausesByRightOf(cases, 2026, today, shown[1]);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->columns, (std::vector<std::string>{"access", "erasure"}));
    EXPECT_EQ(table->rows.front().cells, (std::vector<std::size_t>{7, 6}));
    auto few = decided(2026y / 3 / 9);
    few.right = "portability";
    cases.push_back(few);
    shown = withoutSmallCounts(tablesOf(cases, 2026, today));
    EXPECT_FALSE(lateCausesByRightOf(cases, 2026, today, shown[1]));
}

TEST(LateCauses, AreOfWhatWasDecidedLate) {
    auto late = decided(2026y / 3 / 9);
    late.lateCause = "partner";
    const auto causes = lateCausesOf({late, decided(due)}, 2026, today);
    ASSERT_EQ(causes.rows.size(), 1u);
    EXPECT_EQ(causes.rows.front().id, "partner");
}

// ---- nothing small is shown, nor told by the sums

struct Reader {  // what someone sees, who knows that all cells add up
    std::vector<std::vector<std::optional<std::size_t>>> cells;
    explicit Reader(const ShownTable& table) {
        for (const auto& row : table.rows) add(row);
        add(table.all);
    }
    void add(const ShownRow& row) {
        cells.push_back(row.cells);
        cells.back().push_back(row.total);
    }
    // A hidden cell can be worked out when it lies on no circle of hidden cells: rows and columns as points, cells as lines.
    bool canWorkOut(std::size_t row, std::size_t column) const {
        std::set<std::pair<bool, std::size_t>> reached;
        std::function<void(bool, std::size_t)> walk = [&](bool isRow, std::size_t at) {
            if (!reached.insert({isRow, at}).second) return;
            const auto other = isRow ? cells.front().size() : cells.size();
            for (std::size_t next = 0; next < other; ++next) {
                const auto r = isRow ? at : next, c = isRow ? next : at;
                if (!cells[r][c] && !(r == row && c == column)) walk(!isRow, next);
            }
        };
        walk(true, row);
        return reached.count({false, column}) == 0;
    }
};

void expectNothingSmallIsTold(const Table& table, const ShownTable& shown) {
    const Reader reader(shown);
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const auto count = table.rows[row].cells[column];
            if (count == 0 || count >= leastShown) {
                if (reader.cells[row][column]) {
                    EXPECT_EQ(*reader.cells[row][column], count);
                }
                continue;
            }
            EXPECT_FALSE(reader.cells[row][column]) << table.id << " " << row << "," << column;
            EXPECT_FALSE(reader.canWorkOut(row, column)) << table.id << " " << row << "," << column << " of " << count;
        }
}

TEST(SmallCounts, OneSmallCellTakesAnotherWithItInItsRowAndColumn) {
    const Table table{"right", {"a", "b"}, {{"access", {3, 20}}, {"erasure", {30, 40}}}};
    const auto shown = withoutSmallCounts({table}).front();
    EXPECT_FALSE(shown.rows[0].cells[0]);
    EXPECT_FALSE(shown.rows[0].cells[1]) << "else 23 less 20 tells";
    EXPECT_FALSE(shown.rows[1].cells[0]) << "else 33 less 30 tells";
    EXPECT_FALSE(shown.rows[1].cells[1]);
    EXPECT_EQ(shown.all.total, 93u);
    expectNothingSmallIsTold(table, shown);
}

TEST(SmallCounts, WhatIsLargeEverywhereIsShown) {
    const Table table{"right", {"a", "b"}, {{"access", {5, 20}}, {"erasure", {30, 0}}}};
    const auto shown = withoutSmallCounts({table}).front();
    EXPECT_EQ(shown.notShown, 0u);
    EXPECT_EQ(shown.rows[1].cells[1], 0u) << "nobody is pointed at by nothing";
}

TEST(SmallCounts, SmallOnesThatTogetherAreSmallTakeALargerOneWithThem) {
    const Table table{"cause", {"late"}, {{"partner", {1}}, {"scan", {2}}, {"other", {50}}, {"staff", {60}}}};
    const auto shown = withoutSmallCounts({table}).front();
    EXPECT_FALSE(shown.rows[2].cells[0]) << "113 less 50 and 60 would tell that the other two are three";
    EXPECT_EQ(shown.rows[3].cells[0], 60u);
    expectNothingSmallIsTold(table, shown);
}

TEST(SmallCounts, TheWholeIsHiddenAlikeInTablesThatShareIt) {
    const Table byRight{"right", {"a", "b", "c"}, {{"access", {3, 20, 90}}, {"erasure", {0, 0, 80}}}};
    const Table byQuarter{"quarter", {"a", "b", "c"}, {{"1", {0, 10, 80}}, {"2", {3, 10, 90}}}};
    const auto shown = withoutSmallCounts({byRight, byQuarter});
    for (std::size_t column = 0; column < 3; ++column) EXPECT_EQ(shown[0].all.cells[column], shown[1].all.cells[column]);
    EXPECT_FALSE(shown[0].all.cells[0]);
    EXPECT_FALSE(shown[0].all.cells[1]) << "else the whole tells it";
    expectNothingSmallIsTold(byRight, shown[0]);
    expectNothingSmallIsTold(byQuarter, shown[1]);
}

TEST(SmallCounts, WhatIsHiddenElsewhereIsNotToldByWhatAddsUpToIt) {
    const Table one{"cause", {"late"}, {{"other", {8}}}}, two{"cause", {"late"}, {{"other", {8}}, {"partner", {9}}}};
    EXPECT_FALSE(withoutSmallCounts({one}, Whole::hidden).front().rows[0].cells[0]);
    EXPECT_FALSE(withoutSmallCounts({one}, Whole::hidden).front().all.total);
    const auto shown = withoutSmallCounts({two}, Whole::hidden).front();
    EXPECT_FALSE(shown.all.cells[0]);
    EXPECT_FALSE(shown.rows[0].cells[0] && shown.rows[1].cells[0]) << "8 and 9 would tell 17";
    EXPECT_FALSE(shown.rows[0].total && shown.rows[1].total);
    EXPECT_EQ(withoutSmallCounts({two}).front().all.total, 17u);
}

TEST(SmallCounts, NoneCanBeWorkedOutInAnyOfTwoThousandTables) {
    std::mt19937 random(20261123);
    const auto below = [&](std::size_t limit) { return std::size_t(random() % limit); };
    std::size_t shownCells = 0;
    for (int round = 0; round < 2000; ++round) {
        Table table{"t" + std::to_string(round), {}, {}};
        const auto columns = 1 + below(5), rows = 1 + below(6);
        for (std::size_t column = 0; column < columns; ++column) table.columns.push_back(std::to_string(column));
        for (std::size_t row = 0; row < rows; ++row) {
            TableRow line{std::to_string(row), {}};
            for (std::size_t column = 0; column < columns; ++column) line.cells.push_back(below(3) == 0 ? below(7) : below(4) == 0 ? 0 : 5 + below(40));
            table.rows.push_back(std::move(line));
        }
        const auto shown = withoutSmallCounts({table}).front();
        expectNothingSmallIsTold(table, shown);
        if (HasFailure()) return;
        shownCells += (rows + 1) * (columns + 1) - shown.notShown;
    }
    EXPECT_GT(shownCells, 15000u) << "hiding everything would be no overview";
}

}  // namespace
}  // namespace service::requests
