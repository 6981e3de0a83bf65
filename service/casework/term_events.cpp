#include "service/casework/term_events.h"

#include <algorithm>
#include <charconv>

#include "service/casework/case_file.h"
#include "service/casework/deciding_anew.h"
#include "service/casework/household_change.h"
#include "service/casework/identity.h"
#include "service/casework/law_of_request.h"
#include "service/casework/letter_guard.h"
#include "service/casework/notices.h"
#include "service/casework/putting_aside.h"
#include "service/casework/term_letters.h"
#include "service/casework/term_previews.h"
#include "service/casework/term_table.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

namespace household = redaction::household;

FormOutcome refused(const requests::Objection& objection) {
    FormOutcome outcome;
    outcome.code = objection.code, outcome.words = objection.words, outcome.field = objection.field;
    return outcome;
}
FormOutcome refusedAt(std::string code, std::string words, std::string field) { return refused({std::move(code), std::move(words), std::move(field)}); }

FormOutcome moved(Office& office, const store::Request& request) {
    FormOutcome outcome;
    outcome.done = true, outcome.code = "done";
    outcome.words = "De laatste dag om te beslissen is nu " + requests::longDutchDate(decisionClock(office, request).due.end) + ".";
    return outcome;
}

store::Request openRequest(Office& office, const Actor& actor, std::string_view requestId) {
    auto request = requireRequestOrDesk(office, actor, requestId).request;
    if (!isOpen(request)) throw Failure(Failure::notNow, "Op dit verzoek is al beslist: de termijn loopt niet meer.");
    return request;
}

bool identityOpen(const store::Request& request) { return request.identityMethod.empty() || request.identityMethod == "not-yet"; }

int numberFrom(const std::string& text) {
    int number = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
    return wrong == std::errc() && end == text.data() + text.size() ? number : 0;
}

requests::SuspensionWish wishFrom(Office& office, const store::Request& request, const SuspensionForm& form) {
    requests::SuspensionWish wish;
    wish.ground = form.ground, wish.right = requests::rightFrom(request.right).value_or(requests::Right::access);
    wish.received = request.receivedOn, wish.today = today(office);
    wish.asked = household::parseDate(form.from), wish.answered = household::parseDate(form.until);
    wish.identityOpen = identityOpen(request), wish.identityOn = request.identityOn, wish.documents = numberFrom(form.documents);
    wish.reason = form.reason, wish.question = form.question, wish.lateWhy = form.lateWhy;
    return wish;
}

// A letter of ours is of today and asks something; what was asked before was asked in another way.
std::optional<FormOutcome> letterWrong(Office& office, Told how, const std::optional<Date>& day, const char* dayField, const std::string* question) {
    if (how != Told::byLetter) return std::nullopt;
    if (day != today(office))
        return refusedAt("letter-of-today", "Een brief die Lakwerk maakt, is van vandaag. Is het eerder gevraagd of verteld, kies dan dat dat al is gebeurd.", dayField);
    if (question && question->empty()) return refusedAt("question-missing", "Schrijf wat u de verzoeker vraagt: dat staat in de brief.", "question");
    return std::nullopt;
}

store::Suspension storedFrom(const store::Request& request, const Actor& actor, const requests::SuspensionWish& wish) {
    store::Suspension it;
    it.requestId = request.id, it.lawfulGround = wish.ground, it.from = *wish.asked, it.until = wish.answered;
    it.reason = wish.reason, it.documents = wish.documents;
    it.recordedBy = actor.accountId, it.question = wish.question, it.lateWhy = wish.lateWhy;
    return it;
}

store::Suspension requireSuspension(Office& office, const store::Request& request, std::string_view suspensionId) {
    for (const auto& it : office.store.requests().suspensions(request.id))
        if (it.id == suspensionId) return it;
    throw Failure(Failure::notFound, "Deze opschorting bestaat niet.");
}

std::optional<FormOutcome> arrivalWrong(Office& office, const std::optional<Date>& day, const Date& asked, const char* field) {
    if (day && *day >= asked && *day <= today(office)) return std::nullopt;
    return refusedAt("date-wrong", "Vul de dag in waarop het antwoord binnenkwam: niet voor de vraag en niet in de toekomst.", field);
}

