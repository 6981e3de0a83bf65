// The last doors: what is found in a finished package holds it back, and who signs saw it, knows the password and did
// not review.
#include <nlohmann/json.hpp>

#include <algorithm>

#include "redaction/document/document.h"
#include "service/casework/archive.h"
#include "service/casework/basis.h"
#include "service/casework/case_file.h"
#include "service/casework/figures.h"
#include "service/casework/job_runner.h"
#include "service/casework/late.h"
#include "service/casework/mandates.h"
#include "service/casework/passing_days.h"
#include "service/casework/proposing.h"
#include "service/casework/release.h"
#include "service/casework/review.h"
#include "service/casework/signoff.h"
#include "service/casework/words.h"
#include "service/casework/worklist.h"
#include "tests/unit/casework/reviewed_office.h"

namespace service::casework {
namespace {

namespace policy = redaction::policy;
using Json = nlohmann::json;

class Signing : public ReviewedOffice {
  protected:
    Signing() { signer = {account("petra", Role::privacyOfficer).id, Role::privacyOfficer, "Petra"}; }

    // Received on 20 January: the month ended, the extension runs on.
    void extendPastTheMonth() {
        raw("UPDATE privacy_request SET received_on = '2026-01-20'");
        store->requests().extend({request().id, requests::parseIso("2026-02-10").value(), "veel stukken", els, {}});
    }
    void packaged(const Json& verification, const std::string& outcome = "granted") {
        decideEverything();
        store->reviews().finish(request().id, els);
        store->requests().moveTo(request().id, store::Step::review, store::Step::packaging);
        store::NewRelease wanted;
        wanted.requestId = request().id, wanted.packageHash = hash, wanted.packageBlob = store->blobs().write(request().id, "zip");
        wanted.contents = Json{{"basis", basisOf(office, standingOf(office, store->requests().load(request().id)))}, {"decisions", {{{"partner", "vt"}, {"outcome", outcome}}}}}.dump();
        wanted.verification = verification.dump(), wanted.passed = true;
        store->releases().add(wanted);
        store->requests().moveTo(request().id, store::Step::packaging, store::Step::signOff);
    }
    Outcome signs(const Actor& who, const std::string& password, const std::string& seen) { return sign(office, who, request().id, password, seen); }
    bool isSigned() { return store->signOffs().standing(request().id).has_value(); }

