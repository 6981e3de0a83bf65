// Whether what came after a decision came in time; the ends are those of the examples of the domain.
#include <gtest/gtest.h>

#include "service/requests/remedy_terms.h"

namespace service::requests {

namespace {

using namespace std::chrono;
const Date sent = year{2026} / 2 / 10, arrived = year{2026} / 2 / 12;

RemedyTerm::Verdict verdict(Remedy::Route route, Standing standing, std::optional<Date> received, const Date& came, std::optional<Date> decided = sent) {
    return remedyTerm({route, standing, decided, received, came}, Terms{}, Calendar{}).verdict;
}

}  // namespace

TEST(RemedyTerms, AnObjectionIsInTimeUpToSixWeeksAfterTheDecisionWasSent) {
    EXPECT_EQ(verdict(Remedy::objection, Standing::publicBody, {}, year{2026} / 3 / 24), RemedyTerm::inTime);
    EXPECT_EQ(verdict(Remedy::objection, Standing::publicBody, {}, year{2026} / 3 / 25), RemedyTerm::late);
}

TEST(RemedyTerms, APetitionCountsFromReceiptAndIsNotCalledLateWhenThatDayIsUnknown) {
    EXPECT_EQ(verdict(Remedy::petition, Standing::other, arrived, year{2026} / 3 / 26), RemedyTerm::inTime);
    EXPECT_EQ(verdict(Remedy::petition, Standing::other, arrived, year{2026} / 3 / 27), RemedyTerm::late);
    EXPECT_EQ(verdict(Remedy::petition, Standing::other, {}, year{2026} / 3 / 24), RemedyTerm::inTime);
    EXPECT_EQ(verdict(Remedy::petition, Standing::other, {}, year{2026} / 6 / 1), RemedyTerm::unsure);
}

// P4: courts split; the earliest end is safe, and late is only what is late on both routes
TEST(RemedyTerms, WhereTheStandingIsContestedBothRoutesCount) {
    EXPECT_EQ(verdict(Remedy::objection, Standing::contested, arrived, year{2026} / 3 / 24), RemedyTerm::inTime);
    EXPECT_EQ(verdict(Remedy::objection, Standing::contested, arrived, year{2026} / 3 / 26), RemedyTerm::unsure);
    EXPECT_EQ(verdict(Remedy::objection, Standing::contested, arrived, year{2026} / 3 / 27), RemedyTerm::late);
    EXPECT_EQ(verdict(Remedy::petition, Standing::contested, {}, year{2026} / 9 / 1), RemedyTerm::unsure) << "nobody knows when the letter came";
    EXPECT_EQ(remedyTerm({Remedy::objection, Standing::contested, sent, arrived, sent}, Terms{}, Calendar{}).clocks.size(), 2u);
}

TEST(RemedyTerms, AComplaintAndASilenceHaveNoTerm) {
    for (const auto route : {Remedy::ownComplaint, Remedy::authorityComplaint}) EXPECT_EQ(verdict(route, Standing::publicBody, {}, year{2029} / 1 / 1), RemedyTerm::noTerm);
    EXPECT_EQ(verdict(Remedy::petition, Standing::other, {}, year{2029} / 1 / 1, std::nullopt), RemedyTerm::noTerm);
}

// Awb 7:10(1), 9:11(1)
TEST(RemedyTerms, APublicBodyAnswersWithinATermAndOthersWithinNone) {
    const auto end = [](Remedy::Route route, Standing standing, const Date& came, std::optional<Date> decided = sent) {
        const auto clock = answerBy({route, standing, decided, {}, came}, {.objectionSource = "Awb art. 7:10 lid 1", .complaintSource = "Awb art. 9:11 lid 1"}, Terms{}, Calendar{});
        return clock ? toIso(clock->end) : std::string();
    };
    EXPECT_EQ(end(Remedy::objection, Standing::publicBody, year{2026} / 2 / 20), "2026-05-06") << "objecting ended on 24 March; six weeks later is 5 May";
    EXPECT_EQ(end(Remedy::objection, Standing::contested, year{2026} / 2 / 20), "2026-05-06");
    EXPECT_EQ(end(Remedy::objection, Standing::publicBody, year{2026} / 2 / 20, std::nullopt), "2026-04-07") << "nothing was decided: from receipt, and 3 April is Good Friday";
    EXPECT_EQ(end(Remedy::ownComplaint, Standing::publicBody, year{2026} / 2 / 20), "2026-04-07");
    EXPECT_EQ(end(Remedy::ownComplaint, Standing::other, year{2026} / 2 / 20), "") << "by its own rules";
    EXPECT_EQ(end(Remedy::petition, Standing::publicBody, year{2026} / 2 / 20), "") << "the court sets it";
    EXPECT_EQ(end(Remedy::authorityComplaint, Standing::publicBody, year{2026} / 2 / 20), "");
}

// Basis: Awb 6:15
TEST(RemedyTerms, TheWrongRouteIsSaidAndCountedByTheRightOne) {
    const auto objection = remedyTerm({Remedy::objection, Standing::other, sent, arrived, year{2026} / 3 / 26}, Terms{}, Calendar{});
    EXPECT_EQ(objection.verdict, RemedyTerm::inTime);
    EXPECT_NE(objection.words.find("geen bezwaar"), std::string::npos);
}

// Basis: Awb art. 8:1, 6:7: after the decision on an objection, not after the first one; 8:104 and Rv 358(2) after a judgment
TEST(RemedyTerms, AnAppealCountsFromTheDecisionOnTheObjection) {
    RemedyFacts facts{Remedy::appeal, Standing::publicBody, sent, {}, year{2026} / 7 / 14};
    EXPECT_EQ(remedyTerm(facts, Terms{}, Calendar{}).verdict, RemedyTerm::unsure) << "nothing was decided on an objection";
    facts.objectionDecided = year{2026} / 6 / 2;
    const auto inTime = remedyTerm(facts, Terms{}, Calendar{});
    EXPECT_EQ(inTime.verdict, RemedyTerm::inTime);
    EXPECT_EQ(inTime.clocks.at(0).id, "appeal");
    EXPECT_EQ(toIso(inTime.clocks.at(0).end), "2026-07-14");
    facts.received = year{2026} / 7 / 15;
    EXPECT_EQ(remedyTerm(facts, Terms{}, Calendar{}).verdict, RemedyTerm::late);
    facts.sent.reset(), facts.objectionDecided.reset();
    EXPECT_EQ(remedyTerm(facts, Terms{}, Calendar{}).verdict, RemedyTerm::noTerm) << "of a silence";
}

TEST(RemedyTerms, ADecisionOnAnObjectionIsAppealedAndNotObjectedToAgain) {
    RemedyFacts facts{Remedy::objection, Standing::publicBody, sent, {}, year{2026} / 3 / 1};
    facts.onObjection = true;
    const auto again = remedyTerm(facts, Terms{}, Calendar{});
    EXPECT_EQ(again.clocks.at(0).id, "appeal");
    EXPECT_NE(again.words.find("staat beroep bij de rechtbank open"), std::string::npos) << again.words;
    facts.standing = Standing::contested;
    const auto both = remedyTerm(facts, Terms{}, Calendar{});
    ASSERT_EQ(both.clocks.size(), 2u);
    EXPECT_EQ(both.clocks[0].id, "appeal");
}

TEST(RemedyTerms, AHigherAppealCountsFromTheJudgmentByItsOwnRoute) {
    RemedyFacts facts{Remedy::higherAppeal, Standing::publicBody, sent, {}, year{2026} / 11 / 30};
    EXPECT_EQ(remedyTerm(facts, Terms{}, Calendar{}).verdict, RemedyTerm::unsure);
    facts.judged = year{2026} / 8 / 31;
    EXPECT_EQ(toIso(remedyTerm(facts, Terms{}, Calendar{}).clocks.at(0).end), "2026-10-12") << "six weeks";
    facts.judgedOn = CourtRoute::petition;
    const auto civil = remedyTerm(facts, Terms{}, Calendar{});
    EXPECT_EQ(toIso(civil.clocks.at(0).end), "2026-11-30") << "three months";
    EXPECT_EQ(civil.verdict, RemedyTerm::inTime);
}

}  // namespace service::requests
