#include "service/faces/opened_file.h"

#include <algorithm>

#include "redaction/document/unseen.h"

namespace service::faces {

namespace {

using namespace redaction;

constexpr int deepest = 5;               // attachments in attachments
constexpr std::size_t mostFiles = 1000;  // in one file, at all depths

class Opening {
  public:
    explicit Opening(const reader::ReaderProcess& reader) : reader_(reader) {}

    OpenedFile open(std::string_view bytes, const std::string& name, const std::string& mediaType, int depth) {
        OpenedFile file{name, mediaType, bytes.size(), document::recogniseFormat(bytes, name, mediaType), {}, {}, {}};
        auto read = reader_.read(bytes, name, mediaType);
        file.document = std::move(read.document);
        for (const auto& attachment : read.attachments) file.attachments.push_back(openInside(attachment, depth + 1));
        return file;
    }

  private:
    OpenedFile openInside(const document::Attachment& attachment, int depth) {
        OpenedFile closed{attachment.name, attachment.mediaType, attachment.bytes.size(),
                          document::recogniseFormat(attachment.bytes, attachment.name, attachment.mediaType), {}, {}, {}};
        closed.why = depth > deepest || ++files_ > mostFiles ? "Deze bijlage zit te diep of er zijn er te veel; zij is niet geopend." : "";
        if (!closed.why.empty()) return closed;
        try {
            return open(attachment.bytes, attachment.name, attachment.mediaType, depth);
        } catch (const reader::ReadError& unreadable) {
            closed.why = unreadable.what();
        }
        return closed;
    }

    const reader::ReaderProcess& reader_;
    std::size_t files_ = 0;
};

}  // namespace

OpenedFile openFile(const reader::ReaderProcess& reader, std::string_view bytes, const std::string& name) {
    return Opening(reader).open(bytes, name, {}, 0);
}

std::string seenText(const document::Document& document) {
    std::u32string seen;
    std::size_t at = 0;
    for (const auto& stretch : document::unseenOf(document)) {
        if (stretch.start > at) seen += document.text.substr(at, stretch.start - at);
        at = std::max(at, stretch.end);
    }
    if (at < document.text.size()) seen += document.text.substr(at);
    while (!seen.empty() && (seen.back() == U'\n' || seen.back() == U' ')) seen.pop_back();
    return document::toUtf8(seen);
}

}  // namespace service::faces
