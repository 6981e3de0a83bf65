#include "tests/unit/connectors/zip_writer.h"

#include <archive.h>
#include <archive_entry.h>

#include "connectors/common/digest.h"
#include "tests/unit/connectors/sample_people.h"

namespace connectors::tests {
namespace {

la_ssize_t append(archive*, void* state, const void* bytes, std::size_t count) {
    static_cast<std::string*>(state)->append(static_cast<const char*>(bytes), count);
    return static_cast<la_ssize_t>(count);
}

std::string person(const Sought& sought) {
    return "<person name=\"" + sought.name + "\" birthdate=\"" + sought.birthdate + "\" bsn=\"" + sought.bsn + "\"/>";
}

}  // namespace

std::string makeZip(const std::vector<ZipEntry>& entries) {
    std::string zip;
    archive* writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_set_bytes_in_last_block(writer, 1);  // no padding
    archive_write_open(writer, &zip, nullptr, &append, nullptr);
    for (const ZipEntry& from : entries) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, from.path.c_str());
        archive_entry_set_filetype(entry, from.linksTo.empty() ? AE_IFREG : AE_IFLNK);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(from.bytes.size()));
        if (!from.linksTo.empty()) archive_entry_set_symlink(entry, from.linksTo.c_str());
        archive_write_header(writer, entry);
        archive_write_data(writer, from.bytes.data(), from.bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    return zip;
}

std::string makeManifest(const std::vector<ListedDocument>& documents, const std::string& complete) {
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<export xmlns=\"urn:lakwerk:export-drop:1\" "
        "system=\"WIJZ\" partner=\"Jeugdbescherming Waddenkant\" made=\"2026-03-02T10:00:00Z\" "
        "made-by=\"applicatiebeheer\" complete=\"" +
        complete + "\"><about>" + person(father()) + person(child()) + "</about><documents>";
    for (const ListedDocument& document : documents)
        xml += "<document id=\"" + document.id + "\"><file>" + document.file + "</file><title>" + document.title +
               "</title><kind>journaal</kind><date>2026-02-01</date><author>S. Blom</author><sha256>" +
               (document.sha256.empty() ? sha256Hex(document.bytes) : document.sha256) +
               "</sha256><case>JB-26-114</case><person>" + father().name + "</person></document>";
    return xml + "</documents></export>";
}

std::string makeExport(const std::vector<ListedDocument>& documents, const std::string& complete) {
    std::vector<ZipEntry> entries{{"manifest.xml", makeManifest(documents, complete), ""}};
    for (const ListedDocument& document : documents) entries.push_back({document.file, document.bytes, ""});
    return makeZip(entries);
}

}  // namespace connectors::tests
