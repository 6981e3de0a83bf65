#include "service/letters/breach_letters.h"

#include "service/letters/remedy_fields.h"
#include "service/letters/wording.h"

namespace service::letters {

using nlohmann::json;

Letter breachToPerson(const LetterBook& book, Language language, const BreachToPerson& letter) {
    json fields{{"happenedOn", dateIn(language, letter.happened)}, {"knownOn", dateIn(language, letter.known)}, {"what", letter.what}, {"data", letter.data},
                {"consequences", letter.consequences}, {"measures", letter.measures}, {"hasAdvice", !letter.advice.empty()}, {"advice", letter.advice}};
    fields.update(complaintFields(book, language, letter.reader, letter.controller));
    return book.write(nameOf("breach-person", letter.reader), language, letter.frame, fields);
}

Letter breachToAuthority(const LetterBook& book, Language language, const BreachToAuthority& letter) {
    json partners = json::array();
    for (const auto& it : letter.partners) partners.push_back({{"partner", it.partner}, {"when", it.when.empty() ? book.word("other", "not-told-yet", language) : it.when}});
    return book.write("breach-authority", language, letter.frame,
                      {{"controllerName", letter.controller}, {"breach", letter.breach}, {"happened", letter.happened}, {"known", letter.known},
                       {"risk", letter.risk.empty() ? book.word("other", "risk-open", language) : letter.risk}, {"what", letter.what}, {"data", letter.data}, {"persons", letter.persons},
                       {"consequences", letter.consequences}, {"measures", letter.measures}, {"late", !letter.delay.empty()}, {"delay", letter.delay}, {"hasPartners", !partners.empty()}, {"partners", partners}});
}

}  // namespace service::letters
