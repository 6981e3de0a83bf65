// Which clocks run for which request, and what is said of facts that do not count.
#include <gtest/gtest.h>

#include <map>

#include "service/requests/all_clocks.h"

namespace service::requests {
namespace {

Date on(const char* iso) { return parseIso(iso).value(); }

ClockFacts received(const char* iso) {
    ClockFacts facts;
    facts.course.received = on(iso);
    return facts;
}

std::map<std::string, std::string> endsOf(const ClockFacts& facts) {
    std::map<std::string, std::string> ends;
    for (const auto& clock : allClocks(facts, Terms{}, Calendar{}).clocks) ends[clock.id] = toIso(clock.end);
    return ends;
}

using Ends = std::map<std::string, std::string>;

TEST(AllClocks, OnlyTheDecisionRunsAtFirst) { EXPECT_EQ(endsOf(received("2026-01-31")), (Ends{{"decide", "2026-03-02"}})); }

TEST(AllClocks, AnExtensionStandsBesideTheFirstTerm) {
    auto facts = received("2026-03-02");
    facts.course.extension = Extension{on("2026-03-20"), {}};
    EXPECT_EQ(endsOf(facts), (Ends{{"decide", "2026-04-02"}, {"extended", "2026-06-02"}, {"refusal", "2026-04-02"}}));
}

TEST(AllClocks, AnExtensionThatCameTooLateIsARemarkAndNoClock) {
    auto facts = received("2026-03-02");
    facts.course.extension = Extension{on("2026-04-10"), {}};
    const auto all = allClocks(facts, Terms{}, Calendar{});
    EXPECT_EQ(all.clocks.size(), 1u);
    ASSERT_EQ(all.remarks.size(), 1u);
    EXPECT_NE(all.remarks[0].find("De verlenging geldt niet"), std::string::npos);
}

TEST(AllClocks, TheRemedyFollowsTheKindOfPartner) {
    auto facts = received("2026-01-05");
    facts.sent = on("2026-02-10");
    facts.letterReceived = on("2026-02-12");
    facts.partner = PartnerKind::childProtectionBoard;
    EXPECT_EQ(endsOf(facts), (Ends{{"decide", "2026-02-05"}, {"objection", "2026-03-24"}}));
    facts.partner = PartnerKind::youthProtection;
    EXPECT_EQ(endsOf(facts), (Ends{{"decide", "2026-02-05"}, {"petition", "2026-03-26"}}));
    facts.partner = PartnerKind::safeHome;  // courts split: both
    EXPECT_EQ(endsOf(facts), (Ends{{"decide", "2026-02-05"}, {"objection", "2026-03-24"}, {"petition", "2026-03-26"}}));
    facts.partner = std::nullopt;
    EXPECT_EQ(endsOf(facts).size(), 3u);
}

TEST(AllClocks, APetitionWithoutADayOfReceiptCountsFromTheEarliestDayAndSaysSo) {
    auto facts = received("2026-01-05");
    facts.sent = on("2026-02-10");
    facts.partner = PartnerKind::youthProtection;
    const auto all = allClocks(facts, Terms{}, Calendar{});
    ASSERT_EQ(all.clocks.back().id, "petition");
    EXPECT_EQ(toIso(all.clocks.back().end), "2026-03-24");
    EXPECT_NE(all.clocks.back().steps.front().sentence.find("niet opgegeven"), std::string::npos);
}

TEST(AllClocks, AnObjectionWithoutADayOfSendingIsNotForgottenWhereCourtsDiffer) {
    auto facts = received("2026-01-05");
    facts.letterReceived = on("2026-02-12");
    facts.partner = PartnerKind::localTeam;
    const auto all = allClocks(facts, Terms{}, Calendar{});
    EXPECT_EQ(all.clocks.back().id, "petition");
    ASSERT_EQ(all.remarks.size(), 1u);
    EXPECT_NE(all.remarks[0].find("De termijn voor bezwaar begint"), std::string::npos);
}

TEST(AllClocks, DestroyingIsForAnErasureUnderTheWmo) {
    auto facts = received("2026-01-31");
    facts.erasure = true;
    facts.partner = PartnerKind::localTeam;
    EXPECT_EQ(endsOf(facts), (Ends{{"decide", "2026-03-02"}, {"destroy", "2026-04-30"}}));
    facts.partner = PartnerKind::youthProtection;
    EXPECT_EQ(endsOf(facts), (Ends{{"decide", "2026-03-02"}}));
}

TEST(AllClocks, VeiligThuisTellsTheFamily) {
    auto facts = received("2026-03-02");
    facts.partner = PartnerKind::safeHome;
    EXPECT_EQ(endsOf(facts).count("inform-family"), 0u) << "the day of receipt says nothing of when it was recorded";
    facts.recorded = on("2026-03-02"), facts.recordedAssumed = true;
    EXPECT_NE(allClocks(facts, Terms{}, Calendar{}).clocks.back().steps.front().sentence.find("gerekend is alsof"), std::string::npos);
    facts.recordedAssumed = false;
    facts.partner = PartnerKind::safeHome;
    EXPECT_EQ(endsOf(facts)["inform-family"], "2026-03-30");
    facts.informExtensions = 2;
    EXPECT_EQ(endsOf(facts)["inform-family"], "2026-04-28");
    facts.partner = PartnerKind::youthProtection;
    EXPECT_EQ(endsOf(facts).count("inform-family"), 0u);
    EXPECT_EQ(allClocks(facts, Terms{}, Calendar{}).remarks.size(), 1u);
}

TEST(AllClocks, ANoticeOfDefaultCountsOnlyAfterTheTermAndOnlyForAPublicBody) {
    auto facts = received("2026-03-02");
    facts.partner = PartnerKind::childProtectionBoard;
    facts.noticeReceived = on("2026-04-07");
    EXPECT_EQ(endsOf(facts), (Ends{{"decide", "2026-04-02"}, {"default-notice", "2026-04-21"}, {"penalty", "2026-06-02"}}));
    facts.noticeReceived = on("2026-04-02");
    EXPECT_EQ(endsOf(facts).size(), 1u);
    facts.noticeReceived = on("2026-04-07");
    facts.partner = PartnerKind::youthProtection;
    EXPECT_EQ(endsOf(facts).size(), 1u);
}

TEST(AllClocks, ThePartnersOwnTermStandsBeside) {
    auto facts = received("2026-03-02");
    facts.course.ownTermDays = 28;
    EXPECT_EQ(endsOf(facts), (Ends{{"decide", "2026-04-02"}, {"partner-own", "2026-03-30"}}));
}

// A request of before a change in the law, decided and contested after it.
TEST(AllClocks, EachRunsUnderTheTermsOfItsOwnStart) {
    const TermsOn termsOn = [](const Date& start) {
        Terms terms;
        if (start >= std::chrono::year{2027} / 1 / 1) terms.objection = terms.petition = std::chrono::weeks{8}, terms.decide = std::chrono::months{2}, terms.informFamily = std::chrono::weeks{5}, terms.defaultNotice = std::chrono::weeks{3};
        return terms;
    };
    ClockFacts facts;
    facts.course.received = parseIso("2026-12-01").value(), facts.standing = Standing::contested, facts.partner = PartnerKind::safeHome;
    facts.recorded = parseIso("2026-12-02").value(), facts.sent = parseIso("2027-01-18").value(), facts.letterReceived = parseIso("2027-01-20").value(), facts.noticeReceived = parseIso("2027-01-11").value();
    std::map<std::string, std::string> ends;
    for (const auto& clock : allClocks(facts, termsOn, Calendar{}).clocks) ends[clock.id] = toIso(clock.end);
    EXPECT_EQ(ends["decide"], "2027-01-04") << "one month, and a weekend";
    EXPECT_EQ(ends["inform-family"], "2026-12-30");
    EXPECT_EQ(ends["objection"], "2027-03-15");
    EXPECT_EQ(ends["petition"], "2027-03-17");
    EXPECT_EQ(ends["default-notice"], "2027-02-01");
}

}  // namespace
}  // namespace service::requests
