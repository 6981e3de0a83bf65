// Where given strings stand in a document, however they are written there: for hiding, so when in doubt they stand.
//
// Case, accents, white space, hyphens, ends of lines and of pages make no difference; telephone numbers are found with
// and without +31. Up to eight letters and digits a string counts between the bounds of words and inside longer words
// ("Zwaan" in "Zwaantje", in "czwaan@voorbeeld.nl"), but not across them. Up to four it counts inside longer words only in
// addresses of e-mail and with an ending ("Jan" in "Jans", not in "januari"); one or two are whole words, or whole between
// other characters or letter by letter ("Bo's", "bo/pb", "B o"). In what OCR read, words that differ by a letter or two
// count as well; where a text turns its direction, words backwards too.
#pragma once

#include <string>
#include <vector>

#include "redaction/document/document.h"
#include "redaction/marks/near_text.h"
#include "redaction/marks/word_spans.h"

namespace redaction::marks {

// strings: UTF-8. May overlap; not ordered.
std::vector<Span> findOccurrences(const document::Document& document, const std::vector<std::string>& strings, Misread misread = Misread::sometimes);

}  // namespace redaction::marks
