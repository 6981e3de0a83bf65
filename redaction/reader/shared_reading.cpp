#include "redaction/reader/shared_reading.h"

#include "redaction/document/reading.h"

namespace redaction::reader {
namespace {

constexpr std::size_t leastPictures = 4;
constexpr std::size_t leastTiff = 8u << 10;  // bytes; one page may be as small

bool holdsAtLeast(std::string_view bytes, std::string_view name, std::size_t count) {
    for (std::size_t at = bytes.find(name); at != bytes.npos; at = bytes.find(name, at + name.size()))
        if (--count == 0) return true;
    return false;
}

}  // namespace

// Pictures are streams, so what they are is said where anybody can read it.
bool mayHoldManyScans(std::string_view bytes) {
    switch (document::recogniseFormat(bytes, {}, {})) {
        case document::Format::tiff: return bytes.size() >= leastTiff;
        case document::Format::pdf: return holdsAtLeast(bytes, "/Subtype/Image", leastPictures) || holdsAtLeast(bytes, "/Subtype /Image", leastPictures);
        default: return false;
    }
}

}  // namespace redaction::reader
