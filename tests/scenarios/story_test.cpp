// The whole way through: a father asks access for himself and his son of 8, while the mother and the child live at an
// address that must stay hidden from him.
#include <gtest/gtest.h>

#include <fstream>

#include <nlohmann/json.hpp>

#include "service/casework/access.h"
#include "service/casework/archive.h"
#include "service/casework/audit_view.h"
#include "service/casework/collection.h"
#include "service/casework/household_editing.h"
#include "service/casework/intake.h"
#include "service/casework/release.h"
#include "service/casework/review.h"
#include "service/casework/signoff.h"
#include "service/casework/worklist.h"
#include "service/faces/faces.h"
#include "tests/scenarios/case_steps.h"

namespace scenarios {
namespace {

using namespace service::casework;
using namespace std::chrono_literals;

// What the father must not find out. From the household's protections.
const char* const hidden[] = {"Ruigeveen", "Kersentuin", "Wielewaal", "Veenland", "Vlindernest", "Verschoor"};

class Story : public testing::Test {
  protected:
    static Partners& partners() {
        static Partners all;
        return all;
    }
    TemporaryFolder data;
    Region region{partners(), data.path() / "data", amsterdamMorning(2026, 3, 9)};
    Actor desk = region.actor("balie"), reviewer = region.actor("professional"), officer = region.actor("privacy");

    std::string collected() {
        const auto id = logFathersRequest(region);
        region.startWorkers();
        EXPECT_TRUE(startCollection(region.office(), reviewer, id).done);
        EXPECT_TRUE(waitUntil([&] { return collectionProgress(region.office(), reviewer, id).complete && stepOf(region, id) == "review"; }, 240s)) << describe(id);
        return id;
    }
    std::string describe(const std::string& id) {
        const auto progress = collectionProgress(region.office(), reviewer, id);
        std::string all = progress.step + "\n";
        for (const auto& line : progress.lines) all += line + "\n";
        for (const auto& blocker : progress.blockers) all += "! " + blocker + "\n";
        for (const auto& partner : progress.partners) all += partner.partnerId + ": " + partner.explanation + "\n";
        return all + region.log();
    }
    std::string packaged() {
        const auto id = collected();
        decideEverything(region, id, "professional");
        const auto finished = finishReview(region.office(), reviewer, id);
        EXPECT_TRUE(finished.done) << finished.words;
        EXPECT_TRUE(waitUntil([&] { return stepOf(region, id) != "packaging"; }, 240s)) << region.log();
        return id;
    }

    std::string verify(const std::filesystem::path& package, int expected) {
        testing::internal::CaptureStdout();
        EXPECT_EQ(service::faces::verify({"--data", (data.path() / "data").string(), package.string()}), expected) << package;
        return testing::internal::GetCapturedStdout();
    }

