// When the calendar or the rules change, open cases follow and their handlers hear of it.
#include "service/casework/clock_changes.h"

#include <nlohmann/json.hpp>

#include "service/casework/law_of_request.h"
#include "service/casework/notices.h"
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

}  // namespace
}  // namespace service::casework
