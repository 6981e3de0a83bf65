// Numbers and names as compound files and Outlook messages write them. Outside the bytes everything is zero.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "redaction/document/document.h"

namespace redaction::document::compound {

inline std::uint64_t littleEndian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    if (at > bytes.size() || bytes.size() - at < count) return 0;
    for (std::size_t i = count; i > 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
    return value;
}
inline unsigned number16(std::string_view bytes, std::size_t at) { return static_cast<unsigned>(littleEndian(bytes, at, 2)); }
inline std::uint32_t number32(std::string_view bytes, std::size_t at) { return static_cast<std::uint32_t>(littleEndian(bytes, at, 4)); }

// UTF-16LE to UTF-8; a surrogate without its other half becomes U+FFFD.
inline std::string fromUtf16(std::string_view bytes) {
    std::u32string text;
    for (std::size_t at = 0; at + 2 <= bytes.size(); at += 2) {
        const char32_t unit = number16(bytes, at), next = number16(bytes, at + 2);
        const bool pair = unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000;
        text += pair ? 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00) : unit;
        if (pair) at += 2;
    }
    return toUtf8(text);
}

}  // namespace redaction::document::compound
