#include "service/casework/guarded_words.h"

#include <algorithm>

#include "redaction/marks/folded_text.h"
#include "service/casework/case_file.h"
#include "service/casework/hidden_partners.h"

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

bool isIn(const Words& texts, const std::string& word) {
    const auto sought = FoldedText::fromUtf8(word);
    return std::any_of(texts.begin(), texts.end(), [&](const auto& text) { return !FoldedText::fromUtf8(text).findAll(sought).empty(); });
}

}  // namespace

std::vector<std::string> guardedWords(Office& office, const Standing& standing) {
    auto reader = office.store.requests().accessRequest(standing.request.id);
    reader.requester = standing.request.requesterId, reader.capacity = standing.request.capacity, reader.subjects = standing.request.subjects;
    const redaction::policy::Standing rights(standing.household, reader, today(office));
    Words guarded, free;
    for (const auto& person : standing.household.persons) {
        if (person.id == standing.request.requesterId) add(free, everythingOf(person));
        else if (rights.isProtected(person.id)) add(guarded, factsOf(person, [&](const char* kind) { return rights.hides(person.id, kind); }));
        else if (rights.isKeptBack(person.id) && !rights.isSameAsKeptBack(person.id)) add(guarded, everythingOf(person));
    }
    std::erase(guarded, "");
    if (guarded.empty()) return guarded;
    add(free, shownByDecision(office, standing));
    std::erase_if(guarded, [&](const auto& word) { return isIn(free, word); });
    std::sort(guarded.begin(), guarded.end());
    guarded.erase(std::unique(guarded.begin(), guarded.end()), guarded.end());
    return guarded;
}

bool saysGuarded(Office& office, const Standing& standing, std::string_view text) {
    const auto typed = redaction::marks::FoldedText::fromUtf8(std::string(text));
    auto guarded = guardedWords(office, standing);
    for (auto& word : wordsOfHidden(office, standing.hiddenPartners)) guarded.push_back(std::move(word));
    return std::any_of(guarded.begin(), guarded.end(), [&](const auto& word) {
        const auto needle = redaction::marks::FoldedText::fromUtf8(word);
        return needle.searchable() && !typed.findAll(needle).empty();
    });
}

}  // namespace service::casework
