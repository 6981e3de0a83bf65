// What the region asks of a partner, and asks again.
#include "service/letters/letters.h"
#include "service/letters/wording.h"

namespace service::letters {
namespace {

nlohmann::json fieldsOf(const LetterBook& book, const PartnerAsk& letter) {
    return {{"rightName", book.word("right-named", requests::toText(letter.right), Language::dutch)}, {"requester", letter.requester}, {"about", letter.about},
            {"receivedOn", dateIn(Language::dutch, letter.received)}, {"due", weekdayAndDate(Language::dutch, letter.due)}, {"decideBy", dateIn(Language::dutch, letter.decideBy)}};
}

}  // namespace

Letter requestToPartner(const LetterBook& book, const PartnerAsk& letter) { return book.write("partner-request", Language::dutch, letter.frame, fieldsOf(book, letter)); }

Letter chaser(const LetterBook& book, const PartnerAsk& letter) {
    if (!letter.asked) throw LetterError("Brief: een herinnering zonder dag van de eerste vraag.");
    auto fields = fieldsOf(book, letter);
    fields["askedOn"] = dateIn(Language::dutch, *letter.asked);
    return book.write("partner-chaser", Language::dutch, letter.frame, fields);
}

}  // namespace service::letters
