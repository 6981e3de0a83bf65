// Whose a number, place or trait is when it does not say so itself: the person of the case who has it on record, else
// the person last named in the same line.
#pragma once

#include <functional>
#include <string>

#include "redaction/detect/recognisers.h"

namespace redaction::detect {

std::string digitsOf(std::string_view text);
// The person for whom `has` is true; where several share the value, the one named nearest before `at`.
std::string ownerOnRecord(const Reading& reading, std::size_t at, const std::function<bool(const household::Person&)>& has);
void dropAnchors(Reading& reading);  // once people are found: where each is named
std::string nearestPerson(const Reading& reading, std::size_t at);  // empty: nobody in this line before `at`
void addMention(Reading& reading, std::size_t start, std::size_t end, Kind kind, const std::string& subject, int strength, double certainty = 0.95);

}  // namespace redaction::detect
