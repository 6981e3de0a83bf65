#include "connectors/scan_folder/scan_file.h"

#include <fstream>

#include "connectors/common/folder.h"
#include "connectors/common/media_type.h"

namespace connectors::scan_folder {
namespace {

constexpr std::size_t kTailBytes = 2048;

bool tailHolds(const std::string& bytes, const std::string& what) {
    const std::size_t from = bytes.size() > kTailBytes ? bytes.size() - kTailBytes : 0;
    return bytes.find(what, from) != std::string::npos;
}

// The first directory of a TIFF lies where the header says; in a file that broke off it is often gone.
bool tiffDirectoryIsThere(const std::string& bytes) {
    constexpr std::size_t headerBytes = 8;
    if (bytes.size() < headerBytes) return false;
    const bool little = bytes[0] == 'I';
    std::size_t offset = 0;
    for (int at = 0; at < 4; ++at) {
        const auto byte = static_cast<unsigned char>(bytes[little ? 7 - at : 4 + at]);
        offset = offset << 8 | byte;
    }
    return offset >= headerBytes && offset + 2 <= bytes.size();
}

}  // namespace

bool endsAsItShould(const std::string& bytes, const std::string& mediaType) {
    if (mediaType == "application/pdf") return tailHolds(bytes, "%%EOF");
    if (mediaType == "image/png") return tailHolds(bytes, "IEND");
    if (mediaType == "image/jpeg") return tailHolds(bytes, "\xff\xd9");
    if (mediaType == "image/tiff") return tiffDirectoryIsThere(bytes);
    return false;
}

ScanBytes readScan(const std::filesystem::path& file, std::size_t maxBytes) {
    ScanBytes scan;
    if (!isPlainFile(file)) return {{}, {}, "is geen gewoon bestand", false};
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error) return {{}, {}, "is niet te lezen", false};
    if (size > maxBytes) return {{}, {}, "is groter dan Lakwerk aanneemt", false};
    std::ifstream stream(file, std::ios::binary);
    scan.bytes.resize(size);
    stream.read(scan.bytes.data(), static_cast<std::streamsize>(size));
    if (static_cast<std::uintmax_t>(stream.gcount()) != size) return {{}, {}, "is niet heel te lezen", true};
    if (size == 0) return {{}, {}, "is leeg", true};
    scan.mediaType = mediaTypeOf(scan.bytes, file.filename().string());
    if (!isScanType(scan.mediaType)) return {{}, {}, "is geen scan (PDF, TIFF, PNG of JPEG)", false};
    if (!endsAsItShould(scan.bytes, scan.mediaType))
        return {{}, {}, "is halverwege afgebroken; laat het opnieuw scannen", true};
    return scan;
}

}  // namespace connectors::scan_folder
