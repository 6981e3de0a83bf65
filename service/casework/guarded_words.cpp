#include "service/casework/guarded_words.h"

#include <algorithm>

#include "redaction/detect/lexicon.h"
#include "redaction/detect/organisation_words.h"
#include "redaction/detect/text_view.h"
#include "redaction/marks/folded_text.h"
#include "redaction/policy/rules.h"
#include "service/casework/case_file.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/package_letters.h"

namespace service::casework {

namespace {

using redaction::household::Person;
using redaction::marks::FoldedText;
using Words = std::vector<std::string>;

std::string joined(const std::string& one, const std::string& two) { return one.empty() || two.empty() ? "" : one + " " + two; }

void add(Words& words, const std::vector<std::string>& more) { words.insert(words.end(), more.begin(), more.end()); }

// hides: whether a kind of fact is hidden.
template <typename Hides>
Words factsOf(const Person& person, const Hides& hides) {
    Words words;
    for (const auto& address : person.addresses) {
        if (hides("address")) words.push_back(joined(address.street, address.number));
        if (hides("postcode") || hides("address")) words.push_back(address.postcode);
    }
    if (hides("phone")) add(words, person.phones);
    if (hides("email")) add(words, person.emails);
    if (hides("school")) words.push_back(person.school);
    if (hides("employer")) words.push_back(person.employer);
    if (hides("institution")) words.push_back(person.institution);
    return words;
}

Words townsOf(const Person& person) {
    Words towns;
    for (const auto& address : person.addresses) towns.push_back(address.city);
    return towns;
}

bool isOrdinary(std::string_view word) { return redaction::detect::lexicon().ordinary.has(redaction::detect::fold(word)); }

// A town that is an ordinary word too ("Best", "Goes", "Heel") is sought as the place where somebody is.
Words asSought(const std::string& town) {
    if (!isOrdinary(town)) return {town};
    Words sought;
    for (const char* before : {"in ", "te ", "naar ", "uit ", "bij ", "richting ", "gemeente ", "woonplaats ", "woonplaats: ", "to ", "from ", "near "}) sought.push_back(before + town);
    return sought;
}

// "De Berkentuin" of "Huisartsenpraktijk De Berkentuin": people leave out what it is. Nothing where that would be left of it
// that is a word like any other.
Words inShort(const std::string& whole) {
    const auto name = whole.substr(0, whole.find(','));  // what follows is where it is
    std::size_t at = 0;
    for (auto end = name.find(' '); end != std::string::npos; at = end + 1, end = name.find(' ', at))
        if (redaction::detect::organisationKind(redaction::detect::fold(name.substr(at, end - at))) == redaction::detect::Kind::other) break;
    const auto left = name.substr(at);
    return left == whole || (left.find(' ') == std::string::npos && isOrdinary(left)) ? Words{} : Words{left};
}

Words everythingOf(const Person& person) {
    auto words = factsOf(person, [](const char*) { return true; });
    const auto surname = person.prefix.empty() ? person.family : person.prefix + " " + person.family;
    words.push_back(joined(person.called.empty() && !person.given.empty() ? person.given.front() : person.called, surname));
    return words;
}

// What a human decided to show, span by span.
Words shownByDecision(Office& office, const Standing& standing) {
    Words shown;
    for (const auto& fragment : standing.fragments) {
        std::optional<redaction::document::Document> document;
        const auto found = standing.proposals.find(fragment.id);
        if (found == standing.proposals.end()) continue;
        for (const auto& proposal : found->second) {
            const auto* ruling = rulingOn(standing, proposal.id);
            if (proposal.scope != redaction::policy::Scope::span || !ruling || ruling->decision != store::RulingDecision::release) continue;
            if (!document) document = loadDocument(office, fragment);
            if (document && proposal.end <= document->text.size())
                shown.push_back(redaction::document::toUtf8(document->text.substr(proposal.start, proposal.end - proposal.start)));
        }
    }
    return shown;
}

// Where the region and its partners are is no secret, and stands over their letters. Not where a hidden one is.
Words openNames(Office& office, const Standing& standing) {
    Words texts;
    for (const char* field : {"region.name", "region.address", "region.support-name", "region.support-address"}) texts.push_back(office.store.settings().get(field, ""));
    for (const auto& partner : office.store.partners().all())
        if (standing.hiddenPartners.count(partner.id) == 0) add(texts, {partner.name, partner.address, partner.contact, partner.decidingOrgan, partner.signer});
    texts.push_back(office.letterBook.word("authority", "address", letters::Language::dutch));
    return texts;
}

// A practice that was asked itself is named by its own letter.
Words askedNames(Office& office, const Standing& standing) {
    Words names;
    for (const auto& id : office.store.requests().partnersOf(standing.request))
        if (standing.hiddenPartners.count(id) == 0) names.push_back(office.store.partners().load(id).name);
    return names;
}

bool isIn(const Words& texts, const std::string& word) {
    const auto sought = FoldedText::fromUtf8(word);
    return std::any_of(texts.begin(), texts.end(), [&](const auto& text) { return !FoldedText::fromUtf8(text).findAll(sought).empty(); });
}

// What open texts say anyway.
void eraseSaid(const Words& open, Words& words) {
    std::erase_if(words, [&](const auto& word) { return isIn(open, word); });
}

// Whether it says the town itself: not as part of the name or the address of somebody who may be named.
bool saysTown(const Words& open, const FoldedText& text, const std::string& town) {
    const auto needle = FoldedText::fromUtf8(town);
    const auto finds = needle.searchable() ? text.findAll(needle) : std::vector<redaction::marks::Span>{};
    if (finds.empty()) return false;
    std::vector<redaction::marks::Span> within;
    for (const auto& name : open) {
        const auto whole = FoldedText::fromUtf8(name);
        if (whole.characters().size() > needle.characters().size() && whole.contains(needle))
            for (const auto& span : text.findAll(whole)) within.push_back(span);
    }
    return std::any_of(finds.begin(), finds.end(), [&](const auto& find) {
        return std::none_of(within.begin(), within.end(), [&](const auto& it) { return it.start <= find.start && find.end <= it.end; });
    });
}

enum class Said { byLakwerkToo, bySomebody };

struct Guarded {
    Words words, towns;  // a town is sought apart: the names and addresses of who may be named hold it too
};

void tidy(const Words& free, Words& words) {
    std::erase(words, "");
    eraseSaid(free, words);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

Guarded guarded(Office& office, const Standing& standing, Said said) {
    auto reader = office.store.requests().accessRequest(standing.request.id);
    reader.requester = standing.request.requesterId, reader.capacity = standing.request.capacity, reader.subjects = standing.request.subjects;
    const redaction::policy::Standing rights(standing.household, reader, today(office), office.rules.ages(today(office)));
    Guarded all;
    Words free, towns, named;
    for (const auto& person : standing.household.persons) {
        const auto hides = [&](const char* kind) { return rights.hides(person.id, kind); };
        if (person.id == standing.request.requesterId) add(free, everythingOf(person)), add(free, townsOf(person)), free.push_back(person.gp);
        else if (rights.isProtected(person.id)) {
            add(all.words, factsOf(person, hides));
            if (hides("place")) add(towns, townsOf(person));
            if (hides("gp")) named.push_back(person.gp);
            if (hides("school")) add(named, inShort(person.school));
        } else if (rights.isKeptBack(person.id) && !rights.isSameAsKeptBack(person.id)) add(all.words, everythingOf(person));
    }
    for (const auto& practice : Words(named)) add(named, inShort(practice));
    eraseSaid(askedNames(office, standing), named);
    for (const auto& town : towns) add(all.towns, asSought(town));
    if (said == Said::byLakwerkToo) eraseSaid({office.letterBook.fixedText(letters::languageFrom(standing.request.language))}, named);
    add(all.words, named);
    if (all.words.empty() && all.towns.empty()) return all;
    add(free, shownByDecision(office, standing));
    add(free, frameOf(office, standing, nullptr).addresseeLines);
    tidy(free, all.words);
    tidy(free, all.towns);
    return all;
}

}  // namespace

std::vector<std::string> guardedWords(Office& office, const Standing& standing) {
    auto all = guarded(office, standing, Said::byLakwerkToo);
    auto open = openNames(office, standing);
    open.push_back(office.store.settings().get("region.place", ""));
    open.push_back(office.letterBook.fixedText(letters::languageFrom(standing.request.language)));
    eraseSaid(open, all.towns);
    add(all.words, all.towns);
    return all.words;
}

GuardedTowns::GuardedTowns(Office& office, const Standing& standing, const std::vector<std::string>& open)
    : towns_(guarded(office, standing, Said::bySomebody).towns), open_(openNames(office, standing)) {
    add(open_, open);
}

bool GuardedTowns::in(std::string_view text) const {
    if (towns_.empty() || text.empty()) return false;
    const auto typed = FoldedText::fromUtf8(std::string(text));
    return std::any_of(towns_.begin(), towns_.end(), [&](const auto& town) { return saysTown(open_, typed, town); });
}

bool saysGuarded(Office& office, const Standing& standing, std::string_view text, const std::vector<std::string>& open) {
    const auto typed = FoldedText::fromUtf8(std::string(text));
    auto words = guarded(office, standing, Said::bySomebody).words;
    for (auto& word : wordsOfHidden(office, standing.hiddenPartners)) words.push_back(std::move(word));
    return GuardedTowns(office, standing, open).in(text) || std::any_of(words.begin(), words.end(), [&](const auto& word) {
        const auto needle = FoldedText::fromUtf8(word);
        return needle.searchable() && !typed.findAll(needle).empty();
    });
}

}  // namespace service::casework
