#include "service/casework/hidden_partners.h"

#include <algorithm>
#include <sstream>

#include "redaction/document/document.h"
#include "redaction/marks/folded_text.h"
#include "service/casework/case_file.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
namespace policy = redaction::policy;

const std::set<std::string> placeKinds{"address", "postcode", "place", "institution", "school", "gp", "employer"};

bool isAgainst(const household::Protection& protection, const store::Request& request) {
    const auto has = [&](const std::string& id) { return std::find(protection.against.begin(), protection.against.end(), id) != protection.against.end(); };
    // Who speaks for another must not hear what that other must not hear.
    return has(request.requesterId) || (request.capacity == "representative" && std::any_of(request.subjects.begin(), request.subjects.end(), has));
}

bool holdsOn(const household::Protection& it, const Date& day) { return (!it.from || *it.from <= day) && (!it.until || day < *it.until); }

bool hidesPlace(const household::Protection& it) {
    return it.hide.empty() || std::any_of(it.hide.begin(), it.hide.end(), [](const auto& kind) { return placeKinds.count(kind) != 0; });
}

// A secret address is hidden from everyone but its own household, also where no protection was recorded.
bool hasSecretNeighbour(const household::Case& known, const std::string& requesterId) {
    const auto* me = household::findPerson(known, requesterId);
    const auto isMine = [&](const household::Address& it) {
        return me && std::any_of(me->addresses.begin(), me->addresses.end(), [&](const auto& mine) { return mine.postcode == it.postcode && mine.number == it.number; });
    };
    for (const auto& person : known.persons)
        for (const auto& address : person.addresses)
            if (person.id != requesterId && address.secret && !isMine(address)) return true;
    return false;
}

void addLines(const std::string& text, std::vector<std::string>& words) {
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        if (redaction::marks::FoldedText::fromUtf8(line).searchable()) words.push_back(line);
}

// The addresses and contacts of the region itself and of partners that may be named: what a hidden one shares with them
// gives nothing away.
redaction::marks::FoldedText sharedWords(Office& office, const std::set<std::string>& hidden) {
    std::string words;
    for (const char* field : {"region.address", "region.email", "region.phone", "region.support-address", "region.support-phone", "region.support-site"}) words += office.store.settings().get(field, "") + "\n";
    for (const auto& partner : office.store.partners().all())
        if (hidden.count(partner.id) == 0) words += partner.address + "\n" + partner.contact + "\n";
    return redaction::marks::FoldedText::fromUtf8(words);
}

// People leave the legal form out: "Stichting De Schelp" is "De Schelp" in a report.
std::string withoutLegalForm(const std::string& name) {
    for (const std::string form : {"Stichting ", "Vereniging ", "Coöperatie "})
        if (name.rfind(form, 0) == 0) return name.substr(form.size());
    return name;
}

void judgeOwnDocument(policy::Proposal& it) {
    if (it.decision != policy::Decision::release) return;
    it.decision = policy::Decision::judge, it.ground = "safety", it.rule = "R13", it.certainty = 1;
    it.why = "Dit stuk komt van een partner waarvan de naam al verraadt waar iemand verblijft. Kan dit getoond worden zonder die plaats prijs te geven?";
}

policy::Proposal nameOf(const policy::Fragment& fragment, const redaction::marks::Span& at) {
    policy::Proposal it;
    it.fragment = fragment.name, it.start = at.start, it.end = at.end;
    it.decision = policy::Decision::redact, it.ground = "safety", it.rule = "R13", it.kind = "institution";
    it.why = "De naam of het adres van deze partner verraadt waar iemand verblijft.";
    return it;
}

}  // namespace

std::set<std::string> hiddenPartners(Office& office, const household::Case& known, const store::Request& request) {
    std::set<std::string> hidden;
    if (const auto destroyed = office.store.retention().find(request.id)) {  // who asked, and so against whom, is no longer known
        if (destroyed->notNamed) return {destroyed->notNamed->begin(), destroyed->notNamed->end()};
        for (const auto& partner : office.store.partners().all()) hidden.insert(partner.id);
        return hidden;
    }
    bool place = hasSecretNeighbour(known, request.requesterId);
    for (const auto& it : known.protections) {
        if (!isAgainst(it, request) || !holdsOn(it, today(office))) continue;
        hidden.insert(it.hidePartners.begin(), it.hidePartners.end());
        place = place || hidesPlace(it);
    }
    if (place)
        for (const auto& partner : office.store.partners().all())
            if (partner.revealsPlace) hidden.insert(partner.id);
    return hidden;
}

std::vector<std::string> wordsOfHidden(Office& office, const std::set<std::string>& partnerIds) {
    std::vector<std::string> words, names;
    for (const auto& id : partnerIds)
        if (const auto partner = office.store.partners().find(id)) {
            addLines(withoutLegalForm(partner->name), names);
            addLines(partner->address, words);
            addLines(partner->contact, words);
        }
    if (words.empty()) return names;
    const auto shared = sharedWords(office, partnerIds);
    std::erase_if(words, [&](const auto& it) { return shared.contains(redaction::marks::FoldedText::fromUtf8(it)); });
    names.insert(names.end(), words.begin(), words.end());
    return names;
}

void closeHiddenPartners(Office& office, const std::set<std::string>& partnerIds, const std::vector<policy::Fragment>& fragments,
                         std::vector<policy::Proposal>& proposals) {
    if (partnerIds.empty()) return;
    std::set<std::string> own;
    for (const auto& fragment : fragments)
        if (partnerIds.count(fragment.partner) != 0) own.insert(fragment.name);
    for (auto& it : proposals)
        if (own.count(it.fragment) != 0) judgeOwnDocument(it);
    std::vector<redaction::marks::FoldedText> words;
    for (const auto& text : wordsOfHidden(office, partnerIds)) words.push_back(redaction::marks::FoldedText::fromUtf8(text));
    for (const auto& fragment : fragments) {
        const redaction::marks::FoldedText text(fragment.document->text);
        for (const auto& word : words)
            for (const auto& at : text.findAll(word)) proposals.push_back(nameOf(fragment, at));
    }
}

}  // namespace service::casework
