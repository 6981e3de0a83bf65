#include <gmock/gmock.h>

#include "tests/unit/marks/sample.h"

namespace {

using namespace redaction;
using marks_test::decided;
using marks_test::flow;
using marks_test::paged;
using policy::Decision;

struct Stretch {
    std::u32string what;
    Decision decision;
};
struct Case {
    std::string name;
    std::u32string text;
    std::vector<Stretch> stretches;
    std::u32string expected;  // releasedText
};

class ResolveMarks : public testing::TestWithParam<Case> {};

TEST_P(ResolveMarks, HidesWhatWasDecided) {
    const auto document = flow(GetParam().text);
    std::vector<marks::Decided> all;
    for (const auto& [what, decision] : GetParam().stretches) all.push_back(decided(document, what, decision));
    EXPECT_EQ(marks::releasedText(document, marks::resolveMarks(document, all)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, ResolveMarks,
    testing::Values(
        Case{"nothing", U"Oma Corrie belde.", {}, U"Oma Corrie belde."},
        Case{"one", U"Oma Corrie belde.", {{U"Corrie", Decision::redact}}, U"Oma █ belde."},
        Case{"partOfWord", U"Zie Corries brief.", {{U"Corrie", Decision::redact}}, U"Zie █ brief."},
        Case{"wordWithMark", U"Bel Corrie, nu.", {{U"Corrie", Decision::redact}}, U"Bel █ nu."},
        Case{"neighboursMerge", U"Van Corrie Smit nu", {{U"Corrie", Decision::redact}, {U"Smit", Decision::redact}}, U"Van █ nu"},
        Case{"redactOverRelease", U"De tante Corrie kwam", {{U"De tante Corrie kwam", Decision::release}, {U"Corrie", Decision::redact}}, U"De tante █ kwam"},
        Case{"redactOverJudge", U"De tante kwam", {{U"tante", Decision::judge}, {U"De tante", Decision::redact}}, U"█ kwam"},
        Case{"emptyLineSeparates", U"een\n\ntwee", {{U"een\n\ntwee", Decision::redact}}, U"█\n\n█"},
        Case{"lineJoins", U"een\ntwee drie", {{U"een\ntwee", Decision::redact}}, U"█ drie"}),
    [](const auto& row) { return row.param.name; });

TEST(ResolveMarksOpen, ThrowsWhenJudgeIsLeftUncovered) {
    const auto document = flow(U"De tante kwam");
    EXPECT_THROW(marks::resolveMarks(document, {decided(document, U"tante kwam", Decision::judge),
                                                decided(document, U"tante", Decision::redact)}),
                 marks::StillOpen);
}

TEST(ResolveMarksOpen, ReleaseDoesNotCloseJudge) {
    const auto document = flow(U"De tante kwam");
    EXPECT_THROW(marks::resolveMarks(document, {decided(document, U"tante", Decision::judge),
                                                decided(document, U"De tante kwam", Decision::release)}),
                 marks::StillOpen);
}

TEST(ResolveMarksBox, HidesEveryWordItTouchesAndKeepsTheBoxForPixels) {
    const auto document = paged(U"Oma Corrie belde");
    marks::Decided drawn{0, 0, Decision::redact, "safety", 0, document::Box{95, 105, 112, 108}, {}};
    const auto found = marks::resolveMarks(document, {drawn});
    EXPECT_EQ(marks::releasedText(document, found), U"Oma █");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_FALSE(found[0].box);
    ASSERT_TRUE(found[1].box);
    EXPECT_EQ(found[1].ground, "safety");
    EXPECT_EQ(found[1].start, found[1].end);
}

TEST(ResolveMarksBox, OnNoPageIsRefused) {
    const auto document = paged(U"Oma Corrie belde");
    EXPECT_THROW(marks::resolveMarks(document, {{0, 0, Decision::redact, "safety", 4, document::Box{1, 1, 2, 2}, {}}}),
                 marks::StillOpen);
}

TEST(ResolveMarksGround, LongestStretchNamesIt) {
    const auto document = flow(U"De tante Corrie kwam");
    const auto found = marks::resolveMarks(document, {decided(document, U"Corrie", Decision::redact, "third-party"),
                                                      decided(document, U"De tante Corrie", Decision::redact, "safety")});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].ground, "safety");
}

TEST(ReleasedText, LeavesOutWordsNobodyCanSee) {
    auto document = paged(U"Oma Corrie belde");
    document.pages[0].words[1].visible = false;
    EXPECT_EQ(marks::releasedText(document, {}), U"Oma  belde");
}

}  // namespace
