// Hundreds of deadlines as rows that a lawyer can read and add to: deadlines.txt and procedure.txt.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "service/requests/decision.h"
#include "service/requests/work_terms.h"
#include "tests/unit/requests/table_rows.h"

namespace service::requests {
namespace {

using tests::Cells;

Date on(const std::string& iso) { return parseIso(iso).value(); }
const Terms terms;
const Calendar calendar;

std::vector<Suspension> suspensionsFrom(const std::string& text) {
    std::vector<Suspension> all;
    std::istringstream parts{text == "-" ? "" : text};
    for (std::string part; std::getline(parts, part, ',');) {
        part = tests::trimmed(part);
        all.push_back({on(part.substr(0, 10)), on(part.substr(12)), SuspensionGround::identityInDoubt});
    }
    return all;
}

std::string decided(const Cells& row, std::optional<int> ownTerm) {
    Course course{.received = on(row[1]), .suspensions = suspensionsFrom(row[2]), .extension = {}, .today = {}, .ownTermDays = ownTerm};
    if (row[3] != "-") course.extension = Extension{on(row[3]), "veel stukken"};
    const auto clock = decideBy(course, terms, calendar);
    for (const auto& step : clock.due.steps) EXPECT_FALSE(step.sentence.empty() || step.source.empty()) << row[1];
    return toIso(clock.due.end);
}

std::string afterNotice(const Cells& row) {
    const auto notice = defaultNoticeBy(on(row[3]), on(row[1]), terms, calendar);
    if (!notice) return "none";
    if (row[0] == "default-notice") return toIso(notice->end);
    const auto penalty = penaltyPeriod(*notice, terms);
    return toIso(row[0] == "penalty-first" ? penalty.start : penalty.end);
}

std::string endOf(const Cells& row) {
    const auto& kind = row[0];
    if (kind == "decide") return decided(row, {});
    if (kind.starts_with("own-")) return decided(row, std::stoi(kind.substr(4)));
    if (kind == "refusal") {
        const Course course{.received = on(row[1]), .suspensions = suspensionsFrom(row[2]), .extension = Extension{on(row[3]), "veel stukken"}, .today = {}, .ownTermDays = {}};
        return toIso(refusalBy(decideBy(course, terms, calendar)).end);
    }
    if (kind.starts_with("order-")) {  // the third day is that of the request
        const auto why = kind == "order-weighed" ? Ordered::whileWeighed : Ordered::byDecision;
        return toIso(workOrderBy(on(row[1]), kind == "order-erase" ? Work::erase : Work::correct, why, on(row[3]), terms, calendar).end);
    }
    if (kind == "objection") return toIso(objectionBy(on(row[1]), terms, calendar).end);
    if (kind == "petition") return toIso(petitionBy(on(row[1]), terms, calendar).end);
    if (kind == "destroy") return toIso(destroyBy(on(row[1]), terms, calendar).end);
    if (kind.starts_with("inform-family")) return toIso(informFamilyBy(on(row[1]), kind.size() > 13 ? std::stoi(kind.substr(14)) : 0, terms, calendar).end);
    return afterNotice(row);
}

TEST(Deadlines, HoldRowByRow) {
    const auto rows = tests::rowsOf("deadlines.txt", 6);
    EXPECT_GE(rows.size(), 300u);
    for (const auto& row : rows) EXPECT_EQ(endOf(row), row[4]) << row[0] << " " << row[1] << ": " << row[5];
}

// Which the table must hold: every kind of clock, every holiday as the day a term would end on, both ways of a leap day.
TEST(Deadlines, TheTableHoldsEveryKindAndEveryHoliday) {
    std::set<std::string> kinds, moved;
    for (const auto& row : tests::rowsOf("deadlines.txt", 6)) {
        kinds.insert(row[0]);
        if (row[0] != "decide" || row[2] != "-" || row[3] != "-") continue;
        if (const auto holiday = calendar.holidayOn(addMonths(on(row[1]), terms.decide))) moved.insert(*holiday);
    }
    for (const auto* kind : {"decide", "own-28", "objection", "petition", "destroy", "inform-family", "inform-family+1", "inform-family+2", "default-notice", "penalty-first", "penalty-last", "refusal", "order-correct", "order-erase", "order-weighed"})
        EXPECT_TRUE(kinds.contains(kind)) << kind;
    EXPECT_EQ(moved.size(), 9u);
}

LegalForm formFrom(const std::string& word) {
    static const std::map<std::string, LegalForm> forms{{"state", LegalForm::state}, {"municipality", LegalForm::municipality}, {"joint-regional-body", LegalForm::jointRegionalBody},
                                                        {"foundation", LegalForm::foundation}, {"inside-health-service", LegalForm::insideHealthService}, {"practice", LegalForm::practice}};
    return forms.at(word);
}

std::string endOfRoute(const Remedies& remedies, Remedy::Route route) {
    const auto found = std::ranges::find(remedies.routes, route, &Remedy::route);
    return found == remedies.routes.end() || !found->clock ? "-" : toIso(found->clock->end);
}

TEST(Deadlines, TheWayAgainstADecisionHoldsRowByRow) {
    const auto rows = tests::rowsOf("procedure.txt", 11);
    EXPECT_GE(rows.size(), 13u);
    for (const auto& row : rows) {
        Controller controller{.name = "de partner", .kind = partnerKindFrom(row[1]), .standing = {}, .decidingOrgan = {}, .court = {}, .postalAddress = {}};
        controller.standing = usualStanding(controller.kind, formFrom(row[2]));
        const auto remedies = remediesOf(controller, on(row[3]), on(row[4]), terms, calendar);
        EXPECT_EQ(remedies.decisionWord, row[5]) << row[10];
        EXPECT_EQ(endOfRoute(remedies, Remedy::objection), row[6]) << row[10];
        EXPECT_EQ(endOfRoute(remedies, Remedy::petition), row[7]) << row[10];
        EXPECT_EQ(toIso(remedies.earliestEnd.value()), row[8]) << row[10];
        EXPECT_EQ(remedies.contestedNote.empty(), row[6] == "-" || row[7] == "-") << row[10];
        const auto board = std::ranges::find(remedies.routes, Remedy::disciplinary, &Remedy::route);
        EXPECT_EQ(board != remedies.routes.end() ? "yes" : "no", row[9]) << row[10];
        if (board != remedies.routes.end()) { EXPECT_FALSE(board->clock) << row[10]; }
    }
}

}  // namespace
}  // namespace service::requests
