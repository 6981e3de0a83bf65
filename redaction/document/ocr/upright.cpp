#include "redaction/document/ocr/upright.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace redaction::document::ocr {
namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t orientationTag = 0x0112;
constexpr std::size_t mostEntries = 512;  // of one directory

// Numbers of a TIFF structure, in its own byte order; nothing where they lie outside.
class TiffBytes {
  public:
    explicit TiffBytes(std::string_view bytes) : bytes_(bytes), little_(bytes.substr(0, 2) == "II") {}

    bool isTiff() const { return bytes_.substr(0, 4) == "II*\0"sv || bytes_.substr(0, 4) == "MM\0*"sv; }

    std::optional<std::uint32_t> number(std::size_t at, std::size_t length) const {
        if (at > bytes_.size() || length > bytes_.size() - at) return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < length; ++i) value = value << 8 | static_cast<unsigned char>(bytes_[at + (little_ ? length - 1 - i : i)]);
        return value;
    }

  private:
    std::string_view bytes_;
    bool little_;
};

int orientationIn(std::string_view tiff) {
    const TiffBytes bytes(tiff);
    const auto directory = bytes.isTiff() ? bytes.number(4, 4) : std::nullopt;
    const auto entries = directory ? bytes.number(*directory, 2) : std::nullopt;
    if (!entries) return 1;
    for (std::size_t i = 0; i < std::min<std::size_t>(*entries, mostEntries); ++i) {
        const std::size_t entry = *directory + 2 + i * 12;
        if (bytes.number(entry, 2) != orientationTag) continue;
        const auto value = bytes.number(entry + 8, 2);
        return value && *value >= 1 && *value <= 8 ? static_cast<int>(*value) : 1;
    }
    return 1;
}

std::uint32_t bigEndian(std::string_view bytes, std::size_t at, std::size_t length) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + length; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

// Segments of a JPEG up to its pixels.
int ofJpeg(std::string_view bytes) {
    for (std::size_t at = 2; at + 4 <= bytes.size() && bytes[at] == '\xFF';) {
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        if (marker == 0xDA || marker == 0xD9) break;
        const std::size_t length = bigEndian(bytes, at + 2, 2);
        const auto body = bytes.substr(at + 4, length < 2 ? 0 : length - 2);
        if (marker == 0xE1 && body.substr(0, 6) == "Exif\0\0"sv) return orientationIn(body.substr(6));
        at += 2 + std::max<std::size_t>(length, 2);
    }
    return 1;
}

int ofPng(std::string_view bytes) {
    for (std::size_t at = 8; at + 12 <= bytes.size();) {
        const std::size_t length = bigEndian(bytes, at, 4);
        if (length > bytes.size() - at - 12) break;
        if (bytes.substr(at + 4, 4) == "eXIf") return orientationIn(bytes.substr(at + 8, length));
        at += 12 + length;
    }
    return 1;
}

Picture flipped(const Picture& picture) { return Picture(pixFlipLR(nullptr, picture.get())); }
Picture quarterTurns(const Picture& picture, int clockwise) { return Picture(pixRotateOrth(picture.get(), clockwise)); }

}  // namespace

int orientationOf(std::string_view bytes) {
    if (bytes.substr(0, 2) == "\xFF\xD8"sv) return ofJpeg(bytes);
    if (bytes.substr(0, 8) == "\x89PNG\r\n\x1A\n"sv) return ofPng(bytes);
    return 1;
}

Picture turned(Picture picture, int orientation) {
    if (!picture) return picture;
    switch (orientation) {
        case 2: return flipped(picture);
        case 3: return quarterTurns(picture, 2);
        case 4: return quarterTurns(flipped(picture), 2);
        case 5: return quarterTurns(flipped(picture), 3);
        case 6: return quarterTurns(picture, 1);
        case 7: return quarterTurns(flipped(picture), 1);
        case 8: return quarterTurns(picture, 3);
        default: return picture;
    }
}

Picture decodeUpright(std::string_view bytes) {
    const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
    return turned(Picture(pixReadMem(data, bytes.size())), orientationOf(bytes));
}

}  // namespace redaction::document::ocr
