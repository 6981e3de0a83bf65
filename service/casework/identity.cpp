#include "service/casework/identity.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

#include "service/casework/case_file.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/household_change.h"
#include "service/casework/law_of_request.h"
#include "service/casework/mailing.h"
#include "service/casework/moments.h"
#include "service/casework/people_rules.h"
#include "service/casework/putting_aside.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

constexpr std::size_t longestRunOfDigits = 5;  // a year or a day is shorter, the number of a document longer

FormOutcome refusedAt(std::string code, std::string words, std::string field) {
    FormOutcome outcome;
    outcome.code = std::move(code), outcome.words = std::move(words), outcome.field = std::move(field);
    return outcome;
}

// "NX4T72K91": letters and digits through each other, as numbers of passports are; or digits in a row.
bool holdsDocumentNumber(const std::string& text) {
    std::size_t digits = 0, mixed = 0, mixedDigits = 0;
    for (const unsigned char c : text) {
        digits = std::isdigit(c) ? digits + 1 : 0;
        const bool part = std::isdigit(c) || std::isupper(c);
        mixed = part ? mixed + 1 : 0, mixedDigits = part ? mixedDigits + (std::isdigit(c) ? 1 : 0) : 0;
        if (digits > longestRunOfDigits || (mixed >= 8 && mixedDigits >= 2)) return true;
    }
    return false;
}

bool isDocument(const std::string& method) {
    const auto& kinds = requests::documentKinds();
    return std::any_of(kinds.begin(), kinds.end(), [&](const auto& it) { return it.code == method; });
}

std::string newSecret(Office& office, int digits) {
    std::array<unsigned char, 8> bytes{};
    office.environment.random.fill(std::span(bytes));
    std::uint64_t number = 0;
    for (const auto byte : bytes) number = number << 8 | byte;
    std::string secret;
    for (int i = 0; i < digits; ++i, number /= 10) secret += char('0' + number % 10);
    return secret;
}

// What only the desk wrote down is what somebody said at the counter.
bool isOfDesk(Office& office, const std::string& accountId) {
    const auto account = office.store.accounts().find(accountId);
    return account && account->role == Role::frontDesk;
}

// Since when the household knows this line of the requester.
bool isKnownBefore(Office& office, const store::Request& request, const std::string& line) {
    for (const auto& change : office.store.households().changes(request.householdId))
        if (change.kind == store::FactKind::person && change.after.find(line) != std::string::npos && service::amsterdamDay(change.at) < request.receivedOn && !isOfDesk(office, change.by)) return true;
    return false;
}

std::vector<Way> codeWays(Office& office, const SeenRequest& seen, const Actor& actor) {
    const auto& request = seen.request;
    auto ways = waysTo(office, request, requests::Sending::code);
    std::erase_if(ways, [](const auto& it) { return it.kind == "desk" || it.kind == "lawyer"; });
    for (auto& way : ways) {
        if (way.channel.starts_with("known-")) way.recordedBefore = !way.lines.empty() && isKnownBefore(office, request, way.kind == "post" ? way.lines.back().substr(0, way.lines.back().find("  ")) : way.lines.front());  // the postcode, as it was written
        else if (isOfDesk(office, way.recordedBy) && !way.confirmed) way.recordedBefore = false;
        if (way.allowed && !way.recordedBefore) way.allowed = false, way.why = "Dit is pas bij of na dit verzoek opgegeven, of alleen aan de balie: een code daarheen bewijst niets.";
        if (seen.sight == Sight::whole) continue;
        keepFromDesk(actor, way);
        if (way.kept && way.kind != "email") way.allowed = false, way.why = "Dit adres of nummer ziet u niet. Een professional of privacy officer stuurt de code.";
    }
    return ways;
}

// The mailbox itself, which who sends the code may not be shown.
std::string mailboxOf(Office& office, const store::Request& request, const std::string& channel) {
    for (const auto& way : waysTo(office, request, requests::Sending::code))
        if (way.channel == channel && way.kind == "email" && !way.lines.empty()) return way.lines.front();
    throw Failure(Failure::notFound, "Dit kanaal bestaat niet.");
}

std::string refusalWords(store::CodeAnswer answer) {
    switch (answer) {
        case store::CodeAnswer::wrong: return "Deze code klopt niet.";
        case store::CodeAnswer::noTriesLeft: return "Deze code klopt niet, en er kan niet meer worden geprobeerd. Stuur een nieuwe code of kies een andere manier.";
        case store::CodeAnswer::expired: return "Deze code is verlopen. Stuur een nieuwe.";
        case store::CodeAnswer::none: return "Er is geen code verstuurd. Stuur er eerst een.";
        case store::CodeAnswer::matched: break;
    }
    return {};
}

