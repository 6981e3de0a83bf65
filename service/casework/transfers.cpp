#include "service/casework/transfers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

#include "redaction/marks/folded_text.h"
#include "service/casework/application_letters.h"
#include "service/casework/applications.h"
#include "service/casework/case_file.h"
#include "service/casework/guarded_words.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/household_change.h"
#include "service/casework/identity.h"
#include "service/casework/items.h"
#include "service/casework/law_of_request.h"
#include "service/casework/letter_guard.h"
#include "service/casework/mandates.h"
#include "service/casework/moments.h"
#include "service/casework/notices.h"
#include "service/casework/package_letters.h"
#include "service/casework/passing_days.h"
#include "service/casework/queue.h"
#include "service/casework/standing.h"
#include "service/casework/term_events.h"
#include "service/casework/words.h"
#include "service/letters/application_letters.h"

namespace service::casework {

namespace {

using store::Step;

struct TermStart {
    Date from;
    std::string words, english;
};

std::string dayOf(const Date& day) { return dutchDay(redaction::household::toIso(day)); }

// The region's desk receives for every partner, so the day it received counts. What came in at one partner alone, the right
// one receives when it is handed on. Basis: AVG art. 12(3); Privacyprotocol art. 9.1
TermStart termOf(Office& office, const store::Application& application, const store::Request& part) {
    if (part.partnerId.empty())  // of what several handled together one decides for itself after all: asked once, one term
        return {part.receivedOn, "Wij ontvingen het verzoek op " + dayOf(part.receivedOn) + ". De termijn verandert niet doordat een ander beslist.",
                "We received the request on " + requests::toIso(part.receivedOn) + ". The term does not change because somebody else decides."};
    if (application.contactPartner.empty())
        return {part.receivedOn, "Het verzoek kwam binnen bij de balie die voor alle organisaties ontvangt. Daarom telt de termijn vanaf " + dayOf(part.receivedOn) + ".",
                "The request came in at the desk that receives for all organisations. That is why the term counts from " + requests::toIso(part.receivedOn) + "."};
    return {today(office), "De organisatie die beslist, ontving het verzoek op " + dayOf(today(office)) + ". Daarom telt de termijn vanaf die dag.",
            "The organisation that decides received the request on " + requests::toIso(today(office)) + ". That is why the term counts from that day."};
}

store::NewRequest partFor(Office& office, const Actor& actor, const store::Request& old, const std::string& partnerId, const Date& from) {
    store::NewRequest part = old;
    part.id.clear(), part.partnerId = part.addressedTo = partnerId, part.togetherWith.clear(), part.reopens.clear(), part.reopenedWhy.clear();
    part.part = int(office.store.requests().ofApplication(old.applicationId).size()) + 1, part.receivedOn = from, part.createdBy = actor.accountId;
    if (!old.letterBlob.empty()) part.id = office.store.requests().makeId(), part.letterBlob = office.store.blobs().write(part.id, office.store.blobs().read(old.letterBlob));
    return part;
}

void involve(Office& office, const Actor& actor, const std::string& householdId, const std::string& partnerId) {
    auto partners = office.store.households().partners(householdId);
    if (std::any_of(partners.begin(), partners.end(), [&](const auto& it) { return it.partnerId == partnerId; })) return;
    partners.push_back({partnerId, {}});
    office.store.households().setPartners(householdId, partners, actor.accountId);
}

// What was decided or collected here is this partner's. Points that were only written down go along.
Outcome beginProblem(Office& office, const store::Request& part) {
    if (part.partnerId.empty()) return Outcome::refused("together", "Dit behandelen meer partners samen. Er is niets door te zenden: een partner die hierover beslist, hoort er al bij.");
    if (part.step == Step::logged) return Outcome::success();
    if (!isAnsweredByItems(part) || part.step == Step::collecting || part.step == Step::reading || !office.store.collections().ofRequest(part.id).empty())
        return Outcome::refused("too-late", "Er is al begonnen met verzamelen. Doorzenden kan alleen daarvoor.");
    if (part.step != Step::review || !office.store.items().latest(part.id).empty()) return Outcome::refused("too-late", "Er is al over een punt beslist. Doorzenden kan alleen daarvoor.");
    if (office.store.items().hasOpenWork(part.id))
        return Outcome::refused("work-open", "Deze partner heeft nog niet bevestigd dat de gegevens zolang niet worden gebruikt. Leg die bevestiging eerst vast bij de punten; daarna kunt u doorzenden.");
    return Outcome::success();
}

letters::TransferLetter letterFor(Office& office, const store::Application& application, const store::Request& old, const store::Request& made, const store::Partner& to,
                                  const std::string& reason) {
    letters::TransferLetter letter;
    const auto from = office.store.partners().find(old.partnerId);
    const auto standing = standingOf(office, old);
    letter.frame = frameOf(office, standing, from ? &*from : nullptr), letter.reader = readerOf(office, standing);
    letter.right = requests::rightFrom(old.right).value_or(requests::Right::access);
    letter.received = old.receivedOn, letter.sent = today(office), letter.due = decisionClock(office, made).due.end;
    letter.partner = to.name, letter.from = from ? from->name : office.store.settings().get("region.name", "de balie van de regio");
    letter.requester = nameIn(office.store.households().load(old.householdId), old.requesterId);
    letter.reason = reason;
    const auto term = termOf(office, application, old);
    letter.clock = letters::languageFrom(old.language) == letters::Language::english ? term.english : term.words;
    letter.rest = old.partnerId.empty();
    return letter;
}

// To the partner in Dutch, whatever the language of the requester.
letters::TransferLetter forPartner(Office& office, letters::TransferLetter letter, const store::Application& application, const store::Request& old, const store::Request& made,
                                   const store::Partner& to) {
    letter.frame.addresseeName = to.name, letter.frame.salutation.clear(), letter.frame.addresseeLines.clear();
    std::istringstream lines(to.address);
    for (std::string line; std::getline(lines, line);) letter.frame.addresseeLines.push_back(line);
    letter.frame.reference = made.reference;
    letter.clock = termOf(office, application, old).words;
    return letter;
}

Outcome problemOf(Office& office, const store::Request& part, const TransferForm& form) {
    if (auto problem = beginProblem(office, part); !problem.done) return problem;
    const auto to = office.store.partners().find(form.toPartner);
    if (!to || !to->active || to->id == part.partnerId) return Outcome::refused("partner-unknown", "Kies de partner die over deze gegevens beslist.");
    if (form.reason.empty()) return Outcome::refused("reason-missing", "Schrijf waarom deze partner beslist; de verzoeker leest dit.");
    const auto hidden = hiddenPartners(office, office.store.households().load(part.householdId), part);
    if (hidden.count(to->id) + hidden.count(part.partnerId) != 0)  // neither as who passes it on, nor as who receives it
        return Outcome::refused("not-named", "Deze partner staat in geen brief aan deze verzoeker. Overleg met een privacy officer hoe het verzoek daar komt.");
    return Outcome::success();
}

bool isOneOf(const std::vector<store::Partner>& partners, const std::string& id) {
    return std::any_of(partners.begin(), partners.end(), [&](const auto& it) { return it.id == id; });
}

// Who is in the middle of reading, or has signed and sent, does not lose a partner under way.
Outcome leavingProblem(Office& office, const store::Request& part, const TransferForm& form) {
    const auto leaving = decidingForThemselves(office, part);
    if (leaving.empty()) return beginProblem(office, part);
    if (!isOneOf(leaving, form.toPartner)) return Outcome::refused("partner-unknown", "Kies de partner die nu zelf beslist.");
    if (form.reason.empty()) return Outcome::refused("reason-missing", "Schrijf waarom deze partner beslist; de verzoeker leest dit.");
    if (part.step != Step::logged && part.step != Step::review && part.step != Step::signOff)
        return Outcome::refused("busy", "Er wordt nog verzameld, gelezen of ingepakt. Wacht tot dat klaar is; daarna kunt u dit deel doorgeven.");
    if (office.store.requests().partnersOf(part).size() < 2) return Outcome::refused("alone", "Zonder deze partner behandelt niemand dit verzoek. Laat een beheerder een nieuw mandaat vastleggen.");
    return Outcome::success();
}

// The requester asked once: the term, what stopped it and what lengthened it are those of the part it comes from.
void carryTerms(Office& office, const store::Request& from, const store::Request& to) {
    for (auto it : office.store.requests().suspensions(from.id)) it.requestId = to.id, it.letterBlob.clear(), office.store.requests().addSuspension(it);
    if (auto it = office.store.requests().findExtension(from.id)) it->requestId = to.id, it->letterBlob.clear(), office.store.requests().extend(*it);
}

// Signed or not: the others are looked at again without it.
void goOnWithout(Office& office, const store::Request& part, const std::string& why) {
    if (part.step == Step::logged) return;
    if (office.store.signOffs().standing(part.id)) office.store.signOffs().voidStanding(part.id, why);
    if (part.step == Step::signOff) office.store.reviews().reopen(part.id), office.store.requests().moveTo(part.id, Step::signOff, Step::review);
    queueProposing(office, part.id, why);
}

bool sameName(const std::string& a, const std::string& b) {
    return redaction::marks::FoldedText::fromUtf8(a).characters() == redaction::marks::FoldedText::fromUtf8(b).characters();
}

// Where that organisation is, is no secret, also where somebody hides in the same town.
std::vector<std::string> openOf(const OutsideForm& form) { return {form.name, form.address}; }

Outcome outsideProblem(Office& office, const store::Request& part, const Standing& standing, const OutsideForm& form) {
    if (auto problem = beginProblem(office, part); !problem.done) return problem;
    if (const auto unknown = whyNotProcessed(office, part); !unknown.empty()) return Outcome::refused("identity-open", unknown);  // names and days of birth go out
    if (form.name.empty() || form.address.empty()) return Outcome::refused("address-missing", "Vul de naam en het postadres van de organisatie in.");
    if (form.checkedHow.empty()) return Outcome::refused("not-checked", "Kijk de naam en het adres na bij de organisatie zelf, en schrijf op hoe u dat deed.");
    if (form.reason.empty()) return Outcome::refused("reason-missing", "Schrijf waarom deze organisatie beslist; de verzoeker leest dit.");
    for (const auto& it : office.store.partners().all())
        if (sameName(it.name, form.name)) return Outcome::refused("is-partner", "Deze organisatie is een partner van de regio. Zend het verzoek door via de lijst met partners.");
    if (standing.hiddenPartners.count(part.partnerId) != 0 || saysGuarded(office, standing, form.name + "\n" + form.address + "\n" + form.reason, openOf(form)))
        return Outcome::refused("not-named", "Dit kan niet in een brief aan deze verzoeker staan: het raakt wat voor hem of haar is afgeschermd. Overleg met een privacy officer.");
    return Outcome::success();
}

letters::TransferLetter outsideLetter(Office& office, const Standing& standing, const OutsideForm& form) {
    const auto& part = standing.request;
    const auto from = office.store.partners().find(part.partnerId);
    letters::TransferLetter letter;
    letter.frame = frameOf(office, standing, from ? &*from : nullptr), letter.reader = readerOf(office, standing);
    letter.right = requests::rightFrom(part.right).value_or(requests::Right::access);
    letter.received = part.receivedOn, letter.sent = today(office), letter.partner = form.name, letter.reason = form.reason;
    letter.from = from ? from->name : office.store.settings().get("region.name", "de balie van de regio");
    letter.requester = nameIn(standing.household, part.requesterId), letter.addressLines = addressLines(form.address);
    letter.clock = office.letterBook.word("transfer-clock", "outside", letters::languageFrom(part.language));
    for (const auto& id : part.subjects)
        if (const auto* person = redaction::household::findPerson(standing.household, id)) letter.about.push_back(nameWithBirth(*person));
    return letter;
}

letters::TransferLetter toOutside(letters::TransferLetter letter) {
    letter.frame.addresseeName = letter.partner, letter.frame.salutation.clear(), letter.frame.addresseeLines = letter.addressLines;
    return letter;
}

}  // namespace

bool mayTransfer(Office& office, const store::Request& part) {
    const auto problem = beginProblem(office, part);
    const bool leaves = isOpen(part) && office.store.requests().partnersOf(part).size() > 1 && !decidingForThemselves(office, part).empty();
    return problem.done || problem.code == "work-open" || leaves;  // the page says what to do first
}

// Basis: Awb art. 2:3; AVG art. 12(3): the term of who decides counts from when it receives the request
TransferOutcome transferOutside(Office& office, const Actor& actor, std::string_view requestId, const OutsideForm& form) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto old = requireRequest(office, actor, requestId);
    const auto standing = standingOf(office, old);
    TransferOutcome outcome;
    if (const auto problem = outsideProblem(office, old, standing, form); !problem.done) return outcome.code = problem.code, outcome.words = problem.words, outcome;
    const auto letter = outsideLetter(office, standing, form);
    try {
        office.store.transact([&] {
            office.store.applications().addTransfer({{}, old.id, {}, form.name, form.reason, today(office), {}, today(office), letter.clock, actor.accountId, {}});
            keepLetter(office, actor, old, store::ApplicationLetterKind::transfer, letters::transfer(office.letterBook, letters::languageFrom(old.language), letter), {{}, openOf(form)});
            keepLetter(office, actor, old, store::ApplicationLetterKind::transferPartner, letters::transferOutside(office.letterBook, letters::Language::dutch, toOutside(letter)), {{}, openOf(form)});
            endOpenSuspensions(office, actor, old);
            office.store.requests().moveTo(old.id, old.step, Step::closed);
            dropItems(office, actor, old, "doorgezonden naar " + form.name);
            record(office, actor, trailOf(old, "request.transferred", form.reason, nlohmann::json{{"to", form.name}, {"checked", form.checkedHow}}.dump()));
        });
    } catch (const LetterStopped& stopped) {
        return outcome.code = "letter-stopped", outcome.words = stopped.what(), outcome;
    }
    outcome.applicationId = old.applicationId, outcome.done = true, outcome.code = "done";
    outcome.words = "Het verzoek is doorgezonden. De brieven aan de verzoeker en aan de organisatie staan bij de aanvraag; verstuur ze vandaag.";
    return outcome;
}

