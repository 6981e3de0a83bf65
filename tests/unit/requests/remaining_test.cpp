#include "service/requests/remaining.h"

#include <gtest/gtest.h>

namespace service::requests {
namespace {

Date on(const std::string& iso) { return parseIso(iso).value(); }
const Calendar calendar;

DecisionClock clockOf(const Course& course) { return decideBy(course, Terms{}, calendar); }
Course received(const char* iso) {
    return {.received = on(iso), .suspensions = {}, .extension = {}, .today = {}, .ownTermDays = {}};
}

TEST(Remaining, IsWordedAsSomeoneSaysIt) {
    const auto clock = clockOf(received("2026-03-03"));
    struct Row {
        const char *today, *left;
        bool late;
    };
    for (const auto& row : {Row{"2026-03-26", "nog 12 dagen", false}, Row{"2026-04-06", "nog 1 dag", false},
                            Row{"2026-04-07", "vandaag is de laatste dag", false}, Row{"2026-04-08", "1 dag te laat", true},
                            Row{"2026-04-10", "3 dagen te laat", true}}) {
        const auto words = remaining(clock, on(row.today));
        EXPECT_EQ(words.due, "Beslissen uiterlijk di 7 april 2026");
        EXPECT_EQ(words.left, row.left);
        EXPECT_EQ(words.late, row.late);
    }
}

TEST(Remaining, SaysThatTheClockStandsStill) {
    Course course = received("2026-03-02");
    course.suspensions = {{on("2026-03-05"), {}, SuspensionGround::identityInDoubt}};
    course.today = on("2026-03-12");
    EXPECT_EQ(remaining(clockOf(course), *course.today).left, "nog 28 dagen, de klok staat stil");
}

TEST(Bar, ShowsElapsedAndSuspendedParts) {
    Course course = received("2026-03-02");
    course.suspensions = {{on("2026-03-05"), on("2026-03-19"), SuspensionGround::identityInDoubt}};
    const auto bar = barOf(course, clockOf(course), on("2026-03-24"));  // 45 days in all, to 16 April
    EXPECT_EQ(bar.elapsedPercent, 48);
    ASSERT_EQ(bar.suspended.size(), 1u);
    EXPECT_EQ(bar.suspended[0].fromPercent, 6);
    EXPECT_EQ(bar.suspended[0].toPercent, 37);
    EXPECT_EQ(bar.words, "Van ontvangst op ma 2 maart 2026 tot do 16 april 2026 is 48% verstreken; stond stil van do 5 "
                         "maart 2026 tot do 19 maart 2026.");
    EXPECT_EQ(barOf(course, clockOf(course), on("2027-01-01")).elapsedPercent, 100);
}

TEST(Milestones, ArePlannedBackwardsInWorkingDays) {
    const auto course = received("2026-03-03");
    const auto plan = planBackwards(clockOf(course).due, course.received, usualMilestones(), {{"acknowledge", on("2026-03-05")}},
                                    on("2026-03-31"), calendar);
    ASSERT_EQ(plan.size(), 5u);
    EXPECT_EQ(plan[0].state, Milestone::finished);
    EXPECT_EQ(toIso(plan[1].by), "2026-03-18");
    EXPECT_EQ(plan[1].state, Milestone::slipped);
    EXPECT_EQ(plan[1].words, "Stukken verzamelen: uiterlijk wo 18 maart 2026, 13 dagen te laat");
    EXPECT_EQ(toIso(plan[3].by), "2026-03-31");
    EXPECT_EQ(plan[3].state, Milestone::today);
    EXPECT_EQ(toIso(plan[4].by), "2026-04-02");  // the working day before Good Friday, weekend, Easter Monday
}

TEST(Milestones, OpenToHowTheirDayCameAbout) {
    const Course course{.received = on("2026-03-02"), .suspensions = {}, .extension = {}, .today = {}, .ownTermDays = {}};
    const auto plan = planBackwards(clockOf(course).due, course.received, {{"review", "Beoordelen", "professional", 5, "Planning"}, {"early", "Bevestigen", "front-desk", 40, "Planning"}}, {}, on("2026-03-06"), calendar);
    ASSERT_EQ(plan[0].steps.size(), 2u);
    EXPECT_EQ(plan[0].steps[1].sentence, "5 werkdagen eerder is donderdag 26 maart 2026; weekend en vrije dagen tellen niet mee.");
    EXPECT_EQ(plan[0].steps[1].source, "Planning");
    ASSERT_EQ(plan[1].steps.size(), 3u) << "before the first working day after receipt";
    EXPECT_EQ(plan[1].steps[2].date, plan[1].by);
}

TEST(Milestones, NeverComeBeforeTheFirstWorkingDay) {
    Course course = received("2026-03-06");
    course.ownTermDays = 7;
    const auto plan = planBackwards(clockOf(course).due, course.received, usualMilestones(), {}, on("2026-03-06"), calendar);
    EXPECT_EQ(toIso(plan[0].by), "2026-03-09");
}

}  // namespace
}  // namespace service::requests
