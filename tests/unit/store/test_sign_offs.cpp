#include <functional>

#include "tests/unit/store/reviewed_request.h"

namespace service::store {

namespace policy = redaction::policy;

using SignOffsTest = ReviewedRequest;

TEST_F(SignOffsTest, AReviewEndsOnlyWhenNoQuestionIsOpenAndEveryFragmentWasRead) {
    EXPECT_EQ(refusal([&] { store->reviews().finish(request().id, els); }), "forbiddenByRule");
    decideEverything();
    store->fragments().setState(document.id, FragmentState::needsHuman, "onleesbaar");
    EXPECT_EQ(refusal([&] { store->reviews().finish(request().id, els); }), "forbiddenByRule");
    store->fragments().setState(document.id, FragmentState::withheldWhole, "");
    store->reviews().finish(request().id, els);
    EXPECT_EQ(store->reviews().find(request().id)->finishedBy, els);
    EXPECT_EQ(refusal([&] { store->reviews().finish(request().id, jan); }), "conflict");
}

TEST_F(SignOffsTest, WhoReviewedCannotSignNotEvenAsAnOfficer) {
    decideEverything();
    auto own = ruling(proposalAt(0), RulingDecision::redact, 1);
    own.decidedBy = officer;
    store->rulings().decide(own);
    store->reviews().finish(request().id, secondOfficer);
    buildPackage();
    for (const auto& signer : {els, jan, officer, secondOfficer}) {
        EXPECT_FALSE(store->signOffs().maySign(request().id, signer));
        EXPECT_EQ(refusal([&] { store->signOffs().sign(request().id, "hash-1", signer); }), "forbiddenByRule");
    }
}

TEST_F(SignOffsTest, FourEyesHoldAgainstSomeoneWithTheFile) {
    decideEverything();
    store->reviews().finish(request().id, secondOfficer);
    buildPackage();
    const auto insertBy = [&](const Id& signer, const std::string& hash) {
        raw("INSERT INTO sign_off (id, request_id, package_hash, signed_by, signed_at) VALUES ('s', '" + request().id + "', '" +
            hash + "', '" + signer + "', '2026-03-02T09:00:00Z')");
    };
    EXPECT_THROW(insertBy(els, "hash-1"), std::runtime_error);            // decided
    EXPECT_THROW(insertBy(secondOfficer, "hash-1"), std::runtime_error);  // finished the review
    EXPECT_THROW(insertBy(jan, "hash-1"), std::runtime_error);            // no officer
    EXPECT_THROW(insertBy(officer, "hash-9"), std::runtime_error);        // no such package
    EXPECT_NO_THROW(insertBy(officer, "hash-1"));
}

TEST_F(SignOffsTest, TheCodeHoldsFourEyesWithoutTheGuardInTheFile) {
    decideEverything();
    store->reviews().finish(request().id, secondOfficer);
    buildPackage();
    raw("DROP TRIGGER sign_off_four_eyes");
    EXPECT_EQ(refusal([&] { store->signOffs().sign(request().id, "hash-1", secondOfficer); }), "forbiddenByRule");
    EXPECT_FALSE(store->signOffs().standing(request().id));
}

TEST_F(SignOffsTest, NothingGoesOutUnsignedAlsoNotPastTheCode) {
    decideEverything();
    store->reviews().finish(request().id, els);
    const auto release = buildPackage().id;
    EXPECT_EQ(refusal([&] { store->releases().markReleased(release, officer, {"desk", "", "vader"}); }), "forbiddenByRule");
    EXPECT_THROW(raw("UPDATE release SET state = 'released'"), std::runtime_error);
    EXPECT_THROW(raw("UPDATE release SET state = 'signed'; UPDATE release SET state = 'released'"), std::runtime_error) << "signed by nobody";
}

// Only a letter goes out then: no document is shown, so no question about one waits.
TEST_F(SignOffsTest, AReviewOfWhatIsPutAsideEndsWithQuestionsOpen) {
    const auto finish = [&] { return refusal([&] { store->reviews().finish(request().id, els); }); };
    EXPECT_EQ(finish(), "forbiddenByRule");
    raw("UPDATE privacy_request SET identity_method = 'not-yet'");
    raw("INSERT INTO identity_check (id, request_id, method, outcome, recorded_by, recorded_at) VALUES ('c', '" + request().id + "', 'passport', 'refused', 'els', '2026-03-02T09:00:00Z')");
    const auto aside = [&](const std::string& until) {
        raw("INSERT INTO put_aside (id, request_id, why, asked, until_on, proposed_by, proposed_at) VALUES ('p', '" + request().id + "', 'waarom', 'wat', " + until + ", 'els', '2026-03-02T09:00:00Z')");
    };
    EXPECT_THROW(aside("NULL"), std::runtime_error) << "a chance was given";
    EXPECT_THROW(aside("'2026-03-02'"), std::runtime_error) << "that is over";
    aside("'2026-03-01'");
    EXPECT_EQ(finish(), "nothing was refused");
}

TEST_F(SignOffsTest, SignsTheLatestPackageThatPassedAndOnlyOnce) {
    decideEverything();
    EXPECT_EQ(refusal([&] { store->signOffs().sign(request().id, "hash-1", officer); }), "forbiddenByRule");
    store->reviews().finish(request().id, els);
    buildPackage("hash-1");
    buildPackage("hash-2");
    EXPECT_EQ(refusal([&] { store->signOffs().sign(request().id, "hash-1", officer); }), "forbiddenByRule");
    store->signOffs().sign(request().id, "hash-2", officer);
    EXPECT_EQ(refusal([&] { store->signOffs().sign(request().id, "hash-2", secondOfficer); }), "conflict");
    EXPECT_EQ(store->signOffs().standing(request().id)->signedBy, officer);
    EXPECT_EQ(store->releases().latest(request().id)->state, ReleaseState::isSigned);
}

TEST_F(SignOffsTest, APackageThatFailedVerificationIsNeverSigned) {
    decideEverything();
    store->reviews().finish(request().id, els);
    NewRelease failed;
    failed.requestId = request().id;
    failed.packageHash = "hash-1";
    const auto release = store->releases().add(failed);
    EXPECT_EQ(release.state, ReleaseState::refused);
    EXPECT_EQ(refusal([&] { store->signOffs().sign(request().id, "hash-1", officer); }), "forbiddenByRule");
    EXPECT_THROW(raw("UPDATE release SET state = 'signed'"), std::runtime_error);
}


class VoidedBy : public ReviewedRequest, public ::testing::WithParamInterface<int> {};

TEST_P(VoidedBy, AnyLaterChange) {
    signedPackage();
    const auto id = request().id;
    const std::function<void()> changes[] = {
        [&] { store->rulings().decide(ruling(proposalAt(0), RulingDecision::release, 1)); },
        [&] { store->proposals().replaceAll(id, {}, "2026-2"); },
        [&] {
            Proposal more;
            more.requestId = id;
            more.fragmentId = document.id;
            more.end = 3;
            more.addedBy = jan;
            store->proposals().addByHand(more);
        },
        [&] { fragment("doc-2"); },
        [&] { store->fragments().setState(document.id, FragmentState::withheldWhole, ""); },
        [&] { store->reviews().reopen(id); },
        [&] { store->letters().save({"", id, "vt", "decision", "nl", "{\"a\":1}", "", els, {}}); },
        [&] {
            auto changed = store->requests().load(id);
            changed.subjects = {"vader"};
            store->requests().change(changed);
        },
        [&] {
            redaction::household::Protection protection;
            protection.person = "kind1";
            protection.against = {"vader"};
            protection.hide = {"school"};
            store->households().addProtection(household().id, 1, protection, els);
        },
        [&] { store->signOffs().voidStanding(id, "op verzoek"); },
        [&] { buildPackage("hash-1"); },
    };
    ASSERT_TRUE(store->signOffs().standing(id));
    const auto signedRelease = store->releases().latest(id)->id;
    clock.advance(std::chrono::hours(1));
    changes[GetParam()]();
    EXPECT_FALSE(store->signOffs().standing(id));
    const auto history = store->signOffs().history(id);
    EXPECT_EQ(history.front().voidedAt, mondayMorning + std::chrono::hours(1));
    EXPECT_FALSE(history.front().voidedWhy.empty());
    EXPECT_EQ(store->releases().load(signedRelease).state, ReleaseState::isVoid);
    EXPECT_NE(refusal([&] { store->releases().markReleased(signedRelease, officer, {"desk", "", "vader"}); }), "nothing was refused");
}

INSTANTIATE_TEST_SUITE_P(SignOffsTest, VoidedBy, ::testing::Range(0, 11));

TEST_F(SignOffsTest, WhatDoesNotTouchThePackageLeavesItSigned) {
    signedPackage();
    store->letters().save({"", request().id, "", "acknowledgement", "nl", "{}", "", els, {}});
    store->fragments().setProgress(document.id, 1, 1);
    store->drafts().save(els, "x", "y");
    store->requests().moveTo(request().id, Step::logged, Step::packaging);
    EXPECT_TRUE(store->signOffs().standing(request().id));
}

TEST_F(SignOffsTest, AVoidedSignatureDoesNotRevive) {
    signedPackage();
    store->signOffs().voidStanding(request().id, "op verzoek");
    EXPECT_THROW(raw("UPDATE sign_off SET voided_at = NULL"), std::runtime_error);
    EXPECT_THROW(raw("DELETE FROM sign_off"), std::runtime_error);
    EXPECT_THROW(raw("UPDATE release SET state = 'released'"), std::runtime_error);
}

TEST_F(SignOffsTest, WhatWentOutStaysAsItWas) {
    signedPackage();
    const auto release = store->releases().latest(request().id)->id;
    const auto out = store->releases().markReleased(release, officer, {"desk", "", "vader, per post"});
    EXPECT_EQ(out.state, ReleaseState::released);
    EXPECT_EQ(out.releasedAt, mondayMorning);
    EXPECT_EQ(refusal([&] { store->releases().markReleased(release, officer, {"desk", "", "nog eens"}); }), "conflict");
    store->requests().moveTo(request().id, Step::logged, Step::released);
    EXPECT_EQ(refusal([&] { store->rulings().decide(ruling(proposalAt(0), RulingDecision::release, 1)); }), "forbiddenByRule");
    EXPECT_EQ(refusal([&] { fragment("doc-3"); }), "forbiddenByRule");
    EXPECT_EQ(refusal([&] { store->requests().change(store->requests().load(request().id)); }), "forbiddenByRule");
    EXPECT_TRUE(store->signOffs().standing(request().id));
    EXPECT_THROW(raw("UPDATE release SET sent_to = 'een ander'"), std::runtime_error);
}

TEST_F(SignOffsTest, RemarksGoBackAndAreSettled) {
    store->reviews().addRemark({"", request().id, proposalAt(0), "Kijk nog eens", officer, {}, {}});
    const auto remarks = store->reviews().remarks(request().id);
    ASSERT_EQ(remarks.size(), 1u);
    store->reviews().settleRemark(remarks[0].id);
    EXPECT_TRUE(store->reviews().remarks(request().id)[0].settledAt);
}

}  // namespace service::store
