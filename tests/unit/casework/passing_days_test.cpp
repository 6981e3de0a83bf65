// A day passes while a request runs: proposals are made anew, who decided is told, a signature falls, and a requester who may
// no longer ask for someone stops the release until a person decides.
#include "service/casework/passing_days.h"

#include "service/casework/household_editing.h"
#include "service/casework/job_runner.h"
#include "service/casework/notices.h"
#include "service/casework/queue.h"
#include "service/casework/release.h"
#include "service/casework/signoff.h"
#include "tests/unit/casework/office_with_text.h"

namespace service::casework {
namespace {

// The child of 8 of the fixture gets another birth date; the request was logged on 2 March 2026.
class PassingDays : public OfficeWithText {
  protected:
    void born(const std::string& day) {
        for (const auto& fact : store->households().facts(household().id))
            if (fact.kind == store::FactKind::person && fact.body.find("\"kind1\"") != std::string::npos) {
                auto body = fact.body;
                body.replace(body.find("2017-11-30"), 10, day);
                store->households().changeFact(fact.id, store->households().loadHousehold(household().id).version, body, els);
            }
        for (const auto& fact : store->households().facts(household().id))
            if (fact.kind == store::FactKind::authority) authority_ = fact.id;
        raw("UPDATE privacy_request SET capacity = 'parent'");
        takeUpDays(office);
        proposed();
    }
    void dayComes(const std::string& day) { clock.moveTo(momentFromIso(day + "T04:00:00Z")); }
    store::Request now() { return store->requests().load(request().id); }
    std::vector<std::string> told(const Actor& actor) {
        std::vector<std::string> words;
        for (const auto& it : noticesFor(office, actor)) words.push_back(it.kind + ": " + it.words);
        return words;
    }
    static bool holds(const std::vector<std::string>& all, const std::string& part) {
        return std::any_of(all.begin(), all.end(), [&](const auto& it) { return it.find(part) != std::string::npos; });
    }
    std::string openStop() {
        for (const auto& it : store->turns().stops(request().id))
            if (!it.settledAt) return it.id;
        return {};
    }
    std::string authority_;
};

TEST_F(PassingDays, TurningSixteenStopsTheParentsRequestUntilSomeoneDecidesHowItGoesOn) {
    born("2010-03-10");
    dayComes("2026-03-09");
    EXPECT_EQ(takeUpDays(office), 0u);
    EXPECT_EQ(whyStopped(office, now()), "");
    dayComes("2026-03-10");
    EXPECT_EQ(takeUpDays(office), 1u);
    EXPECT_EQ(takeUpDays(office), 0u) << "once";
    EXPECT_NE(whyStopped(office, now()).find("16 geworden"), std::string::npos);
    EXPECT_NE(whyStopped(office, now()).find("laat het kind zelf vragen"), std::string::npos);
    EXPECT_TRUE(holds(told(reviewer()), "day-passed: Een kind werd 16 jaar op 10 maart 2026"));
    EXPECT_TRUE(holds(told(reviewer()), "request-stopped"));
    EXPECT_TRUE(store->jobs().findOpen(job::propose, request().id));
    EXPECT_EQ(goOnWithOwnData(office, reviewer(), request().id, openStop(), "").code, "reason-missing");
    ASSERT_TRUE(goOnWithOwnData(office, reviewer(), request().id, openStop(), "Pim wil het niet").done);
    EXPECT_EQ(whyStopped(office, now()), "");
    EXPECT_THROW(raw("UPDATE capacity_stop SET settled_how = 'may-again'"), std::runtime_error);
    EXPECT_THROW(raw("DELETE FROM capacity_stop"), std::runtime_error);
}

TEST_F(PassingDays, AWeekInWhichNobodyLookedIsCaughtUpWith) {
    born("2010-03-10");
    dayComes("2026-03-17");
    EXPECT_EQ(takeUpDays(office), 1u);
    EXPECT_FALSE(openStop().empty());
    EXPECT_TRUE(holds(told(reviewer()), "op 10 maart 2026"));
}

TEST_F(PassingDays, BornOnALeapDayOneIsSixteenOnTheDayItselfAndEighteenOnTheFirstOfMarch) {
    born("2012-02-29");
    dayComes("2028-02-28");
    takeUpDays(office);
    EXPECT_TRUE(openStop().empty());
    dayComes("2028-02-29");
    takeUpDays(office);
    EXPECT_TRUE(holds(told(reviewer()), "Een kind werd 16 jaar op 29 februari 2028"));
    dayComes("2030-02-28");
    takeUpDays(office);
    EXPECT_FALSE(holds(told(reviewer()), "18 jaar"));
    dayComes("2030-03-01");
    takeUpDays(office);
    EXPECT_TRUE(holds(told(reviewer()), "Een kind werd 18 jaar op 1 maart 2030"));
}

TEST_F(PassingDays, TurningTwelveChangesTheRulesAndStopsNothing) {
    born("2014-03-10");
    dayComes("2026-03-10");
    EXPECT_EQ(takeUpDays(office), 1u);
    EXPECT_TRUE(holds(told(reviewer()), "12 jaar"));
    EXPECT_EQ(whyStopped(office, now()), "");
    EXPECT_TRUE(store->jobs().findOpen(job::propose, request().id));
}

TEST_F(PassingDays, ConsentOfTheChildLiftsTheStop) {
    born("2010-03-10");
    dayComes("2026-03-10");
    takeUpDays(office);
    ASSERT_FALSE(openStop().empty());
    FactForm consent;
    consent.kind = "consent", consent.source = "gesprek met Pim", consent.sourceDate = "2026-03-10";
    consent.body = R"({"person":"kind1","to":"vader","scope":"het verslag","given":"2026-03-10","withdrawn":null})";
    const auto added = addFact(office, reviewer(), household().id, consent);
    ASSERT_TRUE(added.done) << added.words;
    EXPECT_TRUE(openStop().empty());
    EXPECT_EQ(store->turns().stops(request().id).front().settledHow, "may-again");
}

TEST_F(PassingDays, AuthorityThatIsRecordedAsEndedStopsTooAndAuthorityThatEndsOnADayToCome) {
    born("2017-11-30");
    const auto body = [](const char* to) { return std::string(R"({"child":"kind1","holder":"vader","type":"joint","from":"2017-11-30","to":)") + to + "}"; };
    FactForm form;
    form.kind = "authority", form.body = body("\"2026-03-20\""), form.source = "beschikking", form.sourceDate = "2026-03-02";
    ASSERT_TRUE(changeFact(office, reviewer(), authority_, form).done);
    EXPECT_TRUE(openStop().empty()) << "it still holds";
    dayComes("2026-03-20");
    takeUpDays(office);
    EXPECT_FALSE(openStop().empty());
    EXPECT_TRUE(holds(told(reviewer()), "gezag is geëindigd") || holds(told(reviewer()), "Gezag is geëindigd"));
}

TEST_F(PassingDays, WhoDecidedIsToldAndTheDecisionStaysAsItWas) {
    const auto before = passage("Zoë heeft schulden").id;
    store->rulings().decide(ruling(before, store::RulingDecision::redact));
    tellDeciders(office, now(), {before}, "een kind werd 16 jaar op 10 maart 2026");
    EXPECT_TRUE(holds(told(reviewer()), "decision-overtaken: Een voorstel waarover u besliste, luidt nu anders: een kind werd 16 jaar"));
    EXPECT_TRUE(store->rulings().latest(before).has_value());
}

TEST_F(PassingDays, TheJobPutsTheNextNightInLine) {
    born("2010-03-10");
    dayComes("2026-03-10");
    queueDayPassing(office);
    JobRunner runner(office, 1, [](const std::string&) {});
    while (runner.runOne()) {}
    EXPECT_FALSE(openStop().empty());
    const auto next = store->jobs().findOpen(job::passDays, "2026-03-11");
    ASSERT_TRUE(next);
    EXPECT_EQ(service::amsterdamDay(next->runAfter), std::chrono::year{2026} / 3 / 11);
}

class SignedBefore : public ReviewedOffice {
  protected:
    std::vector<NoticeRow> signersNotices() { return noticesFor(office, privacyOfficer()); }
};

TEST_F(SignedBefore, ABirthdayVoidsAStandingSignatureAndNothingIsHandedOut) {
    for (const auto& fact : store->households().facts(household().id))
        if (fact.kind == store::FactKind::person && fact.body.find("\"kind1\"") != std::string::npos) {
            auto body = fact.body;
            body.replace(body.find("2017-11-30"), 10, "2010-03-10");
            store->households().changeFact(fact.id, store->households().loadHousehold(household().id).version, body, els);
        }
    raw("UPDATE privacy_request SET capacity = 'parent'");
    takeUpDays(office);
    signedPackage();
    for (const auto& [from, to] : {std::pair{store::Step::review, store::Step::packaging}, {store::Step::packaging, store::Step::signOff}}) store->requests().moveTo(request().id, from, to);
    ASSERT_TRUE(store->signOffs().standing(request().id));
    clock.moveTo(momentFromIso("2026-03-10T09:00:00Z"));
    EXPECT_EQ(handOut(office, privacyOfficer(), request().id, "desk").code, "stopped") << "also when the night's job did not come";
    EXPECT_FALSE(store->signOffs().standing(request().id));
    EXPECT_NE(store->signOffs().history(request().id).back().voidedWhy.find("16 jaar"), std::string::npos);
    ASSERT_FALSE(signersNotices().empty());
    EXPECT_THROW(raw("UPDATE release SET state = 'signed'; UPDATE release SET state = 'released', channel = 'desk'"), std::runtime_error);
}

}  // namespace
}  // namespace service::casework
