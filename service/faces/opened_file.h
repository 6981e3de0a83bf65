// A file with everything that came inside it, as the reader program found it: attachments are opened like the file itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redaction/reader/reader_process.h"

namespace service::faces {

struct OpenedFile {
    std::string name, mediaType;
    std::size_t bytes = 0;
    redaction::document::Format format = redaction::document::Format::unknown;
    std::optional<redaction::document::Document> document;  // absent: not read, `why` says why
    std::string why;                                        // Dutch
    std::vector<OpenedFile> attachments;
};

// The file itself must be readable: throws ReadError. Attachments in attachments are opened to a bounded depth and number.
OpenedFile openFile(const redaction::reader::ReaderProcess& reader, std::string_view bytes, const std::string& name);

// What can be seen of it, UTF-8; pages end with a form feed.
std::string seenText(const redaction::document::Document& document);

// The same for programs: see read.cpp.
std::string toJson(const OpenedFile& file);

}  // namespace service::faces
