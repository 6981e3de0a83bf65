// What a text says in another notation: escapes read as the characters they stand for, rows of digits or letters as the
// bytes they encode.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace redaction::apply::verification {

// The text with its escapes resolved, once per notation that occurs in it: "%43", "&#67;", "=43", "\u0043". UTF-8.
std::vector<std::string> unescaped(std::string_view text);

// What rows of hexadecimal digits and of Base64 in the text stand for, as far as that can be read; each apart. UTF-8.
std::string decodedRuns(std::string_view text);

// "&eacute;" without its & and ; as UTF-8; a space for one that is not known.
std::string characterOfEntity(const std::string& entity);

}  // namespace redaction::apply::verification
