#include "service/casework/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace service::casework {

namespace {

icu::UnicodeString withoutMarks(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decomposer = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status)) return text;
    const icu::UnicodeString decomposed = decomposer->normalize(text, status);
    if (U_FAILURE(status)) return text;
    icu::UnicodeString bare;
    for (int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
        const UChar32 letter = decomposed.char32At(at);
        if (u_charType(letter) != U_NON_SPACING_MARK) bare.append(letter == 0x131 ? UChar32('i') : letter);
    }
    return bare;
}

constexpr std::size_t leastForSlip = 4;  // letters: a shorter word says too little with one of them wrong

bool hasDigit(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

// One letter too many, too few, another one, or two neighbours exchanged.
bool differByOneSlip(const std::u32string& a, const std::u32string& b) {
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto restA = std::u32string_view(a).substr(static_cast<std::size_t>(left - a.begin()));
    const auto restB = std::u32string_view(b).substr(static_cast<std::size_t>(right - b.begin()));
    if (restA.empty() || restB.empty()) return restA.size() + restB.size() <= 1;
    if (restA.substr(1) == restB || restA == restB.substr(1) || restA.substr(1) == restB.substr(1)) return true;
    return restA.size() >= 2 && restB.size() >= 2 && restA[0] == restB[1] && restA[1] == restB[0] && restA.substr(2) == restB.substr(2);
}

std::u32string codePoints(std::string_view utf8) {
    const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
    std::u32string points;
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) points += static_cast<char32_t>(text.char32At(at));
    return points;
}

bool answers(const std::string& word, const std::string& part) {
    if (word.starts_with(part)) return true;
    return part.size() >= leastForSlip && !hasDigit(part) && differByOneSlip(codePoints(word), codePoints(part));
}

}  // namespace

std::string folded(std::string_view utf8) {
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
    text = withoutMarks(text.foldCase());
    std::string result;
    return text.toUTF8String(result);
}

std::vector<std::string> foldedWords(std::string_view utf8) {
    const std::string plain = folded(utf8);
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(plain);
    std::vector<std::string> words;
    icu::UnicodeString word;
    const auto close = [&] {
        if (word.isEmpty()) return;
        std::string bytes;
        words.push_back(word.toUTF8String(bytes));
        word.remove();
    };
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 letter = text.char32At(at);
        if (u_isalnum(letter)) word.append(letter);
        else close();
    }
    close();
    return words;
}

bool matchesSearch(std::string_view text, std::string_view query) {
    const auto words = foldedWords(text);
    const auto asked = foldedWords(query);
    return std::all_of(asked.begin(), asked.end(), [&](const std::string& part) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return answers(word, part); });
    });
}

}  // namespace service::casework
