#include "redaction/apply/rebuild/page_plan.h"

#include <gmock/gmock.h>

#include "tests/unit/marks/sample.h"

namespace {

using namespace redaction;
using namespace redaction::apply::rebuild;
using marks_test::decided;
using policy::Decision;

struct Planned {
    document::Document document;
    PagePlan plan;
};

// `name` stands as wide as it is long between the same neighbours, on one line.
Planned planAround(std::u32string_view name, Movable movable = Movable::text) {
    Planned planned{marks_test::paged(U"Toen belde " + std::u32string(name) + U" mij op"), {}};
    for (auto& word : planned.document.pages[0].words) word.box.x0 += 72, word.box.x1 += 72;
    const auto marks = marks::resolveMarks(planned.document, {decided(planned.document, name, Decision::redact)});
    planned.plan = planPage(planned.document, 0, marks, {"[naam]"}, std::vector<Movable>(planned.document.pages[0].words.size(), movable));
    return planned;
}

// In a high font a short word is higher than wide: its neighbours on the line tell, those above and below it do not.
TEST(PagePlan, AShortWordRunsAsTheLineItStandsIn) {
    document::Page page;
    page.words = {{0, 4, {60, 50, 85, 65}}, {5, 8, {89, 50, 100, 65}}, {9, 12, {104, 50, 115, 65}}, {13, 18, {20, 100, 32, 140}}, {19, 22, {20, 144, 32, 160}}};
    for (std::size_t at : {0, 1, 2}) EXPECT_TRUE(runsAlongThePage(page, at)) << at;
    for (std::size_t at : {3, 4}) EXPECT_FALSE(runsAlongThePage(page, at)) << at;
}

TEST(PagePlan, NothingOnTheLineDependsOnTheHiddenName) {
    const auto shorter = planAround(U"Bo").plan, longer = planAround(U"Willemina").plan;
    ASSERT_EQ(shorter.boxes.size(), 1u);
    ASSERT_EQ(longer.boxes.size(), 1u);
    EXPECT_EQ(shorter.boxes[0].box.x0, longer.boxes[0].box.x0);
    EXPECT_EQ(shorter.boxes[0].box.x1, longer.boxes[0].box.x1);
    for (std::size_t at = 0; at < shorter.words.size(); ++at) {
        EXPECT_EQ(shorter.words[at].shown, at != 2);
        EXPECT_EQ(shorter.words[at].scale, longer.words[at].scale);
        if (at != 2) {
            EXPECT_EQ(shorter.words[at].x, longer.words[at].x) << at;
        }
    }
}

TEST(PagePlan, LineWithoutMarksStaysWhereItIs) {
    const auto document = marks_test::paged(U"Toen belde zij");
    const auto plan = planPage(document, 0, {}, {}, {Movable::text, Movable::text, Movable::text});
    for (const auto& word : plan.words) EXPECT_TRUE(word.shown && !word.moved());
    EXPECT_TRUE(plan.boxes.empty() && plan.covered.empty());
}

TEST(PagePlan, WordThatCannotMoveIsCoveredOnTheGrid) {
    const auto plan = planAround(U"Bo", Movable::no).plan;
    ASSERT_EQ(plan.boxes.size(), 1u);
    EXPECT_EQ(std::fmod(plan.boxes[0].box.x0, markGrid), 0);
    EXPECT_EQ(std::fmod(plan.boxes[0].box.x1, markGrid), 0);
    EXPECT_TRUE(plan.stuck);  // its neighbours tell how wide it was: the page is set again as a picture
    EXPECT_FALSE(planAround(U"Bo").plan.stuck);
}

TEST(PagePlan, LineThatOverflowsIsCondensedByWhatIsSeenOnly) {
    auto narrow = [](std::u32string_view name) {
        auto document = marks_test::paged(U"Toen belde " + std::u32string(name) + U" mij weer en weer over alles");
        const auto marks = marks::resolveMarks(document, {decided(document, name, Decision::redact)});
        document.pages[0].width = 330;
        return planPage(document, 0, marks, {}, std::vector<Movable>(document.pages[0].words.size(), Movable::text));
    };
    EXPECT_LT(narrow(U"Bo").words[0].scale, 1);
    EXPECT_EQ(narrow(U"Bo").words.back().x, narrow(U"Wil").words.back().x);
}

TEST(PagePlan, InvisibleWordsAreNotShown) {
    auto document = marks_test::paged(U"Toen belde zij");
    document.pages[0].words[1].visible = false;
    const auto plan = planPage(document, 0, {}, {}, std::vector<Movable>(3, Movable::text));
    EXPECT_FALSE(plan.words[1].shown);
}

}  // namespace
