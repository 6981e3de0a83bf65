#include "redaction/document/zipped/bundle.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <map>
#include <memory>

#include "redaction/document/flow_builder.h"
#include "redaction/document/plain_text.h"

namespace redaction::document::zipped {
namespace {

constexpr std::size_t maxFiles = 1000;
constexpr std::size_t maxRatio = 400;  // expanded to packed, of the whole file
constexpr std::size_t maxNameBytes = 300;

struct Freer {
    void operator()(archive* zip) const { archive_read_free(zip); }
};

// The name as a list shows it: "map - brief.pdf". Ways out of the folder are left out.
std::string shownName(const std::string& path) {
    const std::string utf8 = isValidUtf8(path) ? path : toUtf8(decodeTextAs(path, "ibm-850").text);
    std::string shown;
    for (std::size_t at = 0; at <= utf8.size();) {
        const auto end = std::min(utf8.find_first_of("/\\", at), utf8.size());
        std::string part = utf8.substr(at, end - at);
        part.erase(std::remove_if(part.begin(), part.end(), [](unsigned char c) { return c < 32 || c == 127; }), part.end());
        if (!part.empty() && part != "." && part != ".." && part.find_first_not_of(' ') != part.npos) shown += (shown.empty() ? "" : " - ") + part;
        at = end + 1;
    }
    if (shown.size() > maxNameBytes) shown = toUtf8(toCodePoints(shown.substr(shown.size() - maxNameBytes)));
    return shown.empty() ? "bestand zonder naam" : shown;
}

// What a computer leaves in a folder, and nobody wrote.
bool isLeftByComputer(const std::string& path) {
    const std::string name = path.substr(path.rfind('/') + 1);
    return path.compare(0, 9, "__MACOSX/") == 0 || name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini";
}

bool isStrange(const std::string& path) {
    return path.empty() || path.front() == '/' || path.find("../") != path.npos || path.find("..\\") != path.npos || path.find(":\\") != path.npos;
}

class BundleReading {
  public:
    BundleReading(std::string_view bytes, const Limits& limits, Finds& finds)
        : zip_(archive_read_new()), limits_(limits), maxBytes_(std::min(limits.maxExpandedBytes, bytes.size() * maxRatio + (1u << 20))), finds_(finds) {
        archive_read_support_format_zip_seekable(zip_.get());
        if (archive_read_open_memory(zip_.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) throw failed(Failure::notThisFormat, Format::zip);
    }

    Document read() {
        builder_.block(BlockKind::heading, U"Bestanden in dit zip-bestand", 1);
        archive_entry* entry = nullptr;
        for (;;) {
            const int status = archive_read_next_header(zip_.get(), &entry);
            if (status == ARCHIVE_EOF) break;
            if (status < ARCHIVE_WARN) throw failed(files_ == 0 ? Failure::notThisFormat : Failure::truncated, Format::zip);
            take(entry);
        }
        if (files_ == 0) throw failed(Failure::empty, Format::zip);
        if (locked_ == files_) throw failed(Failure::encrypted, Format::zip);
        tellWhatIsMissing();
        return builder_.take();
    }

  private:
    void take(archive_entry* entry) {
        const char* raw = archive_entry_pathname(entry);
        const char* utf8 = raw == nullptr ? archive_entry_pathname_utf8(entry) : raw;
        const std::string path = utf8 == nullptr ? "" : utf8;
        if (archive_entry_filetype(entry) == AE_IFDIR || (!path.empty() && path.back() == '/')) return;
        if (++files_ > maxFiles) throw failed(Failure::tooLarge, Format::zip);
        strange_ = strange_ || isStrange(path);
        const std::string name = unused(shownName(path));
        if (archive_entry_filetype(entry) != AE_IFREG) return list(name, " (verwijzing naar een ander bestand: niet gelezen)", missing_);
        if (isLeftByComputer(path)) return list(name, " (bestand van de computer zelf: niet gelezen)", ignored_);
        if (archive_entry_is_data_encrypted(entry) == 1) return list(name, " (versleuteld: niet gelezen)", locked_);
        std::string bytes;
        if (!readInto(bytes)) return list(name, " (beschadigd of te groot: niet gelezen)", missing_);
        builder_.block(BlockKind::listItem, toCodePoints(name));
        finds_.attachment({name, "", std::move(bytes)});
    }

    void list(const std::string& name, const char* why, std::size_t& count) {
        builder_.block(BlockKind::listItem, toCodePoints(name + why));
        ++count;
    }

    // Two files can have the same name; both are documents.
    std::string unused(const std::string& name) {
        const std::size_t times = ++names_[name];
        if (times == 1) return name;
        builder_.doubt("In dit zip-bestand staan bestanden met dezelfde naam. Zij zijn alle gelezen.");
        const auto point = name.rfind('.');
        const std::string number = " (" + std::to_string(times) + ")";
        return point == name.npos || point == 0 ? name + number : name.substr(0, point) + number + name.substr(point);
    }

    // By what comes out, not by what the header promises. False: damaged, or one file too large; it is told.
    bool readInto(std::string& bytes) {
        char chunk[64 << 10];
        for (;;) {
            const la_ssize_t count = archive_read_data(zip_.get(), chunk, sizeof chunk);
            if (count < 0) return false;
            if (count == 0) return true;
            unpacked_ += std::size_t(count);
            if (unpacked_ > maxBytes_) throw failed(Failure::tooLarge, Format::zip);
            bytes.append(chunk, std::size_t(count));
            if (bytes.size() > limits_.maxDocumentBytes) return false;
        }
    }

    void tellWhatIsMissing() {
        if (locked_ > 0) builder_.doubt("In dit zip-bestand zijn " + std::to_string(locked_) + " bestanden versleuteld. Vraag de partner om een versie zonder wachtwoord.");
        if (missing_ > 0) builder_.doubt("In dit zip-bestand konden " + std::to_string(missing_) + " bestanden niet worden uitgepakt. Vraag de partner om ze los aan te leveren.");
        if (ignored_ > 0) builder_.doubt("In dit zip-bestand staan " + std::to_string(ignored_) + " bestanden van de computer zelf. Zij zijn niet gelezen.");
        if (strange_) builder_.doubt("In dit zip-bestand staan bestanden met een vreemde plaats (buiten de map). Zij zijn gelezen als de andere.");
    }

    std::unique_ptr<archive, Freer> zip_;
    const Limits& limits_;
    std::size_t maxBytes_, unpacked_ = 0, files_ = 0, locked_ = 0, missing_ = 0, ignored_ = 0;
    bool strange_ = false;
    std::map<std::string, std::size_t> names_;
    Finds& finds_;
    FlowBuilder builder_;
};

}  // namespace

Document readBundle(std::string_view bytes, const Limits& limits, ocr::Recogniser&, Finds& finds) {
    if (bytes.substr(0, 4) == "PK\x05\x06") throw failed(Failure::empty, Format::zip);  // the end of a list of nothing
    return BundleReading(bytes, limits, finds).read();
}

}  // namespace redaction::document::zipped
