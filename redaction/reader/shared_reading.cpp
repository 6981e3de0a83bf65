#include "redaction/reader/shared_reading.h"

#include "redaction/document/reading.h"

namespace redaction::reader {
namespace {

constexpr std::size_t leastPictures = 4;

bool holdsAtLeast(std::string_view bytes, std::string_view name, std::size_t count) {
    for (std::size_t at = bytes.find(name); at != bytes.npos; at = bytes.find(name, at + name.size()))
        if (--count == 0) return true;
    return false;
}

std::size_t number(std::string_view bytes, std::size_t at, std::size_t length) {
    std::size_t value = 0;
    if (at > bytes.size() || length > bytes.size() - at) return 0;
    const bool little = bytes[0] == 'I';
    for (std::size_t i = 0; i < length; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + (little ? length - 1 - i : i)]);
    return value;
}

// The first directory of a TIFF says after its entries where the next page's is.
bool hasSecondPage(std::string_view tiff) {
    constexpr std::size_t entryBytes = 12;
    const std::size_t directory = number(tiff, 4, 4);
    return directory != 0 && number(tiff, directory + 2 + number(tiff, directory, 2) * entryBytes, 4) != 0;
}

}  // namespace

// Pictures are streams, so what they are is said where anybody can read it.
bool mayHoldManyScans(std::string_view bytes) {
    switch (document::recogniseFormat(bytes, {}, {})) {
        case document::Format::tiff: return hasSecondPage(bytes);
        case document::Format::pdf: return holdsAtLeast(bytes, "/Subtype/Image", leastPictures) || holdsAtLeast(bytes, "/Subtype /Image", leastPictures);
        default: return false;
    }
}

}  // namespace redaction::reader
