#include "service/casework/item_letters.h"

#include <nlohmann/json.hpp>

#include "service/casework/deciding_anew.h"
#include "service/casework/case_file.h"
#include "service/casework/items.h"
#include "service/casework/law_of_request.h"
#include "service/casework/own_paragraph.h"
#include "service/casework/package_letters.h"

namespace service::casework {

namespace {

using Json = nlohmann::ordered_json;

requests::Answer answerFrom(const std::string& code) {
    for (const auto answer : {requests::Answer::granted, requests::Answer::partly, requests::Answer::refused})
        if (requests::toText(answer) == code) return answer;
    return requests::Answer::notTakenUp;
}

constexpr const char* letterFile = "beslissing.pdf";

std::string nameOf(const letters::ItemDecisionLetter& letter) { return letters::nameOf("decision-" + requests::toText(letter.right), letter.reader); }

// As Lakwerk writes it, for who changes it and who signs.
BuiltBlocks blocksWithoutEdits(Office& office, letters::ItemDecisionLetter decision, const std::string& partnerId, letters::Language language) {
    decision.edits.clear();
    return {partnerId, nameOf(decision), letterFile, letters::blocksOf(letters::itemDecision(office.letterBook, language, decision))};
}

letters::ItemDecisionLetter decisionOf(Office& office, const Standing& standing, const store::Partner& partner) {
    const auto& request = standing.request;
    letters::ItemDecisionLetter letter;
    letter.frame = frameOf(office, standing, &partner), letter.controller = controllerFrom(office, request, partner);
    letter.right = requests::rightFrom(request.right).value_or(requests::Right::rectification);
    letter.about = aboutWhom(standing, letters::languageFrom(request.language));
    letter.received = request.receivedOn, letter.sent = today(office);
    const auto decisions = office.store.items().latest(request.id);
    for (const auto& item : office.store.items().ofRequest(request.id))
        if (const auto decision = decisions.find(item.id); decision != decisions.end()) letter.items.push_back(letterItem(office, request, item, decision->second));
    letter.reader = readerOf(office, standing), letter.explanations = aboutOwnRequest(office, standing);
    letter.reasons = paragraphsOf(ownParagraph(office, request.id, partner.id));
    letter.terms = termsOf(office), letter.calendar = calendarOf(office);
    letter.edits = editsOf(office, request.id, partner.id, nameOf(letter));
    return letter;
}

// Basis: AVG art. 20(1): structured, commonly used and machine-readable
PackagedFile exportOf(const Standing& standing, const store::Partner& partner, const std::vector<letters::LetterItem>& items) {
    Json all{{"verzoek", standing.request.reference}, {"verwerkingsverantwoordelijke", partner.name}, {"grondslag", "AVG art. 20"}, {"onderdelen", Json::array()}};
    for (const auto& item : items) {
        const auto data = item.fields.find("data");
        const auto values = data == item.fields.end() ? std::nullopt : requests::namedValues(data->second);
        if (!values) continue;
        Json part{{"onderdeel", item.fields.at("what")}, {"rust-op", item.fields.at("rests-on") == "contract" ? "overeenkomst" : "toestemming"}, {"gegevens", Json::array()}};
        for (const auto& [name, value] : *values) part["gegevens"].push_back({{"naam", name}, {"waarde", value}});
        all["onderdelen"].push_back(std::move(part));
    }
    return {"gegevens.json", "Uw gegevens in een bestand dat een computer kan lezen", "export", all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n", 0, {}};
}

bool hasExport(const std::vector<letters::LetterItem>& items) {
    return std::any_of(items.begin(), items.end(), [](const auto& item) { return item.choice == "exported"; });
}

}  // namespace

letters::LetterItem letterItem(Office& office, const store::Request& request, const store::Item& item, const store::ItemDecision& decision) {
    letters::LetterItem one;
    one.number = item.number, one.what = item.what, one.place = item.place, one.choice = decision.choice, one.answer = answerFrom(decision.answer), one.fields = decision.fields;
    const auto facts = itemFacts(office, request, item);
    if (const auto* choice = requests::findChoice(facts.right, decision.choice)) one.law = requests::lawOf(*choice, facts);
    return one;
}

// Basis: Convenant art. 5.2: the partner decides for its own data; AVG art. 12(4)
DecisionLetters itemLetters(Office& office, const Standing& standing) {
    const auto language = letters::languageFrom(standing.request.language);
    const auto partner = office.store.partners().load(controllerOf(standing.request));
    const auto decision = decisionOf(office, standing, partner);
    DecisionLetters all;
    std::vector<requests::Answer> answers;
    for (const auto& item : decision.items) answers.push_back(item.answer);
    all.decisions.push_back({partner.id, answers.empty() ? "decided" : requests::toText(requests::overall(answers))});
    all.files.push_back(printed(letters::itemDecision(office.letterBook, language, decision), letterFile, "Beslissing van " + partner.name, "decision"));
    all.blocks.push_back(blocksWithoutEdits(office, decision, partner.id, language));
    if (decision.right == requests::Right::rectification)
        for (const auto& item : decision.items)
            all.files.push_back(printed(letters::rectificationItem(office.letterBook, language, decision, item), "punt-" + std::to_string(item.number) + ".pdf", "Punt " + std::to_string(item.number), "item"));
    if (hasExport(decision.items)) all.files.push_back(exportOf(standing, partner, decision.items));
    return all;
}

}  // namespace service::casework
