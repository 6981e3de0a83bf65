// A reviewer corrects whom something is about: every open request of that household is proposed anew, decisions stay, nothing
// goes out by it without a human, and no other household learns of it.
#include "service/casework/corrections.h"

#include "service/casework/case_file.h"
#include "service/casework/household_editing.h"
#include "service/casework/review.h"
#include "service/casework/signoff.h"
#include "service/casework/standing.h"
#include "tests/unit/casework/office_with_text.h"

namespace service::casework {
namespace {

namespace policy = redaction::policy;
using redaction::household::Reach;
using Many = casework::Reach;

class Corrected : public OfficeWithText {
  protected:
    CorrectionOutcome about(const std::string& part, std::vector<std::string> to) { return correct(office, reviewer(), {passage(part).id, std::move(to), Reach::place, "zo staat het in het verslag"}); }
    DecisionOutcome decided(const store::Proposal& it, const std::string& what) {
        Decision decision;
        decision.proposalId = it.id, decision.decision = what, decision.reason = "gewogen";
        return decide(office, reviewer(), decision);
    }
    static void expectDone(const Outcome& outcome) { EXPECT_TRUE(outcome.done) << outcome.words; }
    ReviewOverview overview() { return reviewOverview(office, reviewer(), request().id); }
};

TEST_F(Corrected, MakesTheProposalsOfEveryOpenRequestAnew) {
    const auto mothers = another(household(), "moeder");
    ASSERT_EQ(passage("schulden").decision, policy::Decision::redact);
    ASSERT_EQ(passage("schulden", mothers.id).decision, policy::Decision::release);
    const auto outcome = about("schulden", {"vader"});
    EXPECT_TRUE(outcome.done) << outcome.words;
    EXPECT_EQ(outcome.touched, 2u);
    EXPECT_TRUE(isProposing(office, reviewer(), mothers.id));
    proposed();
    EXPECT_EQ(passage("schulden").decision, policy::Decision::release);
    EXPECT_EQ(passage("schulden", mothers.id).decision, policy::Decision::redact) << "the same document came with her request";
    EXPECT_EQ(numberOf("SELECT count(*) FROM audit_entry WHERE action = 'correction.made'"), 1);
}

TEST_F(Corrected, WhatItOpensIsShownOnlyWhenAHumanDecidedIt) {
    about("schulden", {"vader"});
    proposed();
    const auto opened = passage("schulden");
    ASSERT_TRUE(store::isOpened(opened));
    EXPECT_EQ(holding(standingOf(office, store->requests().load(request().id)), opened), policy::Decision::judge);
    for (const auto& it : store->proposals().ofRequest(request().id))
        if (it.decision == policy::Decision::judge) expectDone(decided(it, "redact"));
    const auto blockers = overview().blockers;
    EXPECT_TRUE(std::any_of(blockers.begin(), blockers.end(), [&](const auto& it) { return it.proposalId == opened.id; }));
    EXPECT_EQ(finishReview(office, reviewer(), request().id).code, "blocked");
    Decision rest;
    rest.proposalId = passage("belde").id, rest.decision = "accept";
    decideMany(office, reviewer(), rest, Many::restOfFragment);
    EXPECT_FALSE(store->rulings().latest(opened.id)) << "the rest goes at once, this does not";
    EXPECT_THROW(raw("INSERT INTO review (request_id, finished_by, finished_at) VALUES ('" + request().id + "', 'els', '2026-03-02T09:00:00Z')"), std::runtime_error);
    for (const auto& it : store->proposals().ofRequest(request().id))
        if (store::isOpened(it)) expectDone(decided(it, "accept"));
    EXPECT_TRUE(finishReview(office, reviewer(), request().id).done);
    bool listed = false;
    for (const auto& it : signOffSummary(office, privacyOfficer(), request().id).corrected)
        listed = listed || (it.proposal.id == opened.id && it.proposal.correction && it.proposal.correction->byName == "Collega els" && it.proposal.correction->was == "redact");
    EXPECT_TRUE(listed) << "the sign-off tells who made it so";
}

TEST_F(Corrected, WhatPeopleDecidedStays) {
    const auto before = passage("schulden");
    ASSERT_TRUE(decided(before, "redact").done);
    about("schulden", {"vader"});
    proposed();
    const auto now = passage("schulden");
    EXPECT_NE(now.id, before.id);
    const auto ruling = store->rulings().latest(now.id);
    ASSERT_TRUE(ruling);
    EXPECT_EQ(ruling->decision, store::RulingDecision::redact);
    EXPECT_EQ(ruling->decidedBy, els);
    const auto standing = standingOf(office, store->requests().load(request().id));
    EXPECT_EQ(holding(standing, now), policy::Decision::redact);
    EXPECT_TRUE(proposalRow(office, standing, now, nullptr).correction) << "and the reviewer sees that the proposal is another";
}

TEST_F(Corrected, ADecisionToShowDoesNotStandWhereHidingIsNowProposed) {
    ASSERT_TRUE(decided(passage("belde"), "accept").done);
    about("belde", {"moeder"});
    proposed();
    const auto now = passage("belde");
    EXPECT_EQ(now.decision, policy::Decision::redact);
    EXPECT_FALSE(store->rulings().latest(now.id));
    EXPECT_NE(holding(standingOf(office, store->requests().load(request().id)), now), policy::Decision::release);
}

TEST_F(Corrected, SafetyStillTakesTwo) {
    ASSERT_EQ(passage("Schuilpad").ground, "safety");
    about("Schuilpad", {"vader"});
    proposed();
    EXPECT_EQ(passage("Schuilpad").decision, policy::Decision::redact) << "her address still stands there";
    for (const char* place : {"Schuilpad", "Verweg"}) {
        expectDone(correct(office, reviewer(), {over(place, policy::Scope::span).id, {"vader"}, Reach::everywhere, "daar woont hij zelf"}));
        proposed();
    }
    const auto now = passage("Schuilpad");
    EXPECT_EQ(now.decision, policy::Decision::judge);
    EXPECT_EQ(now.ground, "safety");
    EXPECT_EQ(decided(now, "release").code, "safety-needs-two");
    ASSERT_TRUE(decide(office, reviewer(), {now.id, 0, "redact", "safety", {}, {}, "blijft verborgen"}).done);
    const auto late = decide(office, reviewer(), {now.id, 0, "release", "", {}, {}, "daar woont hij zelf"});
    EXPECT_EQ(late.code, "someone-was-first") << "that somebody decided meanwhile is said before anything else";
    EXPECT_NE(late.words.find("was u voor en heeft dit besloten: lakken"), std::string::npos) << late.words;
}

TEST_F(Corrected, IsWithdrawnOnceWithAReasonAndWhatComesBackIsDecidedByAHuman) {
    about("belde", {"moeder"});
    proposed();
    ASSERT_EQ(passage("belde").decision, policy::Decision::redact);
    const auto made = store->corrections().ofHousehold(household().id).front();
    EXPECT_EQ(withdrawCorrection(office, reviewer(), made.id, "").code, "reason-missing");
    EXPECT_THROW(withdrawCorrection(office, privacyOfficer(), made.id, "toch niet"), Failure) << "who signs changes no proposals";
    EXPECT_TRUE(withdrawCorrection(office, reviewer(), made.id, "het was toch vader").done);
    EXPECT_EQ(withdrawCorrection(office, reviewer(), made.id, "nog eens").code, "withdrawn");
    proposed();
    EXPECT_EQ(passage("belde").decision, policy::Decision::release);
    EXPECT_TRUE(store::isOpened(passage("belde")));
    proposed();
    EXPECT_TRUE(store::isOpened(passage("belde"))) << "also after the next run";
    const auto view = viewHousehold(office, reviewer(), household().id);
    ASSERT_EQ(view.corrections.size(), 1u);
    EXPECT_EQ(view.corrections[0].words, "deze passage gaat over Zoë van den Ørsted");
    EXPECT_EQ(view.corrections[0].withdrawnWhy, "het was toch vader");
    EXPECT_THROW(raw("UPDATE correction SET reason = 'anders'"), std::runtime_error);
    EXPECT_THROW(raw("DELETE FROM correction"), std::runtime_error);
}

TEST_F(Corrected, AnotherHouseholdLearnsNothing) {
    const auto elsewhere = store->households().importCase(family(), "x");
    const auto theirs = another(elsewhere, "vader");
    std::vector<std::string> before;
    for (const auto& it : store->proposals().ofRequest(theirs.id)) before.push_back(it.id + it.rule);
    ASSERT_TRUE(correct(office, reviewer(), {over("Zoë", policy::Scope::span).id, {"vader"}, Reach::everywhere, "bijnaam van vader"}).done);
    proposed();
    EXPECT_EQ(over("werkt", policy::Scope::passage).decision, policy::Decision::release) << "everywhere in this household";
    store->jobs().add("propose", theirs.id, "{}", theirs.id);
    proposed();
    std::vector<std::string> after;
    for (const auto& it : store->proposals().ofRequest(theirs.id)) after.push_back(it.id + it.rule);
    EXPECT_EQ(before, after) << "the same words, the same document, the same people";
    EXPECT_TRUE(store->corrections().ofHousehold(elsewhere.id).empty());
}

TEST_F(Corrected, IsMadeByAReviewerForSomebodyKnownWithAReason) {
    const auto span = over("Zoë", policy::Scope::span);
    EXPECT_EQ(correct(office, reviewer(), {span.id, {"vader"}, Reach::place, ""}).code, "reason-missing");
    EXPECT_EQ(correct(office, reviewer(), {span.id, {"moeder"}, Reach::place, "x"}).code, "no-change");
    EXPECT_EQ(correct(office, reviewer(), {span.id, {"niemand-bekend"}, Reach::place, "x"}).code, "unknown-person");
    EXPECT_EQ(correct(office, reviewer(), {passage("werkt").id, {}, Reach::place, "x"}).code, "nobody-chosen");
    EXPECT_THROW(correct(office, privacyOfficer(), {span.id, {"vader"}, Reach::place, "x"}), Failure);
    EXPECT_THROW(correct(office, {jan, Role::professional, "Jan"}, {span.id, {"vader"}, Reach::place, "x"}), Failure) << "not assigned";
    EXPECT_TRUE(store->corrections().ofHousehold(household().id).empty());
}

}  // namespace
}  // namespace service::casework
