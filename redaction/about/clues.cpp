#include "redaction/about/clues.h"

#include <array>
#include <cmath>
#include <string>

#include "redaction/words/words.h"

namespace redaction::about {

namespace {

constexpr auto kClues = static_cast<std::size_t>(Clue::count);

struct Weights {
    std::array<double, kClues> of{};
    std::array<std::array<double, kClues>, kClues> together{};  // what two clues weigh more or less than each by itself; the earlier one second
    std::array<ClueWords, kClues> partners{};                   // of each those before it with which it weighs anything
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
        if (value != 0) partners[second][first / 64] |= std::uint64_t{1} << first % 64;
    }
    static std::size_t at(const std::string& name) { return static_cast<std::size_t>(clueNamed(name)); }
};

}  // namespace

double probabilityOf(const Clues& clues) {
    static const Weights weights;
    const auto is = wordsOf(clues);
    double sum = 0;
    eachBit(is, [&](std::size_t i) {
        sum += weights.of[i];
        auto with = weights.partners[i];
        for (std::size_t k = 0; k < with.size(); ++k) with[k] &= is[k];
        eachBit(with, [&](std::size_t k) { sum += weights.together[i][k]; });
    });
    return 1 / (1 + std::exp(-sum));
}

}  // namespace redaction::about
