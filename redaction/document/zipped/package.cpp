#include "redaction/document/zipped/package.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace redaction::document::zipped {
namespace {

constexpr std::size_t maxEntries = 5000;
constexpr std::size_t maxPartBytes = 64u << 20;   // of one XML part or picture
constexpr std::size_t maxPictures = 200;          // unpacked; of more, a human is told
constexpr std::size_t maxEmbedded = 100;
constexpr std::size_t maxRatio = 400;             // expanded to packed, of the whole file; Word stays below 100

struct Freer {
    void operator()(archive* zip) const { archive_read_free(zip); }
};
using Archive = std::unique_ptr<archive, Freer>;

bool isStrange(const std::string& name) {
    return name.empty() || name.front() == '/' || name.find('\\') != std::string::npos || name == ".." || name.substr(0, 3) == "../" ||
           name.find("/../") != std::string::npos;
}

bool endsWith(const std::string& name, std::string_view end) { return name.size() >= end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0; }

bool isXmlPart(const std::string& name) { return endsWith(name, ".xml") || endsWith(name, ".rels"); }

bool isIn(std::string_view folder, const std::string& name) { return !folder.empty() && name.compare(0, folder.size(), folder) == 0 && !endsWith(name, "/"); }

class Unpacker {
  public:
    Unpacker(std::string_view bytes, const Limits& limits, Format format, const Folders& folders)
        : format_(format), folders_(folders), zip_(archive_read_new()), maxBytes_(std::min(limits.maxExpandedBytes, bytes.size() * maxRatio + (1u << 20))) {
        archive_read_support_format_zip_seekable(zip_.get());
        if (archive_read_open_memory(zip_.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) throw failed(Failure::notThisFormat, format_);
    }

    Package unpack() {
        archive_entry* entry = nullptr;
        for (std::size_t count = 0;; ++count) {
            const int status = archive_read_next_header(zip_.get(), &entry);
            if (status == ARCHIVE_EOF) break;
            if (status < ARCHIVE_WARN) throw failed(package_.parts.empty() ? Failure::notThisFormat : Failure::truncated, format_);
            if (count == maxEntries) throw failed(Failure::tooLarge, format_);
            take(entry);
        }
        return std::move(package_);
    }

  private:
    void take(archive_entry* entry) {
        const char* path = archive_entry_pathname(entry);
        const std::string name = path == nullptr ? "" : path;
        if (archive_entry_is_data_encrypted(entry) == 1) throw failed(Failure::encrypted, format_);
        if (isStrange(name)) package_.hadStrangeNames = true;
        else if (isIn(folders_.embedded, name) && package_.embedded.size() < maxEmbedded) package_.embedded[name] = contents();
        else if (isXmlPart(name)) package_.parts[name] = contents();
        else if (isIn(folders_.pictures, name) && package_.pictures.size() < maxPictures) package_.pictures[name] = contents();
        else if (!endsWith(name, "/")) package_.others.push_back(name);
    }

    // By what comes out, not by what the header promises.
    std::string contents() {
        std::string bytes;
        char chunk[64 << 10];
        for (;;) {
            const la_ssize_t count = archive_read_data(zip_.get(), chunk, sizeof chunk);
            if (count < 0) throw failed(Failure::truncated, format_);
            if (count == 0) return bytes;
            bytes.append(chunk, std::size_t(count));
            unpacked_ += std::size_t(count);
            if (bytes.size() > maxPartBytes || unpacked_ > maxBytes_) throw failed(Failure::tooLarge, format_);
        }
    }

    Format format_;
    Folders folders_;
    Archive zip_;
    std::size_t maxBytes_, unpacked_ = 0;
    Package package_;
};

}  // namespace

std::string_view Package::part(const std::string& name) const {
    const auto found = parts.find(name);
    return found == parts.end() ? std::string_view{} : std::string_view(found->second);
}

Package openPackage(std::string_view bytes, const Limits& limits, Format format, const Folders& folders) {
    if (bytes.substr(0, 2) != "PK") throw failed(Failure::notThisFormat, format);
    return Unpacker(bytes, limits, format, folders).unpack();
}

}  // namespace redaction::document::zipped
