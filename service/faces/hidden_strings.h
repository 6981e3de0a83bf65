// A file with a text to hide on each line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace service::faces {

// Without empty lines and white space at the ends; each once, in order. UTF-8 out; in also Latin-1 and with a byte order
// mark.
std::vector<std::string> hiddenStrings(std::string_view file);

std::vector<std::string> wordsOf(const std::string& text);  // between white space

}  // namespace service::faces
