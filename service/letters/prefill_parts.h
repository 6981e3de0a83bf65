// The separate guesses that prefill brings together. Not for use outside this folder.
#pragma once

#include "service/letters/prefill.h"
#include "service/letters/read_words.h"

namespace service::letters {

Guess guessAt(const ReadText& text, std::size_t line, std::string field, std::string value, std::string words, double certainty);
bool anyPhraseIn(const ReadText& text, std::size_t fromWord, std::size_t toWord, std::initializer_list<std::string_view> phrases);

std::vector<Guess> guessRights(const ReadText& text);
std::vector<Guess> guessCapacity(const ReadText& text);
std::vector<Guess> guessDates(const ReadText& text, const std::vector<KnownPerson>& known, const requests::Date& today);
std::vector<Guess> guessPeople(const ReadText& text, const std::vector<KnownPerson>& known);
std::vector<Guess> guessAddress(const ReadText& text);

}  // namespace service::letters
