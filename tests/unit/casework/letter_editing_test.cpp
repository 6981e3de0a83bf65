// Letters changed before signing: what stood there stays to be read, a signature falls, and what no longer fits stops the next.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "service/casework/archive.h"
#include "service/casework/basis.h"
#include "service/casework/handing_over.h"
#include "service/casework/letter_editing.h"
#include "service/casework/notices.h"
#include "service/casework/partner_letters.h"
#include "service/casework/signoff.h"
#include "service/casework/standing.h"
#include "service/casework/worklist.h"
#include "tests/unit/casework/reviewed_office.h"

namespace service::casework {
namespace {

using Json = nlohmann::json;

class LetterEditing : public ReviewedOffice {
  protected:
    LetterEditing() { signer = {account("petra", Role::privacyOfficer).id, Role::privacyOfficer, "Petra"}; }

    void packaged(const std::string& opening = "U vroeg om inzage.") {
        if (store->requests().load(request().id).step == store::Step::review) {
            decideEverything();
            store->reviews().finish(request().id, els);
            store->requests().moveTo(request().id, store::Step::review, store::Step::packaging);
        }
        store::NewRelease wanted;
        wanted.requestId = request().id, wanted.packageHash = sha256Hex("zip"), wanted.packageBlob = store->blobs().write(request().id, "zip"), wanted.passed = true;
        const auto blocks = Json::parse(blocksJson({{"vt", "decision", "", {{"opening", opening}, {"contact", "Bel ons gerust."}}}}));
        wanted.contents = Json{{"basis", basisOf(office, standingOf(office, store->requests().load(request().id)))}, {"letters", blocks}}.dump();
        wanted.verification = Json{{"passed", true}}.dump();
        store->releases().add(wanted);
        store->requests().moveTo(request().id, store::Step::packaging, store::Step::signOff);
    }
    Outcome edit(const Actor& who, const std::string& text, const std::string& block = "opening") { return editBlock(office, who, request().id, "vt", "decision", block, text); }
    EditableBlock opening() { return editableLetters(office, signer, request().id).at(0).blocks.at(0); }
    Actor signer;
};

TEST_F(LetterEditing, KeepsWhatStoodThereAndVoidsAStandingSignature) {
    packaged();
    ASSERT_TRUE(sign(office, signer, request().id, store::goodPassword, sha256Hex("zip")).done);
    ASSERT_TRUE(edit(reviewer(), "Wij spraken elkaar.\r\n\r\nHier is het.\r\n").done);
    EXPECT_FALSE(store->signOffs().standing(request().id));
    EXPECT_EQ(store->requests().load(request().id).step, store::Step::packaging);
    EXPECT_EQ(editsOf(office, request().id, "vt", "decision"), (letters::Edits{{"opening", "Wij spraken elkaar.\n\nHier is het."}}));
    packaged();
    const auto block = opening();
    EXPECT_TRUE(block.changed);
    EXPECT_EQ(block.before, "U vroeg om inzage.");
    EXPECT_EQ(block.now, "Wij spraken elkaar.\n\nHier is het.");
    EXPECT_EQ(block.byName, "Collega els");
    EXPECT_TRUE(signOffSummary(office, signer, request().id).maySign) << signOffSummary(office, signer, request().id).whyNot;
    EXPECT_THROW(raw("UPDATE letter_edit SET after = 'anders'"), std::runtime_error);
    EXPECT_THROW(raw("DELETE FROM letter_edit"), std::runtime_error);
}

TEST_F(LetterEditing, IsPutBackAndLeavesItsHistory) {
    packaged();
    ASSERT_TRUE(edit(reviewer(), "Anders.").done);
    packaged();
    ASSERT_TRUE(edit(signer, "").done);
    EXPECT_TRUE(editsOf(office, request().id, "vt", "decision").empty());
    packaged();
    EXPECT_FALSE(opening().changed);
    EXPECT_EQ(store->letters().editHistory(request().id).size(), 2u);
}

TEST_F(LetterEditing, ChangesNothingThatIsFixedOrTooLongOrOutOfTime) {
    packaged();
    EXPECT_THROW(edit(reviewer(), "Weg ermee.", "routes"), Failure);
    EXPECT_EQ(edit(reviewer(), std::string(4001, 'a')).code, "too-long");
    EXPECT_TRUE(edit(reviewer(), "U vroeg om inzage.").done) << "the same words: nothing happens";
    EXPECT_EQ(store->requests().load(request().id).step, store::Step::signOff);
    const Actor desk{someone("desk", Role::frontDesk), Role::frontDesk, "Balie"};
    EXPECT_THROW(edit(desk, "Anders."), Failure);
    ASSERT_TRUE(edit(reviewer(), "Anders.").done);
    EXPECT_THROW(edit(reviewer(), "Nog anders."), Failure) << "the package is being made";
}

TEST_F(LetterEditing, NobodySignsWordsThatRestOnWhatIsNoLongerSo) {
    packaged();
    ASSERT_TRUE(edit(reviewer(), "U vroeg alleen om inzage.").done);
    packaged("U vroeg om inzage en wij vonden niets.");
    EXPECT_TRUE(opening().outdated);
    EXPECT_NE(signOffSummary(office, signer, request().id).whyNot.find("past niet meer"), std::string::npos);
    ASSERT_TRUE(edit(reviewer(), "U vroeg alleen om inzage.").done) << "read again and kept";
    packaged("U vroeg om inzage en wij vonden niets.");
    EXPECT_FALSE(opening().outdated);
    EXPECT_TRUE(signOffSummary(office, signer, request().id).maySign);
}

TEST_F(LetterEditing, LettersToPartnersAreKeptAsTheyWereMadeWithTheirDay) {
    store::Collection asked;
    asked.requestId = request().id, asked.partnerId = "vt", asked.state = store::CollectionState::needsSomeone;
    store->collections().save(asked);
    EXPECT_EQ(makePartnerLetter(office, reviewer(), request().id, "vt", "partner-chaser").code, "not-asked");
    ASSERT_TRUE(makePartnerLetter(office, reviewer(), request().id, "vt", "partner-request").done);
    asked.askedAt = clock.now();
    store->collections().save(asked);
    ASSERT_TRUE(makePartnerLetter(office, reviewer(), request().id, "vt", "partner-chaser").done);
    const auto letters = partnerLetters(office, reviewer(), request().id);
    ASSERT_EQ(letters.size(), 2u);
    EXPECT_EQ(letters[1].kind, "partner-chaser");
    EXPECT_EQ(letters[1].dueDay, "2026-03-09") << "five working days after Monday 2 March";
    EXPECT_TRUE(partnerLetter(office, reviewer(), request().id, letters[0].id)->bytes.starts_with("%PDF"));
    asked.state = store::CollectionState::done, asked.answer = "nothing-held";
    store->collections().save(asked);
    EXPECT_EQ(makePartnerLetter(office, reviewer(), request().id, "vt", "partner-chaser").code, "answered");
    EXPECT_THROW(makePartnerLetter(office, reviewer(), request().id, "vt", "iets-anders"), Failure);
}

TEST_F(LetterEditing, SeveralCasesGoToAColleagueAtOnceWithAReasonAndAMessage) {
    const auto to = jan;
    EXPECT_EQ(handOver(office, reviewer(), {}, to, Handing::beside, "vakantie").code, "nothing-chosen");
    EXPECT_EQ(handOver(office, reviewer(), {request().id}, "niemand", Handing::beside, "vakantie").code, "nobody-chosen");
    EXPECT_EQ(handOver(office, reviewer(), {request().id}, to, Handing::beside, "").code, "reason-missing");
    ASSERT_TRUE(handOver(office, reviewer(), {request().id}, to, Handing::beside, "vakantie").done);
    EXPECT_EQ(store->assignments().ofHousehold(household().id).size(), 2u);
    const Actor receiver{to, Role::professional, "Jan"};
    const auto told = noticesFor(office, receiver);
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].words, "Collega els gaf u dit verzoek: vakantie");
    ASSERT_TRUE(handOver(office, reviewer(), {request().id}, to, Handing::instead, "andere taken").done);
    const auto left = store->assignments().ofHousehold(household().id);
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].accountId, to);
    EXPECT_THROW(handOver(office, reviewer(), {request().id}, els, Handing::beside, "terug"), Failure) << "given away is given away";
    store->assignments().recordConflict(household().id, els, "buren", officer);
    EXPECT_EQ(handOver(office, receiver, {request().id}, els, Handing::beside, "terug").code, "conflict-of-interest");
}

