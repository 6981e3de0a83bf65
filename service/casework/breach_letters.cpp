#include "service/casework/breach_letters.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "redaction/policy/rules.h"
#include "service/casework/breach_words.h"
#include "service/casework/breaches.h"
#include "service/casework/case_file.h"
#include "service/casework/form_outcomes.h"
#include "service/casework/guarded_words.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/items.h"
#include "service/casework/letter_guard.h"
#include "service/casework/letter_sender.h"
#include "service/casework/moments.h"
#include "service/casework/own_paragraph.h"
#include "service/casework/package_letters.h"
#include "service/casework/partner_wall.h"
#include "service/casework/words.h"
#include "service/letters/breach_letters.h"

namespace service::casework {

namespace {

using Json = nlohmann::json;
constexpr std::size_t mostBytes = 4000;

bool isAuthority(std::string_view to) { return to == toAuthority; }
std::string kindOf(const BreachView& breach, std::string_view to) { return "breach-" + breach.reference + "-" + std::string(to); }

const std::vector<std::string>& fieldsFor(std::string_view to) {
    static const std::vector<std::string> person{"address", "what", "data", "consequences", "measures", "advice"}, authority{"what", "data", "persons", "consequences", "measures", "delay"};
    return isAuthority(to) ? authority : person;
}
bool isNeeded(const std::string& field) { return field != "address" && field != "advice" && field != "delay"; }

// Why this person cannot write or read this letter; empty: may. The report names every partner that had to be told.
// Basis: AVG art. 33(3); rule R13
std::string whyClosed(const BreachView& breach, std::string_view to) {
    const bool untold = isAuthority(to) && std::any_of(breach.partners.begin(), breach.partners.end(), [](const auto& it) { return it.name == unnamedPartner; });
    return untold ? "Vraag de regio deze melding te maken: er is een partner bij betrokken die hier niet wordt genoemd." : "";
}

// Why nobody writes this letter; empty: it may be written. Who represents a small child is told, in a letter that is searched
// for what that reader must not learn. Basis: AVG art. 34(1); UAVG art. 5; Jeugdwet art. 7.3.15
std::string whyNotTo(Office& office, const BreachView& breach, std::string_view to) {
    const auto household = office.store.households().load(office.store.requests().load(breach.requestId).householdId);
    const auto child = childReader(office, household, to);
    const int alone = office.rules.ages(today(office)).confidence;
    return child && child->age < alone ? "Een kind jonger dan " + std::to_string(alone) + " jaar krijgt deze brief niet zelf. Schrijf aan een ouder met gezag of aan de voogd, en zet erin dat het om de gegevens van dit kind gaat." : std::string();
}

void requireWritable(Office& office, const BreachView& breach, std::string_view to) {
    if (const auto why = whyNotTo(office, breach, to); !why.empty()) throw Failure(Failure::notAllowed, why);
}

void requireAddressee(const BreachView& breach, std::string_view to) {
    const bool known = isAuthority(to) || std::any_of(breach.persons.begin(), breach.persons.end(), [&](const auto& it) { return it.first == to; });
    if (!known) throw Failure(Failure::notFound, "Deze brief bestaat niet.");
    if (const auto why = whyClosed(breach, to); !why.empty()) throw Failure(Failure::notAllowed, why);
}

// What stands recorded already; the rest is for a human to write.
BreachTexts proposed(const BreachView& breach) {
    BreachTexts texts{{"what", breach.what}};
    for (const auto& event : breach.events)
        if (event.words == breachStepWords("measure")) texts["measures"] += (texts["measures"].empty() ? "" : "\n\n") + event.text;
    return texts;
}

std::string allOf(const BreachTexts& texts) {
    std::string all;
    for (const auto& [name, text] : texts) all += text + "\n";
    return all;
}

std::string authorityWord(Office& office, const char* code) { return office.letterBook.word("authority", code, letters::Language::dutch); }

Date dayOf(const Moment& moment) { return service::amsterdamDay(moment); }

letters::Frame frameFor(Office& office, const Standing& standing, const store::Partner* partner) {
    auto frame = frameOf(office, standing, partner);
    frame.addresseeLines.clear(), frame.salutation.clear();
    return frame;
}

// Without an address it is handed over: Lakwerk puts none on it, since the usual one may not be safe for this person.
letters::Letter toPerson(Office& office, const store::Breach& breach, const Standing& standing, const Sender& sender, const std::string& id, letters::Language language, const BreachTexts& texts) {
    const auto* person = redaction::household::findPerson(standing.household, id);
    letters::BreachToPerson letter;
    letter.frame = frameFor(office, standing, sender.partnerOrRegion()), letter.frame.addresseeName = person ? fullName(*person) : id;
    letter.frame.reference = breach.reference, letter.controller = sender.controller;
    letter.frame.addresseeLines = addressLines(texts.at("address"));
    letter.happened = dayOf(breach.happenedAt), letter.known = dayOf(knownSince(breach, office.store.breaches().events(breach.id)));
    letter.what = paragraphsOf(texts.at("what")), letter.data = paragraphsOf(texts.at("data")), letter.consequences = paragraphsOf(texts.at("consequences"));
    letter.measures = paragraphsOf(texts.at("measures")), letter.advice = paragraphsOf(texts.at("advice"));
    letter.reader = readerOf(office, standing);
    return letters::breachToPerson(office.letterBook, language, letter);
}

letters::Letter toAuthorities(Office& office, const BreachView& view, const store::Breach& breach, const Standing& standing, const store::Partner* partner, const BreachTexts& texts) {
    letters::BreachToAuthority letter;
    letter.frame = frameFor(office, standing, partner), letter.frame.addresseeName = authorityWord(office, "name");
    letter.frame.addresseeLines = addressLines(authorityWord(office, "address")), letter.frame.reference = breach.reference;
    letter.controller = letter.frame.senderName, letter.breach = breach.reference, letter.happened = view.happenedWords, letter.known = view.knownWords, letter.risk = view.riskWords;
    letter.what = paragraphsOf(texts.at("what")), letter.data = paragraphsOf(texts.at("data")), letter.persons = paragraphsOf(texts.at("persons"));
    letter.consequences = paragraphsOf(texts.at("consequences")), letter.measures = paragraphsOf(texts.at("measures")), letter.delay = paragraphsOf(texts.at("delay"));
    for (const auto& it : view.partners) letter.partners.push_back({it.name, it.toldWords});
    return letters::breachToAuthority(office.letterBook, letters::Language::dutch, letter);
}

// What may not be read is another matter for each: what was decided for the requester holds for nobody else.
Standing standingOfReader(Office& office, const store::Request& request, const std::string& to, letters::Language language) {
    auto standing = standingOf(office, request);
    standing.request.language = letters::toText(language);
    if (isAuthority(to) || to == request.requesterId) return standing;
    standing.request.requesterId = to, standing.request.capacity = "self", standing.request.subjects = {to};
    standing.proposals.clear(), standing.rulings.clear();
    standing.hiddenPartners = hiddenPartners(office, standing.household, standing.request);
    return standing;
}

std::string pdfFor(Office& office, const BreachView& view, const Standing& standing, const std::string& to, const BreachTexts& texts) {
    const auto breach = *office.store.breaches().find(view.id);
    if (isAuthority(to)) {
        const auto controller = office.store.partners().find(controllerOf(standing.request));
        return toAuthorities(office, view, breach, standing, controller ? &*controller : nullptr, texts).print().pdf;
    }
    return guardedPdf(office, standing, toPerson(office, breach, standing, senderOf(office, standing), to, letters::languageFrom(standing.request.language), texts));
}

}  // namespace

BreachLetterView breachLetterView(Office& office, const Actor& actor, std::string_view breachId, std::string_view to) {
    const auto breach = viewBreach(office, actor, breachId);
    requireAddressee(breach, to);
    requireWritable(office, breach, to);
    BreachLetterView view;
    view.breachId = breach.id, view.reference = breach.reference, view.requestId = breach.requestId, view.requestReference = breach.requestReference, view.to = std::string(to);
    view.fields = fieldsFor(to), view.texts = proposed(breach), view.toName = authorityWord(office, "name");
    for (const auto& [id, name] : breach.persons)
        if (id == to) view.toName = name;
    if (!isAuthority(to)) {
        const auto standing = standingOfReader(office, office.store.requests().load(breach.requestId), view.to, letters::Language::dutch);
        view.childReads = childReader(office, standing.household, to);
        if (const auto sender = senderOf(office, standing); !sender.partner) view.fromRegion = sender.controller.name;
    }
    const auto kept = office.store.letters().find(breach.requestId, "", kindOf(breach, to));
    if (!kept) return view;
    const auto fields = Json::parse(kept->fields, nullptr, false);
    for (const auto& name : view.fields) view.texts[name] = fields.is_object() ? fields.value(name, "") : "";
    view.made = true, view.language = kept->language, view.madeWords = dutchMoment(kept->changedAt), view.byName = accountName(office, kept->changedBy);
    return view;
}

FormOutcome makeBreachLetter(Office& office, const Actor& actor, std::string_view breachId, std::string_view to, std::string_view language, const BreachTexts& typed) {
    const auto breach = viewBreach(office, actor, breachId);
    requireAddressee(breach, to);
    requireWritable(office, breach, to);
    BreachTexts texts;
    for (const auto& name : fieldsFor(to)) {
        const auto found = typed.find(name);
        texts[name] = found == typed.end() ? "" : found->second;
        if (isNeeded(name) && paragraphsOf(texts[name]).empty()) return formRefused(name, "text-missing", "Vul dit in: de wet vraagt dat dit in het bericht staat.");
        if (texts[name].size() > mostBytes) return formRefused(name, "too-long", "Maak dit korter dan 4.000 tekens.");
    }
    const auto request = office.store.requests().load(breach.requestId);
    const auto standing = standingOfReader(office, request, std::string(to), letters::languageFrom(language));
    if (!isAuthority(to) && saysGuarded(office, standing, allOf(texts)))
        return formRefused("what", "guarded", "Deze persoon mag niet lezen wat hier staat: het is voor hem of haar afgeschermd. Schrijf het zonder die gegevens.");
    if (!isAuthority(to) && senderOf(office, standing).nameless) return formRefused("what", "no-sender", namelessSender);
    std::string pdf;
    try {
        pdf = pdfFor(office, breach, standing, std::string(to), texts);
    } catch (const LetterStopped&) {  // its words are about a requester
        return formRefused("what", "letter-stopped", "Deze brief gaat niet uit: een deel dat Lakwerk schrijft, noemt iets dat voor deze persoon is afgeschermd. Laat een privacy officer deze persoon zelf bericht geven, en leg dat vast bij het verloop.");
    }
    office.store.transact([&] {
        store::Letter kept;
        kept.requestId = request.id, kept.kind = kindOf(breach, to), kept.language = letters::toText(letters::languageFrom(language)), kept.fields = Json(texts).dump();
        kept.blobId = office.store.blobs().write(request.id, pdf), kept.changedBy = actor.accountId;
        office.store.letters().save(kept);
        record(office, actor, trailOf(request, "breach.letter-made", {}, Json{{"reference", breach.reference}}.dump()));
    });
    return formDone("De brief is gemaakt. Lees hem na, verstuur hem zelf, en leg daarna vast wie bericht kreeg.");
}

StoredFile breachLetter(Office& office, const Actor& actor, std::string_view breachId, std::string_view to) {
    const auto breach = viewBreach(office, actor, breachId);
    requireAddressee(breach, to);
    const auto kept = office.store.letters().find(breach.requestId, "", kindOf(breach, to));
    if (!kept || kept->blobId.empty()) throw Failure(Failure::notFound, "Deze brief is nog niet gemaakt.");
    record(office, actor, trailOf(office.store.requests().load(breach.requestId), "breach.letter-seen", {}, Json{{"reference", breach.reference}}.dump()));
    return {(isAuthority(to) ? "melding-" : "bericht-") + breach.reference + ".pdf", "application/pdf", office.store.blobs().read(kept->blobId)};
}

std::vector<BreachLetterRow> breachLetters(Office& office, const BreachView& breach) {
    const auto made = [&](const std::string& to) { return office.store.letters().find(breach.requestId, "", kindOf(breach, to)).has_value(); };
    const auto closed = whyClosed(breach, toAuthority);
    std::vector<BreachLetterRow> rows{{toAuthority, authorityWord(office, "name"), closed.empty() && made(toAuthority), closed}};
    for (const auto& [id, name] : breach.persons) rows.push_back({id, name, made(id), whyNotTo(office, breach, id)});
    return rows;
}

}  // namespace service::casework