    // As whoever has the package may ask years later: what was withheld is searched for again, each page laid next to its
    // source, also in a document that somebody put in its place.
    void expectVerifiedAgain(const std::string& id, const std::string& zip) {
        const auto folder = data.path() / "pakket", whole = data.path() / "pakket.zip";
        std::ofstream(whole, std::ios::binary) << zip;
        const auto said = verify(whole, 0);
        EXPECT_NE(said.find("verborgen tekstdelen van verzoek LW-2026-0001 gezocht"), said.npos) << said;
        EXPECT_EQ(said.find(" 0 pagina's naast hun bron"), said.npos) << said;
        for (const auto& file : readOwnZip(zip)) {  // of the rest it says that it is missing
            if (file.name != "manifest.json") continue;
            std::filesystem::create_directories(folder / "stukken");
            std::ofstream(folder / file.name, std::ios::binary) << file.bytes;
        }
        const auto contents = nlohmann::json::parse(region.office().store.releases().latest(id)->contents);
        std::string swapped;
        for (const auto& document : contents.at("documents")) {
            const auto fragment = region.office().store.fragments().load(document.at("fragment").get<std::string>());
            const auto source = region.office().store.blobs().read(service::store::rebuiltFrom(fragment));
            if (document.at("outcome") != "partly" || !source.starts_with("%PDF-")) continue;
            swapped = document.at("file").get<std::string>();
            std::ofstream(folder / swapped, std::ios::binary) << source;
            break;
        }
        ASSERT_FALSE(swapped.empty());
        const auto found = verify(folder, 1);
        // A scan holds no words: there the eye finds them.
        EXPECT_TRUE(found.find(swapped + ": tekst (pdftotext)") != found.npos || found.find(swapped + ": beeld van de bladzijde (OCR)") != found.npos) << found;
        for (const char* secret : hidden) EXPECT_EQ(found.find(secret), found.npos) << "it tells where, not what";
    }
};

TEST_F(Story, TheDeskSeesTheClockTheProtectionAndThePartnersBeforeLogging) {
    RequestForm form;
    form.householdId = region.householdId("Huisman"), form.requesterId = "vader", form.subjectIds = {"vader", "zoon"};
    form.capacity = "parent", form.receivedOn = "2026-03-02", form.channel = "letter", form.identityMethod = "passport";
    const auto preview = previewRequest(region.office(), desk, form);
    EXPECT_EQ(preview.clock.due, "2026-04-02");
    EXPECT_GE(preview.clock.derivation.size(), 2u);
    ASSERT_FALSE(preview.protections.empty());
    EXPECT_NE(preview.protections.front().find("Er is een afscherming"), std::string::npos);
    for (const auto& finding : preview.findings) EXPECT_EQ(finding.words.find("niet weten"), std::string::npos) << finding.words;
    EXPECT_EQ(preview.partners.size(), 3u);
    EXPECT_TRUE(preview.mayBeLogged);

    form.receivedOn = "2026-03-10";
    const auto future = previewRequest(region.office(), desk, form);
    EXPECT_FALSE(future.mayBeLogged);
    EXPECT_EQ(logRequest(region.office(), desk, form).done, false);
}

TEST_F(Story, TheScannedLetterFillsInWhatItSays) {
    region.startWorkers();
    const auto letter = readFile(partners().folder() / "brief-verzoek-vader.png");
    ASSERT_FALSE(letter.empty());
    const auto started = startPrefill(region.office(), desk, "scan.png", letter, region.householdId("Huisman"));
    ASSERT_TRUE(waitUntil([&] { return prefillState(region.office(), desk, started.letterId).state != Prefill::reading; }, 120s));
    const auto read = prefillState(region.office(), desk, started.letterId);
    ASSERT_EQ(read.state, Prefill::ready) << read.words;
    const auto valueOf = [&](const std::string& field) {
        for (const auto& guess : read.guesses)
            if (guess.field == field) return guess.value;
        return std::string();
    };
    EXPECT_EQ(valueOf("right"), "access");
    EXPECT_EQ(valueOf("requesterId"), "vader");
    EXPECT_EQ(valueOf("receivedOn"), "2026-03-02");
    EXPECT_EQ(valueOf("letterDate"), "2026-02-27");
}

TEST_F(Story, GoesFromTheDeskToAVerifiedPackage) {
    const auto id = packaged();
    const auto view = packageView(region.office(), officer, id);
    std::string hits;
    for (const auto& hit : view.verification.hits) hits += hit + "\n";
    ASSERT_EQ(stepOf(region, id), "sign-off") << view.state << "\n" << hits << region.log();
    EXPECT_TRUE(view.verification.passed);
    EXPECT_GT(view.verification.stringsSearched, 20u);

    const auto summary = signOffSummary(region.office(), officer, id);
    EXPECT_TRUE(summary.maySign) << summary.whyNot;
    EXPECT_FALSE(summary.judged.empty());
    EXPECT_FALSE(summary.protections.empty());
    EXPECT_FALSE(signOffSummary(region.office(), reviewer, id).maySign);
    EXPECT_EQ(sign(region.office(), officer, id, "geen goed wachtwoord", view.hash).code, "wrong-password");
    EXPECT_EQ(sign(region.office(), officer, id, passwordOf("privacy"), "andere hash").code, "hash-changed");
    EXPECT_EQ(handOut(region.office(), desk, id, "desk").code, "not-signed");
    const auto signature = sign(region.office(), officer, id, passwordOf("privacy"), view.hash);
    ASSERT_TRUE(signature.done) << signature.words;
    ASSERT_TRUE(handOut(region.office(), desk, id, "desk").done);
    EXPECT_EQ(stepOf(region, id), "released");

    const auto zip = packageZip(region.office(), desk, id);
    EXPECT_EQ(sha256Hex(zip.bytes), view.hash);
    std::string everything;
    std::size_t documents = 0;
    for (const auto& file : readOwnZip(zip.bytes)) {
        const auto path = data.path() / "uit.pdf";
        std::ofstream(path, std::ios::binary) << file.bytes;
        everything += file.name + "\n" + (file.name.find(".pdf") != std::string::npos ? outputOf("pdftotext -layout " + path.string() + " -") : file.bytes);
        documents += file.name.rfind("stukken/", 0) == 0;
    }
    EXPECT_GE(documents, 4u);
    for (const char* secret : hidden) EXPECT_EQ(everything.find(secret), std::string::npos) << secret;
    EXPECT_NE(everything.find("Huisman"), std::string::npos);
    expectVerifiedAgain(id, zip.bytes);
    EXPECT_TRUE(closeRequest(region.office(), desk, id).done);
    EXPECT_TRUE(auditChain(region.office(), officer).whole);
    EXPECT_GT(auditOfRequest(region.office(), officer, id).size(), 30u);
    for (const char* name : {"Huisman", "Dekker", "Ruigeveen", "918726359"}) EXPECT_EQ(region.log().find(name), std::string::npos) << name;
}

// The youth protection's name would tell where mother and the children stay.
TEST_F(Story, APartnerThatGivesThePlaceAwayStandsInNothingThatGoesOut) {
    auto& households = region.office().store.households();
    const auto household = region.householdId("Huisman");
    for (const auto& fact : households.facts(household)) {
        if (fact.kind != service::store::FactKind::protection) continue;
        auto body = nlohmann::json::parse(fact.body);
        body["hide_partners"] = {"gi"};
        FactForm form{"protection", body.dump(), "gesprek met moeder", "", "", 0};
        ASSERT_EQ(changeFact(region.office(), reviewer, fact.id, form).code, "done") << "more protection takes one";
    }
    const auto id = packaged();
    const auto view = packageView(region.office(), officer, id);
    std::string hits;
    for (const auto& hit : view.verification.hits) hits += hit + "\n";
    ASSERT_EQ(stepOf(region, id), "sign-off") << hits << region.log();
    EXPECT_EQ(signOffSummary(region.office(), officer, id).unnamedPartners, std::vector<std::string>{"Stichting Jeugdbescherming Waterkant"});
    std::string everything;
    for (const auto& file : readOwnZip(packageZip(region.office(), officer, id).bytes)) {
        const auto path = data.path() / "uit.pdf";
        std::ofstream(path, std::ios::binary) << file.bytes;
        everything += file.name + "\n" + (file.name.find(".pdf") != std::string::npos ? outputOf("pdftotext -layout " + path.string() + " -") : file.bytes);
    }
    for (const char* secret : {"Jeugdbescherming Waterkant", "Kade 88", "4382 CD"}) EXPECT_EQ(everything.find(secret), std::string::npos) << secret;
    EXPECT_NE(everything.find("noemen in dit overzicht niet alles"), std::string::npos);
    const auto letter = acknowledgementLetter(region.office(), desk, id);
    std::ofstream(data.path() / "brief.pdf", std::ios::binary) << letter;
    EXPECT_EQ(outputOf("pdftotext -layout " + (data.path() / "brief.pdf").string() + " -").find("Jeugdbescherming"), std::string::npos);
}

TEST_F(Story, TellsTheSecondOfTwoDecidersWhatTheFirstDid) {
    const auto id = collected();
    region.office().store.assignments().assign(region.householdId("Huisman"), region.actor("professional2").accountId, officer.accountId);
    const auto overview = reviewOverview(region.office(), reviewer, id);
    const auto document = reviewDocument(region.office(), reviewer, overview.fragments.front().id);
    ASSERT_FALSE(document.proposals.empty());
    Decision decision;
    decision.proposalId = document.proposals.front().id, decision.decision = "redact", decision.ground = "third-party", decision.reason = "raakt een ander";
    EXPECT_TRUE(decide(region.office(), reviewer, decision).done);
    const auto second = decide(region.office(), region.actor("professional2"), decision);
    EXPECT_EQ(second.code, "someone-was-first");
    EXPECT_NE(second.words.find(reviewer.displayName), std::string::npos);
}

TEST_F(Story, FinishesNothingWhileAJudgementIsOpenAndAsksAReasonForEach) {
    const auto id = collected();
    EXPECT_EQ(finishReview(region.office(), reviewer, id).code, "blocked");
    for (const auto& fragment : reviewOverview(region.office(), reviewer, id).fragments)
        for (const auto& proposal : reviewDocument(region.office(), reviewer, fragment.id).proposals) {
            if (proposal.decision != "judge") continue;
            Decision decision;
            decision.proposalId = proposal.id, decision.decision = "accept";
            EXPECT_EQ(decide(region.office(), reviewer, decision).code, "judge-needs-decision");
            decision.decision = "redact", decision.ground = "third-party";
            EXPECT_EQ(decide(region.office(), reviewer, decision).code, "reason-missing");
            return;
        }
    FAIL() << "no judge proposal in the demo dossier";
}

TEST_F(Story, LiftsSafetyOnlyByTwoPeopleWithReasons) {
    const auto id = collected();
    for (const auto& fragment : reviewOverview(region.office(), reviewer, id).fragments)
        for (const auto& proposal : reviewDocument(region.office(), reviewer, fragment.id).proposals) {
            if (proposal.ground != "safety") continue;
            Decision decision;
            decision.proposalId = proposal.id, decision.decision = "release", decision.reason = "mag wel";
            EXPECT_EQ(decide(region.office(), reviewer, decision).code, "safety-needs-two");
            EXPECT_EQ(liftSafety(region.office(), reviewer, proposal.id, "").code, "reason-missing");
            EXPECT_TRUE(liftSafety(region.office(), reviewer, proposal.id, "de plaats is al bekend").done);
            EXPECT_EQ(liftSafety(region.office(), reviewer, proposal.id, "nog een keer").code, "second-person");
            EXPECT_FALSE(region.office().store.rulings().latest(proposal.id));
            EXPECT_TRUE(liftSafety(region.office(), officer, proposal.id, "nagevraagd bij moeder").done);
            EXPECT_EQ(region.office().store.rulings().latest(proposal.id)->decision, service::store::RulingDecision::release);
            return;
        }
    FAIL() << "nothing hidden for safety in the demo dossier";
}

TEST_F(Story, NobodyOpensTheirOwnFamilyAndEmergenciesAreReported) {
    const auto household = region.householdId("Huisman");
    const auto other = region.actor("professional2");
    EXPECT_EQ(mayOpen(region.office(), other, household), Opening::notAssigned);
    EXPECT_THROW(requireOpen(region.office(), other, household), Failure);
    EXPECT_EQ(openInEmergency(region.office(), other, household, "haast").code, "reason-missing");
    ASSERT_TRUE(openInEmergency(region.office(), other, household, "crisisdienst belt, behandelaar is ziek").done);
    EXPECT_EQ(mayOpen(region.office(), other, household), Opening::emergency);
    ASSERT_EQ(listEmergency(region.office(), officer, EmergencyFilter::unseen).size(), 1u);
    region.clock().advance(5h);
    EXPECT_EQ(mayOpen(region.office(), other, household), Opening::notAssigned);
    ASSERT_TRUE(recordConflict(region.office(), reviewer, household, reviewer.accountId, "mijn zwager").done);
    EXPECT_EQ(mayOpen(region.office(), reviewer, household), Opening::conflictOfInterest);
    EXPECT_FALSE(assign(region.office(), officer, household, reviewer.accountId).done);
    EXPECT_EQ(openInEmergency(region.office(), officer, household, "ook ik wil er even in").done, true);
    EXPECT_THROW(openInEmergency(region.office(), reviewer, household, "toch graag even kijken"), Failure);
}

}  // namespace
}  // namespace scenarios
