// Two answers side by side: what each sees by decision or proposal, and what the two together tell.
#include "redaction/document/document.h"
#include "service/casework/comparing.h"

#include "service/casework/case_file.h"
#include "service/casework/review.h"
#include "service/casework/signoff.h"
#include "tests/unit/casework/office_with_text.h"

namespace service::casework {
namespace {

class Compared : public OfficeWithText {
  protected:
    Comparison with(const std::string& other) { return compare(office, privacyOfficer(), household().id, request().id, other); }
    static const ComparedPassage& passageIn(const Comparison& comparison, const std::string& part) {
        for (const auto& document : comparison.documents)
            for (const auto& it : document.passages)
                if (it.text.find(part) != std::string::npos) return it;
        throw std::runtime_error("no passage with " + part);
    }
    static std::string wordsOf(const Comparison& comparison, const std::string& kind) {
        for (const auto& it : comparison.warnings)
            if (it.kind == kind) return it.words;
        return {};
    }
    // The passage and all within it.
    void release(const std::string& requestId, const std::string& part) {
        const auto whole = passage(part, requestId);
        for (const auto& it : store->proposals().ofFragment(whole.fragmentId)) {
            if (it.start < whole.start || it.end > whole.end || store->rulings().latest(it.id)) continue;
            Decision decision;
            decision.proposalId = it.id, decision.decision = "release", decision.reason = "gewogen";
            const auto outcome = decide(office, reviewer(), decision);
            EXPECT_TRUE(outcome.done) << outcome.words;
        }
    }
    void hide(const std::string& fragmentId, const std::string& word) {
        Addition mark;
        mark.fragmentId = fragmentId, mark.start = placeOf(word), mark.end = mark.start + redaction::document::toCodePoints(word).size(), mark.ground = "third-party";
        ASSERT_TRUE(addMark(office, reviewer(), mark).done);
    }
};

TEST_F(Compared, EachSideSeesByItsOwnRequest) {
    const auto mothers = another(household(), "moeder");
    const auto comparison = with(mothers.id);
    ASSERT_EQ(comparison.documents.size(), 1u);
    EXPECT_EQ(comparison.documents[0].passages.size(), 4u);
    EXPECT_EQ(passageIn(comparison, "schulden").one, Shown::none);
    EXPECT_EQ(passageIn(comparison, "schulden").other, Shown::all);
    EXPECT_EQ(passageIn(comparison, "belde").one, Shown::all);
    EXPECT_EQ(passageIn(comparison, "belde").other, Shown::none);
    EXPECT_EQ(comparison.counts.onlyOne, 1u);
    EXPECT_EQ(comparison.counts.onlyOther, 3u);
    EXPECT_EQ(comparison.counts.both + comparison.counts.neither + comparison.counts.open, 0u);
}

TEST_F(Compared, ADecisionWinsOverTheProposal) {
    const auto mothers = another(household(), "moeder");
    release(request().id, "schulden");
    EXPECT_EQ(passageIn(with(mothers.id), "schulden").one, Shown::all);
    EXPECT_EQ(with(mothers.id).counts.both, 1u);
}

TEST_F(Compared, WhatIsHiddenForSafetyFromOneAndShownToTheOtherIsToldFirst) {
    const auto mothers = another(household(), "moeder");
    EXPECT_TRUE(passageIn(with(mothers.id), "Schuilpad").tells);
    EXPECT_FALSE(passageIn(with(mothers.id), "schulden").tells) << "another's privacy is no secret place";
    EXPECT_NE(wordsOf(with(mothers.id), "safety").find("In 1 passage ziet Zoë van den Ørsted wat voor Čedo Novák verborgen is"), std::string::npos);
    EXPECT_NE(wordsOf(with(mothers.id), "safety").find("afscherming van Zoë van den Ørsted zelf"), std::string::npos);
}

TEST_F(Compared, TwoPartsThatMakeAWholeAreTold) {
    const auto mothers = another(household(), "moeder");
    const auto theirs = store->fragments().ofRequest(mothers.id).front();
    release(mothers.id, "belde");
    EXPECT_EQ(wordsOf(with(mothers.id), "completes"), "");
    hide(document.id, "belde");
    hide(theirs.id, "vandaag");
    const auto comparison = with(mothers.id);
    EXPECT_EQ(passageIn(comparison, "Čedo").one, Shown::part);
    EXPECT_TRUE(passageIn(comparison, "Čedo").completes);
    EXPECT_NE(wordsOf(comparison, "completes").find("In 1 passage ziet ieder een ander deel"), std::string::npos);
}

TEST_F(Compared, AnEarlierAnswerToTheSamePersonShowsWhatChanged) {
    const auto later = another(household(), "vader");
    EXPECT_EQ(with(later.id).warnings.size(), 0u);
    hide(store->fragments().ofRequest(later.id).front().id, "belde");
    raw("UPDATE privacy_request SET step = 'released' WHERE id = '" + request().id + "'");
    EXPECT_NE(wordsOf(with(later.id), "withheld-now").find("kreeg Čedo Novák eerder te zien wat nu wordt achtergehouden"), std::string::npos);
    EXPECT_EQ(wordsOf(with(later.id), "shown-now"), "");
    const auto others = signOffSummary(office, privacyOfficer(), later.id).others;
    ASSERT_EQ(others.size(), 1u);
    EXPECT_EQ(others[0].side.released, "released");
    EXPECT_EQ(others[0].warnings.size(), 1u);
    EXPECT_TRUE(signOffSummary(office, privacyOfficer(), request().id).others.empty()) << "the later one is not signed";
}

TEST_F(Compared, WhatAnotherWouldSeeIsMadeAndNotStored) {
    const auto requests = store->requests().all().size();
    const auto proposals = numberOf("SELECT count(*) FROM proposal");
    const auto comparison = with("wie:moeder");
    EXPECT_EQ(comparison.other.personName, "Zoë van den Ørsted");
    EXPECT_EQ(passageIn(comparison, "schulden").other, Shown::all);
    EXPECT_EQ(passageIn(comparison, "belde").other, Shown::none);
    EXPECT_EQ(store->requests().all().size(), requests);
    EXPECT_EQ(numberOf("SELECT count(*) FROM proposal"), proposals);
    const auto trail = store->audit().latest(100);
    EXPECT_EQ(std::count_if(trail.begin(), trail.end(), [](const auto& it) { return it.action == "request.imagined" && it.onPerson == "moeder"; }), 1);
}

TEST_F(Compared, IsForWhoMayOpenTheHousehold) {
    const auto elsewhere = store->households().importCase(family(), "x");
    const auto theirs = another(elsewhere, "vader");
    EXPECT_THROW(with(theirs.id), Failure) << "of another household";
    EXPECT_THROW(with("wie:buurman"), Failure);
    EXPECT_THROW(compare(office, {jan, Role::professional, "Jan"}, household().id, request().id, "wie:moeder"), Failure);
    EXPECT_THROW(compare(office, {els, Role::frontDesk, "Els"}, household().id, request().id, "wie:moeder"), Failure);
    EXPECT_EQ(comparisonChoices(office, reviewer(), household().id).requests.size(), 1u);
}

}  // namespace
}  // namespace service::casework
