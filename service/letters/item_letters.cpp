// The decision on the points of a request, and the letter per point of a rectification.
#include "service/letters/item_letters.h"

#include <algorithm>

#include "service/letters/letter_blocks.h"
#include "service/letters/remedy_fields.h"
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
std::string shown(const LetterBook& book, Language language, Reader reader, const std::string& name, const std::string& value) {
    if (const auto day = requests::parseIso(value)) return dateIn(language, *day);
    if (name == "ground" || name == "rests-on" || name == "fails" || name == "about") return book.word(nameOf("item-option", reader), name + "-" + value, language);
    return value;
}

std::string withFields(const LetterBook& book, Language language, Reader reader, std::string words, const LetterItem& item) {
    for (const auto& [name, value] : item.fields) words = filled(std::move(words), "{" + name + "}", shown(book, language, reader, name, value));
    return words;
}

json itemOf(const LetterBook& book, Language language, Reader reader, const LetterItem& item) {
    return {{"number", std::to_string(item.number)}, {"what", item.what}, {"place", item.place}, {"law", item.law.source},
            {"answer", book.word(nameOf("item-answer", reader), requests::toText(item.answer), language)}, {"paragraphs", paragraphsOf(book, language, reader, item)}};
}

std::vector<std::string> explanationsOf(const LetterBook& book, Language language, const ItemDecisionLetter& letter) {
    auto explanations = letter.explanations;
    const bool closed = std::ranges::any_of(letter.items, [](const auto& item) { return !item.law.actOpen; });
    if (closed) explanations.push_back(book.word(nameOf("act-not-open", letter.reader), "gecertificeerde-instelling", language));
    return explanations;
}

requests::Answer overallOf(const ItemDecisionLetter& letter) {
    std::vector<Answer> answers;
    for (const auto& item : letter.items) answers.push_back(item.answer);
    return requests::overall(answers);
}

}  // namespace

std::vector<std::string> paragraphsOf(const LetterBook& book, Language language, Reader reader, const LetterItem& item) {
    std::vector<std::string> paragraphs;
    const auto words = book.word(nameOf("item", reader), item.choice, language);
    for (std::size_t at = 0; at <= words.size();) {
        const auto end = std::min(words.find('|', at), words.size());
        auto paragraph = withFields(book, language, reader, words.substr(at, end - at), item);
        if (!paragraph.empty()) paragraphs.push_back(std::move(paragraph));
        at = end + 1;
    }
    return paragraphs;
}

std::string keptBecause(const LetterBook& book, Language language, Reader reader, const LetterItem& item) {
    for (const auto* choice : {"own-erased", "interest-refused", "archive-refused", "child-not-taken-up", "not-taken-up"})
        if (item.choice == choice) return withFields(book, language, reader, book.word(nameOf("kept", reader), choice, language), item);
    return {};
}

bool repeats(const LetterBook& book, const std::string& choice, const std::string& field) {
    return book.word("item", choice, Language::dutch).find("{" + field + "}") != std::string::npos;
}

// Basis: AVG art. 19
std::vector<std::string> changesOf(const LetterBook& book, Language language, const LetterItem& item) {
    return {withFields(book, language, Reader::adult, book.word("item-change", item.choice, language), item)};
}

// Basis: AVG art. 12(4): the reasons, per point, and the remedies
Letter itemDecision(const LetterBook& book, Language language, const ItemDecisionLetter& letter) {
    if (letter.items.empty()) throw LetterError("Brief: er is geen punt waarover is beslist.");
    const auto remedies = requests::remediesOf(letter.controller, letter.sent, {}, letter.terms, letter.calendar);
    json items = json::array();
    for (const auto& item : letter.items) items.push_back(itemOf(book, language, letter.reader, item));
    json fields{{"about", letter.about}, {"receivedOn", dateIn(language, letter.received)}, {"outcome", book.word(nameOf("outcome-other", letter.reader), outcomeCode(overallOf(letter)), language)},
                {"explanations", explanationsOf(book, language, letter)}, {"items", items}, {"reasons", letter.reasons}, {editsField, letter.edits}};
    fields.update(remedyFields(book, language, letter.reader, letter.controller, remedies));
    const auto any = [&](auto&& test) { return std::ranges::any_of(letter.items, [&](const auto& item) { return test(item, letter.right); }); };
    if (letter.right != Right::portability) fields["works"] = any(hasWork), fields["recipients"] = any(tells);
    return book.write(nameOf("decision-" + requests::toText(letter.right), letter.reader), language, letter.frame, fields);
}

Letter rectificationItem(const LetterBook& book, Language language, const ItemDecisionLetter& letter, const LetterItem& item) {
    auto fields = itemOf(book, language, letter.reader, item);
    fields["controllerName"] = letter.controller.name;
    fields["recipients"] = tells(item, letter.right);
    return book.write(nameOf("rectification-item", letter.reader), language, letter.frame, fields);
}

}  // namespace service::letters
