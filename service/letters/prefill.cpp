#include "service/letters/prefill.h"

#include <algorithm>
#include <array>
#include <map>

#include "service/letters/prefill_parts.h"
#include "service/requests/intake.h"

namespace service::letters {
namespace {

struct Phrase {
    const char* words;
    double weight;
};
struct RightPhrases {
    requests::Right right;
    std::vector<Phrase> phrases;
};

// Folded words. Basis for the article numbers: AVG art. 15–21
const std::vector<RightPhrases>& rightPhrases() {
    static const std::vector<RightPhrases> table{
        {requests::Right::access, {{"inzageverzoek", 0.95}, {"verzoek om inzage", 0.95}, {"inzage", 0.9}, {"artikel 15", 0.85}, {"art 15", 0.85}, {"inzien", 0.8}, {"afschrift", 0.7}, {"kopie van mijn", 0.7}, {"kopie van het dossier", 0.75}, {"opvragen", 0.5}}},
        {requests::Right::rectification, {{"rectificatie", 0.9}, {"correctie", 0.85}, {"corrigeren", 0.85}, {"rectificeren", 0.9}, {"artikel 16", 0.85}, {"klopt niet", 0.6}, {"onjuist", 0.55}, {"onjuistheden", 0.6}}},
        {requests::Right::erasure, {{"verwijdering", 0.9}, {"verwijderen", 0.85}, {"wissen", 0.85}, {"vernietigen", 0.85}, {"vernietiging", 0.85}, {"artikel 17", 0.85}, {"verwijder", 0.7}, {"recht op vergetelheid", 0.9}}},
        {requests::Right::restriction, {{"beperking van de verwerking", 0.95}, {"artikel 18", 0.85}, {"verwerking beperken", 0.9}}},
        {requests::Right::objection, {{"bezwaar tegen de verwerking", 0.95}, {"bezwaar tegen het gebruik", 0.9}, {"artikel 21", 0.85}}},
        {requests::Right::portability, {{"overdraagbaarheid", 0.9}, {"dataportabiliteit", 0.95}, {"overdracht van mijn gegevens", 0.9}, {"artikel 20", 0.8}}}};
    return table;
}

struct CapacityPhrase {
    requests::Capacity capacity;
    const char* words;
    double weight;
};
const std::vector<CapacityPhrase>& capacityPhrases() {
    using requests::Capacity;
    static const std::vector<CapacityPhrase> table{
        {Capacity::parent, "ouder met gezag", 0.95},        {Capacity::parent, "ouder met het gezag", 0.95},
        {Capacity::parent, "gezaghebbende ouder", 0.9},     {Capacity::parent, "ouderlijk gezag", 0.85},
        {Capacity::parent, "mijn zoon", 0.65},              {Capacity::parent, "mijn dochter", 0.65},
        {Capacity::parent, "mijn kind", 0.65},              {Capacity::parent, "mijn kinderen", 0.65},
        {Capacity::parent, "onze zoon", 0.65},              {Capacity::parent, "onze dochter", 0.65},
        {Capacity::guardian, "als voogd", 0.95},            {Capacity::guardian, "voogdij", 0.8},
        {Capacity::representative, "namens mijn client", 0.95}, {Capacity::representative, "gemachtigde", 0.85},
        {Capacity::representative, "als gemachtigde", 0.95}, {Capacity::representative, "machtiging", 0.75},
        {Capacity::representative, "als mentor", 0.85},     {Capacity::representative, "als curator", 0.85},
        {Capacity::self, "voor mijzelf", 0.7},              {Capacity::self, "voor mezelf", 0.7},
        {Capacity::self, "mijn eigen", 0.6},                {Capacity::self, "over mij", 0.55},
        {Capacity::self, "mijn dossier", 0.55},             {Capacity::self, "mijn persoonsgegevens", 0.55}};
    return table;
}

void keepBest(Guess guess, std::map<std::string, Guess>& best) {
    auto [place, isNew] = best.try_emplace(guess.value, guess);
    if (!isNew && place->second.certainty < guess.certainty) place->second = std::move(guess);
}

std::vector<Guess> byCertainty(const std::map<std::string, Guess>& best) {
    std::vector<Guess> guesses;
    for (const auto& [value, guess] : best) guesses.push_back(guess);
    std::ranges::stable_sort(guesses, std::ranges::greater{}, &Guess::certainty);
    return guesses;
}

bool isSubjectLine(const ReadText& text, std::size_t line) {
    const std::string& words = text.lines[line];
    return words.starts_with("Betreft") || words.starts_with("betreft") || words.starts_with("Onderwerp") || words.starts_with("Betr");
}

// The same value for the same field rests on several lines: the most certain, which comes first, is enough.
void dropRepeated(std::vector<Guess>& guesses) {
    std::vector<Guess> kept;
    for (auto& guess : guesses)
        if (std::ranges::none_of(kept, [&](const Guess& one) { return one.field == guess.field && one.value == guess.value; }))
            kept.push_back(std::move(guess));
    guesses = std::move(kept);
}

constexpr std::array fieldOrder{"right", "other-right", "requester", "sender-name", "capacity", "subject", "child-birthdate", "letter-date", "address"};

}  // namespace

Guess guessAt(const ReadText& text, std::size_t line, std::string field, std::string value, std::string words, double certainty) {
    return {std::move(field), std::move(value), std::move(words), text.lines[line], line, std::min(certainty, 0.99)};
}

bool anyPhraseIn(const ReadText& text, std::size_t fromWord, std::size_t toWord, std::initializer_list<std::string_view> phrases) {
    for (std::size_t at = fromWord; at < std::min(toWord, text.words.size()); ++at)
        for (const auto phrase : phrases)
            if (phraseAt(text, at, phrase) > 0) return true;
    return false;
}

std::vector<Guess> guessRights(const ReadText& text) {
    std::map<std::string, Guess> best;
    for (const auto& row : rightPhrases())
        for (const auto& phrase : row.phrases)
            for (std::size_t at = 0; at < text.words.size(); ++at) {
                const double like = phraseAt(text, at, phrase.words);
                if (like == 0) continue;
                const std::size_t line = text.words[at].line;
                const double bonus = isSubjectLine(text, line) ? 0.08 : 0;
                keepBest(guessAt(text, line, "other-right", requests::toText(row.right), requests::dutchName(row.right), phrase.weight * like + bonus), best);
            }
    auto guesses = byCertainty(best);
    if (!guesses.empty()) guesses.front().field = "right";
    std::erase_if(guesses, [](const Guess& guess) { return guess.certainty < 0.4; });
    return guesses;
}

std::vector<Guess> guessCapacity(const ReadText& text) {
    std::map<std::string, Guess> best;
    for (const auto& row : capacityPhrases())
        for (std::size_t at = 0; at < text.words.size(); ++at)
            if (const double like = phraseAt(text, at, row.words); like > 0)
                keepBest(guessAt(text, text.words[at].line, "capacity", requests::toText(row.capacity), requests::dutchName(row.capacity), row.weight * like), best);
    return byCertainty(best);
}

std::vector<Guess> prefill(std::string_view utf8, const std::vector<KnownPerson>& known, const requests::Date& today) {
    const ReadText text = readWords(utf8);
    std::vector<Guess> guesses;
    for (auto part : {guessRights(text), guessCapacity(text), guessDates(text, known, today), guessPeople(text, known), guessAddress(text)})
        std::ranges::move(part, std::back_inserter(guesses));
    std::ranges::stable_sort(guesses, [](const Guess& a, const Guess& b) {
        const auto place = [](const Guess& guess) { return std::ranges::find(fieldOrder, guess.field) - fieldOrder.begin(); };
        return place(a) != place(b) ? place(a) < place(b) : a.certainty > b.certainty;
    });
    dropRepeated(guesses);
    return guesses;
}

}  // namespace service::letters
