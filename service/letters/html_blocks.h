// Turns the small part of HTML that letters use into the typesetter's blocks. Anything else is an error: a letter never
// loses text silently.
#pragma once

#include <string>
#include <vector>

#include "redaction/apply/typeset/typeset.h"

namespace service::letters {

// <letter> with header and footer (each <p>), h1..h3, p, block (of p), ul, ol, li, table, dl, address, aside, hr, strong, em, br, and
// <body-of-letter/>, where `inner` is put. Throws LetterError (no value in it) on other elements and on malformed markup.
redaction::apply::typeset::Text textFromHtml(const std::string& html, const std::vector<redaction::apply::typeset::Block>& inner = {});

// The words of a template, without its tags; a space for each.
std::string wordsOf(const std::string& html);

}  // namespace service::letters
