// Acknowledgement, extension and suspension.
#include "service/letters/letters.h"

#include <algorithm>

#include "service/letters/wording.h"

namespace service::letters {

Letter acknowledgement(const LetterBook& book, Language language, const Acknowledgement& letter) {
    std::vector<std::string> also;
    for (const auto right : letter.alsoRights)
        if (auto name = book.word(nameOf("right", letter.reader), requests::toText(right), language); std::find(also.begin(), also.end(), name) == also.end()) also.push_back(std::move(name));
    const bool open = letter.identityMethod.empty() || letter.identityMethod == "not-yet";
    const bool access = letter.right == requests::Right::access || std::ranges::count(letter.alsoRights, requests::Right::access) > 0;
    return book.write(nameOf("acknowledgement", letter.reader), language, letter.frame,
                      {{"rightName", book.word(nameOf("right", letter.reader), requests::toText(letter.right), language)},
                       {"also", also},
                       {"about", letter.about},
                       {"receivedOn", dateIn(language, letter.received)},
                       {"channel", book.word("channel", letter.channel, language)},
                       {"due", weekdayAndDate(language, letter.due)},
                       {"identity", open ? std::string{} : book.word(nameOf("identity", letter.reader), letter.identityMethod, language)},
                       {"identityOpen", open},
                       {"partners", letter.partners},
                       {"hasPartners", !letter.partners.empty()},
                       {"remarks", letter.remarks},
                       {"access", access}});
}

Letter extension(const LetterBook& book, Language language, const ExtensionLetter& letter) {
    return book.write(nameOf("extension", letter.reader), language, letter.frame,
                      {{"rightName", book.word(nameOf("right", letter.reader), requests::toText(letter.right), language)},
                       {"receivedOn", dateIn(language, letter.received)},
                       {"newDue", weekdayAndDate(language, letter.newDue)},
                       {"reason", letter.reason}});
}

Letter suspension(const LetterBook& book, Language language, const SuspensionLetter& letter) {
    const bool identity = letter.ground == requests::SuspensionGround::identityInDoubt;
    return book.write(nameOf("suspension", letter.reader), language, letter.frame,
                      {{"rightName", book.word(nameOf("right", letter.reader), requests::toText(letter.right), language)},
                       {"receivedOn", dateIn(language, letter.received)},
                       {"askedOn", dateIn(language, letter.asked)},
                       {"question", letter.question},
                       {"identity", identity},
                       {"clarification", !identity}});
}

}  // namespace service::letters
