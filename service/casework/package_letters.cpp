#include "service/casework/package_letters.h"

#include <algorithm>
#include <sstream>

#include "redaction/policy/standing.h"
#include "service/casework/case_file.h"
#include "service/casework/law_of_request.h"
#include "service/casework/titles.h"
#include "service/casework/words.h"
#include "service/requests/decision.h"

namespace service::casework {

namespace {

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

PackagedFile printed(const letters::Letter& letter, std::string name, std::string title, std::string kind) {
    const auto set = letter.print();
    return {std::move(name), std::move(title), std::move(kind), set.pdf, set.pages, {}};
}

std::vector<std::string> groundIds(const PackagedDocument& document) {
    std::vector<std::string> ids;
    for (const auto& [ground, marks] : document.grounds) ids.push_back(ground);
    return ids;
}

const PackagedDocument* packaged(const std::vector<PackagedDocument>& documents, const std::string& fragmentId) {
    const auto found = std::find_if(documents.begin(), documents.end(), [&](const auto& it) { return it.fragmentId == fragmentId; });
    return found == documents.end() ? nullptr : &*found;
}

letters::Shown shownAs(const std::string& outcome) {
    return outcome == "released" ? letters::Shown::released : outcome == "partly" ? letters::Shown::partly : letters::Shown::withheld;
}

std::optional<Date> dayOf(const std::optional<Moment>& moment) {
    return moment ? std::optional(service::amsterdamDay(*moment)) : std::nullopt;
}

requests::Controller controllerOf(const store::Partner& partner) {
    requests::Controller controller;
    controller.name = partner.name, controller.kind = requests::partnerKindFrom(partner.kind);
    controller.standing = partner.contested ? requests::Standing::contested : partner.publicBody ? requests::Standing::publicBody : requests::Standing::other;
    controller.decidingOrgan = partner.decidingOrgan, controller.postalAddress = partner.address;
    return controller;
}

void countDocuments(const std::vector<PackagedDocument>& documents, const std::string& partnerId, letters::Decision& letter) {
    std::map<std::string, std::size_t> grounds;
    for (const auto& document : documents) {
        if (document.partnerId != partnerId) continue;
        letter.releasedWhole += document.outcome == "released";
        letter.releasedPartly += document.outcome == "partly";
        letter.withheldWhole += document.outcome == "withheld";
        for (const auto& [ground, places] : document.grounds) grounds[ground] += places;
    }
    for (const auto& [ground, places] : grounds) letter.grounds.push_back({ground, places});
}

// The words of a filled template, without its marks.
std::string textOf(const std::string& html) {
    std::string text;
    bool inTag = false;
    for (const char c : html) {
        if (c == '<') inTag = true, text += ' ';
        else if (c == '>') inTag = false;
        else if (!inTag) text += c;
    }
    const std::pair<std::string, std::string> entities[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}, {"&amp;", "&"}};
    for (const auto& [entity, letter] : entities)
        for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + letter.size())) text.replace(at, entity.size(), letter);
    return text;
}

letters::Outcome outcomeOf(const letters::Decision& letter, const std::string& answer) {
    const std::size_t shown = letter.releasedWhole + letter.releasedPartly;
    if (shown + letter.withheldWhole == 0)
        return answer == "nothing-visible-to-us" ? letters::Outcome::nothingVisible
               : answer == "refused" ? letters::Outcome::refused : letters::Outcome::nothingHeld;
    if (shown == 0) return letters::Outcome::refused;
    return letter.releasedPartly + letter.withheldWhole == 0 ? letters::Outcome::granted : letters::Outcome::partly;
}

// Who did not answer decided nothing; the completeness statement says so. What was added by hand is decided on all the same.
bool decided(const store::Collection& collection, const std::vector<PackagedDocument>& documents) {
    return collection.answer != "no-answer" || std::any_of(documents.begin(), documents.end(), [&](const auto& it) { return it.partnerId == collection.partnerId; });
}

// The partner's act gives its right to its client: a child that is asked for, or asks. Others' own data rest on the GDPR.
// Basis: Jeugdwet art. 7.3.1(2), 7.3.10, 7.3.15; Wmo 2015 art. 5.3.2; HR:2021:1169
letters::Position positionOf(Office& office, const Standing& standing) {
    const redaction::policy::Standing rights(standing.household, office.store.requests().accessRequest(standing.request.id), today(office));
    const auto& subjects = standing.request.subjects;
    const bool forChild = std::any_of(subjects.begin(), subjects.end(), [&](const std::string& id) { return rights.isMinor(id) && rights.isMine(id); });
    return forChild ? letters::Position::clientOrForClient : letters::Position::ownDataOnly;
}

