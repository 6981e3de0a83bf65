// Milestones that slip are told to who must act, on the worklist and through a real mail server.
#include "service/casework/escalation.h"

#include <algorithm>

#include "service/casework/job_runner.h"
#include "service/casework/mailing.h"
#include "service/casework/words.h"
#include "service/casework/milestones.h"
#include "service/casework/notices.h"
#include "service/casework/overdue.h"
#include "service/casework/worklist.h"
#include "tests/unit/casework/mail_server.h"
#include "tests/unit/casework/reviewed_office.h"

namespace service::casework {
namespace {

class Escalating : public ReviewedOffice {
  protected:
    Escalating() {
        raw("UPDATE privacy_request SET received_on = '2026-03-02'");  // to be decided by Thursday 2 April; reviewed by 26 March
        for (const auto* action : {"acknowledgement.made", "proposals.made"}) store->audit().append({els, "professional", action, household().id, request().id, "", "", "{}"});
    }
    void today(const std::string& iso) { clock.moveTo(momentFromIso(iso + "T09:00:00Z")); }
    std::size_t toldTo(const Actor& actor) { return noticesFor(office, actor).size(); }
    Actor administrator() { return {jan, Role::administrator, "Jan"}; }
    void orderErasure(const std::string& due) {
        store::Item item;
        item.requestId = request().id, item.what = "verwijder het advies", item.addedBy = els;
        item = store->items().add(item);
        store::WorkOrder order;
        order.requestId = request().id, order.itemId = item.id, order.partnerId = "vt", order.kind = "erase", order.dueOn = requests::parseIso(due).value();
        ASSERT_TRUE(store->items().order(order));
    }
    MailForm formFor(const tests::MailServerProcess& server) {
        return {"localhost", std::to_string(server.port()), "starttls", "lakwerk", "een geheim", "lakwerk@regio.test", server.certificate(), "https://lakwerk.regio.test"};
    }
};

TEST_F(Escalating, ASlippedMilestoneNamesThePersonAndIsToldOnce) {
    today("2026-03-26");
    EXPECT_EQ(escalate(office), 0u);
    today("2026-03-27");
    EXPECT_EQ(slippedWords(office, store->requests().load(request().id)), "Stukken beoordelen is 1 dag te laat: " + store->accounts().load(els).displayName);
    EXPECT_EQ(escalate(office), 1u);
    EXPECT_EQ(escalate(office), 0u);
    ASSERT_EQ(toldTo(reviewer()), 1u);
    EXPECT_NE(noticesFor(office, reviewer())[0].words.find("‘Stukken beoordelen’ had uiterlijk 26 maart 2026 klaar moeten zijn"), std::string::npos);
    EXPECT_EQ(toldTo(privacyOfficer()), 0u);
    const auto rows = worklist(office, reviewer(), {}).rows;
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_NE(std::find_if(rows[0].obstacles.begin(), rows[0].obstacles.end(), [](const auto& it) { return it.find("Stukken beoordelen is 1 dag te laat") == 0; }), rows[0].obstacles.end());
    today("2026-03-31");  // two working days and one more; signing off has slipped by then too
    escalate(office);
    EXPECT_EQ(toldTo(privacyOfficer()), 2u);
    EXPECT_EQ(store->delays().escalations(request().id)[0].mail, store::Mail::none);
}

TEST_F(Escalating, NobodyAssignedIsThePrivacyOfficersMatter) {
    store->assignments().unassign(household().id, els);
    today("2026-03-27");
    escalate(office);
    EXPECT_EQ(toldTo(privacyOfficer()), 1u);
    EXPECT_NE(noticesFor(office, privacyOfficer())[0].words.find("nog niemand toegewezen"), std::string::npos);
}

// What a partner does not confirm in time: first who handles it, then the privacy officer; by mail too, and nobody of the family in it.
TEST_F(Escalating, AnOrderThatAPartnerDoesNotConfirmIsToldLikeAMilestone) {
    const tests::MailServerProcess server(folder.parent_path(), "starttls");
    raw("UPDATE account SET email = 'els@regio.test' WHERE id = '" + els + "'");
    ASSERT_TRUE(saveMail(office, administrator(), formFor(server)).done);
    orderErasure("2026-03-16");
    const auto told = [&](const Actor& actor) {
        const auto all = noticesFor(office, actor);
        return std::count_if(all.begin(), all.end(), [](const auto& it) { return it.kind == "overdue"; });
    };
    today("2026-03-16");
    escalate(office);
    EXPECT_EQ(told(reviewer()), 0) << "the last day is in time";
    today("2026-03-17");
    escalate(office);
    escalate(office);
    EXPECT_EQ(told(reviewer()), 1);
    EXPECT_EQ(told(privacyOfficer()), 0);
    ASSERT_EQ(sendWaitingMail(office), 1u);
    const auto message = server.message(1);
    EXPECT_NE(message.find("had uiterlijk 16 maart 2026"), std::string::npos) << message;
    EXPECT_NE(message.find("/punten"), std::string::npos);
    for (const auto& person : store->households().load(household().id).persons)
        if (!person.family.empty()) { EXPECT_EQ(message.find(person.family), std::string::npos) << person.family; }
    today("2026-03-19");
    escalate(office);
    EXPECT_EQ(told(privacyOfficer()), 1) << "two working days and one more";
}

// AVG art. 19: who holds the data too must hear of it. They come up by themselves, like orders.
TEST_F(Escalating, ARecipientThatIsNotToldComesUpByItself) {
    store::Item item;
    item.requestId = request().id, item.what = "verwijder het advies", item.addedBy = els;
    item = store->items().add(item);
    today("2026-03-02");
    ASSERT_TRUE(store->items().mustTell(request().id, item.id, "basisschool De Linde"));
    const auto told = [&](const Actor& actor) {
        std::vector<std::string> all;
        for (const auto& it : noticesFor(office, actor))
            if (it.kind == "overdue") all.push_back(it.words);
        return all;
    };
    const auto obstacles = [&] { return joinedWords(worklist(office, reviewer(), {}).rows.at(0).obstacles); };
    today("2026-03-16");
    escalate(office);
    EXPECT_TRUE(told(reviewer()).empty()) << "ten working days";
    EXPECT_EQ(obstacles().find("ontvanger"), std::string::npos);
    today("2026-03-17");
    escalate(office);
    escalate(office);
    EXPECT_EQ(told(reviewer()), std::vector<std::string>{"Een ontvanger van de gegevens had uiterlijk 16 maart 2026 moeten horen wat er is veranderd."});
    EXPECT_TRUE(told(privacyOfficer()).empty());
    EXPECT_NE(obstacles().find("1 ontvanger is nog niet ingelicht: 1 dag te laat"), std::string::npos) << obstacles();
    today("2026-03-19");
    escalate(office);
    EXPECT_EQ(told(privacyOfficer()).size(), 1u);
    auto recipient = store->items().recipients(request().id).at(0);
    recipient.toldOn = requests::parseIso("2026-03-19"), recipient.how = "per brief", recipient.recordedBy = els;
    store->items().settle(recipient);
    EXPECT_EQ(obstacles().find("ontvanger"), std::string::npos);
}

// Basis: Awb art. 9:11
TEST_F(Escalating, AComplaintThatIsNotAnsweredInTimeComesUpByItself) {
    const tests::MailServerProcess server(folder.parent_path(), "starttls");
    raw("UPDATE account SET email = 'els@regio.test' WHERE id = '" + els + "'; UPDATE partner SET public_body = 1, contested = 0 WHERE id = 'vt'");
    ASSERT_TRUE(saveMail(office, administrator(), formFor(server)).done);
    store::RemedyCase complaint;
    complaint.applicationId = store->requests().load(request().id).applicationId, complaint.requestId = request().id, complaint.partnerId = "vt", complaint.kind = "own-complaint";
    complaint.receivedOn = std::chrono::year{2026} / 3 / 4, complaint.about = "het duurde te lang", complaint.recordedBy = els;
    const auto made = store->remedies().add(complaint);
    const auto told = [&](const Actor& actor) {
        const auto all = noticesFor(office, actor);
        return std::count_if(all.begin(), all.end(), [](const auto& it) { return it.kind == "overdue"; });
    };
    today("2026-04-15");
    escalate(office);
    EXPECT_EQ(told(reviewer()), 0) << "six weeks";
    today("2026-04-16");
    escalate(office);
    escalate(office);
    EXPECT_EQ(told(reviewer()), 1);
    EXPECT_EQ(told(privacyOfficer()), 0);
    sendWaitingMail(office);
    std::string mails;
    for (int number = 1; number <= 9; ++number) mails += server.message(number);
    EXPECT_NE(mails.find("/na-de-beslissing/" + made.id), std::string::npos) << mails;
    today("2026-04-20");
    escalate(office);
    EXPECT_EQ(told(privacyOfficer()), 1);
    store->remedies().addEvent({{}, made.id, "term", "2026-06-01", std::chrono::year{2026} / 4 / 20, "een commissie adviseert", els, {}});
    EXPECT_TRUE(overdueOf(office, store->requests().load(request().id)).empty()) << "the day as recorded goes before the law's";
    today("2026-06-02");
    EXPECT_EQ(overdueOf(office, store->requests().load(request().id)).size(), 1u);
    store->remedies().addEvent({{}, made.id, "outcome", "unfounded", std::chrono::year{2026} / 6 / 2, "afgehandeld", els, {}});
    EXPECT_TRUE(overdueOf(office, store->requests().load(request().id)).empty());
}

// Between the round and the mail somebody may have done it.
TEST_F(Escalating, NoMailGoesOutOnWhatIsDoneMeanwhile) {
    const tests::MailServerProcess server(folder.parent_path(), "starttls");
    raw("UPDATE account SET email = 'els@regio.test' WHERE id = '" + els + "'");
    ASSERT_TRUE(saveMail(office, administrator(), formFor(server)).done);
    orderErasure("2026-03-16");
    today("2026-03-17");
    escalate(office);
    ASSERT_EQ(store->delays().waitingForMail().size(), 1u);
    auto done = store->items().orders(request().id).at(0);
    done.confirmedOn = requests::parseIso("2026-03-17"), done.confirmedBy = "T. Beheer", done.recordedBy = els;
    store->items().confirm(done);
    EXPECT_EQ(sendWaitingMail(office), 0u);
    EXPECT_EQ(server.message(1), "");
    EXPECT_EQ(store->delays().escalations(request().id).at(0).mail, store::Mail::none);
}

// A mail that is tried for the fifth time waits long; one that was tried once does not wait with it.
TEST_F(Escalating, EachMailWaitsByItself) {
    raw("UPDATE account SET email = id || '@regio.test'");
    int port = 0;
    { port = tests::MailServerProcess(folder.parent_path(), "starttls").port(); }
    ASSERT_TRUE(saveMail(office, administrator(), {"localhost", std::to_string(port), "starttls", "", "", "lakwerk@regio.test", "", ""}).done);
    today("2026-03-31");
    escalate(office);
    const auto tries = [&](const std::string& account) {
        int most = 0;
        for (const auto& it : store->delays().escalations(request().id))
            if (it.accountId == account) most = std::max(most, it.mailTries);
        return most;
    };
    raw("UPDATE escalation SET mail_tries = 4 WHERE account_id = '" + officer + "'");
    sendWaitingMail(office);
    ASSERT_EQ(tries(officer), 5);
    ASSERT_EQ(tries(els), 1);
    JobRunner runner(office, 0, [](const std::string& line) { ADD_FAILURE() << line; });
    clock.advance(std::chrono::minutes{5});
    while (runner.runOne()) {
    }
    EXPECT_EQ(tries(els), 2);
    EXPECT_EQ(tries(officer), 5);
}

TEST_F(Escalating, TheRoundOfTheDayPutsTheNextInLine) {
    today("2026-03-27");
    queueEscalation(office);
    JobRunner runner(office, 0, [](const std::string& line) { ADD_FAILURE() << line; });
    ASSERT_TRUE(runner.runOne());
    EXPECT_EQ(toldTo(reviewer()), 1u);
    EXPECT_FALSE(runner.runOne());
    clock.advance(std::chrono::hours{24});
    EXPECT_TRUE(runner.runOne());
}

// A server that is away for a while is no reason to say nothing; one that stays away is somebody's to look at.
TEST_F(Escalating, MailThatDoesNotGoIsTriedAgainAFewTimesAndThenShownToWhomItWasFor) {
    raw("UPDATE account SET email = 'els@regio.test' WHERE id = '" + els + "'");
    int port = 0;
    { port = tests::MailServerProcess(folder.parent_path(), "starttls").port(); }  // nobody listens there any more
    ASSERT_TRUE(saveMail(office, administrator(), {"localhost", std::to_string(port), "starttls", "", "", "lakwerk@regio.test", "", ""}).done);
    const auto mail = [&] { return store->delays().escalations(request().id)[0].mail; };
    const auto obstacles = [&] { return joinedWords(worklist(office, reviewer(), {}).rows.at(0).obstacles); };
    today("2026-03-27");
    escalate(office);
    JobRunner runner(office, 0, [](const std::string& line) { ADD_FAILURE() << line; });
    EXPECT_EQ(sendWaitingMail(office), 0u);
    EXPECT_EQ(mail(), store::Mail::waiting);
    EXPECT_NE(obstacles().find("Lakwerk probeert het opnieuw"), std::string::npos) << obstacles();
    EXPECT_FALSE(runner.runOne()) << "not at once";
    int rounds = 0;
    for (auto pause = std::chrono::minutes{5}; mail() == store::Mail::waiting && rounds < 10; pause *= 2, ++rounds) {
        clock.advance(pause);
        ASSERT_TRUE(runner.runOne()) << rounds;
    }
    EXPECT_EQ(rounds, 5);
    EXPECT_EQ(mail(), store::Mail::failed);
    EXPECT_FALSE(runner.runOne());
    for (const auto& who : {reviewer(), privacyOfficer()}) {
        const auto notices = noticesFor(office, who);
        EXPECT_TRUE(std::any_of(notices.begin(), notices.end(), [](const auto& it) { return it.kind == "mail-failed"; })) << who.displayName;
    }
    EXPECT_NE(obstacles().find("kon niet worden verstuurd"), std::string::npos) << obstacles();
}

TEST_F(Escalating, MailGoesOutOverStartTlsAndNamesNobodyOfTheFamily) {
    const tests::MailServerProcess server(folder.parent_path(), "starttls");
    raw("UPDATE account SET email = 'els@regio.test' WHERE id = '" + els + "'");
    ASSERT_TRUE(saveMail(office, administrator(), formFor(server)).done);
    EXPECT_EQ(textOf("SELECT count(*) FROM setting WHERE value LIKE '%een geheim%'"), "0");
    today("2026-03-27");
    escalate(office);
    EXPECT_EQ(sendWaitingMail(office), 1u);
    EXPECT_EQ(sendWaitingMail(office), 0u);
    const auto message = server.message(1);
    EXPECT_NE(message.find("over TLS: True\nsigned in: True\nto: els@regio.test"), std::string::npos) << message;
    EXPECT_NE(message.find(store->requests().load(request().id).reference), std::string::npos);
    EXPECT_NE(message.find("/termijnen"), std::string::npos);
    for (const auto& person : store->households().load(household().id).persons)
        if (!person.family.empty()) { EXPECT_EQ(message.find(person.family), std::string::npos) << person.family; }
    EXPECT_EQ(store->delays().escalations(request().id)[0].mail, store::Mail::sent);
}

TEST_F(Escalating, NothingGoesOutUnencryptedOrToAServerThatIsNotItself) {
    const Mail mail{"els@regio.test", "Onderwerp", "Tekst\n"};
    MailServer to{"localhost", 0, MailServer::Security::startTls, "lakwerk", "een geheim", "lakwerk@regio.test", ""};
    const auto refused = [&](const tests::MailServerProcess& server, const std::string& ca, const char* words) {
        to.port = server.port(), to.caFile = ca;
        const auto sent = sendMail(to, mail);
        EXPECT_FALSE(sent.done);
        EXPECT_NE(sent.words.find(words), std::string::npos) << sent.words;
        EXPECT_EQ(server.message(1), "");
        EXPECT_EQ(server.signIn(), "") << "the password stays here";
    };
    const tests::MailServerProcess plain(folder.parent_path(), "plain"), other(folder.parent_path(), "starttls", "mail.elders.test"), good(folder.parent_path(), "starttls");
    refused(plain, plain.certificate(), "STARTTLS");
    refused(other, other.certificate(), "certificaat");
    refused(good, "", "certificaat");
    to.caFile = good.certificate(), to.port = good.port(), to.password = "verkeerd";
    EXPECT_NE(sendMail(to, mail).words.find("weigert de aanmelding"), std::string::npos);
    to.port = 1;
    EXPECT_EQ(sendMail(to, mail).words, "De mailserver is niet bereikbaar.");
    const tests::MailServerProcess early(folder.parent_path(), "tls");
    MailServer over = to;
    over.security = MailServer::Security::tls, over.port = early.port(), over.caFile = early.certificate(), over.password = "een geheim";
    const auto sent = sendMail(over, mail);
    EXPECT_TRUE(sent.done) << sent.words;
    EXPECT_NE(early.message(1).find("over TLS: True\nsigned in: True"), std::string::npos);
}

TEST_F(Escalating, TheMailServerIsForAnAdministratorToSet) {
    EXPECT_THROW(saveMail(office, reviewer(), {}), Failure);
    MailForm form{"smtp.regio.test", "0", "starttls", "", "", "lakwerk@regio.test", "", ""};
    EXPECT_EQ(saveMail(office, administrator(), form).field, "port");
    form.port = "587", form.host = "smtp regio";
    EXPECT_EQ(saveMail(office, administrator(), form).field, "host");
    form.host = "smtp.regio.test", form.security = "plain";
    EXPECT_EQ(saveMail(office, administrator(), form).field, "security");
    form.security = "tls", form.from = "lakwerk";
    EXPECT_EQ(saveMail(office, administrator(), form).field, "from");
    EXPECT_EQ(tryMail(office, administrator()).code, "no-server");
    form.from = "lakwerk@regio.test";
    ASSERT_TRUE(saveMail(office, administrator(), form).done);
    EXPECT_EQ(tryMail(office, administrator()).code, "no-address");
}

}  // namespace
}  // namespace service::casework
