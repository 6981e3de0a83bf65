// One decision per controller: each partner decides for its own data, under its own law, with its own remedy.
#include <algorithm>

#include "redaction/policy/rules.h"
#include "redaction/policy/standing.h"
#include "service/casework/case_file.h"
#include "service/casework/deciding_anew.h"
#include "service/casework/law_of_request.h"
#include "service/casework/letter_editing.h"
#include "service/casework/outcomes.h"
#include "service/casework/own_paragraph.h"
#include "service/casework/package_letters.h"
#include "service/casework/partner_register.h"
#include "service/casework/partner_standing.h"
#include "service/casework/words.h"
#include "service/letters/html_blocks.h"
#include "service/requests/decision.h"

namespace service::casework {

requests::Controller controllerFrom(const store::Partner& partner) {
    requests::Controller controller;
    controller.name = partner.name, controller.kind = requests::partnerKindFrom(partner.kind);
    controller.standing = standingIn(partner);
    controller.decidingOrgan = partner.decidingOrgan, controller.postalAddress = partner.address;
    return controller;
}

namespace {

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
letters::Position positionOf(Office& office, const Standing& standing, const store::Partner& partner) {
    const redaction::policy::Standing rights(standing.household, office.store.requests().accessRequest(standing.request.id), today(office), office.rules.ages(today(office)));
    const auto& subjects = standing.request.subjects;
    bool known = false, itself = false;  // where it is recorded who is whose client, a child is not taken to be
    for (const auto& it : standing.household.relations) {
        if (it.type != "client" || it.to != partner.id) continue;
        const bool holds = (!it.since || *it.since <= today(office)) && (!it.until || today(office) < *it.until);
        known = true, itself = itself || (holds && std::count(subjects.begin(), subjects.end(), it.from) > 0 && rights.isMine(it.from));
    }
    if (known) return itself ? letters::Position::clientOrForClient : letters::Position::ownDataOnly;
    const bool forChild = std::any_of(subjects.begin(), subjects.end(), [&](const std::string& id) { return rights.isMinor(id) && rights.isMine(id); });
    return forChild ? letters::Position::clientOrForClient : letters::Position::ownDataOnly;
}

// What parental authority means for this answer, per child that is asked for.
// Basis: Jeugdwet art. 7.3.11, 7.3.15; Wmo 2015 art. 5.3.2; UAVG art. 5; BW art. 1:377c (rules R2, R3, R5, R7)
std::vector<std::string> aboutChildren(Office& office, const Standing& standing, letters::Outcome outcome, letters::Language language) {
    if (outcome == letters::Outcome::nothingHeld || outcome == letters::Outcome::nothingVisible) return {};
    const redaction::policy::Standing rights(standing.household, office.store.requests().accessRequest(standing.request.id), today(office), office.rules.ages(today(office)));
    std::vector<std::string> paragraphs;
    for (const auto& id : standing.request.subjects) {
        if (id == standing.request.requesterId || standing.request.capacity == "representative") continue;
        const auto* child = rights.child(id);
        const bool closed = child && child->child == redaction::policy::Child::closed;
        if (!child || (outcome == letters::Outcome::refused && !closed)) continue;
        const std::string code = child->ground == "no-authority" ? "no-authority" : child->ground == "child-16plus" ? "child-16plus"
                                 : child->ground == "third-party" ? "unknown" : child->age >= rights.ages().confidence ? "child-12" : "child";
        auto words = office.letterBook.word("about-child", code, language);
        const std::string name = nameIn(standing.household, id);
        for (auto at = words.find("{child}"); at != std::string::npos; at = words.find("{child}", at + name.size())) words.replace(at, 7, name);
        paragraphs.push_back(std::move(words));
    }
    return paragraphs;
}

// Under which name its blocks are changed.
std::string nameOf(const letters::Decision& letter) {
    return letter.reader == letters::Reader::adult && letter.inspected ? "decision-inspection" : letters::nameOf("decision", letter.reader);
}

// What was read on location; a partner that showed nothing has nothing to tell of it.
std::optional<letters::Inspected> inspectedOf(Office& office, const store::Request& request, letters::Outcome outcome) {
    if (outcome != letters::Outcome::granted && outcome != letters::Outcome::partly) return std::nullopt;
    if (office.store.answerForms().formOf(request.id) != "inspection") return std::nullopt;  // afterwards the documents were chosen after all
    for (const auto& it : office.store.answerForms().inspections(request.id))
        if (it.heldOn) return letters::Inspected{*it.heldOn, it.place, it.present, it.shown};
    return std::nullopt;
}

// As Lakwerk writes it, for who changes it and who signs.
BuiltBlocks blocksWithoutEdits(Office& office, letters::Decision decision, const std::string& partnerId, letters::Language language, std::string file) {
    decision.edits.clear();
    return {partnerId, nameOf(decision), std::move(file), letters::blocksOf(letters::decision(office.letterBook, language, decision))};
}

letters::Decision beginOf(Office& office, const Standing& standing, const store::Partner& partner, letters::Language language) {
    letters::Decision letter;
    letter.frame = frameOf(office, standing, &partner);
    letter.controller = controllerFrom(office, standing.request, partner);
    letter.right = requests::rightFrom(standing.request.right).value_or(requests::Right::access);
    letter.position = positionOf(office, standing, partner);
    letter.about = aboutWhom(standing, language);
    letter.received = standing.request.receivedOn, letter.sent = today(office);
    letter.processing = processingOf(office, partner.id, language);
    letter.reader = readerOf(office, standing);
    letter.edits = editsOf(office, standing.request.id, partner.id, nameOf(letter));
    letter.terms = termsOf(office);
    letter.calendar = calendarOf(office);
    return letter;
}

letters::Decision decisionOf(Office& office, const Standing& standing, const store::Partner& partner, const store::Collection& collection,
                             const std::vector<PackagedDocument>& documents, letters::Language language) {
    auto letter = beginOf(office, standing, partner, language);
    countDocuments(documents, partner.id, letter);
    letter.outcome = outcomeOf(letter, collection.answer);
    letter.inspected = inspectedOf(office, standing.request, letter.outcome);
    if (letter.inspected) letter.edits = editsOf(office, standing.request.id, partner.id, nameOf(letter));
    letter.explanations = aboutChildren(office, standing, letter.outcome, language);
    for (auto& words : aboutOwnRequest(office, standing)) letter.explanations.push_back(std::move(words));
    if (letter.outcome == letters::Outcome::refused && letter.grounds.empty()) letter.reasons = {collection.explanation};
    for (const auto& paragraph : paragraphsOf(ownParagraph(office, standing.request.id, partner.id))) letter.reasons.push_back(paragraph);
    return letter;
}

}  // namespace

void addLetterWithoutDocuments(Office& office, const Standing& standing, const store::Partner& partner, letters::Outcome outcome, const std::vector<std::string>& reasons, std::string fileName,
                               DecisionLetters& all) {
    const auto language = letters::languageFrom(standing.request.language);
    auto letter = beginOf(office, standing, partner, language);
    letter.outcome = outcome, letter.reasons = reasons, letter.explanations = aboutOwnRequest(office, standing);
    for (const auto& paragraph : paragraphsOf(ownParagraph(office, standing.request.id, partner.id))) letter.reasons.push_back(paragraph);
    all.decisions.push_back({partner.id, outcomeCode(outcome)});
    all.blocks.push_back(blocksWithoutEdits(office, letter, partner.id, language, fileName));
    all.files.push_back(printed(letters::decision(office.letterBook, language, letter), std::move(fileName), "Beslissing van " + partner.name, "decision"));
}

DecisionLetters decisionLetters(Office& office, const Standing& standing, const std::vector<PackagedDocument>& documents) {
    const auto language = letters::languageFrom(standing.request.language);
    DecisionLetters all;
    // Basis: Convenant art. 5.2: each partner decides for its own data
    for (const auto& collection : office.store.collections().ofRequest(standing.request.id)) {
        if (!decided(collection, documents) || standing.hiddenPartners.count(collection.partnerId) != 0) continue;
        const auto partner = office.store.partners().load(collection.partnerId);
        const auto decision = decisionOf(office, standing, partner, collection, documents, language);
        const auto letter = letters::decision(office.letterBook, language, decision);
        all.decisions.push_back({partner.id, outcomeCode(decision.outcome)});
        const auto name = "beslissing-" + std::to_string(all.files.size() + 1) + ".pdf";
        all.blocks.push_back(blocksWithoutEdits(office, decision, partner.id, language, name));
        if (decision.reasons.empty() && decision.edits.empty()) all.ownWords += letters::wordsOf(letter.html) + "\n";
        all.files.push_back(printed(letter, name, "Beslissing van " + partner.name, "decision"));
    }
    return all;
}

}  // namespace service::casework
