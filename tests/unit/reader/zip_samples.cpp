#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>

#include "tests/unit/reader/samples.h"

namespace samples {

std::string zipOf(const Entries& entries) {
    std::size_t room = 1u << 20;
    for (const auto& [name, bytes] : entries) room += name.size() + bytes.size() + 256;
    std::string zip(room, '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    archive_write_set_format_zip(writer);
    if (archive_write_open_memory(writer, zip.data(), zip.size(), &used) != ARCHIVE_OK) throw std::runtime_error("zip");
    for (const auto& [name, bytes] : entries) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, la_int64_t(bytes.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(writer, entry);
        archive_write_data(writer, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    zip.resize(used);
    return zip;
}

std::string docxOf(const std::string& body, const Entries& more) {
    const std::string open = R"(<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
                             R"(xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>)";
    Entries entries = {{"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
                       {"word/document.xml", open + body + "</w:body></w:document>"}};
    entries.insert(entries.end(), more.begin(), more.end());
    return zipOf(entries);
}

}  // namespace samples