void tellOthers(Office& office, const Actor& actor, const store::Request& request, std::string_view kind, const std::string& words) {
    auto ids = concernedBy(office, request);
    std::erase(ids, actor.accountId);
    notify(office, ids, request, kind, words);
}

// What is typed goes into a letter: a letter that may not go out stops the whole, and says so at the field.
template <class Work>
std::optional<FormOutcome> unlessLetterStops(Office& office, const char* field, Work&& work) {
    try {
        office.store.transact(work);
        return std::nullopt;
    } catch (const LetterStopped& stopped) {
        return refusedAt("letter-stopped", stopped.what(), field);
    }
}

std::vector<store::Suspension> openAboutIdentity(Office& office, const store::Request& request) {
    auto all = office.store.requests().suspensions(request.id);
    std::erase_if(all, [](const auto& it) { return it.until || it.lawfulGround != "identity"; });
    return all;
}

}  // namespace

std::vector<GroundChoice> suspensionGrounds(Office& office, const Actor& actor, std::string_view requestId) {
    const auto request = requireRequestOrDesk(office, actor, requestId).request;
    const auto right = requests::rightFrom(request.right).value_or(requests::Right::access);
    const auto rules = loadTermTable(office.templates).on(request.receivedOn).suspension;
    std::vector<GroundChoice> choices;
    for (const auto& rule : rules.grounds)
        if (rule.rights.empty() || std::count(rule.rights.begin(), rule.rights.end(), right) > 0) choices.push_back({rule.id, rule.words, rule.hint, rule.source});
    return choices;
}

namespace {

// Empty: it may be suspended so.
// A day that no act counts from the receipt of a request is moved where it was set.
std::optional<FormOutcome> termIsSet(Office& office, const store::Request& request) {
    if (!setTermOf(office, request)) return std::nullopt;
    return refusedAt("term-set", "Deze termijn volgt uit het bezwaar of uit wat de rechter zei en kan hier niet stilstaan of langer worden. Is er een andere dag, leg die dan vast bij Na de beslissing.", "");
}

std::optional<FormOutcome> whyNotSuspend(Office& office, const store::Request& request, const SuspensionForm& form, const requests::SuspensionWish& wish) {
    if (auto set = termIsSet(office, request)) return set;
    if (!form.until.empty() && !household::parseDate(form.until)) return refusedAt("date-wrong", "Vul de dag in waarop het antwoord binnenkwam: niet voor de vraag en niet in de toekomst.", "until");
    const auto rules = loadTermTable(office.templates).on(request.receivedOn).suspension;
    if (const auto objection = requests::whyNotSuspend(wish, rules)) return refused(*objection);
    if (form.how == Told::byLetter && !hasSuspensionLetter(wish.ground))
        return refusedAt("letter-missing", "Lakwerk heeft voor deze grond geen brief. Vraag het in een brief van uzelf, en kies hier dat dat al is gebeurd.", "how");
    return letterWrong(office, form.how, wish.asked, "from", &form.question);
}

std::optional<FormOutcome> whyNotExtend(Office& office, const store::Request& request, const ExtensionForm& form, const requests::ExtensionWish& wish) {
    if (auto set = termIsSet(office, request)) return set;
    if (const auto objection = requests::whyNotExtend(wish, decisionClock(office, request))) return refused(*objection);
    return letterWrong(office, form.how, wish.told, "told_on", nullptr);
}

// Nothing is stored, and nothing stays of it.
template <class Make>
LetterPreview previewOf(Office& office, const Actor& actor, const store::Request& request, const char* name, const char* field, Make&& make) {
    LetterPreview preview;
    try {
        preview.file = {std::string(name) + "-voorbeeld-" + request.reference + ".pdf", "application/pdf", make()};
        preview.problem.done = true;
        record(office, actor, trailOf(request, "clock.letter-previewed"));
    } catch (const LetterStopped& stopped) {
        preview.problem = refusedAt("letter-stopped", stopped.what(), field);
    }
    return preview;
}

}  // namespace

