#include "service/requests/clock.h"

#include <gtest/gtest.h>

#include <set>

namespace service::requests {
namespace {

Date on(const std::string& iso) { return parseIso(iso).value(); }
const Terms terms;
const Calendar calendar;

struct Asked {
    const char *asked, *answered;  // answered empty: still open
};
struct DecideRow {
    const char* received;
    std::vector<Asked> suspensions;
    const char* told;  // extension; empty: none
    const char* ends;
};

Course courseOf(const DecideRow& row) {
    Course course{.received = on(row.received), .suspensions = {}, .extension = {}, .today = {}, .ownTermDays = {}};
    for (const auto& one : row.suspensions)
        course.suspensions.push_back({on(one.asked), parseIso(one.answered), SuspensionGround::identityInDoubt});
    if (*row.told) course.extension = Extension{on(row.told), "veel stukken"};
    return course;
}

TEST(AnswerDue, HoldsTheWorkedExamples) {
    const std::vector<DecideRow> rows{
        {"2026-01-31", {}, "", "2026-03-02"},
        {"2026-03-02", {}, "", "2026-04-02"},
        {"2026-03-03", {}, "", "2026-04-07"},
        {"2026-03-27", {}, "", "2026-04-28"},
        {"2026-04-05", {}, "", "2026-05-06"},
        {"2026-04-25", {}, "", "2026-05-26"},
        {"2026-11-25", {}, "", "2026-12-28"},
        {"2028-01-31", {}, "", "2028-02-29"},
        {"2026-03-02", {}, "2026-03-20", "2026-06-02"},
        {"2026-03-02", {{"2026-03-05", "2026-03-19"}}, "", "2026-04-16"},
        {"2026-03-03", {{"2026-03-05", "2026-03-19"}}, "", "2026-04-17"},
        {"2026-01-31", {}, "2026-02-10", "2026-04-30"},
        // suspensions: overlapping, touching, entered out of order, on the day of receipt, no days at all
        {"2026-03-02", {{"2026-03-05", "2026-03-19"}, {"2026-03-10", "2026-03-12"}}, "", "2026-04-16"},
        {"2026-03-02", {{"2026-03-12", "2026-03-19"}, {"2026-03-05", "2026-03-12"}}, "", "2026-04-16"},
        {"2026-03-02", {{"2026-03-02", "2026-03-05"}}, "", "2026-04-07"},
        {"2026-03-02", {{"2026-03-05", "2026-03-05"}}, "", "2026-04-02"},
        {"2026-03-02", {{"2026-03-05", "2026-03-06"}, {"2026-03-16", "2026-03-17"}}, "", "2026-04-07"},
        // a suspension asked on the last day, one that lengthens the term for the next, one that comes too late
        {"2026-03-02", {{"2026-04-02", "2026-04-12"}}, "", "2026-04-13"},
        {"2026-03-02", {{"2026-03-30", "2026-04-09"}, {"2026-04-10", "2026-04-15"}}, "", "2026-04-17"},
        {"2026-03-02", {{"2026-04-03", "2026-04-13"}}, "", "2026-04-02"},
        {"2026-03-02", {{"2026-02-20", "2026-02-27"}}, "", "2026-04-02"},
        // extension: told on the first end itself, after the suspended first end, and the day after it
        {"2026-03-02", {}, "2026-04-02", "2026-06-02"},
        {"2026-03-02", {}, "2026-04-03", "2026-04-02"},
        {"2026-03-02", {{"2026-03-05", "2026-03-19"}}, "2026-04-16", "2026-06-16"},
        {"2026-03-02", {{"2026-03-05", "2026-03-19"}}, "2026-04-17", "2026-04-16"},
        {"2026-03-02", {}, "2026-03-01", "2026-04-02"},
        {"2026-03-02", {{"2026-05-01", "2026-05-11"}}, "2026-03-20", "2026-06-12"},
        // received in the night the clocks change, on a Sunday, on a holiday
        {"2026-03-29", {}, "", "2026-04-29"},
        {"2026-10-25", {}, "", "2026-11-25"},
        {"2026-12-25", {}, "", "2027-01-25"},
    };
    for (const auto& row : rows) {
        const auto clock = decideBy(courseOf(row), terms, calendar);
        EXPECT_EQ(toIso(clock.due.end), row.ends) << row.received << " told " << row.told;
        EXPECT_FALSE(clock.due.steps.empty());
        for (const auto& step : clock.due.steps) EXPECT_FALSE(step.sentence.empty() || step.source.empty());
    }
}

TEST(AnswerDue, ExplainsGoodFridayStepByStep) {
    const auto clock = decideBy(courseOf({"2026-03-03", {{"2026-03-05", "2026-03-06"}}, "", ""}), terms, calendar).due;
    ASSERT_EQ(clock.steps.size(), 6u);
    EXPECT_EQ(clock.steps[0].sentence, "Het verzoek is ontvangen op dinsdag 3 maart 2026. Die dag telt zelf niet mee.");
    EXPECT_EQ(clock.steps[1].sentence, "1 maand na ontvangst is vrijdag 3 april 2026.");
    EXPECT_EQ(clock.steps[3].sentence, "Het eind schuift 1 dag op, naar zaterdag 4 april 2026.");
    EXPECT_EQ(clock.steps[4].sentence,
              "Een termijn eindigt niet in het weekend of op een feestdag: za 4 april 2026, zo 5 april 2026, ma 6 april "
              "2026 (tweede paasdag). Daarom eindigt hij op de eerstvolgende werkdag, dinsdag 7 april 2026.");
    EXPECT_EQ(clock.steps[5].sentence, "De laatste dag om te beslissen is dinsdag 7 april 2026.");
}

TEST(AnswerDue, SaysWhyTheLastDayOfAShortMonthCounts) {
    const auto clock = decideBy(courseOf({"2028-01-31", {}, "", ""}), terms, calendar).due;
    EXPECT_EQ(clock.steps[1].sentence,
              "1 maand na ontvangst is dinsdag 29 februari 2028. Die maand heeft geen 31e dag: dan telt de laatste dag van de maand.");
}

TEST(AnswerDue, StandsStillWhileAnAnswerIsAwaited) {
    Course course = courseOf({"2026-03-02", {{"2026-03-05", ""}}, "", ""});
    course.today = on("2026-03-12");
    const auto clock = decideBy(course, terms, calendar);
    EXPECT_TRUE(clock.suspendedNow && clock.due.provisional);
    EXPECT_EQ(clock.suspendedDays, 7);
    EXPECT_EQ(toIso(clock.due.end), "2026-04-09");
    course.suspensions[0].answered = on("2026-03-12");
    EXPECT_EQ(toIso(decideBy(course, terms, calendar).due.end), "2026-04-09");
}

TEST(AnswerDue, UndoingAnExtensionOrSuspensionRestoresTheEarlierDate) {
    Course course = courseOf({"2026-03-02", {{"2026-03-05", "2026-03-19"}}, "2026-03-20", ""});
    EXPECT_EQ(toIso(decideBy(course, terms, calendar).due.end), "2026-06-16");
    course.extension.reset();
    EXPECT_EQ(toIso(decideBy(course, terms, calendar).due.end), "2026-04-16");
    course.suspensions.clear();
    EXPECT_EQ(toIso(decideBy(course, terms, calendar).due.end), "2026-04-02");
}

TEST(AnswerDue, TellsWhatItIgnored) {
    const auto late = decideBy(courseOf({"2026-03-02", {{"2026-04-03", "2026-04-13"}}, "2026-04-03", ""}), terms, calendar);
    ASSERT_EQ(late.ignored.size(), 1u);
    EXPECT_EQ(late.ignored[0], "De opschorting vanaf vr 3 april 2026 telt niet: de termijn was toen al voorbij.");
    EXPECT_FALSE(late.extended);
    EXPECT_NE(late.extensionProblem.find("pas op vr 3 april 2026"), std::string::npos);
}

TEST(AnswerDue, PutsTheStricterPromiseOfAPartnerFirst) {
    Course course = courseOf({"2026-03-02", {}, "", ""});
    course.ownTermDays = 28;
    const auto strict = decideBy(course, terms, calendar);
    EXPECT_EQ(strict.due.id, "partner-own");
    EXPECT_EQ(toIso(strict.due.end), "2026-03-30");
    EXPECT_EQ(toIso(strict.law.end), "2026-04-02");
    course.ownTermDays = 60;
    EXPECT_EQ(decideBy(course, terms, calendar).due.id, "decide");
}

TEST(Remedies, HoldTheWorkedExamples) {
    EXPECT_EQ(toIso(objectionBy(on("2026-02-10"), terms, calendar).start), "2026-02-11");
    EXPECT_EQ(toIso(objectionBy(on("2026-02-10"), terms, calendar).end), "2026-03-24");
    EXPECT_EQ(toIso(objectionBy(on("2026-02-20"), terms, calendar).end), "2026-04-07");
    EXPECT_EQ(toIso(objectionBy(on("2026-03-16"), terms, calendar).end), "2026-04-28");
    EXPECT_EQ(toIso(objectionBy(on("2026-11-13"), terms, calendar).end), "2026-12-28");
    EXPECT_EQ(toIso(petitionBy(on("2026-02-12"), terms, calendar).end), "2026-03-26");
    EXPECT_TRUE(petitionBy(std::nullopt, terms, calendar).unlimited);
}

TEST(OtherClocks, HoldTheWorkedExamples) {
    EXPECT_EQ(toIso(destroyBy(on("2026-01-31"), terms, calendar).end), "2026-04-30");
    EXPECT_EQ(toIso(informFamilyBy(on("2026-03-02"), 0, terms, calendar).end), "2026-03-30");
    EXPECT_EQ(toIso(informFamilyBy(on("2026-03-02"), 1, terms, calendar).end), "2026-04-13");
    EXPECT_EQ(toIso(informFamilyBy(on("2026-03-02"), 2, terms, calendar).end), "2026-04-28");
}

TEST(LateDecision, RunsAPenaltyOfAtMost1442Euros) {
    EXPECT_FALSE(defaultNoticeBy(on("2026-04-02"), on("2026-04-02"), terms, calendar));
    const auto notice = defaultNoticeBy(on("2026-04-02"), on("2026-04-08"), terms, calendar).value();
    EXPECT_EQ(toIso(notice.end), "2026-04-22");
    const auto penalty = penaltyPeriod(notice, terms);
    EXPECT_EQ(toIso(penalty.start), "2026-04-23");
    EXPECT_EQ(toIso(penalty.end), "2026-06-03");
    EXPECT_EQ(penaltyOn(on("2026-04-22"), penalty, terms), 0);
    EXPECT_EQ(penaltyOn(on("2026-04-23"), penalty, terms), 23);
    EXPECT_EQ(penaltyOn(on("2026-05-07"), penalty, terms), 14 * 23 + 35);
    EXPECT_EQ(penaltyOn(on("2026-06-03"), penalty, terms), 1442);
    EXPECT_EQ(penaltyOn(on("2027-01-01"), penalty, terms), 1442);
}

// Basis: Awb art. 4:17(1), (3): for each day that nothing was decided
TEST(LateDecision, ThePenaltyStopsWhenTheDecisionIsSent) {
    const auto notice = defaultNoticeBy(on("2026-04-02"), on("2026-04-08"), terms, calendar).value();
    EXPECT_FALSE(penaltyUntil(notice, on("2026-04-10"), terms)) << "within the two weeks";
    EXPECT_FALSE(penaltyUntil(notice, on("2026-04-22"), terms)) << "on their last day";
    const auto some = penaltyUntil(notice, on("2026-04-25"), terms);
    ASSERT_TRUE(some);
    EXPECT_EQ(toIso(some->end), "2026-04-24");
    EXPECT_EQ(penaltyOn(some->end, *some, terms), 2 * 23);
    EXPECT_EQ(toIso(penaltyUntil(notice, on("2026-12-01"), terms)->end), "2026-06-03") << "at most";
}

// Basis: Awb art. 7:10; a court's own day
TEST(DecidingAnew, HasTheDayThatWasSetAndNothingElseMovesIt) {
    Course course{on("2026-04-01"), {}, Extension{on("2026-04-02"), "veel"}, {}, 14, SetTerm{on("2026-10-01"), "Uitspraak", {}}};
    course.suspensions.push_back({on("2026-04-05"), on("2026-04-15")});
    const auto clock = decideBy(course, terms, calendar);
    EXPECT_EQ(toIso(clock.due.end), "2026-10-01");
    EXPECT_EQ(clock.due.source, "Uitspraak");
    EXPECT_FALSE(clock.extended);
    EXPECT_FALSE(clock.extensionProblem.empty());
    EXPECT_EQ(clock.ignored.size(), 1u);
    EXPECT_EQ(toIso(decideAnewBy(on("2026-01-31"), terms, calendar).end), "2026-03-02") << "a month, to the next working day";
}

TEST(Breach, CountsHoursNotDays) {
    const std::chrono::sys_seconds known = std::chrono::sys_days{on("2026-03-28")} + std::chrono::hours{15};
    EXPECT_EQ(breachReportBy(known, terms.breachToPartners), known + std::chrono::hours{24});
    EXPECT_EQ(breachReportBy(known, terms.breachToAuthority), known + std::chrono::hours{72});
}

TEST(Terms, AreValuesThatARegionCanChange) {
    Terms stricter;
    stricter.objection = std::chrono::weeks{4};
    EXPECT_EQ(toIso(objectionBy(on("2026-02-10"), stricter, calendar).end), "2026-03-10");
}

// Basis: Awb 4:5(4) with the Algemene termijnenwet: four weeks after Monday 9 March is Easter Monday.
TEST(PutAside, EndsOnAWorkingDay) {
    struct Row {
        const char *lastDay, *end;
    };
    for (const auto& row : {Row{"2026-03-09", "2026-04-07"}, Row{"2026-03-10", "2026-04-07"}, Row{"2026-03-06", "2026-04-07"}, Row{"2026-03-05", "2026-04-02"}, Row{"2026-02-02", "2026-03-02"}, Row{"2026-11-27", "2026-12-28"}})
        EXPECT_EQ(toIso(putAsideBy(parseIso(row.lastDay).value(), Terms{}, Calendar{}).end), row.end) << row.lastDay;
}

}  // namespace
}  // namespace service::requests
