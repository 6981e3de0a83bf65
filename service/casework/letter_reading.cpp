#include "service/casework/letter_reading.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "service/casework/folding.h"
#include "service/casework/words.h"
#include "service/letters/prefill.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
using Words = std::vector<std::string>;
constexpr std::size_t maxLetterBytes = 200'000;

constexpr std::array<std::string_view, 12> months{"januari", "februari", "maart", "april", "mei", "juni", "juli",
                                                  "augustus", "september", "oktober", "november", "december"};

bool isNumber(const std::string& word) {
    return !word.empty() && word.size() <= 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<unsigned> monthOf(const std::string& word) {
    if (word == "mrt") return 3;
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

bool isStamp(const std::string& word) { return word == "ontvangen" || word == "ingekomen" || word == "ontvangst"; }

// The day of receipt stands beside a stamp; the date a letter was written is another.
void guessReceipt(const Words& words, const household::Date& today, std::vector<Guess>& guesses) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!isStamp(words[at])) continue;
        for (std::size_t near = at + 1; near < std::min(words.size(), at + 4); ++near)
            if (const auto date = dateAt(words, near); date && *date <= today) {
                guesses.push_back({"receivedOn", household::toIso(*date), words[at] + " " + words[near] + " " + words[near + 1] + " " + words[near + 2], 0.9});
                return;
            }
    }
}

// The stamp's date is no date of the letter.
void leaveStampOut(std::vector<Guess>& guesses) {
    if (guesses.empty() || guesses.back().field != "receivedOn") return;
    const std::string received = guesses.back().value;
    guesses.erase(std::remove_if(guesses.begin(), guesses.end(), [&](const Guess& it) { return it.field == "letterDate" && it.value == received; }), guesses.end());
}

std::vector<std::string> namesOf(const household::Person& person) {
    std::vector<std::string> names{fullName(person), shortName(person)};
    std::string initials;
    for (const auto& given : person.given) initials += given.substr(0, 1) + ".";
    if (!initials.empty()) names.push_back(initials + (person.prefix.empty() ? " " : " " + person.prefix + " ") + person.family);
    for (const auto& nickname : person.nicknames) names.push_back(nickname);
    return names;
}

std::string fieldName(const std::string& field) {
    const std::pair<const char*, const char*> names[] = {{"requester", "requesterId"}, {"subject", "subjectIds"}, {"letter-date", "letterDate"},
        {"sender-name", "senderName"}, {"child-birthdate", "childBirthdate"}, {"other-right", "otherRight"}};
    for (const auto& [theirs, ours] : names)
        if (field == theirs) return ours;
    return field;
}

}  // namespace

std::vector<Guess> guessesFrom(std::string_view text, const household::Case* known, const household::Date& today) {
    const auto part = text.substr(0, maxLetterBytes);
    std::vector<letters::KnownPerson> people;
    if (known)
        for (const auto& person : known->persons)
            if (person.kind == "family") people.push_back({person.id, namesOf(person), person.birthdate});
    std::vector<Guess> guesses;
    for (const auto& guess : letters::prefill(part, people, today))
        guesses.push_back({fieldName(guess.field), guess.value, guess.quote, guess.certainty});
    guessReceipt(foldedWords(part), today, guesses);
    leaveStampOut(guesses);
    return guesses;
}

}  // namespace service::casework