LetterPreview previewSuspension(Office& office, const Actor& actor, std::string_view requestId, const SuspensionForm& form) {
    const auto request = openRequest(office, actor, requestId);
    const auto wish = wishFrom(office, request, form);
    if (auto wrong = whyNotSuspend(office, request, form, wish)) return {*wrong, {}};
    return previewOf(office, actor, request, "vraag", "question", [&] { return suspensionPdf(office, actor, request, storedFrom(request, actor, wish)); });
}

LetterPreview previewExtension(Office& office, const Actor& actor, std::string_view requestId, const ExtensionForm& form) {
    const auto request = openRequest(office, actor, requestId);
    const requests::ExtensionWish wish{request.receivedOn, today(office), household::parseDate(form.toldOn), form.reason};
    if (auto wrong = whyNotExtend(office, request, form, wish)) return {*wrong, {}};
    return previewOf(office, actor, request, "verlenging", "reason", [&] { return extensionPdf(office, actor, request, {request.id, *wish.told, form.reason, actor.accountId, {}}); });
}

FormOutcome suspendClock(Office& office, const Actor& actor, std::string_view requestId, const SuspensionForm& form) {
    const auto request = openRequest(office, actor, requestId);
    auto wish = wishFrom(office, request, form);
    if (auto wrong = whyNotSuspend(office, request, form, wish)) return *wrong;
    wish.answered = requests::answerThatCounts(wish, loadTermTable(office.templates).on(request.receivedOn).suspension);
    if (auto stopped = unlessLetterStops(office, "question", [&] {
        auto wanted = storedFrom(request, actor, wish);
        if (form.how == Told::byLetter) wanted.letterBlob = writeSuspensionLetter(office, actor, request, wanted);
        office.store.requests().addSuspension(wanted);
        record(office, actor, trailOf(request, "clock.suspended", wanted.reason));
    })) return *stopped;
    return moved(office, request);
}

FormOutcome answerArrived(Office& office, const Actor& actor, std::string_view requestId, std::string_view suspensionId, std::string_view day, std::string_view answer) {
    const auto request = openRequest(office, actor, requestId);
    const auto suspension = requireSuspension(office, request, suspensionId);
    const auto arrived = household::parseDate(day);
    if (suspension.until) return refusedAt("not-suspended", "Het antwoord op deze vraag is al vastgelegd.", "");
    if (auto wrong = arrivalWrong(office, arrived, suspension.from, "day")) return *wrong;
    if (answer.empty()) return refusedAt("answer-missing", "Schrijf kort wat het antwoord is.", "answer");
    office.store.transact([&] {
        office.store.requests().endSuspension(suspension.id, *arrived, answer);
        record(office, actor, trailOf(request, "clock.resumed", std::string(answer)));
        tellOthers(office, actor, request, "answer-arrived", "Het antwoord van de verzoeker is binnen: de termijn loopt weer.");
    });
    return moved(office, request);
}

namespace {

// On one part: what was recorded, and the end of its suspensions about the identity.
void recordIdentityOn(Office& office, const Actor& actor, store::Request request, const IdentityForm& form, const std::optional<Date>& on) {
    const auto waiting = openAboutIdentity(office, request);
    request.identityMethod = on ? form.method : "not-yet", request.identityBy = actor.accountId, request.identityNote = form.note, request.identityOn = on;
    office.store.requests().change(request);
    keepIdentityCheck(office, actor, request, form);
    record(office, actor, trailOf(request, "identity.recorded", form.note));
    if (!on) return;
    takeUpAfterAll(office, actor, request);
    for (const auto& it : waiting) {
        office.store.requests().endSuspension(it.id, std::max(*on, it.from), identityName(form.method));
        record(office, actor, trailOf(request, "clock.resumed", identityName(form.method)));
    }
    if (!waiting.empty()) tellOthers(office, actor, request, "answer-arrived", "De identiteit van de verzoeker is vastgesteld: de termijn loopt weer.");
}

}  // namespace

