// Dates in a letter: when it was written, and birth dates that point at a known person.
#include <algorithm>

#include "service/letters/prefill_parts.h"
#include "service/requests/intake.h"

namespace service::letters {
namespace {

using std::chrono::sys_days;
constexpr std::size_t wordsBefore = 5;
constexpr int oldestLetterYears = 3;

bool isBirthdate(const ReadText& text, const ReadDate& date) {
    const std::size_t from = date.word > wordsBefore ? date.word - wordsBefore : 0;
    return anyPhraseIn(text, from, date.word, {"geboren", "geb", "geboortedatum", "geboorte"});
}

std::optional<Guess> knownByBirth(const ReadText& text, const ReadDate& date, const std::vector<KnownPerson>& known,
                                  const requests::Date& today) {
    const auto person = std::ranges::find_if(known, [&](const KnownPerson& one) { return one.birthdate == date.day; });
    if (person == known.end() || person->names.empty()) return std::nullopt;
    const bool child = requests::ageOn(date.day, today) < 18;
    return guessAt(text, date.line, child ? "subject" : "requester", person->id, person->names.front(), (child ? 0.95 : 0.7) * date.certainty);
}

// A date on a line of its own, or after a place and a comma, is most likely the letter's.
double letterCertainty(const ReadText& text, const ReadDate& date) {
    const auto onLine = std::ranges::count(text.words, date.line, &ReadWord::line);
    return (onLine <= 5 ? 0.9 : 0.5) * date.certainty;
}

}  // namespace

std::vector<Guess> guessDates(const ReadText& text, const std::vector<KnownPerson>& known, const requests::Date& today) {
    std::vector<Guess> guesses;
    const requests::Date oldest = requests::addMonths(today, -std::chrono::years{oldestLetterYears});
    for (const auto& date : readDates(text)) {
        if (sys_days{date.day} > sys_days{today}) continue;
        if (auto person = knownByBirth(text, date, known, today)) {
            guesses.push_back(std::move(*person));
        } else if (isBirthdate(text, date)) {
            if (requests::ageOn(date.day, today) < 18)
                guesses.push_back(guessAt(text, date.line, "child-birthdate", requests::toIso(date.day), requests::longDutchDate(date.day), 0.8 * date.certainty));
        } else if (sys_days{date.day} >= sys_days{oldest}) {
            guesses.push_back(guessAt(text, date.line, "letter-date", requests::toIso(date.day), requests::longDutchDate(date.day), letterCertainty(text, date)));
        }
    }
    return guesses;
}

}  // namespace service::letters
