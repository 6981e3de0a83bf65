// Small pieces of text that several letters share. Not for use outside this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/letters/letters.h"
#include "service/requests/calendar.h"
#include "service/requests/decision.h"

namespace service::letters {

std::string dateIn(Language language, const requests::Date& day);         // "7 april 2026"
std::string weekdayAndDate(Language language, const requests::Date& day); // "dinsdag 7 april 2026"
std::string filled(std::string words, std::string_view slot, const std::string& value);  // every place of the slot
std::string joined(const std::vector<std::string>& parts);               // "a, b en c" is for prose; here "a, b, c"
std::string sentenceOf(const requests::GroundWording& wording, Language language);
std::string shortDate(const std::optional<requests::Date>& day, const LetterBook& book, Language language);  // "07-04-2026"
// Throws LetterError: a ground nobody can explain must not go out.
requests::GroundWording wordingOrThrow(const std::string& ground, requests::PartnerKind kind);

}  // namespace service::letters
