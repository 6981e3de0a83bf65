// The characters a page draws, grouped to words, and which of them an eye can see.
#pragma once

#include <string>
#include <vector>

#include "redaction/document/pdf/source.h"

namespace redaction::document::pdf {

struct Glyph {
    char32_t c = 0;
    Box box;          // points
    int colour = 0;   // 0xRRGGBB
    bool visible = true;
};

struct NativeWord {
    std::vector<Glyph> glyphs;
    Box box;
    bool visible = true;
    bool overlapped = false;  // another word stands on the same spot
    bool startsLine = false, startsParagraph = false;
    std::u32string text() const;
};

struct PageText {
    std::vector<NativeWord> words;  // in the order of the page's content
    std::vector<Box> pictures;      // and drawings; points, cut to the page
    bool isBelied = false;          // its letters are not what they are said to be (letter_shapes.h)
};
PageText extractText(const Source& source, const DrawnPage& page);

// Marks what cannot be seen: the page is drawn with and without its text, and a character that changes no pixel is
// invisible, whatever the reason (white on white, covered, outside the page, invisible render mode). Of words on the
// same spot only those whose own colour shows are visible.
void markVisibility(PageText& text, const Rendering& all, const Rendering& withoutText);
bool anyOverlap(const std::vector<NativeWord>& words);  // some words stand on the same spot

// The fonts do not say which letters they draw (too large a share of characters without meaning, or a word of these), or
// say others.
bool isUnreadable(const PageText& text);

}  // namespace redaction::document::pdf