TransferChoices transferChoices(Office& office, const Actor& actor, std::string_view requestId) {
    const auto part = requireRequest(office, actor, requestId);
    const auto hidden = hiddenPartners(office, office.store.households().load(part.householdId), part);
    TransferChoices choices;
    choices.clockWords = termOf(office, office.store.applications().load(part.applicationId), part).words;
    const auto leaving = decidingForThemselves(office, part);
    choices.together = !leaving.empty();
    for (const auto& it : leaving) choices.partners.emplace_back(it.id, it.name);
    if (choices.together) return choices;
    for (const auto& it : office.store.partners().all())
        if (it.active && it.id != part.partnerId && hidden.count(it.id) == 0 && !it.revealsPlace) choices.partners.emplace_back(it.id, it.name);
    return choices;
}

namespace {

// The part where it belongs now, and the letters about it; in one transaction with what the part it comes from does next.
store::Request handOn(Office& office, const Actor& actor, const store::Request& old, const store::Partner& to, const std::string& reason, bool named) {
    const auto application = office.store.applications().load(old.applicationId);
    involve(office, actor, old.householdId, to.id);
    const auto made = office.store.requests().add(partFor(office, actor, old, to.id, termOf(office, application, old).from));
    takeUpFrom(office, old, made);
    if (old.partnerId.empty()) carryTerms(office, old, made);
    const auto letter = letterFor(office, application, old, made, to, reason);
    if (named) keepLetter(office, actor, old, store::ApplicationLetterKind::transfer, letters::transfer(office.letterBook, letters::languageFrom(old.language), letter));
    keepLetter(office, actor, made, store::ApplicationLetterKind::transferPartner,
               letters::transferToPartner(office.letterBook, letters::Language::dutch, forPartner(office, letter, application, old, made, to)), {to.id, {}});
    record(office, actor, trailOf(old, "request.transferred", reason, nlohmann::json{{"to", to.name}}.dump()));
    record(office, actor, trailOf(made, "request.logged", reason));
    return made;
}

void endHere(Office& office, const Actor& actor, const store::Request& old, const store::Partner& to, const store::Request& made, const std::string& reason) {
    const auto term = termOf(office, office.store.applications().load(old.applicationId), old);
    office.store.applications().addTransfer({{}, old.id, to.id, to.name, reason, today(office), made.id, term.from, term.words, actor.accountId, {}});
    carryItems(office, actor, old, made);
    endOpenSuspensions(office, actor, old);
    office.store.requests().moveTo(old.id, old.step, Step::closed);
    dropItems(office, actor, old, "doorgezonden naar " + to.name);
}

void leaveTogether(Office& office, const Actor& actor, const store::Request& old, const store::Partner& to, const store::Request& made) {
    const auto why = to.name + " beslist nu zelf over zijn deel";
    office.store.requests().leave(old.id, to.id, why, actor.accountId);
    goOnWithout(office, old, why);
    notify(office, handlersOf(office, to.id), made, "part-received", "De regio gaf dit deel aan u door: u beslist er nu zelf over. Verzamel uw eigen stukken; de termijn loopt door.");
}

}  // namespace

