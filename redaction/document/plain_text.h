// Plain text from a file: the encoding is taken from its byte order mark, else UTF-16 or UTF-32 where its zero bytes
// show it, else UTF-8 where it is valid, else guessed. For UTF-8 the positions are the code points of the file's own
// text: nothing is changed, line ends included (a byte order mark is not text).
#pragma once

#include <string>
#include <string_view>

#include "redaction/document/document.h"

namespace redaction::document {

Document readPlainText(std::string_view bytes);  // never throws on content; doubts say what was guessed

struct DecodedText {
    std::u32string text;
    std::string encoding;  // "UTF-8", "windows-1252" …
    bool certain = true;   // false: characters could not be decoded, or the encoding was guessed against the odds
};
DecodedText decodeText(std::string_view bytes);
// By the name a file gives itself (mail, HTML). An unknown name is treated as if none was given.
DecodedText decodeTextAs(std::string_view bytes, std::string_view encoding);

bool isValidUtf8(std::string_view bytes);

}  // namespace redaction::document