std::string methodWords(const std::string& method) { return method == "refused" ? "verzoeker laat zich niet identificeren" : identityName(method); }

IdentityView::Check checkRow(Office& office, const store::IdentityCheck& it) {
    IdentityView::Check row{methodWords(it.method), it.seenBy, {}, it.on ? requests::toIso(*it.on) : std::string(), it.note, accountName(office, it.recordedBy), dutchMoment(it.recordedAt)};
    if (const auto partner = office.store.partners().find(it.partnerId)) row.partnerName = partner->name;
    return row;
}

std::string codeMail(const std::string& secret, int days, const std::string& language) {
    if (language == "en")
        return "Your code is " + secret + ".\n\nName this code to the person you are in contact with. It is valid for " + std::to_string(days) + " days. Give it to nobody else.\n";
    return "Uw code is " + secret + "." + "\n\n" + "Noem deze code aan de medewerker met wie u contact hebt. De code geldt " + std::to_string(days) + " dagen. Geef hem aan niemand anders.\n";
}

}  // namespace

std::string whyNotProcessed(Office& office, const store::Request& request) {
    if (!request.identityMethod.empty() && request.identityMethod != "not-yet") return {};
    std::string words = "De identiteit van de verzoeker is nog niet vastgesteld: tot dan wordt er niets gevraagd en niets verstrekt. Kies bij Identiteit de lichtste manier die past, of vraag de verzoeker ernaar.";
    const auto checks = office.store.identities().ofRequest(request.id);
    if (!checks.empty() && checks.front().outcome == "refused")
        words = "De verzoeker laat zich niet identificeren. Gaat het om gevoelige gegevens, dan kan de privacy officer dit verzoek na weging buiten behandeling laten, met een brief en de weg naar een rechter of bezwaar. Stel dat voor bij Identiteit.";
    auto input = intakeInput(office, office.store.households().load(request.householdId), formOf(office, request));
    if (!request.applicationId.empty())  // the other parts of what was asked are no second request
        for (const auto& part : office.store.requests().ofApplication(request.applicationId))
            std::erase_if(input.earlier, [&](const auto& it) { return it.reference == part.reference; });
    for (const auto& earlier : requests::likelyDuplicates(input)) return words + " Dit verzoek lijkt bovendien op " + earlier.reference + ": het kan van een ander zijn.";
    return words;
}

std::string whyNotToAnswer(Office& office, const store::Request& request) { return isPutAside(office, request) ? std::string() : whyNotProcessed(office, request); }

FormOutcome identityFormWrong(Office& office, const IdentityForm& form) {
    if (form.method != "refused" && (form.method.empty() || identityName(form.method) == form.method)) return refusedAt("identity-unknown", "Kies hoe de identiteit is vastgesteld.", "method");
    if (form.method == "code-sent" && form.codeId.empty()) return refusedAt("code-needed", "Stuur eerst een code, en vul in wat de verzoeker noemt.", "method");
    if (form.method == "via-partner" && (!office.store.partners().find(form.partnerId) || form.seenBy.empty()))
        return refusedAt("partner-missing", "Vul in welke partner dit bevestigt, en wie daar.", form.seenBy.empty() ? "seen_by" : "partner");
    if (form.method == "refused" && form.note.empty()) return refusedAt("note-missing", "Schrijf wat er is gevraagd en waarom de verzoeker dat niet wil.", "note");
    // Basis: AVG art. 5(1)(c); procedure P14: what was seen, not what stood on it
    for (const auto& [field, text] : {std::pair{"note", form.note}, {"seen_by", form.seenBy}})
        if (holdsDocumentNumber(text)) return refusedAt("document-number", "Noteer geen nummer van een document en geen BSN. De soort, de dag en wie het zag volstaan.", field);
    return {};
}

void keepIdentityCheck(Office& office, const Actor& actor, const store::Request& request, const IdentityForm& form) {
    const bool open = form.method == "not-yet" || form.method == "refused";
    store::IdentityCheck check;
    check.requestId = request.id, check.method = form.method, check.outcome = form.method == "refused" ? "refused" : open ? "in-doubt" : "established";
    check.seenBy = form.seenBy.empty() && (isDocument(form.method) || form.method == "known-in-person") ? actor.displayName : form.seenBy;
    if (form.method == "via-partner") check.partnerId = form.partnerId;
    check.on = open ? std::nullopt : redaction::household::parseDate(form.on);
    check.note = form.note, check.recordedBy = actor.accountId;
    office.store.identities().add(check);
}

