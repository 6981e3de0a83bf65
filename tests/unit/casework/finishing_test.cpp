// What finishing the review and signing off rest on.
#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/basis.h"
#include "service/casework/case_file.h"
#include "service/casework/own_paragraph.h"
#include "service/casework/package_letters.h"
#include "service/casework/release.h"
#include "service/casework/review.h"
#include "service/casework/signoff.h"
#include "service/casework/worklist.h"
#include "tests/unit/casework/reviewed_office.h"

namespace service::casework {
namespace {

namespace policy = redaction::policy;
using Json = nlohmann::json;

class Finishing : public ReviewedOffice {
  protected:
    void answered(const std::string& partner, const std::string& answer, const std::string& why = "") {
        store::Collection it;
        it.requestId = request().id, it.partnerId = partner, it.state = store::CollectionState::done, it.answer = answer, it.explanation = why;
        store->collections().save(it);
    }
    Standing standing() { return standingOf(office, store->requests().load(request().id)); }
    void built(const Json& contents, const Json& verification, bool passed) {
        store->requests().moveTo(request().id, store::Step::review, store::Step::packaging);
        store::NewRelease wanted;
        wanted.requestId = request().id, wanted.packageHash = "hash-1", wanted.packageBlob = store->blobs().write(request().id, "zip");
        wanted.contents = contents.dump(), wanted.verification = verification.dump(), wanted.passed = passed;
        store->releases().add(wanted);
        store->requests().moveTo(request().id, store::Step::packaging, store::Step::signOff);
    }
    void judge() { store->rulings().decide(ruling(proposalAt(20), store::RulingDecision::redact)); }
};

TEST_F(Finishing, OnlyWhatMustBeJudgedBlocksTheRestStandsAsProposed) {
    EXPECT_EQ(finishReview(office, reviewer(), request().id).code, "blocked");
    judge();
    EXPECT_TRUE(reviewOverview(office, reviewer(), request().id).blockers.empty());
    const auto decided = decidedOf(standing(), document.id);
    ASSERT_EQ(decided.size(), 3u);
    for (const auto& it : decided) EXPECT_EQ(it.decision, policy::Decision::redact);
    EXPECT_EQ(reviewOverview(office, reviewer(), request().id).counts.words, "1 van 3 beslist");
    ASSERT_TRUE(finishReview(office, reviewer(), request().id).done);
    EXPECT_EQ(store->audit().ofRequest(request().id, 1).front().details, "{\"decided\":1,\"as_proposed\":2}");
    const auto summary = signOffSummary(office, privacyOfficer(), request().id);
    EXPECT_EQ(summary.decided, 1u);
    EXPECT_EQ(summary.asProposed, 2u);
    EXPECT_EQ(summary.takenOverWords, "1 voorstel door een mens beslist, 2 overgenomen zoals voorgesteld");
}

// Procedure P13: the other parent objects; "he knows it already" weighs nothing.
TEST_F(Finishing, ThatTheRequesterKnowsItAlreadyIsNoReasonToShowIt) {
    for (const char* stock : {"Hij weet het al.", "Dit is reeds bekend bij vader"})
        EXPECT_EQ(decide(office, reviewer(), {proposalAt(20), 0, "release", {}, {}, {}, stock}).code, "reason-missing") << stock;
    EXPECT_EQ(decide(office, reviewer(), {proposalAt(20), 0, "release", {}, {}, {}, "vader schreef deze mail zelf, op 3 mei, en moeder stuurde haar door"}).code, "done");
}

TEST_F(Finishing, WhatIsProposedOtherwiseThanSomebodyDecidedIsLookedAtAgain) {
    decideEverything();
    store->proposals().replaceAll(request().id, {proposed(0, policy::Decision::release, ""), proposed(40, policy::Decision::redact, "safety")}, "2026-1");
    ASSERT_EQ(reviewOverview(office, reviewer(), request().id).blockers.size(), 1u);
    EXPECT_EQ(decidedOf(standing(), document.id).front().decision, policy::Decision::judge) << "nothing is built from it";
}

TEST_F(Finishing, ARefusalWithoutAReasonIsFollowedUpBeforeTheLetter) {
    judge();
    answered("lt", "refused");
    const auto blockers = reviewOverview(office, reviewer(), request().id).blockers;
    ASSERT_EQ(blockers.size(), 1u);
    EXPECT_NE(blockers.front().words.find("Lokaal team Proefstad weigert zonder reden"), std::string::npos);
    EXPECT_NE(blockers.front().words.find("behandelaar"), std::string::npos);
    answered("lt", "refused", "Er loopt een onderzoek.");
    EXPECT_TRUE(reviewOverview(office, reviewer(), request().id).blockers.empty());
    EXPECT_EQ(decisionLetters(office, standing(), {}).files.size(), 1u);
}

TEST_F(Finishing, ThePagePerPartnerCountsWhatGoesOut) {
    EXPECT_EQ(viewCase(office, reviewer(), request().id).decisions.front().withheld, 0u) << "something is open";
    judge();
    EXPECT_EQ(viewCase(office, reviewer(), request().id).decisions.front().withheld, 1u);
    built({{"documents", {{{"fragment", document.id}, {"partner", "vt"}, {"outcome", "partly"}, {"file", "stukken/001.pdf"}}}}}, {{"passed", true}}, true);
    const auto row = viewCase(office, reviewer(), request().id).decisions.front();
    EXPECT_EQ(row.fragments, 1u);
    EXPECT_EQ(row.partly, 1u);
    EXPECT_EQ(row.withheld, 0u);
}

TEST_F(Finishing, ARefusedPackageLeadsToTheDocumentItNames) {
    judge();
    built({{"documents", {{{"fragment", document.id}, {"partner", "vt"}, {"outcome", "partly"}, {"file", "stukken/001.pdf"}}}}},
          {{"passed", false}, {"hits", {{{"file", "stukken/001.pdf"}, {"where", "tekst, pagina 1"}}, {{"file", "inventarislijst.pdf"}, {"where", "tekst"}}}}}, false);
    const auto found = packageView(office, reviewer(), request().id).verification;
    ASSERT_EQ(found.hits.size(), 2u);
    EXPECT_EQ(found.hitFragments, (std::vector<std::string>{document.id, ""}));
}

TEST_F(Finishing, AParagraphOfOnesOwnVoidsTheSignature) {
    answered("vt", "nothing-held");
    signedPackage();
    store->requests().moveTo(request().id, store::Step::review, store::Step::packaging);
    store->requests().moveTo(request().id, store::Step::packaging, store::Step::signOff);
    const auto before = basisOf(office, standing());
    EXPECT_THROW(writeParagraph(office, reviewer(), request().id, "vt", "x"), Failure);
    ASSERT_TRUE(writeParagraph(office, privacyOfficer(), request().id, "vt", "Wij begrijpen uw teleurstelling.\n\nBel ons gerust.").done);
    EXPECT_FALSE(store->signOffs().standing(request().id));
    EXPECT_NE(basisOf(office, standing()), before);
    EXPECT_EQ(paragraphsOf(ownParagraph(office, request().id, "vt")).size(), 2u);
    EXPECT_EQ(store->requests().load(request().id).step, store::Step::packaging);
}

TEST_F(Finishing, ALetterHasAnAddressASalutationAndWhoSigns) {
    auto partner = store->partners().load("vt");
    partner.address = "Postbus 1, 1234 AB Proefstad", partner.contact = "avg@vt.example", partner.signer = "drs. M. Bestuur", partner.signerFunction = "bestuurder";
    const auto frame = frameOf(office, standing(), &partner);
    EXPECT_EQ(frame.senderLines.size(), 2u);
    EXPECT_EQ(frame.contactEmail, "avg@vt.example");
    EXPECT_EQ(frame.salutation, "heer of mevrouw Novák");
    EXPECT_EQ(frame.signer, "drs. M. Bestuur");
    EXPECT_TRUE(frame.addresseeLines.empty()) << "no address known: handed over in person";
    auto mothers = standing();
    mothers.request.requesterId = "moeder";
    EXPECT_EQ(frameOf(office, mothers, nullptr).addresseeLines, (std::vector<std::string>{"Adres bij ons bekend"}));
    EXPECT_EQ(frameOf(office, mothers, nullptr).salutation, "heer of mevrouw Van den Ørsted");
}

}  // namespace
}  // namespace service::casework
