#include <gmock/gmock.h>

#include <thread>

#include "tests/unit/store/reviewed_request.h"

namespace service::store {

namespace policy = redaction::policy;

using RulingsTest = ReviewedRequest;

TEST_F(RulingsTest, TheSecondOfTwoIsToldWhatTheFirstDid) {
    const auto id = proposalAt(0);
    clock.advance(std::chrono::minutes(5));
    EXPECT_TRUE(store->rulings().decide(ruling(id, RulingDecision::redact)).isWritten());
    auto late = ruling(id, RulingDecision::release);
    late.decidedBy = jan;
    const auto outcome = store->rulings().decide(late);
    ASSERT_FALSE(outcome.isWritten());
    EXPECT_EQ(outcome.first->decision, RulingDecision::redact);
    EXPECT_EQ(outcome.first->decidedAt, mondayMorning + std::chrono::minutes(5));
    EXPECT_EQ(outcome.firstBy, "Collega els");
    EXPECT_EQ(store->rulings().history(id).size(), 1u);
    late.expectedNumber = 1;  // now that he has seen it
    EXPECT_TRUE(store->rulings().decide(late).isWritten());
    EXPECT_EQ(store->rulings().latest(id)->decision, RulingDecision::release);
    EXPECT_EQ(store->rulings().history(id).size(), 2u);
}

TEST_F(RulingsTest, OfManyAtOnceExactlyOneIsWritten) {
    const auto id = proposalAt(0);
    std::atomic<int> written = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 16; ++i)
        threads.emplace_back([&] {
            if (store->rulings().decide(ruling(id, RulingDecision::redact)).isWritten()) ++written;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(written, 1);
    EXPECT_EQ(store->rulings().history(id).size(), 1u);
}

TEST_F(RulingsTest, AJudgedOneAndOneThatIsNotFollowedNeedAReason) {
    EXPECT_EQ(refusal([&] { store->rulings().decide(ruling(proposalAt(20), RulingDecision::redact, 0, " ")); }), "forbiddenByRule");
    EXPECT_EQ(refusal([&] { store->rulings().decide(ruling(proposalAt(0), RulingDecision::release, 0, "")); }), "forbiddenByRule");
    EXPECT_TRUE(store->rulings().decide(ruling(proposalAt(0), RulingDecision::redact, 0, "")).isWritten());
    EXPECT_EQ(store->rulings().latest(proposalAt(0))->ground, "third-party");
}

TEST_F(RulingsTest, SafetyFallsOnlyWhenTwoPeopleLiftedItWithReasons) {
    const auto id = proposalAt(40);
    const auto release = ruling(id, RulingDecision::release);
    EXPECT_EQ(refusal([&] { store->rulings().decide(release); }), "forbiddenByRule");
    EXPECT_EQ(refusal([&] { store->rulings().lift(id, els, "  "); }), "forbiddenByRule");
    store->rulings().lift(id, els, "moeder is verhuisd");
    store->rulings().lift(id, els, "nog eens");  // the same person is one person
    EXPECT_EQ(refusal([&] { store->rulings().decide(release); }), "forbiddenByRule");
    store->rulings().lift(id, officer, "bevestigd door moeder");
    EXPECT_TRUE(store->rulings().decide(release).isWritten());
    EXPECT_EQ(store->rulings().liftsOfRequest(request().id)[id].size(), 2u);
}

TEST_F(RulingsTest, SafetyGivenByAHumanHoldsTheSame) {
    auto safe = ruling(proposalAt(0), RulingDecision::redact);
    safe.ground = "safety";
    store->rulings().decide(safe);
    EXPECT_EQ(refusal([&] { store->rulings().decide(ruling(proposalAt(0), RulingDecision::release, 1)); }), "forbiddenByRule");

    Proposal drawn;
    drawn.requestId = request().id;
    drawn.fragmentId = document.id;
    drawn.start = 60;
    drawn.end = 65;
    drawn.decision = policy::Decision::redact;
    drawn.ground = "safety";
    drawn.why = "met de hand";
    drawn.rulesVersion = "2026-1";
    drawn.addedBy = els;
    const auto added = store->proposals().addByHand(drawn);
    EXPECT_EQ(refusal([&] { store->rulings().decide(ruling(added.id, RulingDecision::withdrawn)); }), "forbiddenByRule");
}

TEST_F(RulingsTest, TheGuardsHoldAgainstSomeoneWithTheFile) {
    const auto id = proposalAt(40), first = proposalAt(0);
    const auto insert = "INSERT INTO ruling (id, proposal_id, number, decision, decided_by, decided_at) VALUES ('r', '" + id +
                        "', 1, 'release', '" + els + "', '2026-03-02T09:00:00Z')";
    EXPECT_THROW(raw(insert), std::runtime_error);
    store->rulings().lift(id, els, "moeder is verhuisd");
    EXPECT_THROW(raw(insert), std::runtime_error) << "one person is not two";
    store->rulings().decide(ruling(first, RulingDecision::redact));
    EXPECT_THROW(raw("UPDATE ruling SET decision = 'release'"), std::runtime_error);
    EXPECT_THROW(raw("DELETE FROM ruling"), std::runtime_error);
    EXPECT_THROW(raw("UPDATE proposal SET ground = 'third-party' WHERE id = '" + id + "'"), std::runtime_error);
}

TEST_F(RulingsTest, TheCodeHoldsSafetyWithoutTheGuardInTheFile) {
    const auto id = proposalAt(40);
    raw("DROP TRIGGER ruling_safety");
    store->rulings().lift(id, els, "moeder is verhuisd");
    EXPECT_EQ(refusal([&] { store->rulings().decide(ruling(id, RulingDecision::release)); }), "forbiddenByRule");
    EXPECT_FALSE(store->rulings().latest(id));
}

using ProposalsTest = ReviewedRequest;

TEST_F(ProposalsTest, WhatIsProposedAgainKeepsItsRulingAndWhatIsNotIsDropped) {
    const auto kept = proposalAt(0), dropped = proposalAt(20);
    store->rulings().decide(ruling(kept, RulingDecision::redact));
    const auto again = store->proposals().replaceAll(request().id,
                                                     {proposed(0, policy::Decision::redact, "third-party"),
                                                      proposed(40, policy::Decision::redact, "safety"),
                                                      proposed(80, policy::Decision::release, "")},
                                                     "2026-2");
    EXPECT_EQ(again.kept, 2);
    EXPECT_EQ(again.added, 1);
    EXPECT_EQ(again.dropped, std::vector<Id>{dropped});
    EXPECT_EQ(proposalAt(0), kept);
    EXPECT_TRUE(store->rulings().latest(kept));
    EXPECT_EQ(store->proposals().load(kept).rulesVersion, "2026-2");
    EXPECT_EQ(refusal([&] { store->rulings().decide(ruling(dropped, RulingDecision::redact)); }), "conflict");
}

TEST_F(ProposalsTest, ProgressCountsWhatIsDecidedAndWhichQuestionsAreOpen) {
    auto progress = store->proposals().progress(request().id);
    EXPECT_EQ(progress.total, 3);
    EXPECT_EQ(progress.decided, 0);
    EXPECT_EQ(progress.openJudge, 1);
    decideEverything();
    store->rulings().decide(ruling(proposalAt(0), RulingDecision::withdrawn, 1));
    progress = store->proposals().progress(request().id);
    EXPECT_EQ(progress.decided, 2);
    EXPECT_EQ(progress.openJudge, 0);
    EXPECT_EQ(store->proposals().progressByFragment(request().id).at(document.id).total, 3);
}

TEST_F(ProposalsTest, OneByHandIsRememberedWithItsBoxAndGoesWhenWithdrawn) {
    Proposal drawn;
    drawn.requestId = request().id;
    drawn.fragmentId = document.id;
    drawn.page = 2;
    drawn.box = redaction::document::Box{10.5, 20, 30, 40.25};
    drawn.decision = policy::Decision::redact;
    drawn.ground = "third-party";
    drawn.why = "een foto";
    drawn.addedBy = els;
    const auto added = store->proposals().load(store->proposals().addByHand(drawn).id);
    EXPECT_EQ(added.origin, Origin::human);
    EXPECT_EQ(added.page, 2);
    EXPECT_EQ(added.box->y1, 40.25);
    EXPECT_EQ(store->proposals().progress(request().id).total, 4);
    store->rulings().decide(ruling(added.id, RulingDecision::withdrawn));
    EXPECT_EQ(store->proposals().progress(request().id).total, 3);
    drawn.box.reset();
    EXPECT_EQ(refusal([&] { store->proposals().addByHand(drawn); }), "forbiddenByRule");
}

}  // namespace service::store
