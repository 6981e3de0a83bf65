// The Dutch texts that stand in the program's sources between quotes, as a test reads them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tests {

struct SourceText {
    std::size_t line = 0;
    std::string text;         // quotes next to each other are one text
    bool gluedLeft = false;   // something is put before it ("…" + text)
    bool gluedRight = false;
};

std::vector<SourceText> textsIn(const std::string& code);

// One text cut where a sentence ends or a {name} stands.
struct SourcePiece {
    std::string words;
    bool isSentence = false;  // begins with a capital, ends with a full stop, and nothing is glued to it
};
std::vector<SourcePiece> piecesOf(const SourceText& text);

}  // namespace tests
