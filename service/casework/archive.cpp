#include "service/casework/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <sodium.h>

#include <memory>

namespace service::casework {

namespace {

// Ours holds documents that hardly shrink. What grows far beyond its size, or is far larger than any dossier, was made by another.
constexpr std::size_t mostBytes = 2ull << 30, bytesWithoutRatio = 64u << 20, mostGrowth = 100, mostEntries = 20000;
constexpr const char* notOurs = "het pakket wordt bij het uitpakken onwaarschijnlijk groot en is zo niet door Lakwerk gemaakt. Vraag de verzender om het oorspronkelijke bestand";
// 1 January 2000, noon UTC: a fixed moment inside what ZIP can hold, the same day in every time zone.
constexpr time_t fixedMoment = 946728000;

struct ArchiveCloser {
    void operator()(archive* open) const { archive_free(open); }
};
struct EntryCloser {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
using Archive = std::unique_ptr<archive, ArchiveCloser>;
using Entry = std::unique_ptr<archive_entry, EntryCloser>;

void check(int status, const char* what) {
    if (status != ARCHIVE_OK) throw ArchiveError(what);
}

la_ssize_t append(archive*, void* target, const void* bytes, size_t count) {
    static_cast<std::string*>(target)->append(static_cast<const char*>(bytes), count);
    return static_cast<la_ssize_t>(count);
}

void writeEntry(archive* out, const ArchiveEntry& file) {
    const Entry entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), file.name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), fixedMoment, 0);
    check(archive_write_header(out, entry.get()), "het pakket kon niet worden geschreven");
    if (archive_write_data(out, file.bytes.data(), file.bytes.size()) != static_cast<la_ssize_t>(file.bytes.size()))
        throw ArchiveError("het pakket kon niet worden geschreven");
}

}  // namespace

std::string makeZip(const std::vector<ArchiveEntry>& entries) {
    std::string zip;
    const Archive out(archive_write_new());
    check(archive_write_set_format_zip(out.get()), "het pakket kon niet worden gemaakt");
    check(archive_write_set_bytes_in_last_block(out.get(), 1), "het pakket kon niet worden gemaakt");
    check(archive_write_open(out.get(), &zip, nullptr, append, nullptr), "het pakket kon niet worden gemaakt");
    for (const auto& entry : entries) writeEntry(out.get(), entry);
    check(archive_write_close(out.get()), "het pakket kon niet worden afgesloten");
    return zip;
}

std::vector<ArchiveEntry> readOwnZip(std::string_view zip) {
    const Archive in(archive_read_new());
    check(archive_read_support_format_zip(in.get()), "het pakket kon niet worden geopend");
    check(archive_read_open_memory(in.get(), zip.data(), zip.size()), "het pakket kon niet worden geopend");
    std::vector<ArchiveEntry> entries;
    archive_entry* entry = nullptr;
    std::size_t total = 0;
    int status = ARCHIVE_OK;
    while ((status = archive_read_next_header(in.get(), &entry)) == ARCHIVE_OK) {
        if (entries.size() == mostEntries) throw ArchiveError(notOurs);
        ArchiveEntry file{archive_entry_pathname_utf8(entry) ? archive_entry_pathname_utf8(entry) : "", {}};
        char buffer[65536];
        la_ssize_t got = 0;
        while ((got = archive_read_data(in.get(), buffer, sizeof buffer)) > 0) {
            total += static_cast<std::size_t>(got);
            if (total > mostBytes || (total > bytesWithoutRatio && total > mostGrowth * zip.size())) throw ArchiveError(notOurs);
            file.bytes.append(buffer, static_cast<std::size_t>(got));
        }
        if (got < 0) throw ArchiveError("het pakket is beschadigd");
        entries.push_back(std::move(file));
    }
    if (status != ARCHIVE_EOF) throw ArchiveError("het pakket is beschadigd");
    return entries;
}

std::string sha256Hex(std::string_view bytes) {
    unsigned char digest[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(digest, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    char hex[crypto_hash_sha256_BYTES * 2 + 1];
    sodium_bin2hex(hex, sizeof hex, digest, sizeof digest);
    return hex;
}

}  // namespace service::casework
