// The inventory and the completeness statement.
#include <algorithm>

#include "service/letters/letter_blocks.h"
#include "service/letters/letters.h"
#include "service/letters/wording.h"

namespace service::letters {
namespace {

using nlohmann::json;

const char* codeOf(Shown shown) {
    switch (shown) {
        case Shown::released: return "released";
        case Shown::partly: return "partly";
        case Shown::withheld: return "withheld";
    }
    return "";
}

std::string countOf(const Inventory& letter, Shown shown) {
    return std::to_string(std::ranges::count(letter.items, shown, &InventoryItem::shown));
}

json rowOf(const InventoryItem& item, const LetterBook& book, Language language) {
    std::vector<std::string> grounds;
    for (const auto& ground : item.grounds) grounds.push_back(book.word("ground", ground, language));
    return {{"number", std::to_string(item.number)}, {"date", shortDate(item.date, book, language)},
            {"title", item.title}, {"partner", item.partner}, {"pages", std::to_string(item.pages)},
            {"shown", book.word("shown", codeOf(item.shown), language)},
            {"grounds", grounds.empty() ? book.word("other", "no-ground", language) : joined(grounds)}};
}

// Each ground once, with the letter its marks carry, in the order of first use, in general words: the decision names the
// law per partner.
json groundListOf(const Inventory& letter, const LetterBook& book, Language language) {
    json list = json::array();
    std::vector<std::string> seen;
    for (const auto& item : letter.items)
        for (const auto& ground : item.grounds) {
            if (std::ranges::count(seen, ground) > 0) continue;
            seen.push_back(ground);
            list.push_back({{"code", book.word("ground", ground, language) + " (" + book.word("mark", ground, language) + ")"},
                            {"words", sentenceOf(wordingOrThrow(ground, requests::PartnerKind::unknown), language)}});
        }
    return list;
}

std::string orElse(const std::string& text, const LetterBook& book, const char* code, Language language) {
    return text.empty() ? book.word("other", code, language) : text;
}

json searchOf(const PartnerSearch& search, const LetterBook& book, Language language) {
    const auto day = [&](const std::optional<Date>& date, const char* absent) {
        return date ? dateIn(language, *date) : book.word("other", absent, language);
    };
    return {{"partner", search.partner}, {"askedOn", day(search.asked, "not-asked")},
            {"answeredOn", day(search.answered, "not-answered")},
            {"searchedIn", orElse(joined(search.searchedIn), book, "not-recorded", language)},
            {"searchedWith", orElse(joined(search.searchedWith), book, "not-recorded", language)},
            {"answer", book.word("answer", search.answer, language)}, {"explanation", search.explanation}, {"whatNow", search.whatNow},
            {"delivered", std::to_string(search.delivered)}, {"hasMissing", !search.missing.empty()}, {"missing", search.missing}};
}

}  // namespace

Letter inventory(const LetterBook& book, Language language, const Inventory& letter) {
    json items = json::array();
    for (const auto& item : letter.items) items.push_back(rowOf(item, book, language));
    json grounds = groundListOf(letter, book, language);
    return book.write("inventory", language, letter.frame,
                      {{"requestReference", letter.frame.reference}, {"total", std::to_string(letter.items.size())},
                       {"released", countOf(letter, Shown::released)}, {"partly", countOf(letter, Shown::partly)},
                       {"withheld", countOf(letter, Shown::withheld)}, {"hasItems", !letter.items.empty()}, {"items", items},
                       {"hasGrounds", !grounds.empty()}, {"groundList", grounds}, {editsField, letter.edits}});
}

Letter completeness(const LetterBook& book, Language language, const Completeness& letter) {
    json partners = json::array();
    for (const auto& search : letter.partners) partners.push_back(searchOf(search, book, language));
    return book.write("completeness", language, letter.frame,
                      {{"receivedOn", dateIn(language, letter.received)}, {"requestReference", letter.frame.reference}, {"partners", partners},
                       {"notEverything", letter.completely == Named::notEverything}, {editsField, letter.edits}});
}

}  // namespace service::letters
