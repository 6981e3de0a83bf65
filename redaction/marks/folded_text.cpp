#include "redaction/marks/folded_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

#include "redaction/document/document.h"

namespace redaction::marks {

namespace {

const icu::Normalizer2& compatibilityFolding() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU levert geen normalisatie.");
    return *normalizer;
}

const icu::Normalizer2& decomposition() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU levert geen normalisatie.");
    return *normalizer;
}

// One code point at a time, so that every folded character knows where it comes from.
icu::UnicodeString decomposed(char32_t character) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString source(static_cast<UChar32>(character));
    const auto result = decomposition().normalize(compatibilityFolding().normalize(source, status), status);
    if (U_FAILURE(status)) throw std::runtime_error("Tekst laat zich niet normaliseren.");
    return result;
}

// What OCR takes for one another becomes one character.
char32_t alike(char32_t character) {
    switch (character) {
        case U'l': case U'1': case U'|': case U'!': case 0x0131: case U'j': return U'i';
        case U'0': return U'o';
        case U'5': return U's';
        case U'8': return U'b';
        case U'ß': return U's';
        case U'ł': return U'i';
        case U'ø': return U'o';
        case U'đ': return U'd';
        default: return character;
    }
}

bool countsAsLetter(char32_t character) {
    return u_isalnum(static_cast<UChar32>(character)) || character == U'|';
}

bool isJoined(char32_t character) {  // disappears without ending the word
    return character == 0x00AD || character == 0x200B || character == 0x200C || character == 0x200D || character == 0xFEFF ||
           u_charType(static_cast<UChar32>(character)) == U_NON_SPACING_MARK;
}

bool isSpaceBetween(char32_t character) { return u_isUWhiteSpace(static_cast<UChar32>(character)); }

// Ends a sentence or a part of it.
bool endsClause(char32_t character) {
    return character == U'.' || character == U',' || character == U';' || character == U':' || character == U'!' || character == U'?' || character == U')';
}

}  // namespace

FoldedText::FoldedText(std::u32string_view text) {
    characters_.reserve(text.size());
    Gap gap = Gap::small;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char32_t character = text[at];
        if (character >= 0x80) {
            const auto folded = decomposed(character);
            for (int32_t part = 0; part < folded.length(); part = folded.moveIndex32(part, 1))
                fold(static_cast<char32_t>(folded.char32At(part)), at, gap);
        } else {
            fold(character >= U'A' && character <= U'Z' ? character + 32 : character, at, gap);
        }
    }
}

FoldedText FoldedText::fromUtf8(std::string_view text) { return FoldedText(document::toCodePoints(text)); }

void FoldedText::fold(char32_t character, std::size_t source, Gap& gap) {
    if (character == U'@') {
        add(character, source, Gap::small);  // what stands before it is a word, and what follows is
        gap = Gap::small;
    } else if (countsAsLetter(character)) {
        add(character, source, gap);
        gap = Gap::none;
    } else if (endsClause(character)) {
        clause_ = true;
        gap = std::max(gap, Gap::small);
    } else if (!isJoined(character)) {
        const bool ends = clause_ && isSpaceBetween(character);
        gap = std::max(gap, ends ? Gap::clause : Gap::small);  // also at a hyphen: "Anne-Marie" holds the word Anne
    }
}

// rn reads as m and vv as w, so m and w are kept as what they may have been read from.
void FoldedText::add(char32_t character, std::size_t source, Gap gap) {
    clause_ = false;
    const auto push = [&](char32_t one, Gap before) {
        characters_.push_back(one);
        startsWord_.push_back(before != Gap::none);
        startsClause_.push_back(before == Gap::clause);
        isDigit_.push_back(character >= U'0' && character <= U'9');
        source_.push_back(source);
    };
    if (character == U'm') return push(U'r', gap), push(U'n', Gap::none);
    if (character == U'w') return push(U'v', gap), push(U'v', Gap::none);
    push(alike(character), gap);
}

std::size_t FoldedText::findFrom(const FoldedText& needle, std::size_t from) const {
    const auto length = needle.characters_.size();
    for (auto at = characters_.find(needle.characters_, from); at != characters_.npos;
         at = characters_.find(needle.characters_, at + 1))
        if (countsAt(at, length, needle.holds())) return at;
    return characters_.npos;
}

FoldedText::Holds FoldedText::holds() const {
    const auto any = [](const std::vector<bool>& of) { return std::find(of.begin(), of.end(), true) != of.end(); };
    return {any(isDigit_), any(startsClause_)};
}

// Whether the word that begins here is digits only.
bool FoldedText::isNumber(std::size_t at) const {
    for (auto end = at; end < characters_.size() && (end == at || !startsWord_[end]); ++end)
        if (!isDigit_[end]) return false;
    return true;
}

bool FoldedText::countsAt(std::size_t at, std::size_t length, const Holds& needle) const {
    const auto end = at + length;
    const bool isWhole = startsWord_[at] && (end == characters_.size() || startsWord_[end]);
    if (length <= longestBoundToWords && !isWhole) return false;
    for (auto inside = at + 1; inside < end && !needle.clauses; ++inside)
        if (startsClause_[inside] && (!isWhole || (!needle.digits && isNumber(inside)))) return false;
    return true;
}

bool FoldedText::contains(const FoldedText& needle) const {
    return needle.searchable() && findFrom(needle, 0) != characters_.npos;
}

std::vector<Span> FoldedText::findAll(const FoldedText& needle) const {
    std::vector<Span> found;
    if (needle.characters_.empty()) return found;
    const auto length = needle.characters_.size();
    for (auto at = findFrom(needle, 0); at != characters_.npos; at = findFrom(needle, at + length))
        found.push_back({source_[at], source_[at + length - 1] + 1});
    return found;
}

}  // namespace redaction::marks
