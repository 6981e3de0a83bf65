// The program's end of the pipes.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "redaction/document/reading.h"
#include "redaction/reader/protocol.h"

namespace redaction::reader::program {

class Channel : public document::Finds {
  public:
    // Reads the next frame, which must be of this kind and no longer than maxBytes. Throws std::runtime_error.
    std::string receive(protocol::Kind kind, std::size_t maxBytes);
    document::Document receiveDocument();
    void send(protocol::Kind kind, std::string_view payload);

    void image(document::PageImage&& image) override { send(protocol::Kind::image, protocol::encode(image)); }
    void attachment(document::Attachment&& attachment) override { send(protocol::Kind::attachment, protocol::encode(attachment)); }
    void progress(std::size_t done, std::size_t total) override { send(protocol::Kind::progress, protocol::encodeProgress(done, total)); }
    void page(document::Page& page) override;  // sends its words and lets go of them
    void sendDocument(document::Document&& document);

  private:
    std::pair<protocol::Kind, std::string> receive(std::size_t maxBytes);
    std::size_t pagesSent_ = 0;
};

}  // namespace redaction::reader::program
