// On which grounds a term may be suspended, and when it may be extended.
#include "service/requests/suspending.h"

#include <gtest/gtest.h>

#include "service/requests/escalation.h"

namespace service::requests {
namespace {

Date on(const char* iso) { return parseIso(iso).value(); }
const Calendar calendar;

SuspensionRules rules() {
    SuspensionRules rules;
    rules.grounds = {{"identity", "twijfel", "", "AVG art. 12 lid 6", {Need::identityOpen}, {}},
                     {"clarification", "veel gegevens", "", "AVG overweging 63", {Need::largeQuantity}, {Right::access}, 100}};
    return rules;
}
SuspensionWish wish() {
    SuspensionWish wish;
    wish.ground = "identity", wish.received = on("2026-03-02"), wish.today = on("2026-03-30"), wish.asked = on("2026-03-05");
    wish.identityOpen = true, wish.reason = "onbekend aan de balie";
    return wish;
}
std::string codeOf(const SuspensionWish& wish) {
    const auto objection = whyNotSuspend(wish, rules());
    return objection ? objection->code : "may";
}

TEST(Suspending, IsForAGroundOfTheRulesOnly) {
    EXPECT_EQ(codeOf(wish()), "may");
    auto other = wish();
    other.ground = "drukte";
    EXPECT_EQ(codeOf(other), "ground-unknown");
    other.ground = "clarification";
    EXPECT_EQ(codeOf(other), "quantity-missing");
    other.documents = 99;  // no large quantity
    EXPECT_EQ(codeOf(other), "quantity-small");
    other.documents = 100;
    EXPECT_EQ(codeOf(other), "may");
    other.right = Right::erasure;
    EXPECT_EQ(codeOf(other), "right-wrong");
}

TEST(Suspending, IdentityInDoubtEndsWhereItIsKnown) {
    auto known = wish();
    known.identityOpen = false;
    EXPECT_EQ(codeOf(known), "identity-known");
    known.answered = on("2026-03-19");  // entered afterwards: the answer is how it became known
    EXPECT_EQ(codeOf(known), "identity-known") << "nobody wrote when";
    known.identityOn = on("2026-03-19");
    EXPECT_EQ(codeOf(known), "may");
}

// Basis: AVG art. 12(6): as long as there is a doubt, and no longer.
TEST(Suspending, EnteredAfterwardsItCountsOnlyTheDaysOnWhichNobodyKnew) {
    struct Row {
        const char *known, *code, *counts;
    };
    for (const auto& row : {Row{"2026-03-02", "identity-known", ""}, Row{"2026-03-05", "identity-known", ""}, Row{"2026-03-06", "may", "2026-03-06"}, Row{"2026-03-10", "may", "2026-03-10"},
                            Row{"2026-03-19", "may", "2026-03-19"}, Row{"2026-03-25", "may", "2026-03-19"}}) {
        auto late = wish();
        late.identityOpen = false, late.identityOn = on(row.known), late.answered = on("2026-03-19");
        EXPECT_EQ(codeOf(late), row.code) << row.known;
        if (*row.counts) { EXPECT_EQ(answerThatCounts(late, rules()), on(row.counts)) << row.known; }
        late.ground = "clarification";
        EXPECT_EQ(answerThatCounts(late, rules()), on("2026-03-19")) << "of another ground it says nothing";
    }
}

TEST(Suspending, MayBeEnteredLateButNotBeforeReceiptNorAhead) {
    auto late = wish();
    late.answered = on("2026-03-20");
    EXPECT_EQ(codeOf(late), "may");
    late.answered = on("2026-03-04");
    EXPECT_EQ(codeOf(late), "date-wrong");
    late.answered = on("2026-03-31");
    EXPECT_EQ(codeOf(late), "date-wrong");
    late.answered = {}, late.asked = on("2026-03-31");
    EXPECT_EQ(codeOf(late), "date-wrong");
    late.asked = on("2026-03-01");
    EXPECT_EQ(codeOf(late), "date-wrong");
}

TEST(Suspending, AskedAfterAFortnightSaysWhyNotSooner) {
    auto slow = wish();
    slow.asked = on("2026-03-16");
    EXPECT_EQ(codeOf(slow), "may");
    slow.asked = on("2026-03-17");
    EXPECT_EQ(codeOf(slow), "delay-unexplained");
    slow.lateWhy = "de brief lag bij een ander team";
    EXPECT_EQ(codeOf(slow), "may");
    slow.reason = "";
    EXPECT_EQ(codeOf(slow), "reason-missing");
}

std::string extending(const char* told, const Course& course, const char* reason = "veel stukken") {
    const auto objection = whyNotExtend({course.received, on("2026-05-30"), parseIso(told), reason}, decideBy(course, Terms{}, calendar));
    return objection ? objection->code : "may";
}

// The order with a suspension does not matter: the first month is as long as suspensions made it.
TEST(Extending, IsOnceWithAReasonWithinTheFirstMonth) {
    Course course{.received = on("2026-03-02"), .suspensions = {}, .extension = {}, .today = {}, .ownTermDays = {}};
    EXPECT_EQ(extending("2026-04-02", course), "may");
    EXPECT_EQ(extending("2026-04-03", course), "too-late");
    EXPECT_EQ(extending("2026-03-01", course), "date-wrong");
    EXPECT_EQ(extending("2026-03-20", course, ""), "reason-missing");
    course.suspensions = {{on("2026-03-05"), on("2026-03-19"), SuspensionGround::identityInDoubt}};
    EXPECT_EQ(extending("2026-04-16", course), "may");
    EXPECT_EQ(extending("2026-04-17", course), "too-late");
    course.extension = Extension{on("2026-03-20"), "veel stukken"};
    EXPECT_EQ(extending("2026-03-21", course), "extended-already");
}

TEST(Escalation, TellsThePersonFirstAndThePrivacyOfficerTwoWorkingDaysLater) {
    const std::vector<MilestoneRule> plan{{"review", "Stukken beoordelen", "professional", 5}};
    const auto clock = decideBy({.received = on("2026-03-03"), .suspensions = {}, .extension = {}, .today = {}, .ownTermDays = {}}, Terms{}, calendar);
    const auto level = [&](const char* today) {
        const auto milestone = planBackwards(clock.due, on("2026-03-03"), plan, {}, on(today), calendar).front();
        EXPECT_EQ(toIso(milestone.by), "2026-03-27");  // a Friday, five working days before Tuesday after Easter
        return escalationLevel(milestone, {2}, on(today), calendar);
    };
    EXPECT_EQ(level("2026-03-26"), 0);
    EXPECT_EQ(level("2026-03-27"), 0);
    EXPECT_EQ(level("2026-03-28"), 1);
    EXPECT_EQ(level("2026-03-31"), 1);
    EXPECT_EQ(level("2026-04-01"), 2);
}

}  // namespace
}  // namespace service::requests
