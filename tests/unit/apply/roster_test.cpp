// Width tells the name: with ten known people an exact gap tells in nine of ten cases who is meant.
#include <gmock/gmock.h>

#include <cmath>

#include "tests/unit/apply/roster.h"

namespace roster {
void PrintTo(const Layout& layout, std::ostream* to) { *to << layout.name; }
}  // namespace roster

namespace {

constexpr std::size_t known = 24, few = 10;

class Roster : public testing::TestWithParam<roster::Layout> {};

constexpr double most = 0.01;

TEST_P(Roster, ADocumentDoesNotSingleOutOneOfTen) {
    std::vector<roster::Sign> signs;
    for (const auto& person : roster::people(known)) signs.push_back(roster::signOf(GetParam(), person));
    EXPECT_LE(roster::singledOut(signs, few), most) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(Layouts, Roster, testing::ValuesIn(roster::layouts()), [](const auto& one) { return "Layout" + std::to_string(one.index); });

TEST(RosterMeasure, AnExactWidthDoes) {
    std::vector<roster::Sign> exact, grid;
    for (const auto& person : roster::people(known)) {
        exact.push_back(roster::signOf(std::lround(roster::nameWidth(person) * 10)));
        grid.push_back(roster::signOf(std::lround(std::ceil(roster::nameWidth(person) / 36))));
    }
    EXPECT_GT(roster::singledOut(exact, few), 0.7);
    EXPECT_GT(roster::singledOut(grid, few), 0.01);
}

}  // namespace
