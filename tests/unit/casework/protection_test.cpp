// What keeps someone safe against one person's mistake or ill will: two people for less protection, a desk that sees only
// what it needs, partners that are never named, and a letter nobody logged that does not stay.
#include <nlohmann/json.hpp>

#include <algorithm>

#include "redaction/document/document.h"
#include "service/casework/access.h"
#include "service/casework/case_file.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/household_editing.h"
#include "service/casework/intake.h"
#include "service/casework/job_runner.h"
#include "service/casework/own_paragraph.h"
#include "service/casework/package_letters.h"
#include "service/casework/release.h"
#include "service/casework/signoff.h"
#include "service/casework/weakening.h"
#include "service/casework/worklist.h"
#include "tests/unit/casework/reviewed_office.h"

namespace service::casework {
namespace {

using namespace std::chrono_literals;
namespace policy = redaction::policy;

class Protection : public ReviewedOffice {
  protected:
    Protection() {
        karin = someone("karin", Role::frontDesk);
        store->assignments().assign(household().id, jan, officer);
    }
    Actor second() { return {jan, Role::professional, "Jan"}; }
    Actor desk() { return {karin, Role::frontDesk, "Karin"}; }
    store::Fact fact(store::FactKind kind) {
        for (const auto& it : store->households().facts(household().id))
            if (it.kind == kind) return it;
        return {};
    }
    std::size_t entries(const std::string& action) { return std::size_t(numberOf("SELECT count(*) FROM audit_entry WHERE action = '" + action + "'")); }
    RequestForm fathersForm() {
        RequestForm form;
        form.householdId = household().id, form.requesterId = "vader", form.subjectIds = {"vader"}, form.capacity = "self";
        form.receivedOn = "2026-03-01", form.channel = "counter", form.identityMethod = "passport", form.addressedTo = "vt";
        form.duplicateSeen = true;
        return form;
    }
    void answered(const std::string& partner, const std::string& answer, const std::string& why = "") {
        store::Collection it;
        it.requestId = request().id, it.partnerId = partner, it.state = store::CollectionState::done, it.answer = answer, it.explanation = why;
        store->collections().save(it);
    }
    // The local team's name would tell where mother lives.
    void hideTeam() {
        auto protection = store->households().load(household().id).protections.front();
        protection.hidePartners = {"lt"};
        store->households().changeFact(fact(store::FactKind::protection).id, store->households().loadHousehold(household().id).version, service::store::bodyOf(protection), els);
    }
    Standing standing() { return standingOf(office, store->requests().load(request().id)); }
    std::string karin;
};

TEST_F(Protection, IsEndedByTwoPeopleAndTheScreensSayThatItWaits) {
    const auto id = fact(store::FactKind::protection).id;
    const auto proposed = closeFact(office, reviewer(), id, "vader zit vast");
    EXPECT_TRUE(proposed.done);
    EXPECT_EQ(proposed.code, "waits-for-second");
    EXPECT_NE(proposed.words.find("Wacht op een tweede persoon"), std::string::npos);
    EXPECT_EQ(closeFact(office, second(), id, "ik ook").code, "waits-already");
    const auto own = viewHousehold(office, reviewer(), household().id), other = viewHousehold(office, second(), household().id);
    ASSERT_EQ(own.weakenings.size(), 1u);
    EXPECT_FALSE(own.weakenings.front().mayConfirm);
    EXPECT_TRUE(other.weakenings.front().mayConfirm);
    EXPECT_EQ(own.facts.protections.size(), 1u) << "it holds until somebody confirms";
    EXPECT_EQ(confirmWeakening(office, reviewer(), own.weakenings.front().id, "toch").code, "second-person");
    EXPECT_EQ(confirmWeakening(office, second(), own.weakenings.front().id, "").code, "reason-missing");
    EXPECT_TRUE(confirmWeakening(office, second(), own.weakenings.front().id, "moeder gebeld").done);
    EXPECT_TRUE(store->households().load(household().id).protections.empty());
    EXPECT_EQ(entries("protection.less-proposed"), 1u);
    EXPECT_EQ(entries("protection.less-confirmed"), 1u);
}

TEST_F(Protection, OfFewerPeopleWaitsTooAndMoreDoesNot) {
    const auto it = fact(store::FactKind::protection);
    auto less = store->households().load(household().id).protections.front(), more = less;
    less.hide = {"place"}, more.hide.push_back("school");
    FactForm form{"protection", service::store::bodyOf(less), "gesprek", "", "", 0};
    EXPECT_EQ(changeFact(office, reviewer(), it.id, form).code, "reason-missing");
    form.reason = "adres is al bekend";
    EXPECT_EQ(changeFact(office, reviewer(), it.id, form).code, "waits-for-second");
    const auto open = viewHousehold(office, second(), household().id).weakenings;
    ASSERT_EQ(open.size(), 1u);
    EXPECT_TRUE(dropWeakening(office, second(), open.front().id, "vader weet het niet").done);
    form.body = service::store::bodyOf(more);
    EXPECT_EQ(changeFact(office, reviewer(), it.id, form).code, "done");
    EXPECT_EQ(store->households().load(household().id).protections.front().hide.size(), 3u);
}

TEST_F(Protection, IsNotLiftedBySafetysWayWhereSafetyIsNotTheGround) {
    EXPECT_EQ(liftSafety(office, reviewer(), proposalAt(0), "mag wel").code, "not-safety");
    EXPECT_TRUE(liftSafety(office, reviewer(), proposalAt(40), "is al bekend").done);
}

TEST_F(Protection, TheDeskSeesTheRequestItLoggedAndNotTheHousehold) {
    const auto preview = previewRequest(office, desk(), fathersForm());
    EXPECT_EQ(entries("request.previewed"), 1u);
    ASSERT_EQ(preview.protections.size(), 1u);
    EXPECT_EQ(preview.protections.front().find("dreiging"), std::string::npos);
    EXPECT_EQ(preview.protections.front().find("adres van"), std::string::npos);
    for (const auto& finding : preview.findings) EXPECT_EQ(finding.words.find("Zoë"), std::string::npos) << finding.words;
    const auto logged = logRequest(office, desk(), fathersForm());
    ASSERT_TRUE(logged.done) << logged.words;
    EXPECT_EQ(mayOpen(office, desk(), household().id), Opening::notAssigned);
    EXPECT_THROW(viewHousehold(office, desk(), household().id), Failure);
    EXPECT_THROW(exportCase(office, desk(), household().id), Failure);
    EXPECT_THROW(requireRequest(office, desk(), logged.requestId), Failure);
    EXPECT_THROW(viewCase(office, desk(), request().id), Failure) << "another's request";
    const auto view = viewCase(office, desk(), logged.requestId);
    EXPECT_TRUE(view.atDesk);
    EXPECT_TRUE(view.protections.empty() && view.findings.empty() && view.decisions.empty());
    EXPECT_EQ(worklist(office, desk(), {}).rows.size(), 1u);
    EXPECT_GT(acknowledgementLetter(office, desk(), logged.requestId).size(), 500u);
    EXPECT_EQ(packageView(office, desk(), logged.requestId).state, "none");
    EXPECT_TRUE(findHouseholds(office, desk(), "").empty()) << "no leafing through all households";
    EXPECT_EQ(findHouseholds(office, desk(), "novak").size(), 1u);
    EXPECT_EQ(viewHousehold(office, reviewer(), household().id).facts.persons.size(), 4u);
}

TEST_F(Protection, TheDeskLetsGoOfAHouseholdItEnteredWhenTheRequestIsLogged) {
    auto other = family();
    other.id = "gezin-nieuw", other.protections.clear();
    for (auto& person : other.persons) person.bsn.clear(), person.family = "Nieuw", person.addresses.clear();
    const auto made = importCase(office, desk(), "", redaction::household::toJson(other));
    ASSERT_TRUE(made.done) << made.words;
    EXPECT_EQ(viewHousehold(office, desk(), made.householdId).facts.persons.size(), 4u) << "it typed them";
    auto form = fathersForm();
    form.householdId = made.householdId;
    const auto logged = logRequest(office, desk(), form);
    ASSERT_TRUE(logged.done);
    EXPECT_THROW(viewHousehold(office, desk(), made.householdId), Failure);
    EXPECT_TRUE(viewCase(office, desk(), logged.requestId).atDesk);
}

TEST_F(Protection, EnteredAgainElsewhereCannotBeLost) {
    auto again = family();
    again.id = "gezin-opnieuw";
    again.protections.clear();
    EXPECT_EQ(importCase(office, reviewer(), "", redaction::household::toJson(again)).code, "not-allowed");
    // By hand, one by one: then no request can be logged there.
    const auto made = createHousehold(office, reviewer(), "gezin-met-de-hand");
    for (const auto& person : again.persons) ASSERT_TRUE(addFact(office, reviewer(), made.householdId, {"person", service::store::bodyOf(person), "BRP", "", "", 0}).done);
    auto form = fathersForm();
    form.householdId = made.householdId;
    const auto preview = previewRequest(office, reviewer(), form);
    EXPECT_TRUE(std::any_of(preview.findings.begin(), preview.findings.end(), [](const auto& it) { return it.code == "protection-elsewhere"; }));
    EXPECT_FALSE(preview.mayBeLogged);
}

TEST_F(Protection, APartnerWhoseNameTellsThePlaceIsNamedInNothing) {
    answered("vt", "delivered-in-full"), answered("lt", "nothing-held");
    EXPECT_TRUE(standing().hiddenPartners.empty());
    EXPECT_EQ(decisionLetters(office, standing(), {}).files.size(), 2u);
    hideTeam();
    EXPECT_EQ(standing().hiddenPartners, std::set<std::string>{"lt"});
    const auto letters = decisionLetters(office, standing(), {});
    ASSERT_EQ(letters.files.size(), 1u);
    EXPECT_EQ(letters.files.front().title.find("Lokaal team"), std::string::npos);
    const auto words = wordsOfHidden(office, standing().hiddenPartners);
    EXPECT_EQ(words.front(), "Lokaal team Proefstad");
    EXPECT_EQ(signOffSummary(office, privacyOfficer(), request().id).unnamedPartners, std::vector<std::string>{"Lokaal team Proefstad"});
}

TEST_F(Protection, AShelterIsHiddenWhereverAPlaceIs) {
    auto shelter = store->partners().load("lt");
    shelter.revealsPlace = true;
    store->partners().save(shelter);
    EXPECT_EQ(standing().hiddenPartners.count("lt"), 1u);
    auto mothers = store->requests().load(request().id);
    mothers.requesterId = "moeder", mothers.subjects = {"moeder"};
    EXPECT_TRUE(hiddenPartners(office, store->households().load(household().id), mothers).empty()) << "she knows where she lives";
}

TEST_F(Protection, WhatSuchAPartnerDeliveredIsJudgedAndItsNameWithheldEverywhere) {
    redaction::document::Document own, others;
    own.text = U"Pim slaapt goed.", others.text = U"Overleg met het lokaal team Proefstad over school.";
    std::vector<policy::Fragment> fragments{{"eigen", "lt", &own}, {"ander", "vt", &others}};
    policy::Proposal release;
    release.fragment = "eigen", release.end = 16, release.scope = policy::Scope::passage, release.decision = policy::Decision::release;
    std::vector<policy::Proposal> proposals{release};
    closeHiddenPartners(office, {"lt"}, fragments, proposals);
    ASSERT_EQ(proposals.size(), 2u);
    EXPECT_EQ(proposals[0].decision, policy::Decision::judge);
    EXPECT_EQ(proposals[1].decision, policy::Decision::redact);
    EXPECT_EQ(proposals[1].ground, "safety");
    EXPECT_EQ(others.text.substr(proposals[1].start, proposals[1].end - proposals[1].start), U"lokaal team Proefstad");
}

TEST_F(Protection, ALetterNobodyLoggedIsGoneAfterADay) {
    const auto kept = startPrefill(office, desk(), "brief.txt", "Geachte mevrouw, ik wil inzage.", "");
    const auto logged = startPrefill(office, desk(), "brief.txt", "Geachte heer, ik wil inzage.", "");
    const auto blob = textOf("SELECT id FROM blob WHERE key_id = '" + kept.letterId + "'");
    auto form = fathersForm();
    form.letterId = logged.letterId;
    ASSERT_TRUE(logRequest(office, desk(), form).done);
    JobRunner runner(office, 0, [](const std::string&) {});
    for (const auto& kind : {"prefill", "collect"}) raw(std::string("UPDATE job SET state = 'done' WHERE kind = '") + kind + "'");
    EXPECT_FALSE(runner.runOne());
    clock.advance(25h);
    while (runner.runOne()) {
    }
    EXPECT_FALSE(store->blobs().exists(blob) && !textOf("SELECT wrapped FROM request_key WHERE id = '" + kept.letterId + "'").empty());
    EXPECT_THROW(store->blobs().read(blob), service::store::StoreError);
    EXPECT_THROW(prefillState(office, desk(), kept.letterId), Failure);
    EXPECT_TRUE(incomingLetter(office, desk(), logged.letterId).has_value());
    EXPECT_EQ(entries("letter.forgotten"), 1u);
}

}  // namespace
}  // namespace service::casework