// Basis: AVG art. 12(6): from the day the extra information arrives the term runs on
FormOutcome recordIdentity(Office& office, const Actor& actor, std::string_view requestId, const IdentityForm& form) {
    const auto request = openRequest(office, actor, requestId);
    if (auto wrong = identityFormWrong(office, form); !wrong.code.empty()) return wrong;
    const auto on = household::parseDate(form.on);
    const auto waiting = openAboutIdentity(office, request);
    const bool known = form.method != "not-yet" && form.method != "refused";
    for (const auto& it : waiting)
        if (known)
            if (auto wrong = arrivalWrong(office, on, it.from, "on")) return *wrong;
    if (known && (!on || *on > today(office))) return refusedAt("date-wrong", "Vul de dag in waarop de identiteit is vastgesteld: niet in de toekomst.", "on");
    office.store.transact([&] {
        recordIdentityOn(office, actor, request, form, known ? on : std::nullopt);
        // Who asks is one and the same for every part of what was asked: once it is known, it is known for those that still waited for
        // it. A doubt is of who has it: what another established for its own part stays, and they hear of it.
        for (const auto& part : office.store.requests().ofApplication(request.applicationId)) {
            if (part.id == request.id || !isOpen(part)) continue;
            if (known && identityOpen(part)) recordIdentityOn(office, actor, part, form, on);
            if (!known && !identityOpen(part)) tellOthers(office, actor, part, "identity-doubted", "Bij een ander deel van deze aanvraag is vastgelegd dat nog niet zeker is wie er vraagt. Kijk of dat hier ook zo is.");
        }
    });
    return moved(office, request);
}

void endOpenSuspensions(Office& office, const Actor& actor, const store::Request& request) {
    constexpr std::string_view unanswered = "De beslissing ging uit; er kwam geen antwoord op deze vraag.";
    for (const auto& it : office.store.requests().suspensions(request.id)) {
        if (it.until) continue;
        office.store.requests().endSuspension(it.id, today(office), unanswered);
        record(office, actor, trailOf(request, "clock.resumed", std::string(unanswered)));
    }
}

FormOutcome extendClock(Office& office, const Actor& actor, std::string_view requestId, const ExtensionForm& form) {
    const auto request = openRequest(office, actor, requestId);
    const requests::ExtensionWish wish{request.receivedOn, today(office), household::parseDate(form.toldOn), form.reason};
    if (auto wrong = whyNotExtend(office, request, form, wish)) return *wrong;
    if (auto stopped = unlessLetterStops(office, "reason", [&] {
        store::Extension wanted{request.id, *wish.told, form.reason, actor.accountId, {}};
        if (form.how == Told::byLetter) wanted.letterBlob = writeExtensionLetter(office, actor, request, wanted);
        office.store.requests().extend(wanted);
        record(office, actor, trailOf(request, "clock.extended", form.reason));
    })) return *stopped;
    return moved(office, request);
}

Outcome undoSuspension(Office& office, const Actor& actor, std::string_view requestId, std::string_view suspensionId, std::string_view why) {
    const auto request = openRequest(office, actor, requestId);
    const auto suspension = requireSuspension(office, request, suspensionId);
    if (why.empty()) return Outcome::refused("reason-missing", "Schrijf waarom dit ongedaan wordt gemaakt.");
    office.store.transact([&] {
        office.store.requests().withdrawSuspension(suspension.id, why, actor.accountId);
        record(office, actor, trailOf(request, "clock.suspension-withdrawn", std::string(why)));
    });
    return moved(office, request);
}

Outcome undoExtension(Office& office, const Actor& actor, std::string_view requestId, std::string_view why) {
    const auto request = openRequest(office, actor, requestId);
    if (!office.store.requests().findExtension(request.id)) return Outcome::refused("not-extended", "De termijn is niet verlengd.");
    if (why.empty()) return Outcome::refused("reason-missing", "Schrijf waarom dit ongedaan wordt gemaakt.");
    office.store.transact([&] {
        office.store.requests().withdrawExtension(request.id, why, actor.accountId);
        record(office, actor, trailOf(request, "clock.extension-withdrawn", std::string(why)));
    });
    return moved(office, request);
}

}  // namespace service::casework
