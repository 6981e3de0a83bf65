#include "redaction/document/plain_text.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

#include "redaction/document/text_guess.h"

namespace redaction::document {
namespace {

struct Closer {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Closer>;

Converter openConverter(const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(encoding.empty() ? nullptr : ucnv_open(encoding.c_str(), &status));
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

DecodedText convert(UConverter* converter, std::string_view bytes, std::string encoding) {
    DecodedText decoded;
    decoded.encoding = std::move(encoding);
    decoded.text.reserve(bytes.size());
    const char* at = bytes.data();
    const char* end = at + bytes.size();
    while (at < end) {
        UErrorCode status = U_ZERO_ERROR;
        const UChar32 c = ucnv_getNextUChar(converter, &at, end, &status);
        if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;
        const bool bad = U_FAILURE(status) || (c >= 0x80 && c < 0xA0) || c == 0xFFFD;
        decoded.text += U_FAILURE(status) ? U'\uFFFD' : static_cast<char32_t>(c);
        decoded.certain = decoded.certain && !bad;
    }
    return decoded;
}

std::string byteOrderMark(std::string_view bytes) {
    int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    const char* name = ucnv_detectUnicodeSignature(bytes.data(), static_cast<int32_t>(std::min<std::size_t>(bytes.size(), 8)),
                                                   &length, &status);
    return U_SUCCESS(status) && name != nullptr ? name : "";
}

DecodedText decodeBy(const std::string& encoding, std::string_view bytes) {
    if (encoding == "UTF-8") return {toCodePoints(bytes), encoding, isValidUtf8(bytes)};
    const Converter converter = openConverter(encoding);
    if (!converter) return decodeText(bytes);
    return convert(converter.get(), bytes, encoding);
}

}  // namespace

bool isValidUtf8(std::string_view bytes) {
    const std::u32string text = toCodePoints(bytes);
    if (text.find(U'\uFFFD') == std::u32string::npos) return true;
    return toUtf8(text) == bytes;  // the character may be in the file itself
}

DecodedText decodeText(std::string_view bytes) {
    const std::string mark = byteOrderMark(bytes);
    if (mark == "UTF-8") return decodeBy(mark, bytes.substr(3));
    if (!mark.empty()) {
        DecodedText decoded = decodeBy(mark, bytes);
        if (!decoded.text.empty() && decoded.text.front() == U'\uFEFF') decoded.text.erase(0, 1);
        return decoded;
    }
    const std::string wide = guessWideEncoding(bytes);
    if (!wide.empty()) return decodeBy(wide, bytes);
    if (isValidUtf8(bytes)) return {toCodePoints(bytes), "UTF-8", true};
    if (std::u32string mended = mendedUtf8(bytes); !mended.empty()) return {std::move(mended), "UTF-8 met andere tekens ertussen", false};
    const GuessedEncoding guessed = guessEncoding(bytes);
    DecodedText decoded = decodeBy(guessed.name, bytes);
    decoded.certain = decoded.certain && guessed.certain;
    return decoded;
}

DecodedText decodeTextAs(std::string_view bytes, std::string_view encoding) {
    std::string name(encoding);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c); });
    // What calls itself Latin-1 or ASCII is windows-1252 in practice (WHATWG Encoding, "names and labels").
    if (name == "ISO-8859-1" || name == "LATIN1") name = "windows-1252";
    if (name == "US-ASCII" || name == "ASCII" || name == "UTF8" || name.empty()) return decodeText(bytes);
    return decodeBy(name, bytes);
}

Document readPlainText(std::string_view bytes) {
    DecodedText decoded = decodeText(bytes);
    Document document;
    if (!decoded.certain) {
        document.doubts.push_back("De tekens van dit bestand konden niet allemaal worden gelezen (vermoedelijke codering: " +
                                  decoded.encoding + "). Vergelijk de tekst met het bronbestand.");
    }
    if (decoded.text.find(U'\0') != std::u32string::npos) {
        document.doubts.push_back("Dit bestand bevat tekens die geen tekst zijn. Vergelijk de tekst met het bronbestand.");
        std::replace(decoded.text.begin(), decoded.text.end(), U'\0', U'\uFFFD');
    }
    document.text = std::move(decoded.text);
    return document;
}

}  // namespace redaction::document
