#include "service/casework/package_letters.h"

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/titles.h"
#include "service/casework/words.h"
#include "service/casework/partner_standing.h"
#include "service/letters/phrases.h"

namespace service::casework {

namespace {

// Basis: Awb 4:17, 6:12; UAVG art. 35
std::string standingCode(const store::Partner& partner) { return requests::toText(standingIn(partner)); }

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

std::string nameOf(const Standing& standing, const std::string& partnerId) {
    const auto partner = standing.partnerNames.find(partnerId);
    return partner == standing.partnerNames.end() ? partnerId : partner->second;
}

std::optional<Date> dayOf(const std::optional<Moment>& moment) {
    return moment ? std::optional(service::amsterdamDay(*moment)) : std::nullopt;
}

// What Lakwerk recorded of the search in Dutch, for an English letter; what the partner or a case worker wrote stays as written.
void putInEnglish(const Office& office, letters::Completeness& statement) {
    const auto phrases = letters::Phrases::load(office.templates / "text" / "phrases.en.txt");
    for (auto& search : statement.partners) {
        search.explanation = phrases.translate(search.explanation);
        for (auto* lines : {&search.searchedIn, &search.searchedWith, &search.missing})
            for (auto& line : *lines) line = phrases.translate(line);
    }
}

}  // namespace

PackagedFile printed(const letters::Letter& letter, std::string name, std::string title, std::string kind) {
    const auto set = letter.print();
    return {std::move(name), std::move(title), std::move(kind), set.pdf, set.pages, {}};
}

PackagedFile inventoryLetter(Office& office, const Standing& standing, const std::vector<PackagedDocument>& documents,
                             const std::vector<std::string>& withheld) {
    const auto language = letters::languageFrom(standing.request.language);
    letters::Inventory list{frameOf(office, standing, nullptr), {}};
    const auto titles = titlesToShow(office, standing, withheld);
    for (const auto& fragment : standing.fragments) {
        const auto* document = packaged(documents, fragment.id);
        if (!document) continue;
        const bool hidden = standing.hiddenPartners.count(fragment.partnerId) != 0;
        if (hidden && document->file.empty()) continue;  // that it exists would tell of the partner
        list.items.push_back({fragment.number, fragment.documentDate, hidden ? numberedTitle(standing, fragment.number) : titles.at(fragment.id),
                              hidden ? office.letterBook.word("partner", "not-named", language) : nameOf(standing, fragment.partnerId), std::max<std::size_t>(document->pages, 1), shownAs(document->outcome), groundIds(*document)});
    }
    return printed(letters::inventory(office.letterBook, language, list), "inventarislijst.pdf", "Inventarislijst", "inventory");
}

PackagedFile completenessLetter(Office& office, const Standing& standing) {
    const auto language = letters::languageFrom(standing.request.language);
    letters::Completeness statement{frameOf(office, standing, nullptr), standing.request.receivedOn, {}};
    // Basis: AVG art. 15(4); UAVG art. 41(1)(i): said openly, without saying what
    statement.completely = standing.hiddenPartners.empty() ? letters::Named::everything : letters::Named::notEverything;
    for (const auto& it : office.store.collections().ofRequest(standing.request.id)) {
        if (standing.hiddenPartners.count(it.partnerId) != 0) continue;
        letters::PartnerSearch search;
        search.partner = nameOf(standing, it.partnerId);
        search.asked = dayOf(it.askedAt), search.answered = dayOf(it.answeredAt);
        search.searchedIn = it.searchedIn, search.searchedWith = it.searchedWith;
        search.answer = it.answer == "nothing-visible-to-us" ? "nothing-visible" : it.answer;
        if (it.answer == "no-answer") search.whatNow = office.letterBook.word("no-answer", standingCode(office.store.partners().load(it.partnerId)), language);
        search.explanation = it.explanation, search.delivered = std::size_t(std::max(0, it.delivered));
        // Titles of what did not come are the partner's words and were never judged: only the reason goes out.
        for (const auto& missing : it.missing) search.missing.push_back(missing.reason);
        statement.partners.push_back(std::move(search));
    }
    if (language == letters::Language::english) putInEnglish(office, statement);
    return printed(letters::completeness(office.letterBook, language, statement), "verantwoording.pdf", "Wat is gevraagd en geantwoord", "completeness");
}

}  // namespace service::casework
