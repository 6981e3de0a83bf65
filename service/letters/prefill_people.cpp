// People in a letter: who writes it, and for whom. Known people are found by name, misread characters allowed.
#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "service/letters/prefill_parts.h"
#include "service/requests/disguise.h"

namespace service::letters {
namespace {

constexpr std::size_t topLines = 3, afterClosing = 12, contextWords = 6;

struct Found {
    const KnownPerson* person = nullptr;
    std::size_t word = 0, line = 0;
    double certainty = 0;
};

bool startsUpper(const std::string& raw) { return !raw.empty() && (std::isupper(static_cast<unsigned char>(raw.front())) != 0 || static_cast<unsigned char>(raw.front()) >= 0xC3); }

std::string wordsOf(const std::string& name) {
    std::string spaced;
    for (const char c : name) {
        spaced += c == '.' ? ' ' : c;
    }
    std::string words = requests::folded(spaced);
    while (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
}

// A single word must be nearly exact and capitalised: names are also ordinary words.
double nameAt(const ReadText& text, std::size_t at, const std::string& words) {
    const double like = phraseAt(text, at, words);
    if (words.find(' ') != std::string::npos) return like * 0.97;
    return like >= 0.9 && words.size() >= 3 && startsUpper(text.words[at].raw) ? like * 0.7 : 0;
}

std::vector<Found> findKnown(const ReadText& text, const std::vector<KnownPerson>& known) {
    std::vector<Found> all;
    for (const auto& person : known)
        for (const auto& name : person.names) {
            const std::string words = wordsOf(name);
            if (words.empty()) continue;
            for (std::size_t at = 0; at < text.words.size(); ++at)
                if (const double certainty = nameAt(text, at, words); certainty > 0) all.push_back({&person, at, text.words[at].line, certainty});
        }
    return all;
}

std::optional<std::size_t> closingWord(const ReadText& text) {
    static constexpr std::array phrases{"met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet", "vriendelijke groeten", "hoogachtend", "handtekening", "met hoogachting"};
    for (std::size_t at = text.words.size(); at-- > 0;)
        for (const auto* phrase : phrases)
            if (phraseAt(text, at, phrase) > 0) return at;
    return std::nullopt;
}

std::size_t nonEmptyLinesBefore(const ReadText& text, std::size_t line) {
    return static_cast<std::size_t>(std::count_if(text.lines.begin(), text.lines.begin() + static_cast<std::ptrdiff_t>(line),
                                                  [](const std::string& one) { return !one.empty(); }));
}

bool standsAfter(const ReadText& text, std::size_t word, std::initializer_list<std::string_view> phrases) {
    return anyPhraseIn(text, word > contextWords ? word - contextWords : 0, word, phrases);
}

double asRequester(const ReadText& text, const Found& found, std::optional<std::size_t> closing) {
    if (standsAfter(text, found.word, {"ondergetekende", "mijn naam is", "ik ben"})) return 0.98;
    if (closing && found.word > *closing && found.word <= *closing + afterClosing) return 0.97;
    if (standsAfter(text, found.word, {"naam", "afzender"}) && nonEmptyLinesBefore(text, found.line) < 12) return 0.85;
    return nonEmptyLinesBefore(text, found.line) < topLines ? 0.75 : 0;
}

bool isSubject(const ReadText& text, const Found& found) {
    return standsAfter(text, found.word, {"zoon", "dochter", "kind", "kinderen", "zoontje", "dochtertje", "namens", "client", "pupil"});
}

void keepBest(std::map<std::string, Guess>& best, Guess guess) {
    auto [place, isNew] = best.try_emplace(guess.field + guess.value, guess);
    if (!isNew && place->second.certainty < guess.certainty) place->second = std::move(guess);
}

// "over mij", "mijn dossier": the requester is one of those asked for.
void addSelf(const ReadText& text, std::map<std::string, Guess>& best) {
    const Guess* requester = nullptr;
    for (const auto& [key, guess] : best)
        if (guess.field == "requester" && (!requester || guess.certainty > requester->certainty)) requester = &guess;
    if (!requester) return;
    static constexpr std::array phrases{"over mij", "over mijzelf", "mijzelf", "mezelf", "mijn dossier", "mijn eigen", "mijn gegevens", "mijn persoonsgegevens"};
    for (std::size_t at = 0; at < text.words.size(); ++at)
        for (const auto* phrase : phrases)
            if (phraseAt(text, at, phrase) > 0) {
                keepBest(best, guessAt(text, text.words[at].line, "subject", requester->value, requester->words, 0.8 * requester->certainty));
                return;
            }
}

bool isPrefix(const std::string& folded) {
    static constexpr std::array prefixes{"van", "de", "der", "den", "het", "ten", "ter", "te", "el", "al", "la", "du", "in", "t", "op"};
    return std::ranges::find(prefixes, folded) != prefixes.end();
}

// A run of two to six words on one line that looks like a name.
std::optional<Guess> nameFrom(const ReadText& text, std::size_t at, double certainty) {
    std::string name;
    std::size_t count = 0;
    const std::size_t line = text.words[at].line;
    for (; at < text.words.size() && text.words[at].line == line && count < 6; ++at, ++count) {
        if (!startsUpper(text.words[at].raw) && !isPrefix(text.words[at].folded)) break;
        name += (name.empty() ? "" : " ") + text.words[at].raw;
    }
    if (count < 2) return std::nullopt;
    return guessAt(text, line, "sender-name", name, name, certainty);
}

std::optional<Guess> guessSender(const ReadText& text, std::optional<std::size_t> closing) {
    for (std::size_t at = 0; at + 1 < text.words.size(); ++at)
        if (likeness(text.words[at].folded, "ondergetekende") > 0)
            if (auto guess = nameFrom(text, at + 1, 0.85)) return guess;
    if (!closing) return std::nullopt;
    const std::size_t closingLine = text.words[*closing].line;
    for (std::size_t at = *closing; at < text.words.size(); ++at)
        if (text.words[at].line > closingLine && (at == 0 || text.words[at - 1].line != text.words[at].line))
            if (auto guess = nameFrom(text, at, 0.8)) return guess;
    return std::nullopt;
}

}  // namespace

std::vector<Guess> guessPeople(const ReadText& text, const std::vector<KnownPerson>& known) {
    std::map<std::string, Guess> best;
    const auto closing = closingWord(text);
    for (const auto& found : findKnown(text, known)) {
        const auto& name = found.person->names.front();
        if (isSubject(text, found))
            keepBest(best, guessAt(text, found.line, "subject", found.person->id, name, found.certainty * 0.95));
        else if (const double weight = asRequester(text, found, closing); weight > 0)
            keepBest(best, guessAt(text, found.line, "requester", found.person->id, name, found.certainty * weight));
    }
    addSelf(text, best);
    std::vector<Guess> guesses;
    for (auto& [key, guess] : best) guesses.push_back(std::move(guess));
    if (auto sender = guessSender(text, closing)) guesses.push_back(std::move(*sender));
    return guesses;
}

}  // namespace service::letters
