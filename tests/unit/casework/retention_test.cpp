// When our copies go, what holds that back, and that a job carries it out to the end; and what stays to be counted.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "redaction/apply/passing_folders.h"
#include "redaction/document/document.h"
#include "service/casework/archive.h"
#include "service/casework/case_file.h"
#include "service/casework/figures.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/job_runner.h"
#include "service/casework/notices.h"
#include "service/casework/overview.h"
#include "service/casework/queue.h"
#include "service/casework/retention.h"
#include "service/casework/retention_rules.h"
#include "service/casework/worklist.h"
#include "tests/unit/casework/reviewed_office.h"
#include "tests/unit/store/planted_words.h"

namespace service::casework {
namespace {

class RetentionOfCases : public ReviewedOffice {
  protected:
    // On 2 March 2026.
    void handOut() {
        decideEverything();
        store->reviews().finish(request().id, els);
        store::NewRelease wanted;
        wanted.requestId = request().id, wanted.packageHash = sha256Hex(zip), wanted.packageBlob = store->blobs().write(request().id, damaged ? "zap" : zip), wanted.passed = true;
        wanted.contents = contents;
        store->releases().add(wanted);
        store->signOffs().sign(request().id, wanted.packageHash, officer);
        raw("UPDATE release SET state = 'released', released_at = '2026-03-02T09:00:00Z', released_by = 'els'; "
            "UPDATE privacy_request SET step = 'released' WHERE id = '" + request().id + "'");
    }
    void closeCase() {  // the same day
        handOut();
        store->requests().moveTo(request().id, store::Step::released, store::Step::closed);
        record(office, reviewer(), trailOf(request(), "request.closed"));
    }
    void raw(const std::string& sql) { ReviewedOffice::raw("DROP TRIGGER release_channel; DROP TRIGGER release_out; " + sql); }
    store::Request now() { return store->requests().load(request().id); }
    store::RemedyCase complaint() {
        store::RemedyCase it;
        it.applicationId = now().applicationId, it.requestId = request().id, it.partnerId = "vt", it.kind = "own-complaint";
        it.receivedOn = std::chrono::year{2026} / 3 / 20, it.about = "het duurde te lang", it.recordedBy = els;
        return store->remedies().add(it);
    }
    void on(const std::string& day) { clock.moveTo(momentFromIso(day + "T09:00:00Z")); }
    void runJobs() {
        JobRunner runner(office, 0, [](const std::string&) {});
        while (runner.runOne()) {
        }
    }
    std::string zip = "zip", contents = R"({"documents":[{"fragment":"x","outcome":"partly","grounds":{"third-party":2}}]})";
    bool damaged = false;
    // Two letters and a document.
    void packLetters() {
        zip = makeZip({{"beslissing-1.pdf", "de beslissing"}, {"inventarislijst.pdf", "de lijst"}, {"stukken/001.pdf", "het stuk"}});
        contents = R"({"files":[{"name":"beslissing-1.pdf","kind":"decision"},{"name":"inventarislijst.pdf","kind":"inventory"},{"name":"stukken/001.pdf","kind":"document"}],"documents":[]})";
    }
    void destroy() {
        store->jobs().add(job::destroy, request().id, "{}", request().id);
        runJobs();
    }
    const std::string planned = "2026-07-20";  // the letter counts as received on 9 March; six weeks; three months
};

TEST_F(RetentionOfCases, TheDayFollowsFromTheLastRemedyAndIsToldStepByStep) {
    EXPECT_FALSE(planOf(office, now()).on) << "still open";
    closeCase();
    const auto view = viewRetention(office, privacyOfficer(), request().id);
    EXPECT_EQ(view.on, planned);
    EXPECT_EQ(view.rule, "usual");
    ASSERT_EQ(view.steps.size(), 3u);
    EXPECT_NE(view.steps[1].words.find("20 april 2026"), std::string::npos) << view.steps[1].words;
    EXPECT_NE(view.steps[2].words.find("3 maanden"), std::string::npos);
    EXPECT_TRUE(view.holds.empty());
    const Actor administrator{"x", Role::administrator, "Beheer"};
    ASSERT_TRUE(setRetentionMonths(office, administrator, 1).done);
    EXPECT_EQ(viewRetention(office, privacyOfficer(), request().id).on, "2026-05-20");
    EXPECT_FALSE(setRetentionMonths(office, administrator, 25).done);
}

TEST_F(RetentionOfCases, IsPutOffOnlyWithAReasonToALaterDayByAPrivacyOfficer) {
    closeCase();
    EXPECT_THROW(postpone(office, reviewer(), request().id, "2026-09-01", "klacht"), Failure);
    EXPECT_EQ(postpone(office, privacyOfficer(), request().id, "2026-07-19", "klacht").code, "date-wrong");
    EXPECT_EQ(postpone(office, privacyOfficer(), request().id, "2029-01-01", "klacht").code, "date-far");
    EXPECT_EQ(postpone(office, privacyOfficer(), request().id, "2026-09-01", "").code, "reason-missing");
    ASSERT_TRUE(postpone(office, privacyOfficer(), request().id, "2026-09-01", "een klacht is aangekondigd").done);
    const auto view = viewRetention(office, privacyOfficer(), request().id);
    EXPECT_EQ(view.on, "2026-09-01");
    ASSERT_EQ(view.postponed.size(), 1u);
    EXPECT_EQ(view.postponed[0].reason, "een klacht is aangekondigd");
    on("2026-08-01");
    EXPECT_EQ(tellAndQueueDue(office), 0u);
    on("2026-09-01");
    EXPECT_EQ(tellAndQueueDue(office), 1u);
}

TEST_F(RetentionOfCases, IsToldTwoWeeksBeforeOnceAndCarriedOutOnItsDay) {
    closeCase();
    const auto messages = [&] { return store->notices().ofRequest(request().id).size(); };
    on("2026-07-05");
    tellAndQueueDue(office);
    EXPECT_EQ(messages(), 0u);
    on("2026-07-06");
    tellAndQueueDue(office);
    const auto told = messages();
    EXPECT_GE(told, 1u);
    tellAndQueueDue(office);
    EXPECT_EQ(messages(), told);
    on(planned);
    queueRetention(office);
    runJobs();
    const auto certificate = store->retention().find(request().id);
    ASSERT_TRUE(certificate);
    EXPECT_EQ(certificate->state, store::DestructionState::done);
    EXPECT_EQ(certificate->plannedBy, els) << "who closed the case";
    EXPECT_NE(certificate->because.find("20 april 2026"), std::string::npos);
    EXPECT_TRUE(store->requests().all().empty());
    EXPECT_THROW(viewCase(office, privacyOfficer(), request().id), Failure);
    EXPECT_TRUE(worklist(office, privacyOfficer(), {WorkFilter::team, WorkFilter::all, ""}).rows.empty());
    EXPECT_TRUE(store->audit().verify().isWhole);
    const auto rows = retentionRegister(office, privacyOfficer());
    EXPECT_TRUE(rows.planned.empty());
    ASSERT_EQ(rows.done.size(), 1u);
    EXPECT_EQ(rows.done[0].reference, request().reference);
    EXPECT_EQ(store->jobs().findOpen(job::destroy, request().id), std::nullopt);
}

// Who asked is gone; that a partner could not be named to them stays, for what is written about the other parts.
TEST_F(RetentionOfCases, WhichPartnersWereNotNamedOutlivesTheCopies) {
    auto partner = store->partners().load("vt");
    partner.revealsPlace = true;
    store->partners().save(partner);
    ASSERT_EQ(hiddenPartners(office, store->households().load(household().id), request()).count("vt"), 1u);
    closeCase();
    on(planned);
    queueRetention(office);
    runJobs();
    const auto certificate = store->retention().find(request().id);
    ASSERT_TRUE(certificate && certificate->notNamed);
    EXPECT_EQ(std::count(certificate->notNamed->begin(), certificate->notNamed->end(), "vt"), 1);
}

TEST_F(RetentionOfCases, AComplaintHoldsItBackUntilItsOutcome) {
    closeCase();
    const auto made = complaint();
    on("2027-01-01");
    EXPECT_EQ(tellAndQueueDue(office), 0u);
    ASSERT_EQ(viewRetention(office, privacyOfficer(), request().id).holds.size(), 1u);
    store->jobs().add(job::destroy, request().id, "{}", request().id);  // put in line before the complaint came
    runJobs();
    EXPECT_FALSE(store->retention().find(request().id)) << "asked again when it is carried out";
    store->remedies().addEvent({{}, made.id, "outcome", "unfounded", std::chrono::year{2026} / 5 / 1, "afgehandeld", els, {}});
    EXPECT_TRUE(planOf(office, now()).isDue(today(office)));
}

// Out, and then nobody comes back to it: without an end it would be kept for ever.
TEST_F(RetentionOfCases, WhatWentOutIsClosedByItselfWhenNobodyCanComeUpAgainstIt) {
    handOut();
    on("2026-04-20");
    tellAndQueueDue(office);
    EXPECT_EQ(now().step, store::Step::released) << "the last day of the petition";
    on("2026-04-21");
    tellAndQueueDue(office);
    ASSERT_EQ(now().step, store::Step::closed);
    EXPECT_EQ(store->audit().ofRequest(request().id, 100).front().accountId, "") << "by no person";
    const auto told = noticesFor(office, reviewer());
    ASSERT_FALSE(told.empty());
    EXPECT_NE(told.front().words.find("is afgesloten"), std::string::npos);
    EXPECT_NE(told.front().words.find("21 juli 2026"), std::string::npos) << told.front().words;
    EXPECT_EQ(viewRetention(office, privacyOfficer(), request().id).on, "2026-07-21");
    on("2027-03-02");
    queueRetention(office);
    runJobs();
    EXPECT_TRUE(store->retention().find(request().id));
}

// Closed by no person: whoever may still put it off hears of it five working days before, King's Day not among them.
TEST_F(RetentionOfCases, WhatClosedByItselfLeavesTimeToPutTheDestructionOff) {
    store->settings().set("retention.months", "0");
    handOut();
    on("2026-04-21");
    tellAndQueueDue(office);
    ASSERT_EQ(now().step, store::Step::closed);
    EXPECT_EQ(viewRetention(office, privacyOfficer(), request().id).on, "2026-04-29");
    const auto told = noticesFor(office, privacyOfficer());
    EXPECT_TRUE(std::any_of(told.begin(), told.end(), [](const auto& it) { return it.words.find("Op 29 april 2026 worden onze kopieën") != std::string::npos; }));
}

TEST_F(RetentionOfCases, AtTheHandsOfAPersonTheDayIsTheRulesOwn) {
    store->settings().set("retention.months", "0");
    handOut();
    on("2026-04-21");
    store->requests().moveTo(request().id, store::Step::released, store::Step::closed);
    record(office, reviewer(), trailOf(request(), "request.closed"));
    EXPECT_EQ(viewRetention(office, privacyOfficer(), request().id).on, "2026-04-22");
}

// Without a clock nothing tells when it is over: it is put to people, once, and not kept for ever in silence.
TEST_F(RetentionOfCases, WhatHasNoClockIsPutToWhoHandlesItToClose) {
    handOut();
    store->households().setPartners(household().id, {}, officer);
    ReviewedOffice::raw("DELETE FROM request_partner");
    const auto asked = [&] {
        const auto told = noticesFor(office, reviewer());
        return std::count_if(told.begin(), told.end(), [](const auto& it) { return it.words.find("wordt niet vanzelf afgesloten") != std::string::npos; });
    };
    EXPECT_EQ(asked(), 0);
    on("2027-03-02");
    tellAndQueueDue(office);
    tellAndQueueDue(office);
    EXPECT_EQ(now().step, store::Step::released);
    EXPECT_EQ(asked(), 1);
}

// Basis: Awb art. 8:1, 6:7: six weeks of appeal after the decision on an objection, and as many after a judgment
TEST_F(RetentionOfCases, AfterAnObjectionTheAppealHoldsItOpen) {
    auto partner = store->partners().load("vt");
    partner.publicBody = true;
    store->partners().save(partner);
    handOut();
    store::RemedyCase it;
    it.applicationId = now().applicationId, it.requestId = request().id, it.partnerId = "vt", it.kind = "objection", it.receivedOn = std::chrono::year{2026} / 3 / 20;
    it.about = "mist het advies", it.recordedBy = els;
    const auto made = store->remedies().add(it);
    store->remedies().addEvent({{}, made.id, "outcome", "unfounded", std::chrono::year{2026} / 6 / 2, "ongegrond", els, {}});
    on("2026-07-14");
    tellAndQueueDue(office);
    EXPECT_EQ(now().step, store::Step::released) << "the last day to appeal";
    it.kind = "appeal", it.receivedOn = std::chrono::year{2026} / 7 / 14, it.about = "beroep";
    const auto appealed = store->remedies().add(it);
    EXPECT_EQ(store->remedies().find(appealed.id)->kind, "appeal");
    on("2026-09-02");
    tellAndQueueDue(office);
    EXPECT_EQ(now().step, store::Step::released) << "before the court";
    store->remedies().addEvent({{}, appealed.id, "outcome", "unfounded", std::chrono::year{2026} / 9 / 1, "ongegrond", els, {}});
    on("2026-10-13");
    tellAndQueueDue(office);
    EXPECT_EQ(now().step, store::Step::released) << "the last day of a higher appeal";
    on("2026-10-14");
    tellAndQueueDue(office);
    EXPECT_EQ(now().step, store::Step::closed);
}

TEST_F(RetentionOfCases, WhatSomebodyMustStillDoIsNotClosedByItself) {
    handOut();
    const auto made = complaint();
    on("2027-03-02");
    tellAndQueueDue(office);
    EXPECT_EQ(now().step, store::Step::released);
    store->remedies().addEvent({{}, made.id, "outcome", "unfounded", std::chrono::year{2026} / 5 / 1, "afgehandeld", els, {}});
    tellAndQueueDue(office);
    EXPECT_EQ(now().step, store::Step::closed);
}

TEST_F(RetentionOfCases, NoFileHoldsAWordAfterTheJob) {
    closeCase();
    store::Destruction begun;  // what is planted below would hold it back, as it should
    begun.requestId = request().id, begun.householdId = household().id, begun.reference = request().reference;
    begun.plannedFor = std::chrono::year{2026} / 3 / 2, begun.rule = "usual", begun.because = "De zaak is afgesloten.";
    store->retention().begin(begun);
    store::PlantedWords words(folder, request().id, household().id);
    words.plantInDatabase();
    EXPECT_GT(words.foundInFiles().size(), 100u);
    const auto passing = std::filesystem::path(redaction::apply::passingFolderPrefix()).parent_path() / "lakwerk-4194398-weg";  // of a process that was killed
    std::filesystem::create_directories(passing);
    std::ofstream(passing / "blad.txt") << "wat er van een stuk bleef liggen";
    redaction::document::Document text;
    text.text = U"Vader belt.";
    readings.of({request().id, household().id, {}, {{"f", "vt", &text}}, {"a"}, {}}, clock.now());
    store->jobs().add(job::destroy, request().id, "{}", request().id);
    runJobs();
    EXPECT_EQ(store->retention().find(request().id)->state, store::DestructionState::done);
    EXPECT_EQ(readings.charactersKept(), 0u) << "nor does memory";
    EXPECT_FALSE(std::filesystem::exists(passing)) << "what a killed process left goes with the copies";
    for (const auto& word : words.foundInFiles()) ADD_FAILURE() << word << " is still in a file";
}

// What the partner must be able to show for some years more; nothing of what it was about.
TEST_F(RetentionOfCases, TheDecisionAndTheInventoryOutliveTheCopies) {
    packLetters();
    closeCase();
    on(planned);
    destroy();
    ASSERT_EQ(store->retention().find(request().id)->state, store::DestructionState::done);
    const auto kept = retentionRegister(office, privacyOfficer()).done.at(0).kept;
    ASSERT_EQ(kept.size(), 2u);
    EXPECT_EQ(kept[0].kind + " " + kept[1].kind, "decision inventory");
    EXPECT_EQ(kept[0].until, "2031-07-20");
    EXPECT_EQ(keptFile(office, privacyOfficer(), request().id, kept[0].id).bytes, "de beslissing");
    EXPECT_EQ(keptFile(office, privacyOfficer(), request().id, kept[1].id).bytes, "de lijst");
    EXPECT_THROW(keptFile(office, reviewer(), request().id, kept[0].id), Failure);
    const Actor administrator{"x", Role::administrator, "Beheer"};
    EXPECT_TRUE(retentionRegister(office, administrator).done.at(0).kept.empty());
    store->blobs().sweep();
    EXPECT_EQ(keptFile(office, privacyOfficer(), request().id, kept[0].id).bytes, "de beslissing") << "not taken for a stray file";
}

TEST_F(RetentionOfCases, TheDecisionGoesOnItsDayToo) {
    packLetters();
    closeCase();
    on(planned);
    destroy();
    const auto kept = store->retention().kept(request().id);
    ASSERT_EQ(kept.size(), 2u);
    on("2031-07-19");
    EXPECT_EQ(destroyKept(office), 0u);
    EXPECT_THROW(store->retention().destroyKept(request().id), store::StoreError) << "nobody can before";
    EXPECT_EQ(store->blobs().read(kept[0].blobId), "de beslissing");
    on("2031-07-20");
    queueRetention(office);
    runJobs();
    EXPECT_TRUE(store->retention().kept(request().id).empty());
    EXPECT_THROW(store->blobs().read(kept[0].blobId), store::StoreError);
    EXPECT_TRUE(store->audit().verify().isWhole);
}

TEST_F(RetentionOfCases, ThePackageStaysOnlyWhereAPartnerWantsIt) {
    auto partner = store->partners().load("lt");
    partner.keepsPackage = true;
    store->partners().save(partner);
    packLetters();
    closeCase();
    on(planned);
    destroy();
    const auto kept = store->retention().kept(request().id);
    ASSERT_EQ(kept.size(), 3u);
    const auto whole = std::find_if(kept.begin(), kept.end(), [](const auto& it) { return it.kind == "package"; });
    ASSERT_NE(whole, kept.end());
    EXPECT_EQ(store->blobs().read(whole->blobId), zip);
}

// On doubt nothing goes: what cannot be kept is not destroyed either.
TEST_F(RetentionOfCases, ADecisionThatCannotBeReadHoldsTheRestBack) {
    packLetters();
    damaged = true;
    closeCase();
    on(planned);
    destroy();
    EXPECT_FALSE(store->retention().find(request().id));
    EXPECT_NO_THROW(viewCase(office, privacyOfficer(), request().id));
}

TEST_F(RetentionOfCases, IsStillCountedAfterwards) {
    store::Collection asked;
    asked.requestId = request().id, asked.partnerId = "vt", asked.state = store::CollectionState::done, asked.answer = "delivered-in-full";
    store->collections().save(asked);
    closeCase();
    const auto before = countedCases(office);
    on(planned);
    store->jobs().add(job::destroy, request().id, "{}", request().id);
    runJobs();
    const auto after = countedCases(office);
    ASSERT_EQ(before.size(), 1u);
    ASSERT_EQ(after.size(), 1u);
    EXPECT_EQ(figuresJson(before[0]), figuresJson(after[0]));
    EXPECT_EQ(after[0].grounds.at("third-party"), 2u);
    EXPECT_EQ(after[0].partners, (std::vector<std::string>{"vt", "lt"})) << "handled together for all of the household";
}

TEST(RetentionRules, AreCheckedWhenLoaded) {
    const auto good = std::filesystem::path(LAKWERK_SOURCE_DIR) / "templates";
    EXPECT_EQ(loadRetentionRules(good).rules.size(), 2u);
    for (const char* wrong : {"{}", R"({"post-days":7,"notice-days":14,"notice-working-days":4,"decision-years":5,"rules":[{"id":"a","words":"b","source":"c","right":"","until":"months","months":3}]})", R"({"post-days":7,"notice-days":14,"notice-working-days":5,"decision-years":5,"rules":[]})", R"({"post-days":7,"notice-days":14,"notice-working-days":5,"decision-years":0,"rules":[{"id":"a","words":"b","source":"c","right":"","until":"months","months":3}]})",
                              R"({"post-days":7,"notice-days":14,"notice-working-days":5,"decision-years":5,"rules":[{"id":"a","words":"b","source":"c","right":"","until":"nooit"}]})",
                              R"({"post-days":7,"notice-days":14,"notice-working-days":5,"decision-years":5,"rules":[{"id":"a","words":"b","source":"c","right":"","until":"months","months":99}]})"})
        EXPECT_THROW(parseRetentionRules(wrong), RetentionRulesError) << wrong;
}

TEST(PassingFolders, OfAKilledProcessAreRemovedAndOthersLeft) {
    namespace fs = std::filesystem;
    const auto mine = fs::path(redaction::apply::passingFolderPrefix() + "blijft"), parent = mine.parent_path();
    const auto dead = parent / "lakwerk-4194399-weg", odd = parent / "lakwerk-zonder";
    for (const auto& folder : {mine, dead, odd}) fs::create_directories(folder);
    EXPECT_GE(redaction::apply::removeStalePassingFolders(), 1u);
    EXPECT_TRUE(fs::exists(mine));
    EXPECT_TRUE(fs::exists(odd));
    EXPECT_FALSE(fs::exists(dead));
    fs::remove_all(mine), fs::remove_all(odd);
}

}  // namespace
}  // namespace service::casework
