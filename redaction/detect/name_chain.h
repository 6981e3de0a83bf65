// A name as it stands in a text, taken apart: titles, initials, given names, tussenvoegsels, surnames. Who it is, is the
// resolver's question.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redaction/detect/entry_codes.h"
#include "redaction/detect/name_words.h"
#include "redaction/detect/people.h"
#include "redaction/detect/text_view.h"

namespace redaction::detect {

constexpr std::size_t kMaxPrefixes = 8;  // tussenvoegsels before one surname

struct NamePiece {
    enum class Type { given, surname, unknownGiven, unknownSurname } type = Type::given;
    std::vector<const NamePart*> parts;  // known forms of this word
    Word word;
    std::string prefix;  // tussenvoegsels written before it, glued
    bool typo = false;
};

struct NameChain {
    std::size_t firstToken = 0, lastToken = 0;  // last exclusive
    std::size_t start = 0, end = 0;             // code points
    Title title = Title::none;
    std::string titleWord;
    std::string initials, endInitials;          // folded letters, in order
    std::vector<NamePiece> pieces;
    bool inverted = false;                      // "DE WIT, Maarten"
    bool afterJob = false;                      // "wijkagent J. Postma"
    bool lowerCase = false;
};

// What the parser needs to know about the text around: which lines are hurried notes without capitals.
struct NameContext {
    const TextView& view;
    const People& people;
    std::vector<bool> hurried;  // per token
    std::vector<EntryCode> codes;  // in order of tokens

    bool isCode(std::size_t token) const;  // letters of who wrote the entry: no title, no name
};

NameContext makeNameContext(const TextView& view, const People& people);
std::optional<NameChain> parseName(const NameContext& context, std::size_t token);  // a name that starts at token

}  // namespace redaction::detect
