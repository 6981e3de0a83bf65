// A file with a text to hide on each line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace service::faces {

// Without empty lines and white space at the ends; each once, in order. UTF-8 out; in also Latin-1 and with a byte order
// mark.
std::vector<std::string> hiddenStrings(std::string_view file);

// What to tell of strings that verification did not look for; a line, or nothing.
std::string notSearched(std::size_t tooShort);

std::vector<std::string> wordsOf(const std::string& text);  // between white space

}  // namespace service::faces
