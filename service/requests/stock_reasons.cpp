#include "service/requests/stock_reasons.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <utility>

#include "service/requests/disguise.h"

namespace service::requests {
namespace {

// A sentence with a telling word is still a reason when this many words of its own are left.
constexpr std::size_t ownWordsBesideStock = 4, ownWordsBesideAnAnchor = 2;  // an anchor: somebody's place in the family, a day, a number
// What a field of the five needs beside names, numbers and what any reason is built with.
constexpr std::size_t ownWordsOfThisFile = 2;

using Words = std::vector<std::string>;

struct Stock {
    StockReason reason;
    std::vector<std::string_view> telling;     // one of these makes it this reason,
    std::vector<std::string_view> beside = {};  // with one of these, where any is given
};

const std::vector<Stock>& stock() {
    static const std::vector<Stock> table{
        {StockReason::retention, {"bewaar", "bewaren", "retention", "keep", "kept"}},
        {StockReason::futureReport, {"toekomst", "nieuwe", "volgende", "later", "latere", "ooit", "eventuele", "mogelijke", "herhaling", "future"}},
        {StockReason::childrenInGeneral, {"kinderen", "kind", "jeugdigen", "jongeren", "children"}},
        {StockReason::knownAlready, {"weet", "kent", "wist", "kende", "bekend", "knows", "knew", "known"}, {"al", "allang", "reeds", "toch", "already"}}};
    return table;
}

// Beginnings of words with which a reason is given in any file: keeping, law, care, interest, a new report.
constexpr std::array general{
    "artikel", "bewaar", "bewaren", "bewaard", "bewaring", "termijn", "wettelijk", "wetgev", "wetten", "verplicht", "plicht", "archie", "archiv", "selectielijst", "vernietig", "verwijder", "wissen", "gewist",
    "jaar", "jaren", "twintig", "vijftien", "lang", "laatste", "wijziging", "verstreken", "voorbij", "afgelopen", "loopt", "lopen", "gelden", "geldt",
    "dossier", "gegeven", "informatie", "stuk", "document", "verslag", "administratie", "registratie", "vastge", "vastleg", "opgeslagen", "inhoud",
    "belang", "relevant", "noodza", "nodig", "nuttig", "handig", "helpen", "helpt", "behulpzaam", "hulp", "zorg", "goed", "goede", "zwaar", "zwaarwegend", "zwaarder", "gewichtig",
    "bescherm", "veilig", "onveilig", "kinder", "kind", "jeugd", "jongere", "gezin", "familie", "betrokken", "client", "verzoeker", "verzoekster", "ander", "derde", "iemand", "iedereen", "mensen", "personen", "persoon",
    "toekomst", "later", "latere", "nieuw", "volgend", "melding", "signaal", "signalen", "zorgen", "situatie", "omstandig", "herhal", "gebeur", "voorval", "incident", "risico", "gevaar",
    "onderzoe", "beleid", "protocol", "richtlijn", "handreiking", "organisatie", "instelling", "partner", "medewerk", "collega", "professional", "hulpverlen", "jeugdbesch", "continu", "kwaliteit", "verantwoord",
    "toezicht", "klacht", "procedure", "juridi", "rechtszaak", "claim", "aansprak", "algemeen", "algemene", "altijd", "standaard", "gebruikelijk", "gewoon", "regel", "werkwijze", "afspra",
    "mogelijk", "eventue", "ooit", "misschien", "wellicht", "blijk", "beoorde", "inschat", "afweg", "weeg", "wegen", "volledig", "compleet", "beeld", "achtergrond", "geschieden", "context", "verleden", "verloop",
    "bekend", "weet", "weten", "wist", "kent", "kennen", "reeds", "toch", "maken", "maakt", "hebben", "doen", "doet", "houden", "zien", "kijken", "terug", "gebruik", "vraag", "vragen", "reden", "grond", "zaak", "zaken",
    "zonder", "tegen", "verzet", "laat", "laten", "geven", "geeft", "oordeel", "afgewogen", "uitvoer", "taak", "taken", "zorgmeld", "uitgangs", "alle", "alles", "andere", "eigen", "elke", "ieder", "soort", "dergelijk", "zulk", "steeds", "blijven", "blijft", "alleen", "zeer", "heel", "erg", "veel", "meer", "minder", "vaak", "soms",
    "keep", "kept", "years", "year", "twenty", "fifteen", "term", "retention", "retain", "statut", "legal", "obliga", "law", "record", "file", "data", "inform", "document", "interest", "import", "useful", "help", "need",
    "future", "later", "report", "child", "protect", "safe", "care", "family", "general", "always", "know", "known", "case", "possible", "perhaps", "maybe", "might", "could", "would", "organis", "professional", "assess", "other", "people"};

bool isFiller(std::string_view word) {
    static const std::set<std::string_view> filler{"de", "het", "een", "en", "of", "wij", "we", "ons", "onze", "dit", "dat", "deze", "die", "is", "zijn", "zij", "hij", "ze", "wordt", "worden", "moet", "moeten", "werd", "werden",
        "mag", "mogen", "kan", "kunnen", "kon", "konden", "zou", "zouden", "zal", "zullen", "nog", "niet", "er", "te", "om", "op", "in", "bij", "van", "voor", "met", "aan", "ook", "omdat", "want", "daarom", "dus", "als", "tot", "na", "uw", "u",
        "volgens", "heeft", "had", "over", "door", "uit", "naar", "hier", "daar", "wel", "geen", "wat", "wie", "waar", "wanneer", "indien", "zo", "zodat", "haar", "hem", "hun", "hen", "je", "jij", "zelf", "was", "waren", "dan", "dus", "maar", "nu", "al",
        "namelijk", "immers", "onder", "tijdens", "vanwege", "wegens", "gaat", "gaan", "komt", "komen", "ten", "ter", "per", "binnen", "buiten", "tussen", "sinds", "vanaf", "men", "zich", "toe", "it", "the", "a", "an", "and", "for", "in", "of", "to", "may", "be", "is", "are",
        "because", "must", "he", "she", "they", "our", "this", "that", "we", "with", "as", "by", "on", "at", "not", "can", "her", "his", "their", "you", "your", "i", "ik", "mijn"};
    return filler.count(word) != 0;
}

// One place in a family, and so one person of this file.
bool isPlaceInFamily(std::string_view word) {
    static const std::set<std::string_view> places{"moeder", "vader", "mama", "papa", "zus", "zusje", "broer", "broertje", "halfzus", "halfzusje", "halfbroer", "halfbroertje", "stiefzus", "stiefbroer", "dochter", "zoon", "oma", "opa",
        "grootmoeder", "grootvader", "tante", "oom", "nicht", "neef", "stiefmoeder", "stiefvader", "pleegmoeder", "pleegvader", "stiefdochter", "stiefzoon", "pleegdochter", "pleegzoon", "echtgenoot", "echtgenote", "ex", "expartner",
        "mother", "father", "sister", "brother", "daughter", "son", "grandmother", "grandfather", "aunt", "uncle", "stepmother", "stepfather", "halfsister", "halfbrother", "husband", "wife"};
    return places.count(word) != 0;
}

bool isMonth(std::string_view word) {
    static const std::set<std::string_view> months{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
        "january", "february", "march", "may", "june", "july", "august", "october"};
    return months.count(word) != 0;
}

Words wordsOf(std::string_view utf8) {
    Words words;
    std::string word;
    for (const char c : folded(utf8) + " ") {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0) word += c;
        else if (!word.empty()) words.push_back(std::exchange(word, {}));
    }
    return words;
}

bool isNumber(const std::string& word) { return std::isdigit(static_cast<unsigned char>(word.front())) != 0; }

bool isGeneral(const std::string& word) {
    return std::any_of(general.begin(), general.end(), [&](std::string_view stem) { return word.starts_with(stem) && (stem.size() > 4 || word.size() <= stem.size() + 3); });
}

bool tells(const std::string& word, std::string_view telling) { return word == telling || (telling.size() > 5 && word.starts_with(telling)); }

std::set<std::string> nameWords(const std::vector<std::string>& names) {
    std::set<std::string> all;
    for (const auto& name : names)
        for (auto& word : wordsOf(name))
            if (word.size() > 1 && !isFiller(word)) all.insert(std::move(word));
    return all;
}

// "20 jaar", "artikel 17 lid 3" fit every file.
bool pointsIntoFile(const Words& words, std::size_t at) {
    if (!isNumber(words[at])) return isMonth(words[at]);
    std::size_t first = at;  // of "5.3.4"
    while (first > 0 && isNumber(words[first - 1])) --first;
    const std::string before = first > 0 ? words[first - 1] : "", after = at + 1 < words.size() ? words[at + 1] : "";
    const bool law = before == "art" || before == "artikel" || before == "lid" || before == "article" || before == "wmo" || before == "avg";
    return !law && !after.starts_with("jaar") && !after.starts_with("jaren") && !after.starts_with("year");
}

}  // namespace

