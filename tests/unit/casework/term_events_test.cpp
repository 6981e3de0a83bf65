// What stops or lengthens a term, the letters that go with it, and that undoing gives back the earlier day exactly.
#include "service/casework/term_events.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>

#include "service/casework/clocks.h"
#include "service/casework/figures.h"
#include "service/casework/law_of_request.h"
#include "service/casework/notices.h"
#include "service/casework/term_table.h"
#include "tests/unit/casework/reviewed_office.h"

namespace service::casework {
namespace {

using namespace std::chrono_literals;

class TermEvents : public ReviewedOffice {
  protected:
    TermEvents() {
        raw("UPDATE privacy_request SET identity_method = 'not-yet', received_on = '2026-03-02'");
        clock.moveTo(momentFromIso("2026-03-12T09:00:00Z"));
    }
    std::string due() { return clockOf(office, store->requests().load(request().id)).due; }
    SuspensionForm asked(const std::string& from = "2026-03-05") {
        SuspensionForm form;
        form.ground = "identity", form.from = from, form.reason = "niemand kent deze persoon", form.how = Told::otherwise;
        return form;
    }
    FormOutcome suspend(const SuspensionForm& form) { return suspendClock(office, reviewer(), request().id, form); }
    FormOutcome extend(const std::string& told, Told how = Told::otherwise) { return extendClock(office, reviewer(), request().id, {told, "veel stukken bij vier organisaties", how}); }
    FormOutcome identity(const std::string& method, const std::string& on) { return recordIdentity(office, reviewer(), request().id, {method, on, ""}); }
    // The rules of the region with a change of its own, in a folder of its own.
    void useOwnRules(const std::function<void(nlohmann::json&)>& change) {
        auto json = nlohmann::json::parse(readTermTable(office.templates));
        change(json);
        office.templates = folder / "templates";
        std::filesystem::create_directories(office.templates / "rules");
        std::ofstream(termTableFile(office.templates)) << json.dump();
    }
    std::string firstSuspension() { return store->requests().suspensions(request().id).at(0).id; }
};

TEST_F(TermEvents, TheAnswersArrivalEndsTheSuspensionByItself) {
    ASSERT_TRUE(suspend(asked()).done);
    EXPECT_TRUE(clockOf(office, store->requests().load(request().id)).suspended);
    clock.moveTo(momentFromIso("2026-03-24T09:00:00Z"));
    EXPECT_EQ(identity("passport", "2026-03-04").field, "on");
    EXPECT_EQ(identity("passport", "").field, "on");
    EXPECT_EQ(identity("iets", "2026-03-19").code, "identity-unknown");
    const auto outcome = identity("passport", "2026-03-19");
    ASSERT_TRUE(outcome.done) << outcome.words;
    EXPECT_EQ(due(), "2026-04-16");
    EXPECT_FALSE(clockOf(office, store->requests().load(request().id)).suspended);
    EXPECT_EQ(store->requests().load(request().id).identityMethod, "passport");
    EXPECT_EQ(suspend(asked("2026-03-20")).code, "identity-known");
    ASSERT_TRUE(identity("not-yet", "").done);  // in doubt again
    EXPECT_TRUE(suspend(asked("2026-03-20")).code == "delay-unexplained");
}

TEST_F(TermEvents, AClarificationIsForAccessToManyDocumentsAndEndsWithWhatWasAnswered) {
    auto form = asked();
    form.ground = "clarification";
    EXPECT_EQ(suspend(form).field, "documents");
    form.documents = "400";
    ASSERT_TRUE(suspend(form).done);
    EXPECT_EQ(answerArrived(office, reviewer(), request().id, firstSuspension(), "2026-03-12", "").code, "answer-missing");
    EXPECT_EQ(answerArrived(office, reviewer(), request().id, firstSuspension(), "2026-03-13", "alleen 2024").field, "day");
    ASSERT_TRUE(answerArrived(office, reviewer(), request().id, firstSuspension(), "2026-03-10", "alleen 2024").done);
    EXPECT_EQ(due(), "2026-04-07");
    EXPECT_EQ(answerArrived(office, reviewer(), request().id, firstSuspension(), "2026-03-11", "nog eens").code, "not-suspended");
    raw("UPDATE privacy_request SET right_asked = 'erasure'");
    EXPECT_EQ(suspend(form).code, "right-wrong");
}

// Several times, overlapping, entered afterwards, before and after an extension: undoing one by one walks back the same days.
TEST_F(TermEvents, UndoingGivesBackTheEarlierDayExactly) {
    EXPECT_EQ(due(), "2026-04-02");
    auto late = asked("2026-03-03");
    late.until = "2026-03-06";
    ASSERT_TRUE(suspend(late).done);
    EXPECT_EQ(due(), "2026-04-07");
    late.from = "2026-03-05", late.until = "2026-03-09";
    ASSERT_TRUE(suspend(late).done);
    EXPECT_EQ(due(), "2026-04-08");
    ASSERT_TRUE(extend("2026-03-11").done);
    EXPECT_EQ(due(), "2026-06-08");
    EXPECT_EQ(extend("2026-03-11").code, "extended-already");
    EXPECT_EQ(undoExtension(office, reviewer(), request().id, "").code, "reason-missing");
    ASSERT_TRUE(undoExtension(office, reviewer(), request().id, "verkeerde zaak").done);
    EXPECT_EQ(due(), "2026-04-08");
    const auto all = store->requests().suspensions(request().id);
    ASSERT_TRUE(undoSuspension(office, reviewer(), request().id, all[1].id, "verkeerde zaak").done);
    EXPECT_EQ(due(), "2026-04-07");
    ASSERT_TRUE(undoSuspension(office, reviewer(), request().id, all[0].id, "verkeerde zaak").done);
    EXPECT_EQ(due(), "2026-04-02");
    EXPECT_THROW(undoSuspension(office, reviewer(), request().id, all[0].id, "nog eens"), Failure);
    ASSERT_TRUE(extend("2026-03-12").done);  // undone: it can be extended once again
    EXPECT_EQ(viewTerms(office, reviewer(), request().id).events.size(), 4u);
}

TEST_F(TermEvents, AnExtensionIsToldWithinTheFirstMonthAsSuspensionsLengthenedIt) {
    clock.moveTo(momentFromIso("2026-05-30T09:00:00Z"));
    EXPECT_EQ(extend("2026-04-03").code, "too-late");
    auto late = asked();
    late.until = "2026-03-19";
    ASSERT_TRUE(suspend(late).done);
    EXPECT_EQ(extend("2026-04-17").code, "too-late");
    EXPECT_TRUE(extend("2026-04-16").done);
    EXPECT_EQ(due(), "2026-06-16");
}

TEST_F(TermEvents, TheLetterIsKeptAsItWentOutAndNamesTheNewDay) {
    auto form = asked("2026-03-11");
    form.how = Told::byLetter;
    EXPECT_EQ(suspend(form).code, "letter-of-today");
    form.from = "2026-03-12";
    EXPECT_EQ(suspend(form).field, "question");
    form.question = "Kunt u langskomen en iets laten zien?";
    ASSERT_TRUE(suspend(form).done);
    const auto letter = suspensionLetter(office, reviewer(), request().id, firstSuspension());
    ASSERT_TRUE(letter);
    EXPECT_EQ(letter->bytes.substr(0, 5), "%PDF-");
    EXPECT_FALSE(extensionLetter(office, reviewer(), request().id));
    ASSERT_TRUE(extend("2026-03-12", Told::byLetter).done);
    const auto path = folder / "brief.pdf";
    std::ofstream(path, std::ios::binary) << extensionLetter(office, reviewer(), request().id)->bytes;
    ASSERT_EQ(std::system(("pdftotext " + path.string() + " " + path.string() + ".txt").c_str()), 0);
    std::ifstream in(path.string() + ".txt");
    std::string words{std::istreambuf_iterator<char>(in), {}};
    EXPECT_NE(words.find("2 juni 2026"), std::string::npos) << words;
    EXPECT_NE(words.find("veel stukken bij vier organisaties"), std::string::npos);
    clock.advance(24h * 30);
    store->blobs().sweep();
    EXPECT_TRUE(suspensionLetter(office, reviewer(), request().id, firstSuspension()));
}

TEST_F(TermEvents, EveryClockOfTheCaseOpensToItsSteps) {
    store::Partner partner = store->partners().load("vt");
    partner.ownTermDays = 14;
    store->partners().save(partner);
    const auto view = viewTerms(office, reviewer(), request().id);
    std::map<std::string, std::string> ends;
    for (const auto& group : view.groups)
        for (const auto& clock : group.clocks) {
            EXPECT_FALSE(clock.steps.empty()) << clock.id;
            EXPECT_FALSE(clock.source.empty()) << clock.id;
            ends[clock.id] = clock.end;
        }
    EXPECT_EQ(ends["decide"], "2026-04-02");
    EXPECT_EQ(ends["partner-own"], "2026-03-16");
    EXPECT_EQ(view.milestones.size(), 5u);
}

TEST_F(TermEvents, ALateDecisionNeedsItsReasonAndShowsWhatFollows) {
    EXPECT_EQ(explainLateness(office, reviewer(), request().id, "te druk").code, "not-late");
    EXPECT_EQ(recordDefaultNotice(office, reviewer(), request().id, "vt", "2026-03-12").code, "not-public");
    auto partner = store->partners().load("vt");
    partner.publicBody = true;
    store->partners().save(partner);
    EXPECT_EQ(recordDefaultNotice(office, reviewer(), request().id, "vt", "2026-03-12").code, "too-early");
    clock.moveTo(momentFromIso("2026-05-01T09:00:00Z"));
    const auto stored = store->requests().load(request().id);
    EXPECT_FALSE(lacksReasonForLateness(office, stored).empty());
    ASSERT_TRUE(recordDefaultNotice(office, reviewer(), request().id, "vt", "2026-04-08").done);
    const auto late = lateView(office, stored, {});
    ASSERT_EQ(late.consequences.size(), 4u);  // the other partner is no public body: the court instead
    EXPECT_NE(late.consequences[0].words.find("€ 1442"), std::string::npos);
    EXPECT_NE(late.consequences[1].words.find("€ 207"), std::string::npos) << late.consequences[1].words;  // nine days at € 23, from 23 April
    EXPECT_EQ(explainLateness(office, reviewer(), request().id, "").code, "reason-missing");
    ASSERT_TRUE(explainLateness(office, reviewer(), request().id, "de partner leverde te laat").done);
    EXPECT_TRUE(lacksReasonForLateness(office, stored).empty());
    EXPECT_EQ(explainLateness(office, reviewer(), request().id, "iets anders").code, "explained-already");
}

// Known at the counter on the day itself: nothing that is written afterwards makes it a doubt.
TEST_F(TermEvents, AnIdentityThatWasKnownSuspendsNothingAfterwards) {
    ASSERT_TRUE(identity("passport", "2026-03-02").done);
    clock.moveTo(momentFromIso("2026-03-24T09:00:00Z"));
    auto late = asked();
    late.until = "2026-03-19";
    EXPECT_EQ(suspend(late).code, "identity-known");
    EXPECT_EQ(due(), "2026-04-02");
    ASSERT_TRUE(identity("passport", "2026-03-10").done);
    ASSERT_TRUE(suspend(late).done);
    EXPECT_EQ(store->requests().suspensions(request().id).at(0).until, requests::parseIso("2026-03-10"));
    EXPECT_EQ(due(), "2026-04-07") << "five days, not fourteen";
}

TEST_F(TermEvents, AFewDocumentsAreNoLargeQuantity) {
    auto form = asked();
    form.ground = "clarification", form.documents = "1";
    const auto refused = suspend(form);
    EXPECT_EQ(refused.field, "documents");
    EXPECT_NE(refused.words.find("zonder de termijn stil te zetten"), std::string::npos) << refused.words;
}

TEST_F(TermEvents, AGroundWithoutALetterOfItsOwnBorrowsNoOther) {
    useOwnRules([](auto& json) {
        auto ground = json["editions"][0]["suspension"]["grounds"][0];
        ground["id"] = "power-of-attorney", ground["words"] = "twijfel over de machtiging";
        json["editions"][0]["suspension"]["grounds"].push_back(ground);
    });
    auto form = asked("2026-03-12");
    form.ground = "power-of-attorney", form.how = Told::byLetter, form.question = "Kunt u de machtiging laten zien?";
    const auto refused = suspend(form);
    EXPECT_EQ(refused.code, "letter-missing");
    EXPECT_TRUE(store->requests().suspensions(request().id).empty());
    form.how = Told::otherwise;
    EXPECT_TRUE(suspend(form).done);
}

// Basis: Awb art. 6:12: a promise of its own is no term of the law, and nobody can give notice of default of it.
TEST_F(TermEvents, AnOwnPromiseThatIsOverIsNoLateDecision) {
    store::Partner partner = store->partners().load("vt");
    partner.ownTermDays = 14, partner.publicBody = true;
    store->partners().save(partner);
    raw("UPDATE privacy_request SET addressed_to = 'vt'");
    clock.moveTo(momentFromIso("2026-03-20T09:00:00Z"));
    const auto stored = store->requests().load(request().id);
    const auto view = lateView(office, stored, {});
    EXPECT_FALSE(view.late);
    EXPECT_TRUE(view.consequences.empty()) << view.consequences.front().words;
    EXPECT_NE(view.ownTerm.find("tot en met 16 maart 2026"), std::string::npos) << view.ownTerm;
    EXPECT_NE(view.ownTerm.find("tot en met 2 april 2026"), std::string::npos);
    EXPECT_TRUE(lacksReasonForLateness(office, stored).empty());
    const auto shown = clockOf(office, stored);
    EXPECT_FALSE(shown.late);
    EXPECT_EQ(shown.leftWords, "eigen belofte voorbij");
    EXPECT_EQ(countedCase(office, stored).due, requests::parseIso("2026-04-02"));
    clock.moveTo(momentFromIso("2026-04-03T09:00:00Z"));
    const auto late = lateView(office, stored, {});
    EXPECT_TRUE(late.late);
    EXPECT_TRUE(late.ownTerm.empty());
    EXPECT_FALSE(late.consequences.empty());
}

}  // namespace
}  // namespace service::casework
