#include "connectors/common/media_type.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace connectors {
namespace {

struct Magic {
    std::string_view start, mediaType;
};
constexpr std::array<Magic, 7> kMagic{{{"%PDF-", "application/pdf"},
                                       {"\x89PNG\r\n\x1a\n", "image/png"},
                                       {"\xff\xd8\xff", "image/jpeg"},
                                       {std::string_view("II*\0", 4), "image/tiff"},
                                       {std::string_view("MM\0*", 4), "image/tiff"},
                                       {"{\\rtf", "application/rtf"},
                                       {"\xd0\xcf\x11\xe0", "application/x-ole-storage"}}};

struct ByName {
    std::string_view extension, mediaType;
};
constexpr std::array<ByName, 3> kZipped{
    {{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
     {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
     {"odt", "application/vnd.oasis.opendocument.text"}}};
constexpr std::array<ByName, 6> kText{{{"txt", "text/plain"},
                                       {"eml", "message/rfc822"},
                                       {"html", "text/html"},
                                       {"htm", "text/html"},
                                       {"csv", "text/csv"},
                                       {"xml", "application/xml"}}};

template <std::size_t N>
std::string byName(const std::array<ByName, N>& table, std::string_view extension) {
    for (const ByName& row : table)
        if (row.extension == extension) return std::string(row.mediaType);
    return "";
}

}  // namespace

std::string lowerExtension(std::string_view fileName) {
    const auto dot = fileName.rfind('.');
    if (dot == std::string_view::npos) return "";
    std::string extension(fileName.substr(dot + 1));
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    return extension;
}

std::string mediaTypeOf(std::string_view bytes, std::string_view fileName) {
    for (const Magic& magic : kMagic)
        if (bytes.substr(0, magic.start.size()) == magic.start) return std::string(magic.mediaType);
    const std::string extension = lowerExtension(fileName);
    if (bytes.substr(0, 4) == std::string_view("PK\x03\x04")) return byName(kZipped, extension);
    constexpr std::size_t looked = 4096;
    if (bytes.substr(0, looked).find('\0') != std::string_view::npos) return "";
    return byName(kText, extension);
}

bool isScanType(std::string_view mediaType) {
    return mediaType == "application/pdf" || mediaType == "image/tiff" || mediaType == "image/png" ||
           mediaType == "image/jpeg";
}

}  // namespace connectors
