#include "service/requests/retention.h"

#include <gtest/gtest.h>

namespace service::requests {
namespace {

using namespace std::chrono;

Date day(int y, unsigned m, unsigned d) { return year{y} / month{m} / std::chrono::day{d}; }

const RetentionRule usual{"usual", "Drie maanden later worden onze kopieën vernietigd.", "AVG art. 5 lid 1 onder e", "", months{3}, RetentionRule::counted};
const RetentionRule erasure{"erasure", "Ook onze kopieën gaan weg.", "AVG art. 17 lid 1", "erasure", months{0}, RetentionRule::destroyClock};

Clock clock(const char* id, const Date& end) { return {.id = id, .title = "Bezwaar maken", .start = end, .end = end, .source = "Awb art. 6:7", .steps = {}}; }

TEST(DestructionDay, ComesAfterTheLastRemedyAndTheMonthsOfTheRule) {
    const auto closed = day(2026, 2, 12);
    EXPECT_EQ(planDestruction({"access", closed, {clock("objection", day(2026, 3, 24)), clock("petition", day(2026, 3, 26))}, {}, {}}, usual).on, day(2026, 6, 26));
    EXPECT_EQ(planDestruction({"access", day(2026, 5, 1), {clock("objection", day(2026, 3, 24))}, {}, {}}, usual).on, day(2026, 8, 1)) << "closed later than the remedy lapsed";
    EXPECT_EQ(planDestruction({"access", day(2026, 11, 30), {}, {}, {}}, usual).on, day(2027, 2, 28)) << "no decision was sent; February is short";
    EXPECT_EQ(planDestruction({"access", closed, {clock("decide", day(2027, 1, 1))}, {}, {}}, usual).on, day(2026, 5, 12)) << "the term to decide is no remedy";
}

TEST(DestructionDay, OfAnErasureIsTheDayTheLawWantsItGone) {
    const auto closed = day(2026, 2, 20);
    const auto remedy = clock("objection", day(2026, 4, 3)), destroy = clock("destroy", day(2026, 4, 30));
    EXPECT_EQ(planDestruction({"erasure", closed, {destroy, remedy}, {}, {}}, erasure).on, day(2026, 4, 30));
    EXPECT_EQ(planDestruction({"erasure", closed, {clock("destroy", day(2026, 3, 30)), remedy}, {}, {}}, erasure).on, day(2026, 4, 4)) << "whoever may still object keeps what it is about";
    EXPECT_EQ(planDestruction({"erasure", closed, {remedy}, {}, {}}, erasure).on, day(2026, 4, 4)) << "a controller to which no such term applies";
}

TEST(DestructionDay, IsThereOnlyAfterClosing) {
    const auto plan = planDestruction({"access", {}, {}, {}, {}}, usual);
    EXPECT_FALSE(plan.on);
    EXPECT_FALSE(plan.isDue(day(2099, 1, 1)));
    EXPECT_NE(plan.steps.front().sentence.find("nog niet afgesloten"), std::string::npos);
}

TEST(DestructionDay, MovesOnlyToALaterOneWhenPutOff) {
    const auto closed = day(2026, 2, 12);
    const auto plan = planDestruction({"access", closed, {}, {day(2026, 4, 1), day(2026, 9, 1)}, {}}, usual);
    EXPECT_EQ(plan.on, day(2026, 9, 1));
    EXPECT_EQ(planDestruction({"access", closed, {}, {day(2026, 4, 1)}, {}}, usual).on, day(2026, 5, 12));
    EXPECT_FALSE(plan.isDue(day(2026, 8, 31)));
    EXPECT_TRUE(plan.isDue(day(2026, 9, 1)));
}

TEST(DestructionDay, WaitsWhateverTheDayWhileSomethingStillNeedsTheCopies) {
    const auto plan = planDestruction({"access", day(2026, 2, 12), {}, {}, {{"complaint", "er loopt een klacht"}}}, usual);
    EXPECT_EQ(plan.on, day(2026, 5, 12));
    EXPECT_FALSE(plan.isDue(day(2030, 1, 1)));
}

TEST(DestructionDay, OfWhatClosedByItselfIsNotBeforeWhoMayPutItOffHadTime) {
    RetentionFacts facts{"access", day(2026, 2, 12), {}, {}, {}};
    facts.noticeUntil = day(2026, 2, 19);
    EXPECT_EQ(planDestruction(facts, usual).on, day(2026, 5, 12)) << "long after";
    facts.noticeUntil = day(2026, 6, 1);
    EXPECT_EQ(planDestruction(facts, usual).on, day(2026, 6, 1));
    facts.postponed = {day(2026, 7, 1)};
    EXPECT_EQ(planDestruction(facts, usual).on, day(2026, 7, 1));
}

TEST(RetentionRules, TheRightsOwnRuleStandsAboveTheUsualOne) {
    EXPECT_EQ(ruleFor("erasure", {usual, erasure})->id, "erasure");
    EXPECT_EQ(ruleFor("access", {erasure, usual})->id, "usual");
    EXPECT_FALSE(ruleFor("access", {erasure}));
}

}  // namespace
}  // namespace service::requests
