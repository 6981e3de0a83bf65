// What casework refuses, so that nothing goes out on a decision that nobody took or that no longer holds.
#include <nlohmann/json.hpp>

#include "redaction/document/document.h"
#include "service/casework/access.h"
#include "service/casework/basis.h"
#include "service/casework/case_file.h"
#include "service/casework/package_letters.h"
#include "service/casework/proposing.h"
#include "service/casework/review.h"
#include "service/casework/signoff.h"
#include "service/casework/titles.h"
#include "tests/unit/casework/reviewed_office.h"

namespace service::casework {
namespace {

using namespace std::chrono_literals;
namespace policy = redaction::policy;

class Guards : public ReviewedOffice {
  protected:
    Decision decision(std::size_t start, const std::string& what) {
        Decision it;
        it.proposalId = proposalAt(start), it.decision = what, it.reason = "gelezen";
        return it;
    }
    // Reviewed, and a package that passed, built from what stands now.
    void packaged() {
        decideEverything();
        store->reviews().finish(request().id, els);
        store->requests().moveTo(request().id, store::Step::review, store::Step::packaging);
        store::NewRelease wanted;
        wanted.requestId = request().id, wanted.packageHash = "hash-1", wanted.packageBlob = store->blobs().write(request().id, "zip");
        wanted.contents = nlohmann::json{{"basis", basisNow()}}.dump(), wanted.verification = R"({"passed":true})", wanted.passed = true;
        store->releases().add(wanted);
        store->requests().moveTo(request().id, store::Step::packaging, store::Step::signOff);
    }
    std::string basisNow() { return basisOf(office, standingOf(office, store->requests().load(request().id))); }
    std::string whyNot() { return signOffSummary(office, privacyOfficer(), request().id).whyNot; }
    std::size_t entries(const std::string& action) {
        return std::size_t(numberOf("SELECT count(*) FROM audit_entry WHERE action = '" + action + "'"));
    }
};

TEST_F(Guards, ManyAtOnceIsForOneKnownPersonOrWhatIsCertain) {
    auto nobody = proposed(60, policy::Decision::redact, "third-party"), judged = proposed(80, policy::Decision::judge, "third-party");
    nobody.subject.reset(), judged.subject.reset();
    store->proposals().replaceAll(request().id, {nobody, judged, proposed(0, policy::Decision::redact, "third-party")}, "2026-1");
    EXPECT_EQ(decideMany(office, reviewer(), decision(60, "release"), Reach::likeThis).code, "one-by-one");
    EXPECT_EQ(decideMany(office, reviewer(), decision(80, "release"), Reach::likeThis).code, "one-by-one");
    EXPECT_EQ(decideMany(office, reviewer(), decision(80, "redact"), Reach::likeThis).code, "one-by-one");
    EXPECT_TRUE(decideMany(office, reviewer(), decision(60, "accept"), Reach::likeThis).done);
    EXPECT_TRUE(decideMany(office, reviewer(), decision(0, "release"), Reach::likeThis).done);
}

TEST_F(Guards, OneDecisionReachesAnUnknownPersonWhereverTheirFullNameStands) {
    const auto stranger = [&](std::size_t at, const std::string& who, policy::Decision as = policy::Decision::redact) {
        auto it = proposed(at, as, "third-party");
        it.subject.reset(), it.likeness = who;
        return it;
    };
    store->proposals().replaceAll(request().id, {stranger(0, "~truus:truus bos"), stranger(20, "~truus:truus bos"), stranger(40, "~joop:joop bos"), stranger(60, ""),
                                                 stranger(80, "~truus:truus bos", policy::Decision::judge)}, "2026-1");
    const auto all = decideMany(office, reviewer(), decision(0, "release"), Reach::likeThis);
    ASSERT_TRUE(all.done) << all.words;
    EXPECT_EQ(all.decided, 2u);
    EXPECT_TRUE(store->rulings().latest(proposalAt(20)));
    for (const std::size_t other : {40u, 60u, 80u}) EXPECT_FALSE(store->rulings().latest(proposalAt(other))) << other;
    EXPECT_EQ(decideMany(office, reviewer(), decision(80, "release"), Reach::likeThis).code, "one-by-one");
    EXPECT_EQ(undoBatch(office, reviewer(), request().id, all.batch).decided, 2u);
    // What a later reading no longer holds for one person is no longer decided as one.
    store->proposals().replaceAll(request().id, {stranger(0, ""), stranger(20, "~truus:truus bos")}, "2026-1");
    auto again = decision(0, "release");
    again.seenNumber = std::size_t(store->rulings().latest(again.proposalId)->number);
    EXPECT_EQ(decideMany(office, reviewer(), again, Reach::likeThis).code, "one-by-one");
}

TEST_F(Guards, OnlyGroundsThatExistWithholdAnything) {
    auto wanted = decision(20, "redact");
    wanted.ground = "geen \"grond\"";
    EXPECT_EQ(decide(office, reviewer(), wanted).code, "ground-missing");
    EXPECT_EQ(decideWhole(office, reviewer(), document.id, WholeFragment::withhold, "zomaar", "onleesbaar").code, "ground-missing");
    EXPECT_TRUE(decideWhole(office, reviewer(), document.id, WholeFragment::withhold, "third-party", "onleesbaar").done);
}

TEST_F(Guards, EveryPageLookedAtIsInTheTrail) {
    store->fragments().addPageImage({document.id, 0, store->blobs().write(request().id, "png"), 10, 10});
    pageImage(office, reviewer(), document.id, 0);
    EXPECT_EQ(entries("page.seen"), 1u);
    EXPECT_THROW(pageImage(office, {jan, Role::professional, "Jan"}, document.id, 0), Failure);
    EXPECT_EQ(entries("page.seen"), 1u);
}

TEST_F(Guards, EmergencyAccessIsNoWayToAssignOneself) {
    const Actor other{jan, Role::professional, "Jan"};
    EXPECT_EQ(openInEmergency(office, other, household().id, "haast").code, "reason-missing");
    EXPECT_EQ(mayOpen(office, other, household().id), Opening::notAssigned);
    ASSERT_TRUE(openInEmergency(office, other, household().id, "crisisdienst belt, collega is ziek").done);
    EXPECT_EQ(entries("emergency.opened"), 1u);
    EXPECT_THROW(assign(office, other, household().id, jan), Failure);
    clock.advance(5h);
    EXPECT_EQ(mayOpen(office, other, household().id), Opening::notAssigned);
}

TEST_F(Guards, NobodySignsAPackageOfAnEarlierDay) {
    packaged();
    EXPECT_EQ(whyNot(), "");
    clock.advance(24h);
    EXPECT_NE(whyNot().find("eerdere dag"), std::string::npos);
}

TEST_F(Guards, NobodySignsAPackageThatNoLongerRestsOnWhatStands) {
    packaged();
    store->fragments().setState(document.id, store::FragmentState::withheldWhole, "third-party: toch niet");
    EXPECT_NE(whyNot().find("is er iets veranderd"), std::string::npos);
}

TEST_F(Guards, TheBasisOfAPackageHoldsEveryDecision) {
    const auto before = basisNow();
    EXPECT_EQ(basisNow(), before);
    decide(office, reviewer(), decision(20, "redact"));
    EXPECT_NE(basisNow(), before);
}

TEST_F(Guards, ATitleIsShownOnlyWhereTheRulesWouldShowIt) {
    const auto titleOf = [&](const std::string& title) {
        raw("UPDATE fragment SET title = '" + title + "', kind = 'verslag' WHERE id = '" + document.id + "'");
        return titlesToShow(office, standingOf(office, store->requests().load(request().id)), {"Sleutelwoord"}).at(document.id);
    };
    EXPECT_EQ(titleOf("Gespreksverslag vader"), "Gespreksverslag vader");
    EXPECT_EQ(titleOf("Behandelplan moeder Zoë"), "verslag");
    EXPECT_EQ(titleOf("Gesprek over sleutelwoord"), "verslag");
}

TEST_F(Guards, APartnerThatDidNotAnswerSendsNoDecision) {
    store::Collection silent;
    silent.requestId = request().id, silent.partnerId = "lt", silent.state = store::CollectionState::done, silent.answer = "no-answer";
    for (const auto& [id, kind] : {std::pair{"vt", "veilig-thuis"}, {"lt", "lokaal-team"}}) {
        store::Partner partner;
        partner.id = id, partner.name = std::string("Partner ") + id, partner.kind = kind;
        store->partners().save(partner);
    }
    store->collections().save(silent);
    auto full = silent;
    full.partnerId = "vt", full.answer = "delivered-in-full";
    store->collections().save(full);
    const PackagedDocument released{document.id, "vt", 1, "released", 0, {}, "stukken/001.pdf", 1};
    const auto standing = standingOf(office, store->requests().load(request().id));
    const auto letters = decisionLetters(office, standing, {released});
    ASSERT_EQ(letters.files.size(), 1u);
    EXPECT_EQ(letters.files[0].title, "Beslissing van Partner vt");
    EXPECT_NE(letters.ownWords.find("5.3.2"), std::string::npos) << "asked for a child: the partner's act is cited";
    EXPECT_GT(completenessLetter(office, standing).pages, 0u);
}

TEST_F(Guards, AgeIsTakenOnTheDayTheProposalsAreMadeAnew) {
    redaction::document::Document text;
    text.text = U"Pim speelt graag met water en slaapt goed.";
    store->fragments().setRead(document.id, store->blobs().write(request().id, redaction::document::toJson(text)), "flow", 0, "");
    const auto passage = [&] {
        for (const auto& it : store->proposals().ofFragment(document.id))
            if (it.scope == policy::Scope::passage) return it.decision;
        return policy::Decision::judge;
    };
    proposeAsOfToday(office, request().id);
    EXPECT_EQ(passage(), policy::Decision::release);
    store->requests().moveTo(request().id, store::Step::review, store::Step::packaging);
    clock.advance(24h * 366 * 8);
    proposeAsOfToday(office, request().id);
    EXPECT_EQ(passage(), policy::Decision::redact);
    EXPECT_EQ(store->requests().load(request().id).step, store::Step::review);
}

}  // namespace
}  // namespace service::casework
