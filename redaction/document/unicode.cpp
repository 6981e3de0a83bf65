#include <cstdint>

#include "redaction/document/document.h"

namespace redaction::document {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t codePoint = replacement;
    std::size_t length = 1;
};

bool isContinuation(unsigned char byte) { return (byte & 0xC0u) == 0x80u; }

std::size_t sequenceLength(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

bool isScalar(char32_t value, std::size_t length) {
    if (length == 3) return value >= 0x800 && (value < 0xD800 || value > 0xDFFF);
    return length != 4 || (value >= 0x10000 && value <= 0x10FFFF);
}

Decoded decodeAt(std::string_view bytes, std::size_t at) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = sequenceLength(lead);
    if (length == 1) return {lead, 1};
    if (length == 0 || at + length > bytes.size()) return {};
    char32_t value = lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[at + i]);
        if (!isContinuation(byte)) return {};
        value = (value << 6) | (byte & 0x3Fu);
    }
    return isScalar(value, length) ? Decoded{value, length} : Decoded{};
}

}  // namespace

std::string toUtf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (char32_t c : text) {
        if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement;
        if (c < 0x80) {
            out += static_cast<char>(c);
            continue;
        }
        const int extra = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        out += static_cast<char>((0xFF00u >> (extra + 1) & 0xFFu) | (c >> (6 * extra)));
        for (int i = extra - 1; i >= 0; --i) out += static_cast<char>(0x80u | ((c >> (6 * i)) & 0x3Fu));
    }
    return out;
}

std::u32string toCodePoints(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const Decoded decoded = decodeAt(utf8, at);
        out += decoded.codePoint;
        at += decoded.length;
    }
    return out;
}

}  // namespace redaction::document
