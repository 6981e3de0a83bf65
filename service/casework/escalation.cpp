#include "service/casework/escalation.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

#include "service/casework/case_file.h"
#include "service/casework/household_change.h"
#include "service/casework/jobs.h"
#include "service/casework/law_of_request.h"
#include "service/casework/mailing.h"
#include "service/casework/milestones.h"
#include "service/casework/notices.h"
#include "service/casework/overdue.h"
#include "service/casework/queue.h"
#include "service/casework/term_table.h"

namespace service::casework {

namespace {

using namespace std::chrono_literals;
constexpr auto nextRound = 6h;  // of the day after, in Amsterdam
constexpr int mostMailTries = 6;    // after 5, 10, 20, 40 and 80 minutes

std::chrono::seconds pauseOfMail(int tries) { return 5min * (1 << (tries - 1)); }

std::string slippedSentence(const MilestoneLine& line) {
    return "‘" + line.milestone.rule.name + "’ had uiterlijk " + requests::longDutchDate(line.milestone.by) + " klaar moeten zijn. Aan zet: " + line.who + ".";
}

bool tellOne(Office& office, const store::Request& request, const MilestoneLine& line, int level, const std::string& accountId) {
    const auto account = office.store.accounts().find(accountId);
    const bool mails = sendsMail(office) && account && !account->email.empty();
    const store::Escalation told{request.id, line.milestone.rule.id, line.milestone.by, level, accountId, {}, mails ? store::Mail::waiting : store::Mail::none, ""};
    if (!office.store.delays().escalate(told)) return false;
    notify(office, {accountId}, request, "milestone-slipped", slippedSentence(line));
    return true;
}

// Nobody to act: whoever the request concerns must see to it that somebody does.
std::size_t tellAbout(Office& office, const store::Request& request, const MilestoneLine& line, int level) {
    std::size_t told = 0;
    const auto persons = line.accountIds.empty() ? concernedBy(office, request) : line.accountIds;
    for (const auto& id : persons) told += tellOne(office, request, line, 1, id);
    if (level > 1)
        for (const auto& id : accountsFor(office, request, "privacy-officer")) told += tellOne(office, request, line, 2, id);
    if (told > 0) record(office, theServiceItself(), trailOf(request, "milestone.escalated", {}, nlohmann::json{{"milestone", line.milestone.rule.name}}.dump()));
    return told;
}

// What is told beside milestones: orders and the hours of a breach.
std::size_t tellOverdue(Office& office, const store::Request& request, const Overdue& overdue) {
    std::size_t told = 0;
    for (const auto& id : overdue.accountIds) {
        const auto account = office.store.accounts().find(id);
        store::Escalation it;
        it.requestId = request.id, it.milestone = overdue.key, it.byDay = overdue.by, it.level = overdue.level, it.accountId = id;
        it.mail = sendsMail(office) && account && !account->email.empty() ? store::Mail::waiting : store::Mail::none;
        if (!office.store.delays().escalate(it)) continue;
        if (overdue.onWorklist) notify(office, {id}, request, "overdue", overdue.words);
        ++told;
    }
    if (told > 0) record(office, theServiceItself(), trailOf(request, "overdue.escalated", {}, nlohmann::json{{"what", overdue.words}}.dump()));
    return told;
}

Mail mailOf(Office& office, const Overdue& overdue, const store::Account& account) {
    const auto address = office.store.settings().get("mail.address", "");
    return {account.email, overdue.subject, overdue.words + "\n" + (address.empty() ? "" : "\n" + address + overdue.page + "\n")};
}

// No names of the family and nothing of the dossier: mail lies about. Absent: what it would tell was done meanwhile.
std::optional<Mail> mailAbout(Office& office, const store::Escalation& it, const store::Account& account) {
    const auto request = office.store.requests().load(it.requestId);
    for (const auto& overdue : overdueOf(office, request))
        if (overdue.key == it.milestone) return mailOf(office, overdue, account);
    std::string sentence;
    for (const auto& line : milestonesOf(office, request))
        if (line.milestone.rule.id == it.milestone && line.milestone.state == requests::Milestone::slipped) sentence = slippedSentence(line);
    if (sentence.empty()) return std::nullopt;
    const auto address = office.store.settings().get("mail.address", "");
    std::string text = "Verzoek " + request.reference + "\n\n" + sentence + "\n\nDe laatste dag om te beslissen is " +
                       requests::longDutchDate(decisionClock(office, request).due.end) + ".\n";
    if (!address.empty()) text += "\n" + address + "/verzoeken/" + request.id + "/termijnen\n";
    return Mail{account.email, request.reference + ": een tussenstap is te laat", text};
}

// Each mail waits by itself: the pause of one does not move that of another.
std::string keyOf(const store::Escalation& it) {
    return it.requestId + " " + it.milestone + " " + requests::toIso(it.byDay) + " " + std::to_string(it.level) + " " + it.accountId;
}

// Bounded: a server that is away for a day is somebody's to look at. Whom it was for, sees on the worklist what it said.
void tryMailAgain(Office& office, const store::Escalation& it, const std::string& words) {
    office.store.transact([&] {
        office.store.delays().retryMail(it, words, pauseOfMail(it.mailTries + 1));
        if (it.mailTries + 1 < mostMailTries) return office.store.jobs().addLater(job::mail, keyOf(it), "{}", pauseOfMail(it.mailTries + 1)), void();
        office.store.delays().setMail(it, store::Mail::failed, words);
        const auto request = office.store.requests().load(it.requestId);
        auto ids = accountsFor(office, request, "privacy-officer");
        if (std::find(ids.begin(), ids.end(), it.accountId) == ids.end()) ids.push_back(it.accountId);
        notify(office, ids, request, "mail-failed", "Een e-mail over een te late tussenstap aan " + accountName(office, it.accountId) + " kon niet worden verstuurd. " + words);
    });
}

std::chrono::seconds untilNextRound(Office& office) {
    const auto local = service::amsterdamTime(office.environment.clock.now());
    const auto tomorrow = std::chrono::floor<std::chrono::days>(local) + std::chrono::days{1} + nextRound;
    return std::chrono::duration_cast<std::chrono::seconds>(tomorrow - local);
}

std::string dayNow(Office& office) { return requests::toIso(today(office)); }

}  // namespace

std::size_t escalate(Office& office) {
    std::size_t told = 0;
    const auto table = loadTermTable(office.templates);
    const auto calendar = calendarOf(office);
    for (const auto& request : office.store.requests().all()) {
        for (const auto& overdue : overdueOf(office, request)) told += office.store.transact([&] { return tellOverdue(office, request, overdue); });
        if (!isOpen(request)) continue;
        for (const auto& line : milestonesOf(office, request))
            if (const int level = requests::escalationLevel(line.milestone, table.escalation, today(office), calendar); level > 0)
                told += office.store.transact([&] { return tellAbout(office, request, line, level); });
    }
    return told;
}

std::size_t sendWaitingMail(Office& office) {
    const auto waiting = office.store.delays().waitingForMail();
    if (waiting.empty() || !sendsMail(office)) return 0;
    const auto server = mailServer(office);
    std::size_t sent = 0;
    for (const auto& it : waiting) {
        const auto account = office.store.accounts().find(it.accountId);
        if (!account || account->email.empty() || !account->active) {
            office.store.delays().setMail(it, store::Mail::none, "");
            continue;
        }
        const auto mail = mailAbout(office, it, *account);
        if (!mail) {
            office.store.delays().setMail(it, store::Mail::none, "");
            continue;
        }
        const auto outcome = sendMail(server, *mail);
        if (outcome.done) office.store.delays().setMail(it, store::Mail::sent, ""), ++sent;
        else tryMailAgain(office, it, outcome.words);
    }
    return sent;
}

std::vector<std::string> unsentMailWords(Office& office, const store::Request& request) {
    std::vector<std::string> words;
    for (const auto& it : office.store.delays().escalations(request.id)) {
        if (it.mail != store::Mail::failed && (it.mail != store::Mail::waiting || it.mailTries == 0)) continue;
        words.push_back("een e-mail aan " + accountName(office, it.accountId) + (it.mail == store::Mail::failed ? " kon niet worden verstuurd" : " is nog niet verstuurd; Lakwerk probeert het opnieuw"));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

void runMailing(Office& office, const store::Job& claimed, const StopSign&) {
    office.store.jobs().finish(claimed.id);  // what fails again puts the next one in line
    sendWaitingMail(office);
}

void queueEscalation(Office& office) {
    office.store.jobs().add(job::escalate, dayNow(office));
    office.wakeWorkers();
}

void queueBreachRounds(Office& office, const store::Breach& breach) {
    for (const auto after : breachRounds(office, breach)) {
        const auto at = service::toIso(office.environment.clock.now() + after);
        office.store.jobs().addLater(job::escalate, "breach " + breach.id + " " + at, "{}", after);
    }
    office.wakeWorkers();
}

// Each round puts the next one in line with its own end, so that a restart loses none.
void runEscalating(Office& office, const store::Job& claimed, const StopSign&) {
    escalate(office);
    sendWaitingMail(office);
    office.store.transact([&] {
        office.store.jobs().finish(claimed.id);
        office.store.jobs().addLater(job::escalate, requests::toIso(requests::addDays(today(office), 1)), "{}", untilNextRound(office));
    });
}

}  // namespace service::casework
