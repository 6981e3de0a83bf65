#include "redaction/document/text_guess.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "redaction/document/document.h"

namespace redaction::document {
namespace {

constexpr std::size_t looked = 64u << 10;  // bytes that decide
constexpr int surely = 30;                 // of ICU's detector, in hundredths

// The 256 characters of a one-byte encoding.
std::u32string tableOf(const char* encoding) {
    std::u32string table;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(encoding, &status), ucnv_close);
    for (int byte = 0; byte < 256 && U_SUCCESS(status); ++byte) {
        const char one = static_cast<char>(byte);
        const char* at = &one;
        UErrorCode bad = U_ZERO_ERROR;
        const UChar32 c = ucnv_getNextUChar(converter.get(), &at, &one + 1, &bad);
        table += U_SUCCESS(bad) ? static_cast<char32_t>(c) : U'\uFFFD';
    }
    return table;
}

bool isAscii(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool isSmall(char32_t c) { return c >= U'a' && c <= U'z'; }

// Letters of Dutch and its names inside words, quotes and dashes at their edges.
int scoreOf(char32_t before, char32_t c, char32_t after) {
    constexpr std::u32string_view common = U"éëèêïíîöóôòüúùûáàâäçñÉËÈÏÖÓÜÁÄÇñøåæßłşğışćčžšŠŽž", marks = U"‘’“”–—…€•«»°½¼²³£§©®·";
    if (c == U'\uFFFD' || (c >= 0x80 && c < 0xA0)) return -6;
    const bool beside = isAscii(before) || isAscii(after);
    if (common.find(c) != common.npos) {
        const bool capitalInside = isSmall(before) && (c == U'É' || c == U'Ë' || c == U'È' || c == U'Ï' || c == U'Ö' || c == U'Ó' || c == U'Ü' || c == U'Á' || c == U'Ä' || c == U'Ç' || c == U'Š' || c == U'Ž');
        return capitalInside ? -3 : beside ? 3 : before >= 0x80 || after >= 0x80 ? -1 : 0;
    }
    if (marks.find(c) == marks.npos) return -2;
    if (isAscii(before) && isAscii(after)) return c == U'’' || c == U'‘' || c == U'–' || c == U'—' ? 2 : -2;
    return before >= 0x80 || after >= 0x80 ? -1 : 2;
}

int scoreOf(std::string_view bytes, const std::u32string& table) {
    int score = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte < 0x80) continue;
        const auto beside = [&](std::size_t where) { return where < bytes.size() ? table[static_cast<unsigned char>(bytes[where])] : U' '; };
        score += scoreOf(at > 0 ? beside(at - 1) : U' ', table[byte], beside(at + 1));
    }
    return score;
}

// Other scripts and other languages: what ICU's detector is sure of, and we can open.
std::string detected(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&status), ucsdet_close);
    if (U_FAILURE(status)) return {};
    ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < surely) return {};
    const char* name = ucsdet_getName(match, &status);
    return U_SUCCESS(status) && name != nullptr ? name : "";
}

}  // namespace

GuessedEncoding guessEncoding(std::string_view bytes) {
    static constexpr std::array<const char*, 4> names = {"windows-1252", "ISO-8859-15", "macintosh", "ibm-850"};
    static const std::array<std::u32string, 4> tables = {tableOf(names[0]), tableOf(names[1]), tableOf(names[2]), tableOf(names[3])};
    bytes = bytes.substr(0, looked);
    std::array<int, 4> scores{};
    for (std::size_t at = 0; at < names.size(); ++at)
        if (tables[at].size() == 256) scores[at] = scoreOf(bytes, tables[at]);
    auto best = std::size_t(std::max_element(scores.begin(), scores.end()) - scores.begin());  // the first of equals
    if (scores[best] < scores[0] + 3) best = 0;
    const auto odd = std::count_if(bytes.begin(), bytes.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
    if (scores[best] > 0) return {names[best], best == 0 || scores[best] >= 2 * odd};
    const std::string other = detected(bytes);
    return other.empty() || other == "UTF-8" ? GuessedEncoding{names[0], scores[0] >= 0} : GuessedEncoding{other, false};
}

std::string guessWideEncoding(std::string_view bytes) {
    const std::size_t count = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{3};
    std::array<std::size_t, 4> zeros{};
    for (std::size_t at = 0; at < count; ++at) zeros[at % 4] += bytes[at] == 0;
    const std::size_t units = count / 4;
    if (units >= 2 && zeros[3] == units && zeros[2] == units && zeros[0] == 0) return "UTF-32LE";
    if (units >= 2 && zeros[0] == units && zeros[1] == units && zeros[3] == 0) return "UTF-32BE";
    const std::size_t pairs = std::min<std::size_t>(bytes.size(), 4096) / 2;
    std::size_t evenZeros = 0, oddZeros = 0;  // Western text in UTF-16 has a zero in nearly every second byte
    for (std::size_t at = 0; at < pairs; ++at) {
        evenZeros += bytes[2 * at] == 0;
        oddZeros += bytes[2 * at + 1] == 0;
    }
    if (pairs < 2) return "";
    if (oddZeros * 5 > pairs * 3 && evenZeros * 10 < pairs) return "UTF-16LE";
    return evenZeros * 5 > pairs * 3 && oddZeros * 10 < pairs ? "UTF-16BE" : "";
}

std::u32string mendedUtf8(std::string_view bytes) {
    static const std::u32string table = tableOf("windows-1252");
    const std::u32string whole = toCodePoints(bytes);
    const auto wide = std::count_if(whole.begin(), whole.end(), [](char32_t c) { return c >= 0x80 && c != U'\uFFFD'; });
    if (std::count(whole.begin(), whole.end(), U'\uFFFD') >= wide || table.size() != 256) return {};
    std::u32string text;
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t length = 1;  // of the valid sequence here
        const auto lead = static_cast<unsigned char>(bytes[at]);
        if (lead >= 0xC2) length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const std::u32string sign = toCodePoints(bytes.substr(at, length));
        const bool valid = sign.size() == 1 && (sign[0] != U'\uFFFD' || bytes.substr(at, 3) == "\xEF\xBF\xBD");
        text += valid ? sign[0] : table[lead];
        at += valid ? length : 1;
    }
    return text;
}

}  // namespace redaction::document
