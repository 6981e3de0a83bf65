#include "service/casework/overdue.h"

#include <algorithm>

#include "service/casework/breach_words.h"
#include "service/casework/case_file.h"
#include "service/casework/law_of_request.h"
#include "service/casework/milestones.h"
#include "service/casework/moments.h"
#include "service/casework/notices.h"
#include "service/casework/remedy_view.h"
#include "service/casework/term_table.h"
#include "service/casework/work_order_clock.h"
#include "service/requests/escalation.h"

namespace service::casework {

namespace {

using namespace std::chrono_literals;

struct BreachTerm {
    const char *name, *what;
    Moment end;
    std::chrono::hours length;
    bool open;
};

bool was(const std::vector<store::BreachEvent>& events, std::string_view kind, std::string_view value = {}) {
    return std::any_of(events.begin(), events.end(), [&](const auto& it) { return it.kind == kind && (value.empty() || it.value == value); });
}

std::vector<BreachTerm> termsOfBreach(Office& office, const store::Breach& breach) {
    const auto events = office.store.breaches().events(breach.id);
    const auto terms = termsOf(office, service::amsterdamDay(knownSince(breach, events)));
    const bool closed = was(events, "closed");
    const bool partners = std::all_of(breach.partners.begin(), breach.partners.end(), [&](const auto& id) { return was(events, "told-partner", id); });
    const bool authority = was(events, "told-authority") || was(events, "not-told-authority");
    return {{"partners", "de partners moeten bericht krijgen", partnersTold(office, breach, events), terms.breachToPartners, !closed && !partners},
            {"authority", "de Autoriteit Persoonsgegevens moet een melding krijgen", authorityTold(office, breach, events), terms.breachToAuthority, !closed && !authority}};
}

// A quarter of the hours is left.
Moment nearlyOver(const BreachTerm& term) { return term.end - std::chrono::duration_cast<std::chrono::seconds>(term.length) / 4; }

std::vector<std::string> withOfficers(Office& office, const store::Request& request) {
    auto ids = concernedBy(office, request);
    for (const auto& id : accountsFor(office, request, "privacy-officer"))
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    return ids;
}

void addBreach(Office& office, const store::Request& request, const store::Breach& breach, std::vector<Overdue>& all) {
    const auto now = office.environment.clock.now();
    for (const auto& term : termsOfBreach(office, breach)) {
        if (!term.open) continue;
        Overdue it;
        it.key = "breach/" + breach.id + "/" + term.name, it.by = service::amsterdamDay(term.end), it.accountIds = withOfficers(office, request);
        it.level = now > term.end ? 3 : now >= nearlyOver(term) ? 2 : 1;
        it.subject = breach.reference + (it.level == 3 ? ": een termijn van een datalek is voorbij" : ": een termijn van een datalek loopt");
        it.words = "Datalek " + breach.reference + ": " + term.what + (it.level == 3 ? "; dat kon tot " : " vóór ") + dutchMoment(term.end) + (it.level == 3 ? " en is te laat." : ".");
        it.page = "/datalekken/" + breach.id;
        it.onWorklist = it.level > 1;  // that it was recorded, is told there already
        all.push_back(std::move(it));
    }
}

// First who handles it, after some working days the privacy officer too.
void addBoth(Office& office, const store::Request& request, Overdue it, std::vector<Overdue>& all) {
    if (std::chrono::sys_days{today(office)} <= std::chrono::sys_days{it.by}) return;
    if (it.page.empty()) it.page = "/verzoeken/" + request.id + "/punten";
    it.accountIds = accountsFor(office, request, "professional");
    if (it.accountIds.empty()) it.accountIds = concernedBy(office, request);
    all.push_back(it);
    const auto patience = calendarOf(office).moveWorkingDays(it.by, loadTermTable(office.templates).escalation.officerAfterWorkingDays);
    if (std::chrono::sys_days{today(office)} <= std::chrono::sys_days{patience}) return;
    it.level = 2, it.accountIds = accountsFor(office, request, "privacy-officer");
    all.push_back(std::move(it));
}

// Mail lies about, and a partner's or a recipient's name alone may tell where somebody stays.
void addOrders(Office& office, const store::Request& request, std::vector<Overdue>& all) {
    for (const auto& order : office.store.items().orders(request.id)) {
        if (order.confirmedOn) continue;
        Overdue it;
        it.key = "order/" + order.id, it.by = order.dueOn, it.subject = request.reference + ": een opdracht aan een partner is niet bevestigd";
        it.words = "Een opdracht aan een partner had uiterlijk " + requests::longDutchDate(it.by) + " bevestigd moeten zijn.";
        addBoth(office, request, std::move(it), all);
    }
}

// Basis: AVG art. 19
void addRecipients(Office& office, const store::Request& request, std::vector<Overdue>& all) {
    for (const auto& recipient : office.store.items().recipients(request.id)) {
        if (recipient.recordedAt) continue;
        Overdue it;
        it.key = "recipient/" + recipient.id, it.by = recipientDue(office, request, recipient), it.subject = request.reference + ": een ontvanger is niet ingelicht";
        it.words = "Een ontvanger van de gegevens had uiterlijk " + requests::longDutchDate(it.by) + " moeten horen wat er is veranderd.";
        addBoth(office, request, std::move(it), all);
    }
}

// Basis: Awb art. 7:10, 9:11; Convenant art. 6.4
void addRemedies(Office& office, const store::Request& request, std::vector<Overdue>& all) {
    for (const auto& remedy : office.store.remedies().ofApplication(request.applicationId)) {
        if (remedy.requestId != request.id) continue;
        const auto events = office.store.remedies().events(remedy.id);
        const auto due = requests::parseIso(remedyDue(office, remedy));
        if (!due || std::any_of(events.begin(), events.end(), [](const auto& it) { return it.kind == "outcome"; })) continue;
        Overdue it;
        it.key = "remedy/" + remedy.id, it.by = *due, it.page = "/na-de-beslissing/" + remedy.id;
        it.subject = request.reference + ": na een beslissing moest er een antwoord zijn";
        it.words = "Er kwam iets binnen na de beslissing (" + remedyKindWords(remedy.kind) + "). Het antwoord had er uiterlijk " + requests::longDutchDate(it.by) + " moeten zijn.";
        addBoth(office, request, std::move(it), all);
    }
}

}  // namespace

std::vector<Overdue> overdueOf(Office& office, const store::Request& request) {
    std::vector<Overdue> all;
    addOrders(office, request, all);
    addRecipients(office, request, all);
    addRemedies(office, request, all);
    for (const auto& breach : office.store.breaches().ofRequest(request.id)) addBreach(office, request, breach, all);
    return all;
}

std::vector<std::chrono::seconds> breachRounds(Office& office, const store::Breach& breach) {
    const auto now = office.environment.clock.now();
    std::vector<std::chrono::seconds> rounds{0s};
    for (const auto& term : termsOfBreach(office, breach))
        for (const auto at : {nearlyOver(term), term.end + 1min})
            if (term.open && at > now) rounds.push_back(std::chrono::duration_cast<std::chrono::seconds>(at - now));
    return rounds;
}

}  // namespace service::casework