    const std::string password = store::goodPassword;
    std::string hash = sha256Hex("zip");
    Actor signer;
};

// The region signs for a partner only while its mandate holds. Basis: Convenant art. 5.2
TEST_F(Signing, NothingIsSignedForAPartnerWhoseMandateEnded) {
    const auto theirs = store->accounts().add({"vtmens", "Vera", Role::professional, store::goodPassword, "", "nl", "vt"}).id;
    store::Mandate mandate;
    mandate.partnerId = "vt", mandate.givenBy = "de bestuurder", mandate.since = std::chrono::year{2026} / 1 / 1, mandate.document = "mandaatbesluit", mandate.recordedBy = jan;
    store->partners().addMandate(mandate);
    packaged({{"passed", true}});
    ASSERT_TRUE(signs(signer, password, hash).done);
    const auto stands = store->partners().mandates("vt").front().id;
    const auto ended = endMandate(office, {jan, Role::administrator, "Jan"}, "vt", stands, requests::toIso(today(office)), "het team doet het weer zelf");
    ASSERT_TRUE(ended.done) << ended.words;
    EXPECT_FALSE(isSigned()) << "the signature was under a mandate that ended";
    const auto told = [&](const store::Id& who) {
        const auto all = store->notices().ofRequest(request().id);
        return std::count_if(all.begin(), all.end(), [&](const auto& it) { return it.accountId == who && it.kind == "mandate-ended"; });
    };
    EXPECT_EQ(told(els), 1);
    EXPECT_EQ(told(theirs), 1) << "its own people decide now";
    takeUpDays(office);
    EXPECT_EQ(told(els), 1) << "once";
    const auto again = signs(signer, password, hash);
    EXPECT_EQ(again.code, "not-now");
    EXPECT_NE(again.words.find("Het mandaat van"), std::string::npos) << again.words;
    store->partners().addMandate(mandate);
    EXPECT_TRUE(whyMandateEnded(office, store->requests().load(request().id)).empty());
}

TEST_F(Signing, AsksForThePasswordThePackageThatWasSeenAndSomeoneWhoDidNotReview) {
    packaged({{"passed", true}});
    EXPECT_EQ(handOut(office, signer, request().id, "desk").code, "not-signed");
    EXPECT_EQ(signs(signer, "verkeerd", hash).code, "wrong-password");
    EXPECT_EQ(signs(signer, password, sha256Hex("een eerder pakket")).code, "hash-changed");
    EXPECT_EQ(signs(reviewer(), password, hash).code, "not-now");
    raw("UPDATE account SET role = 'privacy-officer' WHERE id = 'els'");
    const Actor becameOfficer{els, Role::privacyOfficer, "Els"};
    EXPECT_NE(signOffSummary(office, becameOfficer, request().id).whyNot.find("zelf in deze beoordeling beslist"), std::string::npos);
    EXPECT_EQ(signs(becameOfficer, password, hash).code, "not-now");
    EXPECT_FALSE(isSigned());
    EXPECT_TRUE(signs(signer, password, hash).done);
    EXPECT_TRUE(isSigned());
    EXPECT_TRUE(handOut(office, signer, request().id, "desk").done);
}

TEST_F(Signing, NobodySignsWhatDidNotPassItsVerification) {
    packaged({{"passed", false}});
    EXPECT_NE(signs(signer, password, hash).words.find("controle"), std::string::npos);
    EXPECT_FALSE(isSigned());
}

TEST_F(Signing, AStoredPackageThatIsNotTheOneThatWasSignedDoesNotGoOut) {
    hash = sha256Hex("een ander pakket");
    packaged({{"passed", true}});
    ASSERT_TRUE(signs(signer, password, hash).done);
    EXPECT_THROW(handOut(office, signer, request().id, "desk"), Failure);
    EXPECT_THROW(packageZip(office, signer, request().id), Failure);
    EXPECT_EQ(store->requests().load(request().id).step, store::Step::signOff);
}

TEST_F(Signing, SafetyIsNotLiftedTwiceByTheSamePerson) {
    const auto id = proposalAt(40);
    ASSERT_TRUE(liftSafety(office, reviewer(), id, "moeder is verhuisd").done);
    EXPECT_EQ(liftSafety(office, reviewer(), id, "echt waar").code, "second-person");
    EXPECT_FALSE(store->rulings().latest(id));
    ASSERT_TRUE(liftSafety(office, signer, id, "bevestigd door moeder").done);
    EXPECT_EQ(store->rulings().latest(id)->decision, store::RulingDecision::release);
}

// A document with a name in it, and an answer of a partner, which the completeness statement repeats, with the same name.
class NameInAnAnswer : public Signing {
  protected:
    const std::u32string name = U"Kwartelmanssens";
    void documentSays(std::u32string words) {
        redaction::document::Document text;
        text.text = std::move(words);
        store->fragments().setRead(document.id, store->blobs().write(request().id, redaction::document::toJson(text)), "flow", 0, "");
        for (const auto* partner : {"vt", "lt"}) {
            store::Collection answered;
            answered.requestId = request().id, answered.partnerId = partner, answered.state = store::CollectionState::done;
            answered.answer = partner == std::string("vt") ? "delivered-in-full" : "nothing-held";
            if (partner == std::string("lt")) answered.explanation = "Over Kwartelmanssens is hier niets bekend.";
            store->collections().save(answered);
        }
        proposeAsOfToday(office, request().id);
    }
    void decideAll(store::RulingDecision decision) {
        for (const auto& it : store->proposals().ofFragment(document.id))
            if (it.scope == policy::Scope::passage || it.decision == policy::Decision::judge) store->rulings().decide(ruling(it.id, decision));
    }
    void expectHeldBack() {
        ASSERT_TRUE(finishReview(office, reviewer(), request().id).done) << finishReview(office, reviewer(), request().id).words;
        JobRunner runner(office, 0, [](const std::string&) {});
        while (runner.runOne()) {
        }
        const auto release = store->releases().latest(request().id);
        ASSERT_TRUE(release.has_value());
        EXPECT_EQ(release->state, store::ReleaseState::refused);
        EXPECT_EQ(store->requests().load(request().id).step, store::Step::review);
        const auto found = packageView(office, privacyOfficer(), request().id).verification;
        EXPECT_FALSE(found.passed);
        EXPECT_TRUE(std::any_of(found.hits.begin(), found.hits.end(), [](const auto& hit) { return hit.find("verantwoording") != std::string::npos; }));
        for (const auto& hit : found.hits) EXPECT_EQ(hit.find("Kwartel"), std::string::npos) << "says where, not what";
    }
};

TEST_F(NameInAnAnswer, HoldsThePackageBackWhereOnlyTheNameIsHidden) {
    const std::u32string text = U"Čedo belde vandaag met Kwartelmanssens over zijn rekening.";
    documentSays(text);
    store::Proposal byHand;
    byHand.requestId = request().id, byHand.fragmentId = document.id, byHand.start = text.find(name), byHand.end = byHand.start + name.size();
    byHand.decision = policy::Decision::redact, byHand.ground = "third-party", byHand.why = "met de hand", byHand.addedBy = els;
    store->rulings().decide(ruling(store->proposals().addByHand(byHand).id, store::RulingDecision::redact));
    decideAll(store::RulingDecision::release);
    expectHeldBack();
}

TEST_F(NameInAnAnswer, HoldsThePackageBackWhereAllAroundTheNameIsHidden) {
    documentSays(U"De buurvrouw, mevrouw Kwartelmanssens, vertelde vandaag dat zij schulden heeft en ernstig ziek is.");
    decideAll(store::RulingDecision::redact);
    expectHeldBack();
}

// Basis: AVG art. 12(3): what comes after the last day says why, or stays here.
TEST_F(Signing, WhatIsTooLateGoesOutOnlyWithItsReason) {
    packaged({{"passed", true}});
    ASSERT_TRUE(signs(signer, password, hash).done);
    raw("UPDATE privacy_request SET received_on = '2026-01-05'");
    EXPECT_EQ(handOut(office, signer, request().id, "desk").code, "late-reason-missing");
    ASSERT_TRUE(explainLateness(office, signer, request().id, "de partner leverde te laat").done);
    EXPECT_TRUE(handOut(office, signer, request().id, "desk").done);
}

// Basis: AVG art. 12(4): an extension is to decide, not to refuse.
TEST_F(Signing, ARefusalAfterItsMonthGoesOutOnlyWithItsReason) {
    extendPastTheMonth();
    packaged({{"passed", true}}, "refused");
    ASSERT_TRUE(signs(signer, password, hash).done);
    const auto refused = handOut(office, signer, request().id, "desk");
    EXPECT_EQ(refused.code, "late-reason-missing");
    EXPECT_NE(refused.words.find("Een weigering moest uiterlijk 20 februari 2026 zijn meegedeeld"), std::string::npos) << refused.words;
    const auto late = lateView(office, store->requests().load(request().id), {});
    EXPECT_FALSE(late.late) << "to decide there is time";
    EXPECT_NE(late.refusal.find("20 februari 2026"), std::string::npos);
    ASSERT_TRUE(explainLateness(office, signer, request().id, "de partner leverde te laat").done);
    EXPECT_TRUE(handOut(office, signer, request().id, "desk").done);
}

// Basis: AVG art. 12(3) and 12(4): two latenesses; why the refusal was told late does not say why the decision comes late.
TEST_F(Signing, AReasonForALateRefusalExplainsNoLaterLateness) {
    extendPastTheMonth();
    packaged({{"passed", true}}, "refused");
    const auto seen = [&] { return lateView(office, store->requests().load(request().id), {}); };
    EXPECT_EQ(seen().lacksReason, store::Lateness::refusal);
    ASSERT_TRUE(explainLateness(office, signer, request().id, "de partner leverde te laat", "partner").done);
    EXPECT_FALSE(seen().lacksReason);
    EXPECT_EQ(explainLateness(office, signer, request().id, "iets anders").code, "explained-already");
    EXPECT_EQ(countedCase(office, request()).lateCause, "") << "of a decision that is late there is none yet";
    raw("UPDATE privacy_request SET received_on = '2025-10-06'");
    EXPECT_EQ(seen().lacksReason, store::Lateness::term);
    EXPECT_FALSE(lacksReasonForLateness(office, store->requests().load(request().id)).empty());
    ASSERT_TRUE(explainLateness(office, signer, request().id, "de beoordelaar was ziek", "staff").done);
    EXPECT_TRUE(lacksReasonForLateness(office, store->requests().load(request().id)).empty());
    const auto reasons = seen().reasons;
    ASSERT_EQ(reasons.size(), 2u);
    EXPECT_TRUE(reasons[0].ofRefusal != reasons[1].ofRefusal);
    EXPECT_EQ(countedCase(office, request()).lateCause, "staff");
}

TEST_F(Signing, WhatIsGrantedAfterThatMonthNeedsNoReasonWithinTheExtension) {
    extendPastTheMonth();
    packaged({{"passed", true}}, "partly");
    ASSERT_TRUE(signs(signer, password, hash).done);
    EXPECT_TRUE(handOut(office, signer, request().id, "desk").done);
}

// A package is of one day: that its signature no longer counts is told without opening it.
TEST_F(Signing, TheWorklistTellsThatASignatureEndedWithItsDay) {
    packaged({{"passed", true}});
    const auto row = [&] { return worklist(office, signer, {WorkFilter::team}).rows.at(0); };
    const auto obstacles = [&] { return joinedWords(row().obstacles); };
    ASSERT_TRUE(signs(signer, password, hash).done);
    EXPECT_EQ(row().nextStepWords, "Verstrek het pakket");
    EXPECT_EQ(obstacles().find("het pakket is van"), std::string::npos);
    clock.advance(std::chrono::hours{24});
    EXPECT_NE(obstacles().find("het pakket is van gisteren: opnieuw maken en opnieuw ondertekenen"), std::string::npos) << obstacles();
    EXPECT_EQ(row().nextStepWords, "Maak het pakket opnieuw");
    EXPECT_EQ(row().who, store->accounts().load(els).displayName);
    clock.advance(std::chrono::hours{24});
    EXPECT_NE(obstacles().find("het pakket is van 2 maart 2026"), std::string::npos) << obstacles();
}

}  // namespace
}  // namespace service::casework