TransferOutcome transferRequest(Office& office, const Actor& actor, std::string_view requestId, const TransferForm& form) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto old = requireRequest(office, actor, requestId);
    const bool together = old.partnerId.empty();
    if (together) requireRole(actor, {Role::professional, Role::privacyOfficer});  // what was reviewed goes out of the case
    TransferOutcome outcome;
    if (const auto problem = together ? leavingProblem(office, old, form) : problemOf(office, old, form); !problem.done) return outcome.code = problem.code, outcome.words = problem.words, outcome;
    const auto to = office.store.partners().load(form.toPartner);
    const bool named = hiddenPartners(office, office.store.households().load(old.householdId), old).count(to.id) == 0;
    try {
        office.store.transact([&] {
            const auto made = handOn(office, actor, old, to, form.reason, named);
            if (together) leaveTogether(office, actor, old, to, made);
            else endHere(office, actor, old, to, made, form.reason);
            outcome.newRequestId = made.id;
        });
    } catch (const LetterStopped& stopped) {
        return outcome.code = "letter-stopped", outcome.words = stopped.what(), outcome;
    }
    outcome.applicationId = old.applicationId, outcome.done = true, outcome.code = "done";
    outcome.words = together ? "Dit deel is doorgegeven. De regio gaat verder zonder " + to.name + "; de brieven staan bij de aanvraag."
                             : "Het verzoek is doorgezonden. De brieven aan de verzoeker en aan de partner staan bij de aanvraag.";
    return outcome;
}

}  // namespace service::casework
