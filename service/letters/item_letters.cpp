// The decision on the points of a request, and the letter per point of a rectification.
#include "service/letters/item_letters.h"

#include <algorithm>

#include "service/letters/wording.h"

namespace service::letters {
namespace {

using nlohmann::json;
using requests::Answer;
using requests::Right;

const char* outcomeCode(Answer answer) {
    switch (answer) {
        case Answer::granted: return "granted";
        case Answer::partly: return "partly";
        case Answer::refused: return "refused";
        case Answer::notTakenUp: return "notTakenUp";
    }
    return "";
}

bool asks(const LetterItem& item, requests::Right right, requests::Work work) {
    const auto* choice = requests::findChoice(right, item.choice);
    return choice && std::ranges::count(choice->work, work) > 0;
}

bool tells(const LetterItem& item, Right right) {
    const auto typed = item.fields.find("recipients");
    return asks(item, right, requests::Work::tellRecipients) && typed != item.fields.end() && !requests::recipientsIn(typed->second).empty();
}

bool hasWork(const LetterItem& item, Right right) {
    const auto* choice = requests::findChoice(right, item.choice);
    return choice && std::ranges::any_of(choice->work, [](auto work) { return work != requests::Work::tellRecipients && work != requests::Work::liftRestriction; });
}

// A day in words, a choice in words; everything else as it was typed.
std::string shown(const LetterBook& book, Language language, const std::string& name, const std::string& value) {
    if (const auto day = requests::parseIso(value)) return dateIn(language, *day);
    if (name == "ground" || name == "rests-on" || name == "fails" || name == "about") return book.word("item-option", name + "-" + value, language);
    return value;
}

std::string filled(const LetterBook& book, Language language, std::string words, const LetterItem& item) {
    for (const auto& [name, value] : item.fields) {
        const std::string slot = "{" + name + "}";
        const std::string text = shown(book, language, name, value);
        for (auto at = words.find(slot); at != words.npos; at = words.find(slot, at + text.size())) words.replace(at, slot.size(), text);
    }
    return words;
}

json itemOf(const LetterBook& book, Language language, const LetterItem& item) {
    return {{"number", std::to_string(item.number)}, {"what", item.what}, {"place", item.place},
            {"answer", book.word("item-answer", requests::toText(item.answer), language)}, {"paragraphs", paragraphsOf(book, language, item)}, {"law", item.law.source}};
}

std::vector<std::string> explanationsOf(const LetterBook& book, Language language, const ItemDecisionLetter& letter) {
    const bool closed = std::ranges::any_of(letter.items, [](const auto& item) { return !item.law.actOpen; });
    if (!closed) return {};
    return {book.word("act-not-open", "gecertificeerde-instelling", language)};
}

json routesOf(const requests::Remedies& remedies, Language language) {
    json routes = json::array();
    for (const auto& route : remedies.routes)
        routes.push_back(language == Language::dutch ? json{{"title", route.title}, {"paragraph", route.paragraph}} : json{{"title", route.englishTitle}, {"paragraph", route.englishParagraph}});
    return routes;
}

requests::Answer overallOf(const ItemDecisionLetter& letter) {
    std::vector<Answer> answers;
    for (const auto& item : letter.items) answers.push_back(item.answer);
    return requests::overall(answers);
}

}  // namespace

std::vector<std::string> paragraphsOf(const LetterBook& book, Language language, const LetterItem& item) {
    std::vector<std::string> paragraphs;
    const auto words = book.word("item", item.choice, language);
    for (std::size_t at = 0; at <= words.size();) {
        const auto end = std::min(words.find('|', at), words.size());
        auto paragraph = filled(book, language, words.substr(at, end - at), item);
        if (!paragraph.empty()) paragraphs.push_back(std::move(paragraph));
        at = end + 1;
    }
    return paragraphs;
}

// Basis: AVG art. 19
std::vector<std::string> changesOf(const LetterBook& book, Language language, const LetterItem& item) {
    return {filled(book, language, book.word("item-change", item.choice, language), item)};
}

// Basis: AVG art. 12(4): the reasons, per point, and the remedies
Letter itemDecision(const LetterBook& book, Language language, const ItemDecisionLetter& letter) {
    if (letter.items.empty()) throw LetterError("Brief: er is geen punt waarover is beslist.");
    const auto remedies = requests::remediesOf(letter.controller, letter.sent, {}, letter.terms, letter.calendar);
    json items = json::array();
    for (const auto& item : letter.items) items.push_back(itemOf(book, language, item));
    json fields{{"decisionTitle", book.word("decision", remedies.decisionWord, language)}, {"about", letter.about}, {"receivedOn", dateIn(language, letter.received)},
                {"controllerName", letter.controller.name}, {"outcome", book.word("outcome-other", outcomeCode(overallOf(letter)), language)},
                {"explanations", explanationsOf(book, language, letter)}, {"items", items}, {"reasons", letter.reasons}, {"routes", routesOf(remedies, language)},
                {"contestedNote", language == Language::dutch ? remedies.contestedNote : remedies.englishContestedNote}, {"contested", !remedies.contestedNote.empty()}};
    const auto any = [&](auto&& test) { return std::ranges::any_of(letter.items, [&](const auto& item) { return test(item, letter.right); }); };
    if (letter.right != Right::portability) fields["works"] = any(hasWork), fields["recipients"] = any(tells);
    return book.write("decision-" + requests::toText(letter.right), language, letter.frame, fields);
}

Letter rectificationItem(const LetterBook& book, Language language, const ItemDecisionLetter& letter, const LetterItem& item) {
    auto fields = itemOf(book, language, item);
    fields["controllerName"] = letter.controller.name;
    fields["recipients"] = tells(item, letter.right);
    return book.write("rectification-item", language, letter.frame, fields);
}

}  // namespace service::letters