TEST_F(LetterEditing, RequestsThatNobodyOpenedAreFound) {
    const auto unopened = [&] { return worklist(office, privacyOfficer(), {WorkFilter::team, WorkFilter::unopened, ""}); };
    ASSERT_EQ(unopened().rows.size(), 1u);
    EXPECT_EQ(unopened().counts.unopened, 1u);
    viewCase(office, reviewer(), request().id);
    EXPECT_TRUE(unopened().rows.empty());
}

TEST_F(LetterEditing, TheWorklistIsNarrowedByRightPartnerStepAndPerson) {
    const auto with = [&](WorkFilter filter) {
        filter.whose = WorkFilter::team;
        return worklist(office, privacyOfficer(), filter).rows.size();
    };
    WorkFilter filter;
    EXPECT_EQ(with(filter), 1u);
    filter.right = "access", filter.partnerId = "vt", filter.step = "review", filter.assigned = els;
    EXPECT_EQ(with(filter), 1u);
    for (auto narrowed : {&WorkFilter::right, &WorkFilter::partnerId, &WorkFilter::step, &WorkFilter::assigned}) {
        auto other = filter;
        other.*narrowed = "iets-anders";
        EXPECT_EQ(with(other), 0u);
    }
    filter = {};
    filter.assigned = "nobody";
    EXPECT_EQ(with(filter), 0u);
    store->assignments().unassign(household().id, els);
    EXPECT_EQ(with(filter), 1u);
}

}  // namespace
}  // namespace service::casework
