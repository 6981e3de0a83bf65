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

}  // namespace
}  // namespace service::casework
