#include "redaction/document/text_language.h"

#include <algorithm>
#include <array>
#include <string>

namespace redaction::document {
namespace {

constexpr std::size_t leastHits = 3;
constexpr double leastShare = 0.12;  // of the words of a text that are small English words

// Words that the other language does not have, or seldom.
constexpr std::array<std::u32string_view, 30> english = {U"the",  U"and",   U"that",  U"this",  U"with",  U"have", U"has",   U"not",  U"his",  U"she",
                                                         U"they", U"from",  U"were",  U"will",  U"which", U"would", U"could", U"should", U"their", U"there",
                                                         U"you",  U"your",  U"are",   U"our",   U"for",   U"by",   U"about", U"when", U"said", U"because"};
constexpr std::array<std::u32string_view, 30> dutch = {U"de",   U"het",  U"een",  U"en",    U"van",  U"dat",   U"die",   U"niet", U"voor", U"zijn",
                                                       U"aan",  U"er",   U"ook",  U"naar",  U"maar", U"bij",   U"hij",   U"zij",  U"ze",   U"heeft",
                                                       U"door", U"wordt", U"werd", U"geen", U"nog",  U"uit",   U"omdat", U"wij",  U"ik",   U"te"};

std::u32string plain(std::u32string_view word) {
    std::u32string letters;
    for (const char32_t c : word) {
        if (c >= U'A' && c <= U'Z') letters += c + 32;
        else if (c >= U'a') letters += c;
    }
    return letters;
}

bool isPartOfWord(char32_t c) { return c > U' '; }

}  // namespace

void SmallWords::add(std::u32string_view word) {
    const auto letters = plain(word);
    ++words_;
    english_ += std::find(english.begin(), english.end(), letters) != english.end();
    dutch_ += std::find(dutch.begin(), dutch.end(), letters) != dutch.end();
}

bool SmallWords::areEnglish() const { return english_ >= leastHits && english_ > 2 * dutch_ && double(english_) >= leastShare * double(words_); }

std::string_view languageOf(std::u32string_view text) {
    SmallWords words;
    for (auto first = text.begin(); first != text.end();) {
        first = std::find_if(first, text.end(), isPartOfWord);
        const auto last = std::find_if_not(first, text.end(), isPartOfWord);
        if (first != last) words.add({first, last});
        first = last;
    }
    return words.areEnglish() ? "en" : "nl";
}

}  // namespace redaction::document
