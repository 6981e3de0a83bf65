// Guesses how a text without a byte order mark was written: by which reading gives letters and signs where Dutch has them.
#pragma once

#include <string>
#include <string_view>

namespace redaction::document {

struct GuessedEncoding {
    std::string name;
    bool certain = true;  // false: another reading is nearly as likely
};
GuessedEncoding guessEncoding(std::string_view bytes);  // of bytes that are not UTF-8

std::string guessWideEncoding(std::string_view bytes);  // UTF-16 or UTF-32 by its zero bytes; empty: neither

// UTF-8 in which a few bytes are not: those are read as windows-1252, nothing is lost. Empty: too many of them.
std::u32string mendedUtf8(std::string_view bytes);

}  // namespace redaction::document
