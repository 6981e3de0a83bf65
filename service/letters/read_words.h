// The words of a letter as OCR read them, and how alike two words are when characters may be misread. Not for use
// outside this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/requests/calendar.h"

namespace service::letters {

// More than any letter holds; what comes after is not read, so that a huge upload cannot hold the desk up.
inline constexpr std::size_t maxWords = 4000;

struct ReadWord {
    std::string raw;     // as read, without punctuation around it
    std::string folded;  // lower case, no accents
    std::size_t line = 0;
};
struct ReadText {
    std::vector<std::string> lines;  // trimmed; empty ones kept
    std::vector<ReadWord> words;     // over line ends; a word broken by a hyphen is one word, on its first line
};
ReadText readWords(std::string_view utf8);

// 1: the same; 0.9: the same but for characters that look alike (0 and O, 1 and l, rn and m); less: one or two other
// characters in a long word; 0: another word. Both folded.
double likeness(std::string_view read, std::string_view meant);

// Whether `phrase` (folded words, one space between) stands at word `at`: the least likeness of its words, else 0.
double phraseAt(const ReadText& text, std::size_t at, std::string_view phrase);

struct ReadDate {
    requests::Date day;
    std::size_t word = 0, line = 0;  // of its first word
    double certainty = 0;
};
// "12 februari 2026", "12-02-2026", "12.2.2026", with look-alike characters in the numbers.
std::vector<ReadDate> readDates(const ReadText& text);

}  // namespace service::letters
