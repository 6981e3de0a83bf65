#include "redaction/marks/folded_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

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

icu::UnicodeString decomposed(std::u32string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto source = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                                      static_cast<int32_t>(text.size()));
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
    return u_isalnum(static_cast<UChar32>(character)) || character == U'|' || character == U'@';
}

bool isJoined(char32_t character) {  // disappears without ending the word
    return character == 0x00AD || character == 0x200B || character == 0x200C || character == 0x200D || character == 0xFEFF ||
           u_charType(static_cast<UChar32>(character)) == U_NON_SPACING_MARK;
}

}  // namespace

FoldedText::FoldedText(std::u32string_view text) {
    const auto folded = decomposed(text);
    bool gap = true;
    for (int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
        const auto character = static_cast<char32_t>(folded.char32At(at));
        if (countsAsLetter(character)) {
            add(alike(character), gap);
            gap = false;
        } else if (!isJoined(character)) {
            gap = true;  // also at a hyphen: "Anne-Marie" holds the word Anne
        }
    }
}

FoldedText FoldedText::fromUtf8(std::string_view text) { return FoldedText(document::toCodePoints(text)); }

// rn reads as m and vv as w, so m and w are kept as what they may have been read from.
void FoldedText::add(char32_t character, bool startsWord) {
    const char32_t first = character == U'm' ? U'r' : character == U'w' ? U'v' : character;
    characters_.push_back(first);
    startsWord_.push_back(startsWord);
    if (first == character) return;
    characters_.push_back(character == U'm' ? U'n' : U'v');
    startsWord_.push_back(false);
}

bool FoldedText::contains(const FoldedText& needle) const {
    if (!needle.searchable()) return false;
    const auto length = needle.characters_.size();
    for (auto at = characters_.find(needle.characters_); at != characters_.npos;
         at = characters_.find(needle.characters_, at + 1)) {
        if (length > longestBoundToWords) return true;
        const auto end = at + length;
        if (startsWord_[at] && (end == characters_.size() || startsWord_[end])) return true;
    }
    return false;
}

}  // namespace redaction::marks
