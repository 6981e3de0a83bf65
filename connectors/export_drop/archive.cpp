#include "connectors/export_drop/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace connectors::export_drop {
namespace {

struct CloseArchive {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, CloseArchive>;

const char* const kBroken = "het is geen leesbaar of geen heel ZIP-bestand";

Reader openZip(const std::filesystem::path& zip) {
    constexpr std::size_t blockBytes = 1 << 16;
    Reader reader(archive_read_new());
    archive_read_support_format_zip_seekable(reader.get());
    if (archive_read_open_filename(reader.get(), zip.c_str(), blockBytes) != ARCHIVE_OK) throw Unusable{kBroken};
    return reader;
}

bool climbs(const std::string& path) {
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t to = std::min(path.find('/', from), path.size());
        if (path.compare(from, to - from, "..") == 0) return true;
        from = to + 1;
    }
    return false;
}

bool isSafePath(const std::string& path) {
    constexpr std::size_t maxBytes = 500;
    if (path.empty() || path.size() > maxBytes || path.front() == '/') return false;
    if (path.find_first_of("\\:") != std::string::npos || climbs(path)) return false;
    return std::none_of(path.begin(), path.end(), [](unsigned char c) { return c < 0x20; });
}

class Expansion {
  public:
    Expansion(const Bounds& bounds, std::size_t packed) : bounds_(bounds), packed_(std::max<std::size_t>(packed, 1)) {}
    void add(std::size_t bytes) {
        total_ += bytes;
        const bool swells = total_ > bounds_.ratioFrom && total_ / packed_ > bounds_.maxRatio;
        if (swells || total_ > bounds_.maxTotalBytes)
            throw Unusable{"het pakt veel groter uit dan een echte export (mogelijk een ZIP-bom)"};
    }

  private:
    const Bounds& bounds_;
    std::size_t packed_, total_ = 0;
};

std::string readEntry(archive* reader, const Bounds& bounds, Expansion& expansion) {
    std::string bytes;
    std::vector<char> block(1 << 16);
    for (;;) {
        if (bounds.stopped()) throw ReadingStopped{};
        const la_ssize_t got = archive_read_data(reader, block.data(), block.size());
        if (got < 0) throw Unusable{kBroken};
        if (got == 0) return bytes;
        bytes.append(block.data(), static_cast<std::size_t>(got));
        expansion.add(static_cast<std::size_t>(got));
        if (bytes.size() > bounds.maxEntryBytes) throw Unusable{"er zit een bestand in dat te groot is"};
    }
}

std::string pathOf(archive_entry* entry) {
    const char* utf8 = archive_entry_pathname_utf8(entry);
    const char* path = utf8 ? utf8 : archive_entry_pathname(entry);
    return path ? path : "";
}

}  // namespace

void eachEntry(const std::filesystem::path& zip, const Bounds& bounds,
               const std::function<void(const std::string&, const ReadBytes&)>& visit) {
    const Reader reader = openZip(zip);
    Expansion expansion(bounds, std::filesystem::file_size(zip));
    std::size_t entries = 0;
    for (archive_entry* entry = nullptr;;) {
        if (bounds.stopped()) throw ReadingStopped{};
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) return;
        if (status != ARCHIVE_OK) throw Unusable{kBroken};
        if (++entries > bounds.maxEntries) throw Unusable{"er zitten te veel bestanden in"};
        const std::string path = pathOf(entry);
        if (!isSafePath(path))
            throw Unusable{"er zit een pad in dat buiten de export wijst (zoals ../); dat is niet toegestaan"};
        if (archive_entry_is_encrypted(entry)) throw Unusable{"het is met een wachtwoord beveiligd"};
        const auto type = archive_entry_filetype(entry);
        if (type == AE_IFDIR) continue;
        if (type != AE_IFREG || archive_entry_hardlink(entry))
            throw Unusable{"er zit iets in dat geen gewoon bestand is"};
        visit(path, [&] { return readEntry(reader.get(), bounds, expansion); });
    }
}

std::map<std::string, std::size_t> entriesOf(const std::filesystem::path& zip, const Bounds& bounds) {
    std::map<std::string, std::size_t> paths;
    eachEntry(zip, bounds, [&paths](const std::string& path, const ReadBytes&) { ++paths[path]; });
    return paths;
}

}  // namespace connectors::export_drop
