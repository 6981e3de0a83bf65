// The word lists of templates/words, built into the library: general Dutch words of this field, never facts of a family.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/words/set.h"

namespace redaction::words {

// The lines under [section] of a list ("categories", "cues", "verbs"), without comments. Throws std::out_of_range when
// there is no such list or section.
const std::vector<std::string>& linesOf(std::string_view list, std::string_view section);
Set setOf(std::string_view list, std::string_view section);

// One regular expression for a list of terms, over folded text; `*` any rest of a word, alone one word; `#` a digit.
std::string alternation(std::vector<std::string> terms);

// "a|b|c" under a name: "KIN = mama|papa"; stands before the first section.
std::string expanded(std::string_view list, const std::string& expression);  // with every {NAME} filled in

}  // namespace redaction::words
