// The small closed word lists around names: titles, words that show a name is a street's or an organisation's.
#pragma once

#include <string_view>

#include "redaction/detect/people.h"

namespace redaction::detect {

enum class Title { none, female, male, neutral, kin, inFunction };

Title titleOf(std::string_view word);         // "mevr", "juf", "tante"
Gender genderOfTitle(std::string_view word);
bool namesOrganisation(std::string_view word);  // "zaal", "basisschool": what follows is no person
bool isStreetEnding(std::string_view word);     // "wittlaan", "plein"
bool isRarerStreetEnding(std::string_view word);  // "oudemarkt": only with a house number behind it
bool blocksCommonWord(std::string_view word);   // "een", "de": what follows is an ordinary word
bool isJobWord(std::string_view word);          // "wijkagent", "leerkracht"
bool isAcronym(std::string_view word);          // "avg", "ggz": never initials
bool isFormLabel(std::string_view word);         // "geb", "tel", "iban"
bool isCalendarWord(std::string_view word);     // days and months

inline Title titleOf(const Word& word) { return static_cast<Title>(word.facts->title); }
inline bool namesOrganisation(const Word& word) { return word.is(Fact::organisation); }
inline bool isStreetEnding(const Word& word) { return word.is(Fact::streetEnding); }
inline bool isJobWord(const Word& word) { return word.is(Fact::job); }
inline bool isAcronym(const Word& word) { return word.is(Fact::acronym); }
inline bool isFormLabel(const Word& word) { return word.is(Fact::formLabel); }
inline bool isCalendarWord(const Word& word) { return word.is(Fact::calendar); }

}  // namespace redaction::detect
