// A second look at whom a passage is about, when it is known how sure the first was of the passages before and behind it and of
// the other people in it. Weights: templates/words/attribution.txt, section second; fitted by tests/train.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/about/clues.h"

namespace redaction::about {

struct Weighed {
    std::string id;
    Clues clues;
    double sure = 0;
};

struct Weighing {  // of one body passage
    std::size_t start = 0, end = 0;
    bool near = false;            // no blank line between it and the body passage before
    std::vector<Weighed> people;  // first those of the case, in the same order in every passage of a text; then people unknown to it
};

// All weighings of a text as the first look left them, for fitting.
using ClueSink = std::function<void(const std::vector<Weighing>&)>;

enum class Sight {
    sure, before, beforeNear, before2, before2Near, behind, behindNear, behind2, behind2Near, surest, second, together, ahead, kin, kinMean, sureBySurest, beforeBySurest,
    group, first, nobody, nobodyBefore, nobodyBehind, nobodyKin, text, around, nobodyText, nobodyAround, kinText, count
};
using Sights = std::array<double, static_cast<std::size_t>(Sight::count)>;

std::string_view nameOf(Sight sight);
void seeAgain(const std::vector<Weighing>& weighings, const std::function<void(std::size_t passage, std::size_t person, const Sights& sights)>& see);
void secondLook(std::vector<Weighing>& weighings);  // replaces how sure the first was

}  // namespace redaction::about
