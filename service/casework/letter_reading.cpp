#include "service/casework/letter_reading.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "service/casework/folding.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
using Words = std::vector<std::string>;
constexpr std::size_t maxLetterBytes = 200'000;

constexpr std::array<std::string_view, 12> months{"januari", "februari", "maart", "april", "mei", "juni", "juli",
                                                  "augustus", "september", "oktober", "november", "december"};

struct RightWord {
    std::string_view beginning, right;
};
// The first that occurs in the letter wins: what people write first is what they ask.
constexpr std::array<RightWord, 15> rightWords{{{"inzage", "access"}, {"inzien", "access"}, {"afschrift", "access"},
    {"kopie", "access"}, {"correctie", "rectification"}, {"corrigeren", "rectification"}, {"rectific", "rectification"},
    {"verwijder", "erasure"}, {"wissen", "erasure"}, {"wissing", "erasure"}, {"vernietig", "erasure"},
    {"beperking", "restriction"}, {"bezwaar", "objection"}, {"overdracht", "portability"}, {"dataportabiliteit", "portability"}}};

bool isNumber(const std::string& word) {
    return !word.empty() && word.size() <= 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<unsigned> monthOf(const std::string& word) {
    for (std::size_t index = 0; index < months.size(); ++index)
        if (word == months[index] || (word.size() == 3 && months[index].substr(0, 3) == word)) return unsigned(index + 1);
    if (!isNumber(word)) return std::nullopt;
    const int number = std::atoi(word.c_str());
    return number >= 1 && number <= 12 ? std::optional<unsigned>(number) : std::nullopt;
}

std::optional<household::Date> dateAt(const Words& words, std::size_t at) {
    if (at + 2 >= words.size() || !isNumber(words[at]) || !isNumber(words[at + 2]) || words[at + 2].size() != 4) return std::nullopt;
    const auto month = monthOf(words[at + 1]);
    if (!month) return std::nullopt;
    const household::Date date{std::chrono::year(std::atoi(words[at + 2].c_str())), std::chrono::month(*month),
                               std::chrono::day(unsigned(std::atoi(words[at].c_str())))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

bool isBirthdate(const household::Case* known, const household::Date& date) {
    return known && std::any_of(known->persons.begin(), known->persons.end(),
                                [&](const auto& person) { return person.birthdate == date; });
}

std::string quoteAround(const Words& words, std::size_t at, std::size_t count) {
    std::string quote;
    for (std::size_t index = at > 2 ? at - 2 : 0; index < std::min(words.size(), at + count + 2); ++index)
        quote += (quote.empty() ? "" : " ") + words[index];
    return quote;
}

void guessRight(const Words& words, std::vector<Guess>& guesses) {
    for (std::size_t at = 0; at < words.size(); ++at)
        for (const auto& candidate : rightWords)
            if (words[at].rfind(candidate.beginning, 0) == 0) {
                guesses.push_back({"right", std::string(candidate.right), quoteAround(words, at, 1), 0.8});
                return;
            }
}

bool stampBefore(const Words& words, std::size_t at) {
    for (std::size_t index = at > 3 ? at - 3 : 0; index < at; ++index)
        if (words[index] == "ontvangen" || words[index] == "ingekomen" || words[index] == "ontvangst") return true;
    return false;
}

void guessDates(const Words& words, const household::Case* known, std::vector<Guess>& guesses) {
    bool haveLetterDate = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto date = dateAt(words, at);
        if (!date || isBirthdate(known, *date)) continue;
        const bool born = at > 0 && (words[at - 1].rfind("gebor", 0) == 0 || words[at - 1] == "op");
        if (stampBefore(words, at)) guesses.push_back({"receivedOn", household::toIso(*date), quoteAround(words, at, 3), 0.9});
        else if (!haveLetterDate && !born) {
            guesses.push_back({"letterDate", household::toIso(*date), quoteAround(words, at, 3), 0.7});
            haveLetterDate = true;
        }
        at += 2;
    }
}

int birthdateMentions(const Words& words, const household::Person& person) {
    for (std::size_t at = 0; at < words.size(); ++at)
        if (person.birthdate && dateAt(words, at) == person.birthdate) return 2;
    return 0;
}

// The whole of a name, in order: "van der velde" must stand together.
std::optional<std::size_t> findName(const Words& words, std::string_view name, std::size_t from = 0) {
    const Words parts = foldedWords(name);
    if (parts.empty()) return std::nullopt;
    const auto found = std::search(words.begin() + std::ptrdiff_t(std::min(from, words.size())), words.end(), parts.begin(), parts.end());
    return found == words.end() ? std::nullopt : std::optional<std::size_t>(found - words.begin());
}

std::vector<std::string> namesOf(const household::Person& person) {
    std::vector<std::string> names = person.nicknames;
    if (!person.called.empty()) names.push_back(person.called);
    if (!person.given.empty()) names.push_back(person.given.front());
    return names;
}

int mentionsIn(const Words& words, const household::Person& person) {
    int mentions = birthdateMentions(words, person);
    for (const auto& name : namesOf(person))
        if (findName(words, name)) {
            ++mentions;
            break;
        }
    if (!person.family.empty() && findName(words, person.prefix + " " + person.family)) ++mentions;
    return mentions;
}

// Who signs: the last first name of a grown-up in the last part of the letter, with the family name behind or alone.
const household::Person* signerOf(const Words& words, const household::Case& known) {
    std::size_t from = words.size() > 40 ? words.size() - 40 : 0;
    for (std::string_view closing : {"hoogachtend", "vriendelijke groet", "groeten", "groet"})
        if (const auto at = findName(words, closing)) {
            from = *at;
            break;
        }
    const household::Person* best = nullptr;
    int bestScore = 0;
    const Words ending(words.begin() + std::ptrdiff_t(from), words.end());
    for (const auto& person : known.persons) {
        if (person.kind != "family") continue;
        const int score = mentionsIn(ending, person);
        if (score > bestScore) best = &person, bestScore = score;
    }
    return bestScore >= 1 ? best : nullptr;
}

bool isChildOf(const household::Case& known, const std::string& child, const std::string& parent) {
    return std::any_of(known.relations.begin(), known.relations.end(), [&](const auto& relation) {
        return relation.type == "parent" && relation.from == parent && relation.to == child;
    });
}

void guessPeople(const Words& words, const household::Case& known, std::vector<Guess>& guesses) {
    const household::Person* signer = signerOf(words, known);
    if (!signer) return;
    guesses.push_back({"requesterId", signer->id, "ondertekening", mentionsIn(words, *signer) >= 2 ? 0.9 : 0.6});
    bool forChild = false;
    for (const auto& person : known.persons) {
        if (!isChildOf(known, person.id, signer->id)) continue;
        const auto names = namesOf(person);
        if (std::none_of(names.begin(), names.end(), [&](const auto& name) { return findName(words, name).has_value(); })) continue;
        guesses.push_back({"subjectIds", person.id, "naam van het kind", 0.8});
        forChild = true;
    }
    const bool forSelf = findName(words, "mijzelf") || findName(words, "mezelf") || findName(words, "mij") || findName(words, "over mij");
    if (forSelf || !forChild) guesses.push_back({"subjectIds", signer->id, "voor zichzelf", forSelf ? 0.8 : 0.5});
    guesses.push_back({"capacity", forChild ? "parent" : "self", "voor wie wordt gevraagd", 0.6});
}

}  // namespace

int mentionsOf(std::string_view text, const household::Person& person) {
    return mentionsIn(foldedWords(text.substr(0, maxLetterBytes)), person);
}

std::vector<Guess> guessesFrom(std::string_view text, const household::Case* known) {
    const Words words = foldedWords(text.substr(0, maxLetterBytes));
    std::vector<Guess> guesses;
    guessRight(words, guesses);
    guessDates(words, known, guesses);
    if (known) guessPeople(words, *known, guesses);
    return guesses;
}

}  // namespace service::casework
