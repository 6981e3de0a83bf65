// When the calendar or the rules change, open cases follow and their handlers hear of it.
#include "service/casework/clock_changes.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

#include "service/casework/job_runner.h"
#include "service/casework/law_of_request.h"
#include "service/casework/notices.h"
#include "service/casework/passing_days.h"
#include "service/casework/term_table.h"
#include "tests/unit/casework/reviewed_office.h"

namespace service::casework {
namespace {

class ClockChanges : public ReviewedOffice {
  protected:
    Actor administrator() { return {jan, Role::administrator, "Jan"}; }
    std::string due() { return clockOf(office, store->requests().load(request().id)).due; }
    std::vector<NoticeRow> told() { return noticesFor(office, reviewer()); }
};

TEST_F(ClockChanges, ADayOffMovesOpenCasesAndTellsTheHandler) {
    const auto before = due();
    const auto outcome = addHoliday(office, administrator(), before, "Dag van de regio");
    ASSERT_TRUE(outcome.done);
    EXPECT_NE(outcome.words.find("Eén open zaak"), std::string::npos);
    const auto after = due();
    EXPECT_GT(after, before);
    ASSERT_EQ(told().size(), 1u);
    EXPECT_NE(told()[0].words.find(requests::longDutchDate(*requests::parseIso(after))), std::string::npos) << told()[0].words;
    EXPECT_NE(told()[0].words.find("is een vrije dag geworden"), std::string::npos);
    EXPECT_EQ(numberOf("SELECT count(*) FROM audit_entry WHERE action = 'clock.moved' AND request_id = '" + request().id + "'"), 1);
    const auto derivation = clockOf(office, store->requests().load(request().id)).derivation;
    EXPECT_NE(derivation[derivation.size() - 2].words.find("Dag van de regio"), std::string::npos);
    ASSERT_TRUE(removeHoliday(office, administrator(), before).done);
    EXPECT_EQ(due(), before);
    EXPECT_EQ(told().size(), 2u);
    markNoticeSeen(office, reviewer(), told()[0].id);
    EXPECT_EQ(told().size(), 1u);
}

TEST_F(ClockChanges, ADayThatChangesNothingTellsNobody) {
    EXPECT_NE(addHoliday(office, administrator(), "2026-12-24", "vrij").words.find("Geen open zaak"), std::string::npos);
    EXPECT_NE(addHoliday(office, administrator(), "2026-04-06", "tweede paasdag, nog eens").words.find("Geen open zaak"), std::string::npos);
    EXPECT_TRUE(told().empty());
    EXPECT_THROW(addHoliday(office, reviewer(), due(), "vrij"), Failure);
    EXPECT_EQ(addHoliday(office, administrator(), "2026-02-30", "vrij").code, "date-wrong");
}

TEST_F(ClockChanges, ACaseNobodyHandlesIsToldToThePrivacyOfficer) {
    store->assignments().unassign(household().id, els);
    addHoliday(office, administrator(), due(), "Dag van de regio");
    EXPECT_EQ(noticesFor(office, privacyOfficer()).size(), 1u);
    EXPECT_TRUE(told().empty());
}

// The rules that cases were computed with before are remembered, so that a new edition tells the difference once.
TEST_F(ClockChanges, NewRulesMoveOpenCasesAtTheNextStart) {
    EXPECT_EQ(takeUpTerms(office), 0u);  // the first time there is nothing to compare with
    auto earlier = nlohmann::json::parse(readTermTable(office.templates));
    earlier["editions"][0]["terms"]["decide"]["months"] = 2;
    store->settings().set("rules.terms-seen", earlier.dump());
    EXPECT_EQ(takeUpTerms(office), 1u);
    ASSERT_EQ(told().size(), 1u);
    EXPECT_NE(told()[0].words.find("de regels voor termijnen zijn gewijzigd"), std::string::npos);
    EXPECT_EQ(takeUpTerms(office), 0u);
    EXPECT_EQ(told().size(), 1u);
}

// The last day to decide stays; a day to have something done by does not.
TEST_F(ClockChanges, AMilestoneThatMovesIsNamed) {
    const auto before = due();
    const auto between = calendarOf(office).moveWorkingDays(*requests::parseIso(before), -2);
    addHoliday(office, administrator(), requests::toIso(between), "Dag van de regio");
    EXPECT_EQ(due(), before);
    ASSERT_EQ(told().size(), 1u);
    EXPECT_NE(told()[0].words.find("Een dag van dit verzoek is verschoven: "), std::string::npos) << told()[0].words;
    EXPECT_NE(told()[0].words.find("Vrijgeven: "), std::string::npos) << told()[0].words;
    EXPECT_EQ(told()[0].words.find("Beslissing versturen: "), std::string::npos) << "one working day before the end, after that day off";
}

// After the decision the days to go against it run on.
TEST_F(ClockChanges, AMovedRemedyIsToldToo) {
    auto partner = store->partners().load("vt");
    partner.publicBody = true;
    store->partners().save(partner);
    signedPackage();
    const auto release = store->releases().latest(request().id);
    store->releases().markReleased(release->id, els, {"desk", "", "aan de balie"});
    store->requests().moveTo(request().id, store::Step::review, store::Step::released);
    const auto end = requests::objectionBy(service::amsterdamDay(clock.now()), requests::Terms{}, calendarOf(office)).end;
    ASSERT_TRUE(addHoliday(office, administrator(), requests::toIso(end), "Dag van de regio").done);
    ASSERT_EQ(told().size(), 1u);
    EXPECT_NE(told()[0].words.find("Bezwaar maken: "), std::string::npos) << told()[0].words;
    EXPECT_NE(told()[0].words.find("(was " + requests::longDutchDate(end) + ")"), std::string::npos) << told()[0].words;
    EXPECT_EQ(told()[0].words.find("om te beslissen"), std::string::npos);
}

// A change in the rules while the service runs is told the next day, not at the next start.
TEST_F(ClockChanges, EachDayTakesUpWhatTheRulesSay) {
    const auto text = readTermTable(office.templates);
    office.templates = folder / "templates";
    std::filesystem::create_directories(office.templates / "rules");
    std::ofstream(termTableFile(office.templates)) << text;
    takeUpTerms(office);
    auto changed = nlohmann::json::parse(text);
    changed["editions"][0]["terms"]["decide"]["months"] = 2;
    std::ofstream(termTableFile(office.templates)) << changed.dump();
    queueDayPassing(office);
    JobRunner runner(office, 1, [](const std::string&) {});
    while (runner.runOne()) {
    }
    ASSERT_EQ(told().size(), 1u);
    EXPECT_NE(told()[0].words.find("de regels voor termijnen zijn gewijzigd"), std::string::npos);
}

}  // namespace
}  // namespace service::casework
