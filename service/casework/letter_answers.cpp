#include "service/casework/letter_answers.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/child_reader.h"
#include "service/casework/guarded_words.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/item_letters.h"
#include "service/casework/items.h"
#include "service/casework/outcomes.h"
#include "service/casework/own_paragraph.h"
#include "service/casework/package_letters.h"
#include "service/casework/partner_register.h"
#include "service/casework/putting_aside.h"
#include "service/casework/queue.h"
#include "service/casework/words.h"
#include "service/letters/wording.h"

namespace service::casework {

namespace {

using Json = nlohmann::json;

bool isExcessive(Office& office, const std::string& requestId) {
    const auto claim = office.store.answerForms().claim(requestId);
    return claim && claim->confirmedAt;
}

// Who answers without documents: the one partner that was asked for its points, or everyone an access request goes to.
std::vector<store::Partner> answering(Office& office, const Standing& standing) {
    std::vector<store::Partner> partners;
    for (const auto& id : office.store.requests().partnersOf(standing.request))
        if (const auto partner = office.store.partners().find(id); partner && partner->active && standing.hiddenPartners.count(partner->id) == 0) partners.push_back(*partner);
    return partners;
}

DecisionLetters plainLetters(Office& office, const Standing& standing, letters::Outcome outcome, const std::vector<std::string>& reasons) {
    DecisionLetters all;
    for (const auto& partner : answering(office, standing))
        addLetterWithoutDocuments(office, standing, partner, outcome, reasons, "beslissing-" + std::to_string(all.files.size() + 1) + ".pdf", all);
    return all;
}

// Basis: AVG art. 12(2), 12(6); for a public body Awb art. 4:5. What was asked, why it is needed, and how to go on.
DecisionLetters asideLetters(Office& office, const Standing& standing) {
    const auto aside = *office.store.answerForms().standingAside(standing.request.id);
    const char* words = readerOf(office, standing) == letters::Reader::child ? "put-aside-child" : "put-aside";
    const auto language = letters::languageFrom(standing.request.language);
    DecisionLetters all;
    for (const auto& partner : answering(office, standing)) {
        std::vector<std::string> reasons{office.letterBook.word(words, partner.publicBody && !partner.contested ? "public" : "other", language)};
        for (auto& paragraph : paragraphsOf(aside.asked)) reasons.push_back(std::move(paragraph));
        if (aside.until) reasons.push_back(letters::filled(office.letterBook.word(words, "until", language), "{day}", letters::dateIn(language, *aside.until)));
        for (auto& paragraph : paragraphsOf(aside.why)) reasons.push_back(std::move(paragraph));
        reasons.push_back(office.letterBook.word(words, "after-all", language));
        addLetterWithoutDocuments(office, standing, partner, letters::Outcome::notTakenUp, reasons, "beslissing-" + std::to_string(all.files.size() + 1) + ".pdf", all);
    }
    return all;
}

// Basis: AVG art. 12(4), 12(5)(b): why it is not taken up
std::vector<std::string> excessiveReasons(Office& office, const Standing& standing) {
    const auto claim = *office.store.answerForms().claim(standing.request.id);
    std::vector<std::string> reasons{office.letterBook.word(readerOf(office, standing) == letters::Reader::child ? "excessive-child" : "excessive", claim.kind, letters::languageFrom(standing.request.language))};
    for (const auto* text : {&claim.why, &claim.earlier, &claim.offered})
        for (auto& paragraph : paragraphsOf(*text)) reasons.push_back(std::move(paragraph));
    return reasons;
}

}  // namespace

bool isNotTakenUp(Office& office, const store::Request& request) { return isPutAside(office, request) || isExcessive(office, request.id); }

bool givesLettersOnly(Office& office, const store::Request& request) {
    return isNotTakenUp(office, request) || isAnsweredByItems(request) || office.store.answerForms().formOf(request.id) == "processing" || invitesRepresentative(office, request);
}

LetterPackage letterPackage(Office& office, const Standing& standing) {
    DecisionLetters decisions;
    if (isPutAside(office, standing.request)) decisions = asideLetters(office, standing);
    else if (isExcessive(office, standing.request.id)) decisions = plainLetters(office, standing, letters::Outcome::notTakenUp, excessiveReasons(office, standing));
    else if (invitesRepresentative(office, standing.request))
        decisions = plainLetters(office, standing, letters::Outcome::refused, {office.letterBook.word("own-request-child", "representative", letters::languageFrom(standing.request.language))});
    else if (isAnsweredByItems(standing.request)) decisions = itemLetters(office, standing);
    else decisions = plainLetters(office, standing, letters::Outcome::processing, {});
    LetterPackage package{std::move(decisions.files), std::move(decisions.decisions), std::move(decisions.blocks), {}};
    package.nowhere = guardedWords(office, standing);
    for (auto& secret : wordsOfHidden(office, standing.hiddenPartners)) package.nowhere.push_back(std::move(secret));
    return package;
}

void sendLettersToPackaging(Office& office, const store::Request& request, const std::string& finishedBy) {
    using store::Step;
    if (request.step != Step::review) office.store.requests().moveTo(request.id, request.step, Step::review);
    office.store.reviews().finish(request.id, finishedBy);
    office.store.requests().moveTo(request.id, Step::review, Step::packaging);
    queuePackaging(office, request.id);
}

std::string letterBasis(Office& office, const store::Request& request) {
    Json all = Json::array();
    for (const auto& item : office.store.items().ofRequest(request.id)) all.push_back({item.id, item.withdrawnAt.has_value()});
    for (const auto& [id, decision] : office.store.items().latest(request.id)) all.push_back({id, decision.id});
    all.push_back(office.store.answerForms().formOf(request.id));
    if (const auto claim = office.store.answerForms().claim(request.id)) all.push_back({claim->id, claim->confirmedBy});
    if (const auto aside = office.store.answerForms().standingAside(request.id)) all.push_back(aside->id);
    if (const auto young = office.store.answerForms().youngRequester(request.id)) all.push_back({young->choice, young->decidedBy});
    for (const auto& it : office.store.answerForms().inspections(request.id))
        if (it.heldOn) all.push_back(it.id);
    for (const auto& id : office.store.requests().partnersOf(request)) all.push_back(office.store.answerForms().registerOf(id));
    if (isAnsweredByItems(request)) all.push_back(ownParagraph(office, request.id, controllerOf(request)));
    return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace service::casework
