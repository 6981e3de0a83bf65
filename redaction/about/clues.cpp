#include "redaction/about/clues.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <stdexcept>
#include <string>

#include "redaction/words/words.h"

namespace redaction::about {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Clue::count)> kNames{
    "always", "namedActing", "namedTouched", "namedBeside", "onlyQuoted", "byRole", "ambiguous", "namedOften", "namedFirst", "topic", "othersAct", "amongMany",
    "allChildren", "bothParents", "tells", "turn", "tellsByPronoun", "writesInFirstPerson", "writes", "stillSpeaking", "addressed", "client",
    "pronounLast", "pronounLastMaybe", "pronounEarlier", "pronounFocus", "pronounEntry", "wrongGender", "laterPronounFocus", "laterPronounLast",
    "silentLast", "silentAfterBlank", "silentFocus", "silentEntry", "silentWriter", "besideFocus", "besideLast", "besideEntry", "focusTalks", "focusTalksQuote",
    "child", "reporter", "stranger", "inFunction", "ownsSpecial", "ownsData", "shortPassage", "mainPerson", "goesOnNear", "quotedFocus", "titleOnly", "tellsOfOther", "focusIsOne", "pronounOnlyOne", "pronounAlone", "silentAlone", "pronounWriter", "reportsOther", "droppedFocus", "droppedEntry", "droppedLast", "besideOther", "wholeFamily"};

constexpr auto kClues = static_cast<std::size_t>(Clue::count);

struct Weights {
    std::array<double, kClues> of{};
    std::array<std::array<double, kClues>, kClues> together{};  // what two clues weigh more or less than each by itself; the earlier one second
    std::array<Clues, kClues> partners{};                       // of each those before it with which it weighs anything
    Weights() {
        for (const auto& line : words::linesOf("attribution", "weights")) {
            const auto space = line.find(' '), plus = line.find('+');
            const auto value = std::stod(line.substr(space + 1));
            if (plus > space) of[at(line.substr(0, space))] = value;
            else weighTogether(at(line.substr(0, plus)), at(line.substr(plus + 1, space - plus - 1)), value);
        }
    }
    void weighTogether(std::size_t first, std::size_t second, double value) {
        if (first >= second) return;  // only looked for in this order
        together[second][first] = value;
        partners[second].set(first, value != 0);
    }
    static std::size_t at(const std::string& name) {
        const auto found = std::find(kNames.begin(), kNames.end(), name);
        if (found == kNames.end()) throw std::logic_error("geen aanwijzing: " + name);
        return static_cast<std::size_t>(found - kNames.begin());
    }
};

}  // namespace

std::string_view nameOf(Clue clue) { return kNames[static_cast<std::size_t>(clue)]; }

double probabilityOf(const Clues& clues) {
    static const Weights weights;
    double sum = 0;
    for (auto rest = clues.to_ullong(); rest != 0; rest &= rest - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(rest));
        sum += weights.of[i];
        for (auto with = (clues & weights.partners[i]).to_ullong(); with != 0; with &= with - 1) sum += weights.together[i][static_cast<std::size_t>(std::countr_zero(with))];
    }
    return 1 / (1 + std::exp(-sum));
}

}  // namespace redaction::about
