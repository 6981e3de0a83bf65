// How often a finished document singles out the hidden one of a roster: a table for the README.
#include <cmath>
#include <cstdio>

#include "tests/unit/apply/roster.h"

namespace {

void row(const std::string& name, const std::vector<roster::Sign>& signs) {
    std::printf("| %s |", name.c_str());
    for (const std::size_t size : {10u, 50u, 200u}) std::printf(" %.1f %% |", 100 * roster::singledOut(signs, size));
    std::printf("\n");
    std::fflush(stdout);
}

}  // namespace

int main() {
    const auto people = roster::people(400);
    std::vector<roster::Sign> exact, grid;
    for (const auto& person : people) {
        exact.push_back(roster::signOf(std::lround(roster::nameWidth(person) * 10)));
        grid.push_back(roster::signOf(std::lround(std::ceil(roster::nameWidth(person) / 36))));
    }
    std::printf("| waar de naam stond | 10 namen | 50 | 200 |\n|---|---|---|---|\n");
    row("(ter vergelijking: precieze breedte)", exact);
    row("(ter vergelijking: raster van 36 punt)", grid);
    for (const auto& layout : roster::layouts()) {
        std::vector<roster::Sign> signs;
        for (const auto& person : people) signs.push_back(roster::signOf(layout, person));
        row(layout.name, signs);
    }
}
