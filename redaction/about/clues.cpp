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
    static std::size_t at(const std::string& name) { return static_cast<std::size_t>(clueNamed(name)); }
};

}  // namespace

double probabilityOf(const Clues& clues) {
    static const Weights weights;
    double sum = 0;
    for (auto i = clues._Find_first(); i < kClues; i = clues._Find_next(i)) {
        sum += weights.of[i];
        const auto with = clues & weights.partners[i];
        for (auto k = with._Find_first(); k < kClues; k = with._Find_next(k)) sum += weights.together[i][k];
    }
    return 1 / (1 + std::exp(-sum));
}

}  // namespace redaction::about
