// What follows a decision on points: orders, recipients, the confirmation of erasure; and the appointment on location.
#include "service/letters/item_letters.h"
#include "service/letters/remedy_fields.h"
#include "service/letters/wording.h"

namespace service::letters {
namespace {

using nlohmann::json;

// What the partner must know to carry it out, under the names that the answer asks for.
std::vector<std::string> detailsOf(const LetterBook& book, Language language, const LetterItem& item, requests::Work work) {
    std::vector<std::string> details;
    const auto add = [&](const char* name, const std::string& before = {}) {
        if (const auto found = item.fields.find(name); found != item.fields.end() && !found->second.empty()) details.push_back(before + found->second);
    };
    switch (work) {
        case requests::Work::correct:
            add("was", book.word("work-detail", "was", language)), add("becomes", book.word("work-detail", "becomes", language));
            break;
        case requests::Work::addStatement: add("statement"); break;
        case requests::Work::erase: add("part"), add("own"), add("without"); break;
        case requests::Work::restrictUse: add("what"), add("until"); break;
        case requests::Work::stopUse: add("use"); break;
        case requests::Work::stopSharing: add("consent"); break;
        case requests::Work::liftRestriction:
        case requests::Work::tellRecipients: break;
    }
    return details;
}

}  // namespace

Letter erasureConfirmation(const LetterBook& book, Language language, const ErasureConfirmation& letter) {
    const auto words = nameOf("erasure-told", letter.reader);
    json rows = json::array(), untold = json::array(), kept = json::array();
    for (const auto& row : letter.kept) kept.push_back({{"what", row.what}, {"why", row.why}});
    for (const auto& row : letter.rows) rows.push_back({{"what", row.what}, {"erasedOn", dateIn(language, row.erased)}});
    for (const auto& why : letter.untold) {
        untold.push_back(filled(book.word(words, "untold", language), "{why}", why));
    }
    return book.write(nameOf("erasure-confirmation", letter.reader), language, letter.frame,
                      {{"decidedOn", dateIn(language, letter.decided)}, {"controllerName", letter.controller}, {"items", rows},
                       {"hasKept", !kept.empty()}, {"kept", kept},
                       {"told", letter.recipientsTold ? book.word(words, "all", language) : std::string()}, {"untold", untold}});
}

Letter restrictionLifted(const LetterBook& book, Language language, const LiftedRestriction& letter) {
    json fields{{"decidedOn", dateIn(language, letter.decided)}, {"from", weekdayAndDate(language, letter.from)}, {"what", letter.what}, {"why", letter.why}};
    fields.update(remedyFields(book, language, letter.reader, letter.controller, requests::remediesOf(letter.controller, letter.sent, {}, letter.terms, letter.calendar)));
    fields.erase("decisionTitle"), fields.erase("controllerName");  // the region may write for a controller that is not named: it did not decide
    return book.write(nameOf("restriction-lifted", letter.reader), language, letter.frame, fields);
}

Letter recipientNotice(const LetterBook& book, Language language, const RecipientLetter& letter) {
    return book.write("recipient-notice", language, letter.frame,
                      {{"controllerName", letter.controller}, {"person", letter.person}, {"changes", changesOf(book, language, letter.item)}});
}

Letter workOrder(const LetterBook& book, Language language, const WorkOrderLetter& letter) {
    const auto details = detailsOf(book, language, letter.item, letter.work);
    return book.write("work-order", language, letter.frame,
                      {{"task", book.word("work", requests::toText(letter.work), language)}, {"person", letter.person}, {"requester", letter.requester}, {"what", letter.item.what}, {"place", letter.item.place},
                       {"details", details}, {"due", weekdayAndDate(language, letter.due)}});
}

Letter inspection(const LetterBook& book, Language language, const InspectionLetter& letter) {
    return book.write(nameOf("inspection", letter.reader), language, letter.frame,
                      {{"controllerName", letter.controller}, {"receivedOn", dateIn(language, letter.received)}, {"day", weekdayAndDate(language, letter.day)}, {"time", letter.time},
                       {"location", letter.place}});
}

}  // namespace service::letters
