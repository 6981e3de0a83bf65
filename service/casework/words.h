// The Dutch words of stored codes, in one place, as the glossary has them. An unknown code is shown as it is.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "redaction/household/household.h"

namespace service::casework {

std::string stepWords(std::string_view step);
std::string rightName(std::string_view right);            // "inzage"
std::string capacityName(std::string_view capacity);      // "ouder met gezag"
std::string channelName(std::string_view channel);        // "per brief"
std::string identityName(std::string_view method);        // "paspoort gezien"
std::string fragmentStateWords(std::string_view state);
std::string collectionStateWords(std::string_view state);
std::string answerWords(std::string_view answer);         // "volledig geleverd"
std::string packageStateWords(std::string_view state);
std::string partnerKindWords(std::string_view kind);      // "gecertificeerde instelling"
std::string kindWords(std::string_view spanKind);         // "adres"
std::string decisionWords(std::string_view decision);     // "tonen", "lakken", "beoordelen"
const std::vector<std::pair<std::string_view, std::string_view>>& spanKinds();  // code and word, in the order of a pick list

std::string fullName(const redaction::household::Person& person);   // "Johanna Maria van der Velde"
std::string shortName(const redaction::household::Person& person);  // "Anneke van der Velde"
std::string nameIn(const redaction::household::Case& household, std::string_view personId);  // the id when unknown

// One sentence a person reads about a fact, e.g. a relation between two people.
std::string joinedWords(const std::vector<std::string>& parts);  // "a, b en c"

}  // namespace service::casework
