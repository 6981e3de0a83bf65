#include "service/casework/folding.h"

#include <gtest/gtest.h>

namespace service::casework {
namespace {

TEST(Folding, LeavesAccentsAndCaseAside) {
    EXPECT_EQ(folded("Yıldırım"), "yildirim");
    EXPECT_EQ(folded("WIŚNIEWSKA"), "wisniewska");
    EXPECT_EQ(folded("Zoë"), "zoe");
}

TEST(Folding, SplitsIntoWordsOfLettersAndDigits) {
    EXPECT_EQ(foldedWords("Jelte de Wit (8), 's-Gravenhage"), (std::vector<std::string>{"jelte", "de", "wit", "8", "s", "gravenhage"}));
}

TEST(Folding, FindsByTheBeginningOfEveryWord) {
    EXPECT_TRUE(matchesSearch("Zoë van der Berg", "zoe ber"));
    EXPECT_TRUE(matchesSearch("anything", ""));
    EXPECT_FALSE(matchesSearch("Zoë van der Berg", "zoe jansen"));
    EXPECT_FALSE(matchesSearch("Zoë van der Berg", "erg"));
}

TEST(Folding, OneSlipOfThePenIsForgiven) {
    for (const char* query : {"Huisman", "Huismann", "Huisamn", "Hiusman", "Huiman", "Huysman", "huism"})
        EXPECT_TRUE(matchesSearch("Gezin Huisman, 10-02-2018", query)) << query;
    for (const char* query : {"Huysmann", "Husimna", "Hausmann", "2019"}) EXPECT_FALSE(matchesSearch("Gezin Huisman, 10-02-2018", query)) << query;
    EXPECT_FALSE(matchesSearch("Zoë van der Berg", "zie"));  // too short to be a slip
}

}  // namespace
}  // namespace service::casework
