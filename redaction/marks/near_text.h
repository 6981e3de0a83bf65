// What OCR read and may have read wrong: words that are nearly a given string.
#pragma once

#include <string>
#include <vector>

#include "redaction/document/document.h"
#include "redaction/marks/folded_text.h"
#include "redaction/marks/word_spans.h"

namespace redaction::marks {

// often: a short word that was not quite surely read, and one that was not read at all, may be the needle too. Where nobody
// looks at what was read.
enum class Misread { sometimes, often };

class NearText {
  public:
    NearText(const document::Document& document, Misread misread);  // its words that OCR read

    // Adds the words that together differ from the needle by no more letters than OCR may get wrong: one of six and more,
    // two of ten and more, one more where it was unsure. A number differs only where it was unsure: others are as near. Misread
    // often: also one of four and two of five where it was not quite sure, and a word it could not read that is about as long.
    enum class Kind { words, number };
    void find(const FoldedText& needle, Kind kind, std::vector<Span>& found) const;

  private:
    struct Read {
        Span span;
        std::u32string folded;
        double confidence = 1;
    };
    std::vector<Read> words_;
    Misread misread_;
};

// How many letters must be changed, added or left out to make one of the other; anything above `most` is most + 1.
std::size_t lettersApart(const std::u32string& one, const std::u32string& other, std::size_t most);

}  // namespace redaction::marks