std::optional<StockReason> stockReason(std::string_view utf8) {
    const auto words = wordsOf(utf8);
    bool anchored = false;
    for (std::size_t at = 0; at < words.size(); ++at) anchored = anchored || isPlaceInFamily(words[at]) || pointsIntoFile(words, at);
    for (const auto& it : stock()) {
        const auto isTelling = [&](const std::string& word) { return std::any_of(it.telling.begin(), it.telling.end(), [&](auto telling) { return tells(word, telling); }); };
        if (std::none_of(words.begin(), words.end(), isTelling)) continue;
        if (!it.beside.empty() && std::find_first_of(words.begin(), words.end(), it.beside.begin(), it.beside.end()) == words.end()) continue;
        const auto own = std::count_if(words.begin(), words.end(), [&](const auto& word) {
            return !isNumber(word) && !isFiller(word) && !isTelling(word) && !isGeneral(word) && (it.reason != StockReason::knownAlready || !isPlaceInFamily(word));
        });
        if (std::size_t(own) < (anchored ? ownWordsBesideAnAnchor : ownWordsBesideStock)) return it.reason;
    }
    return std::nullopt;
}

bool namesSomeone(std::string_view utf8, const std::vector<std::string>& names) {
    const auto known = nameWords(names);
    const auto words = wordsOf(utf8);
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return known.contains(word) || isPlaceInFamily(word); });
}

bool isOfThisFile(std::string_view utf8, const std::vector<std::string>& names, Anchor anchor) {
    const auto words = wordsOf(utf8);
    const auto known = nameWords(names);
    bool anchored = anchor == Anchor::notNeeded;
    std::set<std::string> own;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto& word = words[at];
        const bool someone = known.contains(word) || isPlaceInFamily(word);
        anchored = anchored || someone || pointsIntoFile(words, at);
        if (!someone && !isNumber(word) && !isFiller(word) && !isGeneral(word)) own.insert(word);
    }
    return anchored && own.size() >= ownWordsOfThisFile;
}

}  // namespace service::requests