IdentityView viewIdentity(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto seen = requireRequestOrDesk(office, actor, requestId);
    const auto& request = seen.request;
    const auto rules = loadPeopleRules(office.templates).code;
    IdentityView view;
    view.whyNot = whyNotProcessed(office, request), view.open = !view.whyNot.empty();
    view.methodWords = identityName(request.identityMethod.empty() ? "not-yet" : request.identityMethod);
    const auto hidden = seen.sight == Sight::desk ? hiddenPartners(office, office.store.households().load(request.householdId), request) : std::set<std::string>{};
    for (const auto& it : office.store.identities().ofRequest(request.id)) {
        view.checks.push_back(checkRow(office, it));
        if (hidden.count(it.partnerId) != 0) view.checks.back().partnerName.clear();
    }
    for (const auto& it : office.store.households().partners(request.householdId))
        if (const auto partner = office.store.partners().find(it.partnerId); partner && !partner->revealsPlace && hidden.count(partner->id) == 0) view.partners.emplace_back(partner->id, partner->name);
    if (const auto code = office.store.identities().findOpenCode(request.id))
        view.code = IdentityView::OpenCode{code->channelWords, dutchMoment(code->validUntil), std::max(0, rules.mostTries - code->tries)};
    view.codeWays = codeWays(office, seen, actor);
    if (seen.sight == Sight::whole) view.aside = asideOf(office, actor, request);
    return view;
}

CodeOutcome sendIdentityCode(Office& office, const Actor& actor, std::string_view requestId, std::string_view channel) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto seen = requireRequestOrDesk(office, actor, requestId);
    const auto& request = seen.request;
    CodeOutcome outcome;
    const auto refuse = [&](std::string code, std::string words) { outcome.code = std::move(code), outcome.words = std::move(words), outcome.field = "channel"; return outcome; };
    if (!isOpen(request)) throw Failure(Failure::notNow, "Op dit verzoek is al beslist.");
    const auto ways = codeWays(office, seen, actor);
    const auto way = std::find_if(ways.begin(), ways.end(), [&](const auto& it) { return it.channel == channel; });
    if (way == ways.end()) return refuse("channel-unknown", "Kies een kanaal van deze verzoeker.");
    if (!way->allowed) return refuse("channel-closed", way->why);
    const auto rules = loadPeopleRules(office.templates).code;
    const auto secret = newSecret(office, rules.digits);
    if (way->kind == "email") {
        if (!sendsMail(office)) return refuse("no-server", "Lakwerk verstuurt hier geen e-mail. Kies de telefoon of de post.");
        const auto sent = sendMail(mailServer(office), {mailboxOf(office, request, way->channel), request.language == "en" ? "Your code" : "Uw code", codeMail(secret, rules.validDays, request.language)});
        if (!sent.done) return refuse("not-sent", sent.words);
    }
    office.store.transact([&] {
        store::IdentityCode code;
        code.requestId = request.id, code.channelKind = way->kind, code.channelWords = way->kindWords, code.madeBy = actor.accountId;
        code.validUntil = office.environment.clock.now() + std::chrono::days{rules.validDays};
        office.store.identities().openCode(code, secret);
        record(office, actor, trailOf(request, "identity.code-sent", {}, nlohmann::json{{"channel", way->kind}}.dump()));
    });
    outcome.done = true, outcome.code = "done";
    outcome.secret = way->kind == "email" ? std::string() : secret;
    outcome.words = way->kind == "email" ? "De code is verstuurd." : "Dit is de code. U ziet hem alleen nu.";
    return outcome;
}

FormOutcome checkIdentityCode(Office& office, const Actor& actor, std::string_view requestId, std::string_view secret) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequestOrDesk(office, actor, requestId).request;
    const auto code = office.store.identities().findOpenCode(request.id);
    const auto answer = office.store.identities().tryCode(request.id, secret, loadPeopleRules(office.templates).code.mostTries);
    record(office, actor, trailOf(request, answer == store::CodeAnswer::matched ? "identity.code-matched" : "identity.code-wrong"));
    if (answer != store::CodeAnswer::matched) return refusedAt("code-wrong", refusalWords(answer), "code");
    IdentityForm form{"code-sent", requests::toIso(today(office)), {}, {}, {}, code->id};
    return recordIdentity(office, actor, requestId, form);
}

}  // namespace service::casework
