#include "redaction/marks/folded_text.h"

#include <gtest/gtest.h>

namespace {

using redaction::marks::FoldedText;

struct Case {
    std::string name;
    std::u32string text, needle;
    bool found;
};

class FoldedTextFinds : public testing::TestWithParam<Case> {};

TEST_P(FoldedTextFinds, AsALeakSearchSeesIt) {
    EXPECT_EQ(FoldedText(GetParam().text).contains(FoldedText(GetParam().needle)), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Table, FoldedTextFinds,
    testing::Values(Case{"plain", U"belde Corrie op", U"Corrie", true}, Case{"upper", U"BELDE CORRIE", U"Corrie", true},
                    Case{"accents", U"met Zoë mee", U"Zoe", true}, Case{"decomposed", U"met Zoe\u0308 mee", U"Zoë", true},
                    Case{"letterSpaced", U"met C o r r i e mee", U"Corrie", true},
                    Case{"brokenOverLines", U"met Cor-\nrie mee", U"Corrie", true},
                    Case{"softHyphen", U"met Cor\u00ADrie mee", U"Corrie", true},
                    Case{"noBreakSpace", U"Corrie\u00A0Zwaan", U"Corrie Zwaan", true},
                    Case{"ligature", U"Steﬀen kwam", U"Steffen", true},
                    Case{"ocrLetters", U"met C0rr1e mee", U"Corrie", true},
                    Case{"ocrPairs", U"met Corneiis mee", U"Comelis", true},
                    Case{"ocrPairsSpaced", U"met A r n o mee", U"Arno", true},
                    Case{"insideShortWord", U"de basisschool", U"Bas", false},
                    Case{"insideHyphenated", U"Anne-Marie kwam", U"Anne", true},
                    Case{"longGlued", U"xx0612345678yy", U"06-12345678", true},
                    Case{"numberWithGaps", U"06 12 34 56 78", U"0612345678", true},
                    Case{"beforeAnAtSign", U"c.zwaan@voorbeeld.nl", U"Zwaan", true}, Case{"tooShort", U"Bo kwam", U"Bo", false}, Case{"overTheEndOfASentence", U"een verzoek. Eric belde", U"verzoeker", false},
                    Case{"spacedAndGlued", U"een v e r z o e kerslijst", U"verzoeker", true},
                    Case{"brokenAndGlued", U"de Oosterw-\noudseweg", U"Oosterwoud", true},
                    Case{"brokenWithoutHyphenAndGlued", U"de Oosterw\noudseweg", U"Oosterwoud", true},
                    Case{"withPointsAndGlued", U"tel06.12.34.56.78x", U"0612345678", true},
                    Case{"withPointsSpaced", U"C. o. r. r. i. e. belde", U"Corrie", true},
                    Case{"aNumberInTheNextColumn", U"3.3 Partitioned Model . . . .\n5.3.1 Setting", U"models", false},
                    Case{"digitsReadForLetters", U"met C 0 r r 1 e mee", U"Corrie", true},
                    Case{"aHouseNumberBehindAPoint", U"aan de Dorpsstr. 51 daar", U"Dorpsstr. 51", true},
                    Case{"withACommaOfItsOwnAndGlued", U"Zwaan, Corries moeder", U"Zwaan, Corrie", true},
                    Case{"absent", U"belde Karin op", U"Corrie", false}),
    [](const auto& row) { return row.param.name; });

TEST(FoldedTextFindAll, SaysWhereInTheSource) {
    const FoldedText text(U"Ook Zoë, ZOE en Z o ë, niet Zoetermeer");
    EXPECT_EQ(text.findAll(FoldedText(U"zoe")), (std::vector<redaction::marks::Span>{{4, 7}, {9, 12}, {16, 21}}));
}

}  // namespace
