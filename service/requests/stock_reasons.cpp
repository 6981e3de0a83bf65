#include "service/requests/stock_reasons.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "service/requests/disguise.h"

namespace service::requests {
namespace {

// What belongs to such a reason, and what any sentence is built with. A reason holds when this many other words are left.
constexpr std::size_t ownWordsNeeded = 4;

struct Words {
    StockReason reason;
    std::vector<std::string_view> telling, along;  // telling: one of these makes it this reason; along: says nothing more
};

const std::vector<Words>& stock() {
    static const std::vector<Words> table{
        {StockReason::retention,
         {"bewaartermijn", "bewaartermijnen", "bewaren", "bewaard", "bewaart", "bewaarplicht", "bewaarperiode", "retention", "keep"},
         {"twintig", "vijftien", "jaar", "jaren", "lang", "laatste", "wijziging", "verstreken", "voorbij", "loopt", "geldt", "termijn", "dossiers", "dossier", "gegevens", "years", "twenty", "term"}},
        {StockReason::futureReport,
         {"toekomst", "toekomstige", "nieuwe", "volgende", "latere", "later", "future"},
         {"melding", "meldingen", "nodig", "helpen", "behulpzaam", "nuttig", "handig", "belangrijk", "belang", "zijn", "blijken", "report", "reports", "useful", "help", "dossier", "gegevens"}},
        {StockReason::childrenInGeneral,
         {"kinderen", "kind", "jeugdigen", "children"},
         {"bescherming", "beschermen", "beschermd", "veiligheid", "veilig", "belang", "algemeen", "algemene", "gaat", "voor", "protection", "protect", "safety", "dossier"}},
        {StockReason::knownAlready,
         {"al", "reeds", "bekend", "already"},
         {"weet", "kent", "wist", "weten", "bekend", "vader", "moeder", "verzoeker", "verzoekster", "toch", "dit", "dat", "knows", "known"}}};
    return table;
}

bool isFiller(std::string_view word) {
    static const std::set<std::string_view> filler{"de", "het", "een", "en", "of", "wij", "we", "ons", "onze", "dit", "dat", "deze", "die", "is", "zijn", "zij", "hij", "ze", "wordt", "worden", "moet", "moeten",
        "mag", "mogen", "kan", "kunnen", "kon", "zou", "zouden", "nog", "niet", "er", "te", "om", "op", "in", "bij", "van", "voor", "met", "aan", "ook", "omdat", "want", "daarom", "dus", "als", "tot", "na", "uw", "u", "ons", "wettelijk",
        "wettelijke", "wet", "volgens", "heeft", "hebben", "had", "we", "it", "the", "a", "for", "in", "of", "to", "may", "be", "is", "because", "must", "he", "she", "they", "our", "this", "that"};
    return filler.count(word) != 0;
}

std::vector<std::string> wordsOf(std::string_view utf8) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded(utf8) + " ") {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0) word += c;
        else if (!word.empty()) words.push_back(std::exchange(word, {}));
    }
    return words;
}

bool isNumber(const std::string& word) { return std::isdigit(static_cast<unsigned char>(word.front())) != 0; }

template <class List>
bool holds(const List& list, const std::string& word) { return std::find(list.begin(), list.end(), word) != list.end(); }

}  // namespace

std::optional<StockReason> stockReason(std::string_view utf8) {
    const auto words = wordsOf(utf8);
    for (const auto& it : stock()) {
        if (std::none_of(words.begin(), words.end(), [&](const auto& word) { return holds(it.telling, word); })) continue;
        const auto own = std::count_if(words.begin(), words.end(), [&](const auto& word) {
            return !isNumber(word) && !isFiller(word) && !holds(it.telling, word) && !holds(it.along, word);
        });
        if (std::size_t(own) < ownWordsNeeded) return it.reason;
    }
    return std::nullopt;
}

}  // namespace service::requests
