#include "redaction/apply/flow_tables.h"

#include <gtest/gtest.h>

using namespace redaction::apply;
using typeset::Runs;
using typeset::Style;
using typeset::Table;

namespace {

Runs cell(const std::string& text, Style style = Style::plain) { return {{text, style}}; }

std::vector<Table> fitted(Table table) {
    std::vector<Table> tables;
    for (const auto& block : fitTables({typeset::Paragraph{}, std::move(table)}))
        if (const auto* found = std::get_if<Table>(&block)) tables.push_back(*found);
    return tables;
}

}  // namespace

TEST(FlowTables, AColumnIsAsWideAsWhatItShows) {
    Table table;
    table.rows = {{cell("1"), cell("Medewerkster"), cell("Gesprek over de thuissituatie met moeder, met afspraken over bezoek en school")}, {cell("20"), cell("één")}};
    const auto tables = fitted(table);
    ASSERT_EQ(tables.size(), 1u);
    ASSERT_EQ(tables[0].widths.size(), 3u);
    EXPECT_EQ(tables[0].widths[0], 5);  // no narrower than its longest word
    EXPECT_EQ(tables[0].widths[1], 15);
    EXPECT_EQ(tables[0].widths[2], 75);  // the rest of the line
    EXPECT_EQ(tables[0].rows.size(), 2u);
}

TEST(FlowTables, AMarkCountsByItsLabel) {
    Table table;
    table.rows = {{cell("[naam]", Style::mark), cell("x")}};
    EXPECT_EQ(fitted(table)[0].widths, (std::vector<double>{9, 4}));
}

TEST(FlowTables, AWideTableComesInPartsThatKeepEveryCell) {
    Table table;
    for (const char row : {'a', 'b'}) {
        std::vector<Runs> cells;
        for (int column = 0; column < 22; ++column) cells.push_back(cell(row + std::to_string(column)));
        table.rows.push_back(cells);
    }
    table.rows.push_back({cell("c0")});
    const auto tables = fitted(table);
    ASSERT_EQ(tables.size(), 3u);
    std::size_t kept = 0;
    for (const auto& part : tables) {
        EXPECT_EQ(part.rows[1][0][0].text, "b0");
        EXPECT_EQ(part.rows[2][0][0].text, "c0");
        EXPECT_EQ(part.widths.size(), 8u);
        kept += part.rows[0].size();
    }
    EXPECT_EQ(kept, 22u + 2);
    EXPECT_EQ(tables[2].caption, "Kolommen 16 tot en met 22");
    EXPECT_EQ(tables[2].rows[0].back()[0].text, "a21");
}

TEST(FlowTables, TheNamesOfColumnsAreTheHeader) {
    const auto isHeader = [](std::vector<Runs> first, std::vector<Runs> third) {
        Table table;
        table.rows = {std::move(first), {cell("2 mei"), cell("belde")}, std::move(third)};
        const auto made = fitted(table);
        return made[0].header == std::vector<std::string>{"Datum", "Wat"} && made[0].rows.size() == 2;
    };
    EXPECT_TRUE(isHeader({cell("Datum"), cell("Wat")}, {cell("3 mei"), cell("kwam")}));
    EXPECT_FALSE(isHeader({cell("1 mei"), cell("Wat")}, {cell("3 mei"), cell("kwam")}));
    EXPECT_FALSE(isHeader({cell("Datum"), cell("[A]", Style::mark)}, {cell("3 mei"), cell("kwam")}));
    EXPECT_FALSE(isHeader({cell("Datum"), cell(" ")}, {cell("3 mei"), cell("kwam")}));
    EXPECT_FALSE(isHeader({cell("Datum"), cell("Wat")}, {cell("3 mei"), cell("kwam"), cell("en meer")}));
    Table words;
    words.rows = {{cell("appel"), cell("peer")}, {cell("vis"), cell("vlees")}, {cell("zout"), cell("zoet")}};
    EXPECT_TRUE(fitted(words)[0].header.empty());
}
