// How it is established who asks, and what a child thinks of it.
#include "service/casework/identity.h"

#include <algorithm>

#include "service/casework/child_view.h"
#include "service/casework/collection.h"
#include "service/casework/mailing.h"
#include "service/casework/people_rules.h"
#include "service/casework/review.h"
#include "tests/unit/casework/mail_server.h"
#include "tests/unit/casework/reviewed_office.h"

namespace service::casework {
namespace {

using namespace std::chrono_literals;

class Identity : public ReviewedOffice {
  protected:
    Identity() { raw("UPDATE privacy_request SET identity_method = 'not-yet'"); }
    FormOutcome recorded(IdentityForm form) {
        if (form.on.empty()) form.on = "2026-03-02";
        return recordIdentity(office, reviewer(), request().id, form);
    }
    store::Request now() { return store->requests().load(request().id); }
    // A telephone known since last year.
    std::string phone(const char* recordedAt = "2025-12-01T09:00:00Z") {
        store::Channel it;
        it.householdId = household().id, it.personId = "vader", it.kind = "phone", it.address = "06 12345678", it.place = "0612345678";
        it.from = std::chrono::year{2025} / 12 / 1, it.source = "dossier", it.recordedBy = els;
        const auto noon = clock.now();
        clock.moveTo(momentFromIso(recordedAt));
        const auto made = store->channels().add(it);
        clock.moveTo(noon);
        return made.id;
    }
};

TEST_F(Identity, NothingIsAskedOfPartnersWhileItIsOpen) {
    raw("UPDATE privacy_request SET step = 'logged'");
    const auto refused = startCollection(office, reviewer(), request().id);
    EXPECT_EQ(refused.code, "identity-open");
    EXPECT_EQ(store->collections().ofRequest(request().id).size(), 0u);
    ASSERT_TRUE(recorded({"passport", "", ""}).done);
    EXPECT_TRUE(startCollection(office, reviewer(), request().id).done);
}

TEST_F(Identity, ARequestThatRepeatsAnotherSaysWhichAsLongAsNobodyKnowsWhoAsks) {
    EXPECT_EQ(whyNotProcessed(office, now()).find("LW-"), std::string::npos);
    store::NewRequest twice = now();
    twice.id.clear(), twice.letterBlob.clear(), twice.applicationId.clear();
    const auto other = store->requests().add(twice);
    EXPECT_NE(whyNotProcessed(office, other).find(now().reference), std::string::npos);
}

TEST_F(Identity, WhatWasSeenByWhomAndWhenIsKeptAndNoNumber) {
    EXPECT_EQ(recorded({"passport", "", "NX4T72K91 gezien"}).field, "note");
    EXPECT_EQ(recorded({"passport", "", "nummer 123456789"}).field, "note");
    EXPECT_EQ(recorded({"via-partner", "", "", "", "vt"}).field, "seen_by");
    EXPECT_EQ(recorded({"via-partner", "", "", "Lia Bos", "niemand"}).field, "partner");
    EXPECT_EQ(recorded({"code-sent", "", ""}).code, "code-needed");
    EXPECT_EQ(recorded({"refused", "", ""}).field, "note");
    ASSERT_TRUE(recorded({"via-partner", "", "", "Lia Bos", "vt"}).done);
    ASSERT_TRUE(recorded({"passport", "", "aan de balie op 2 maart 2026"}).done);
    const auto view = viewIdentity(office, reviewer(), request().id);
    ASSERT_EQ(view.checks.size(), 2u);
    EXPECT_EQ(view.checks[0].seenBy, "Els");
    EXPECT_EQ(view.checks[1].partnerName, "Veilig Thuis Proefland");
    EXPECT_FALSE(view.open);
    EXPECT_THROW(raw("UPDATE identity_check SET note = ''"), std::runtime_error);
    EXPECT_THROW(raw("DELETE FROM identity_check"), std::runtime_error);
}

// Procedure P12: put aside by a human's decision, never by default.
TEST_F(Identity, WhoLetsNoOneKnowWhoTheyAreIsPutToAPrivacyOfficer) {
    ASSERT_TRUE(recorded({"refused", "", "drie keer gevraagd, wil niets laten zien"}).done);
    EXPECT_NE(whyNotProcessed(office, now()).find("privacy officer"), std::string::npos);
    EXPECT_EQ(now().step, store::Step::review);
}

TEST_F(Identity, ACodeIsSentToWhatWasKnownBeforeAndTriedAFewTimesOnly) {
    EXPECT_EQ(sendIdentityCode(office, reviewer(), request().id, phone("2026-03-01T09:00:00Z")).code, "channel-closed") << "given with the request";
    raw("UPDATE channel SET ended_at = '2026-03-02T09:00:00Z', ended_by = 'els', ended_why = 'x'");
    const auto known = phone();
    const auto sent = sendIdentityCode(office, reviewer(), request().id, known);
    ASSERT_TRUE(sent.done) << sent.words;
    ASSERT_EQ(sent.secret.size(), 8u);
    EXPECT_EQ(textOf("SELECT code_hash FROM identity_code").find(sent.secret), std::string::npos);
    EXPECT_EQ(checkIdentityCode(office, reviewer(), request().id, "00000000").code, "code-wrong");
    EXPECT_EQ(viewIdentity(office, reviewer(), request().id).code->triesLeft, loadPeopleRules(office.templates).code.mostTries - 1);
    ASSERT_TRUE(checkIdentityCode(office, reviewer(), request().id, sent.secret).done);
    EXPECT_EQ(now().identityMethod, "code-sent");
    EXPECT_EQ(checkIdentityCode(office, reviewer(), request().id, sent.secret).code, "code-wrong") << "used once";
}

TEST_F(Identity, ACodeEndsAfterItsTriesAndItsDays) {
    const auto known = phone();
    auto sent = sendIdentityCode(office, reviewer(), request().id, known);
    for (int i = 0; i < loadPeopleRules(office.templates).code.mostTries; ++i) checkIdentityCode(office, reviewer(), request().id, "1");
    EXPECT_FALSE(checkIdentityCode(office, reviewer(), request().id, sent.secret).done);
    sent = sendIdentityCode(office, reviewer(), request().id, known);
    clock.advance(std::chrono::days{15});
    EXPECT_FALSE(checkIdentityCode(office, reviewer(), request().id, sent.secret).done);
    EXPECT_EQ(now().identityMethod, "not-yet");
    EXPECT_THROW(raw("UPDATE identity_code SET tries = 0"), std::runtime_error);
}

// Over a real mail server; nobody's name in it.
TEST_F(Identity, ACodeGoesByMailToAMailboxThatWasKnown) {
    const tests::MailServerProcess server(folder.parent_path(), "starttls");
    const Actor administrator{jan, Role::administrator, "Jan"};
    store::Channel mailbox;
    mailbox.householdId = household().id, mailbox.personId = "vader", mailbox.kind = "email", mailbox.address = "novak@voorbeeld.test", mailbox.place = mailbox.address;
    mailbox.from = std::chrono::year{2025} / 12 / 1, mailbox.source = "dossier", mailbox.recordedBy = els;
    const auto id = store->channels().add(mailbox).id;
    raw("UPDATE privacy_request SET received_on = '2026-03-03'");
    EXPECT_EQ(sendIdentityCode(office, reviewer(), request().id, id).code, "no-server");
    ASSERT_TRUE(saveMail(office, administrator, {"localhost", std::to_string(server.port()), "starttls", "lakwerk", "een geheim", "lakwerk@regio.test", server.certificate(), ""}).done);
    const auto sent = sendIdentityCode(office, reviewer(), request().id, id);
    ASSERT_TRUE(sent.done) << sent.words;
    EXPECT_EQ(sent.secret, "") << "nobody here sees it";
    const auto message = server.message(1);
    EXPECT_NE(message.find("to: novak@voorbeeld.test"), std::string::npos) << message;
    EXPECT_EQ(message.find("Novák"), std::string::npos);
    const auto at = message.find("Uw code is ");
    ASSERT_NE(at, std::string::npos) << message;
    EXPECT_TRUE(checkIdentityCode(office, reviewer(), request().id, message.substr(at + 11, 8)).done);
}

class ChildsView : public ReviewedOffice {
  protected:
    ChildsView() {
        for (const auto& fact : store->households().facts(household().id))
            if (fact.kind == store::FactKind::person && fact.body.find("\"kind1\"") != std::string::npos) {
                auto body = fact.body;
                body.replace(body.find("2017-11-30"), 10, "2012-11-30");
                store->households().changeFact(fact.id, store->households().loadHousehold(household().id).version, body, els);
            }
        raw("UPDATE privacy_request SET capacity = 'parent'");
        decideEverything();
    }
    void partnerSays(const std::string& policy) {
        auto partner = store->partners().load("vt");
        partner.childView = policy;
        store->partners().save(partner);
    }
    FormOutcome said(const ChildViewForm& form) { return recordChildView(office, reviewer(), request().id, "kind1", form); }
    store::Request now() { return store->requests().load(request().id); }
};

TEST_F(ChildsView, BlocksWhereAPartnerWantsItKnownAndWarnsElsewhere) {
    EXPECT_TRUE(childViewBlocks(office, now()).empty());
    ASSERT_EQ(childViewCautions(office, now()).size(), 1u);
    EXPECT_EQ(childViewCautions(office, now()).front().find("Pim"), std::string::npos);
    partnerSays("required");
    EXPECT_TRUE(childViewCautions(office, now()).empty());
    EXPECT_EQ(finishReview(office, reviewer(), request().id).code, "blocked");
    ASSERT_TRUE(said({"not-safe", "vader zou het horen", "2026-03-02", "", ""}).done);
    EXPECT_TRUE(childViewBlocks(office, now()).empty());
    EXPECT_TRUE(finishReview(office, reviewer(), request().id).done);
}

TEST_F(ChildsView, IsAskedAnsweredAndWeighedAndStays) {
    EXPECT_EQ(said({"asked", "", "2026-03-02", "", "x"}).field, "answer");
    EXPECT_EQ(said({"asked", "", "2026-03-02", "ik wil het niet", ""}).field, "weighed");
    EXPECT_EQ(said({"not-safe", "", "2026-03-02", "", ""}).field, "why");
    EXPECT_EQ(said({"misschien", "", "2026-03-02", "", ""}).field, "asked");
    EXPECT_EQ(said({"asked", "", "2026-03-03", "nee", "ja"}).field, "on");
    ASSERT_TRUE(said({"not-able", "ziek", "2026-03-01", "", ""}).done);
    ASSERT_TRUE(said({"asked", "", "2026-03-02", "mama mag het weten, papa niet", "zo besloten"}).done);
    const auto children = childrenToHear(office, reviewer(), request().id);
    ASSERT_EQ(children.size(), 1u);
    ASSERT_EQ(children[0].views.size(), 2u);
    EXPECT_EQ(children[0].views[0].answer, "mama mag het weten, papa niet");
    EXPECT_THROW(raw("UPDATE child_view SET answer = 'iets anders'"), std::runtime_error);
    EXPECT_THROW(raw("DELETE FROM child_view"), std::runtime_error);
    EXPECT_EQ(numberOf("SELECT count(*) FROM audit_entry WHERE why LIKE '%mama mag%' OR details LIKE '%mama mag%'"), 0);
    const Actor desk{els, Role::frontDesk, "Balie"};
    EXPECT_THROW(childrenToHear(office, desk, request().id), Failure);
}

TEST_F(ChildsView, IsForChildrenOfTwelveToFifteenWhomAnotherAsksFor) {
    clock.moveTo(momentFromIso("2028-11-30T09:00:00Z"));
    EXPECT_TRUE(childViewCautions(office, now()).empty()) << "16 that day";
    clock.moveTo(momentFromIso("2028-11-29T09:00:00Z"));
    EXPECT_EQ(childViewCautions(office, now()).size(), 1u);
    raw("UPDATE privacy_request SET capacity = 'self'");
    EXPECT_TRUE(childViewCautions(office, now()).empty());
}

// A parent who sends a lawyer asks for the child all the same; a child that sends one itself needs not be heard about it.
TEST_F(ChildsView, IsAskedWhereALawyerAsksForAParent) {
    raw("UPDATE privacy_request SET capacity = 'representative', requester_id = 'prof1'");
    EXPECT_EQ(childViewCautions(office, now()).size(), 1u) << "nothing says that the child sent this one";
    partnerSays("required");
    EXPECT_FALSE(childViewBlocks(office, now()).empty());
    store->households().addFact(household().id, store->households().loadHousehold(household().id).version, store::FactKind::consent, R"({"person":"kind1","to":"prof1","scope":"machtiging voor inzage bij alle partners"})", els);
    EXPECT_TRUE(childViewBlocks(office, now()).empty());
}

TEST(PeopleRules, AreReadAndABrokenFileStops) {
    const auto templates = std::filesystem::path(LAKWERK_SOURCE_DIR) / "templates";
    EXPECT_GE(loadChannelRules(templates).kinds.size(), 5u);
    EXPECT_EQ(loadPeopleRules(templates).childView.policyOf("veilig-thuis"), "advised");
    EXPECT_THROW(parseChannelRules("{}"), PeopleRulesError);
    EXPECT_THROW(parseChannelRules(R"({"source":"x","kinds":[{"id":"post","words":"w","handling":"","carries":["duif"]}],"marks":[]})"), PeopleRulesError);
    EXPECT_THROW(parsePeopleRules(R"({"identity-code":{"digits":3,"most-tries":5,"valid-days":1,"source":"x"}})"), PeopleRulesError);
}

}  // namespace
}  // namespace service::casework