letters::Decision decisionOf(Office& office, const Standing& standing, const store::Partner& partner, const store::Collection& collection,
                             const std::vector<PackagedDocument>& documents, letters::Language language) {
    letters::Decision letter;
    letter.frame = frameOf(office, standing, &partner);
    letter.controller = controllerOf(partner);
    letter.right = requests::rightFrom(standing.request.right).value_or(requests::Right::access);
    letter.position = positionOf(office, standing);
    letter.about = aboutWhom(standing, language);
    letter.received = standing.request.receivedOn, letter.sent = today(office);
    countDocuments(documents, partner.id, letter);
    letter.outcome = outcomeOf(letter, collection.answer);
    if (letter.outcome == letters::Outcome::refused && letter.grounds.empty()) letter.reasons = {collection.explanation};
    letter.terms = termsOf(office);
    letter.calendar = calendarOf(office);
    return letter;
}

}  // namespace

letters::Frame frameOf(Office& office, const Standing& standing, const store::Partner* sender) {
    auto& settings = office.store.settings();
    letters::Frame frame;
    frame.senderName = sender ? sender->name : settings.get("region.name", "Lakwerk");
    frame.senderLines = linesOf(sender ? sender->address : settings.get("region.address", ""));
    if (sender) frame.contactName = sender->contact;
    else frame.contactEmail = settings.get("region.email", ""), frame.contactPhone = settings.get("region.phone", "");
    if (const auto* person = redaction::household::findPerson(standing.household, standing.request.requesterId)) frame.addresseeName = fullName(*person);
    frame.place = settings.get("region.place", "");
    frame.date = today(office);
    frame.reference = standing.request.reference;
    return frame;
}

std::vector<std::string> aboutWhom(const Standing& standing, letters::Language language) {
    std::vector<std::string> about;
    for (const auto& id : standing.request.subjects) {
        const bool self = id == standing.request.requesterId;
        about.push_back(self ? (language == letters::Language::english ? "yourself" : "uzelf") : nameIn(standing.household, id));
    }
    return about;
}

PackagedFile inventoryLetter(Office& office, const Standing& standing, const std::vector<PackagedDocument>& documents,
                             const std::vector<std::string>& withheld) {
    const auto language = letters::languageFrom(standing.request.language);
    letters::Inventory list{frameOf(office, standing, nullptr), {}};
    const auto titles = titlesToShow(office, standing, withheld);
    for (const auto& fragment : standing.fragments) {
        const auto* document = packaged(documents, fragment.id);
        if (!document) continue;
        const auto partner = standing.partnerNames.find(fragment.partnerId);
        list.items.push_back({fragment.number, fragment.documentDate, titles.at(fragment.id),
                              partner == standing.partnerNames.end() ? fragment.partnerId : partner->second,
                              std::max<std::size_t>(document->pages, 1), shownAs(document->outcome), groundIds(*document)});
    }
    return printed(letters::inventory(office.letterBook, language, list), "inventarislijst.pdf", "Inventarislijst", "inventory");
}

PackagedFile completenessLetter(Office& office, const Standing& standing) {
    const auto language = letters::languageFrom(standing.request.language);
    letters::Completeness statement{frameOf(office, standing, nullptr), standing.request.receivedOn, {}};
    for (const auto& it : office.store.collections().ofRequest(standing.request.id)) {
        const auto partner = standing.partnerNames.find(it.partnerId);
        letters::PartnerSearch search;
        search.partner = partner == standing.partnerNames.end() ? it.partnerId : partner->second;
        search.asked = dayOf(it.askedAt), search.answered = dayOf(it.answeredAt);
        search.searchedIn = it.searchedIn, search.searchedWith = it.searchedWith;
        search.answer = it.answer == "nothing-visible-to-us" ? "nothing-visible" : it.answer;
        search.explanation = it.explanation, search.delivered = std::size_t(std::max(0, it.delivered));
        // Titles of what did not come are the partner's words and were never judged: only the reason goes out.
        for (const auto& missing : it.missing) search.missing.push_back(missing.reason);
        statement.partners.push_back(std::move(search));
    }
    return printed(letters::completeness(office.letterBook, language, statement), "verantwoording.pdf", "Wat is gevraagd en geantwoord", "completeness");
}

DecisionLetters decisionLetters(Office& office, const Standing& standing, const std::vector<PackagedDocument>& documents) {
    const auto language = letters::languageFrom(standing.request.language);
    DecisionLetters all;
    // Basis: Convenant art. 5.2: each partner decides for its own data
    for (const auto& collection : office.store.collections().ofRequest(standing.request.id)) {
        if (!decided(collection, documents)) continue;
        const auto partner = office.store.partners().load(collection.partnerId);
        const auto decision = decisionOf(office, standing, partner, collection, documents, language);
        const auto letter = letters::decision(office.letterBook, language, decision);
        if (decision.reasons.empty()) all.ownWords += textOf(letter.html) + "\n";
        all.files.push_back(printed(letter, "beslissing-" + std::to_string(all.files.size() + 1) + ".pdf", "Beslissing van " + partner.name, "decision"));
    }
    return all;
}

}  // namespace service::casework
