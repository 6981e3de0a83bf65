// Text as people search it: accents and case aside. For searching and guessing only, never for what is hidden.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace service::casework {

std::string folded(std::string_view utf8);  // lower case, without accents; "ß" → "ss"

// The folded letters and digits of a text, in order: "Jelte de Wit (8)" → jelte, de, wit, 8.
std::vector<std::string> foldedWords(std::string_view utf8);

// Every word of the query begins some word of the text, or is one of them with one slip of the pen.
bool matchesSearch(std::string_view text, std::string_view query);

}  // namespace service::casework
