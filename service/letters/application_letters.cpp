#include "service/letters/application_letters.h"

#include "service/letters/remedy_fields.h"
#include "service/letters/wording.h"

namespace service::letters {

namespace {

using nlohmann::json;

std::string rightIn(const LetterBook& book, requests::Right right, Language language, Reader reader = Reader::adult) { return book.word(nameOf("right", reader), requests::toText(right), language); }

json fieldsOf(const LetterBook& book, Language language, const TransferLetter& letter) {
    return {{"rightName", rightIn(book, letter.right, language)}, {"receivedOn", dateIn(language, letter.received)}, {"reason", letter.reason}, {"clock", letter.clock},
            {"due", letter.addressLines.empty() ? weekdayAndDate(language, letter.due) : std::string()}};
}

// Where and until when, in one line per route. Basis: Awb 6:7, 6:15; UAVG art. 35
std::string remedyLine(const LetterBook& book, Language language, const Overview& letter, const PartDecided& part) {
    const auto remedies = requests::remediesOf(part.controller, part.sent, std::nullopt, letter.terms, letter.calendar);
    const auto group = nameOf("remedy-line", letter.reader);
    std::string line;
    for (const auto& route : remedies.routes) {
        if (!route.clock) continue;
        auto words = filled(book.word(group, codeOf(route.route), language), "{day}", dateIn(language, route.clock->end));
        words = filled(std::move(words), "{where}", part.controller.decidingOrgan.empty() ? part.controller.name : part.controller.decidingOrgan);
        line += (line.empty() ? "" : " ") + words;
    }
    if (part.controller.standing == requests::Standing::contested && remedies.earliestEnd)
        line += " " + filled(book.word(group, "contested", language), "{day}", dateIn(language, *remedies.earliestEnd));
    return line;
}

}  // namespace

Letter transfer(const LetterBook& book, Language language, const TransferLetter& letter) {
    auto fields = fieldsOf(book, language, letter);
    fields["rightName"] = rightIn(book, letter.right, language, letter.reader), fields["partner"] = letter.partner, fields["sentOn"] = dateIn(language, letter.sent);
    fields["rest"] = letter.rest;
    fields["elsewhere"] = !letter.addressLines.empty(), fields["addressLines"] = letter.addressLines;
    return book.write(nameOf("transfer", letter.reader), language, letter.frame, fields);
}

Letter transferOutside(const LetterBook& book, Language language, const TransferLetter& letter) {
    return book.write("transfer-outside", language, letter.frame,
                      {{"rightName", book.word("right-named", requests::toText(letter.right), language)}, {"receivedOn", dateIn(language, letter.received)}, {"from", letter.from},
                       {"requester", letter.requester}, {"about", letter.about}, {"reason", letter.reason}});
}

Letter transferToPartner(const LetterBook& book, Language language, const TransferLetter& letter) {
    auto fields = fieldsOf(book, language, letter);
    fields["from"] = letter.from, fields["requester"] = letter.requester;
    return book.write("transfer-partner", language, letter.frame, fields);
}

Letter overview(const LetterBook& book, Language language, const Overview& letter) {
    if (letter.decisions.empty()) throw LetterError("een overzicht heeft ten minste één beslissing nodig");
    json decisions = json::array(), open = json::array();
    for (const auto& it : letter.decisions)
        decisions.push_back({{"partner", it.controller.name}, {"right", rightIn(book, it.right, language, letter.reader)}, {"outcome", book.word(nameOf("part-outcome", letter.reader), it.outcome, language)},
                             {"sentOn", dateIn(language, it.sent)}, {"remedy", remedyLine(book, language, letter, it)}});
    for (const auto& it : letter.open)
        open.push_back({{"partner", it.partner}, {"right", rightIn(book, it.right, language, letter.reader)}, {"due", weekdayAndDate(language, it.due)}});
    return book.write(nameOf("overview", letter.reader), language, letter.frame, {{"receivedOn", dateIn(language, letter.received)}, {"decisions", decisions}, {"hasOpen", !open.empty()}, {"open", open}});
}

}  // namespace service::letters
