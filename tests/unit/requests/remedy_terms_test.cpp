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

// Basis: Awb 6:15
TEST(RemedyTerms, TheWrongRouteIsSaidAndCountedByTheRightOne) {
    const auto objection = remedyTerm({Remedy::objection, Standing::other, sent, arrived, year{2026} / 3 / 26}, Terms{}, Calendar{});
    EXPECT_EQ(objection.verdict, RemedyTerm::inTime);
    EXPECT_NE(objection.words.find("geen bezwaar"), std::string::npos);
}

}  // namespace service::requests
