#include "redaction/reader/program/channel.h"

#include <unistd.h>

#include <cerrno>
#include <stdexcept>

#include "redaction/document/document_json.h"
#include "redaction/reader/document_frames.h"

namespace redaction::reader::program {
namespace {

void readExactly(char* to, std::size_t length) {
    while (length > 0) {
        const ssize_t count = ::read(STDIN_FILENO, to, length);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) throw std::runtime_error("reader: the other side is gone");
        to += count;
        length -= std::size_t(count);
    }
}

void writeExactly(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) throw std::runtime_error("reader: the other side is gone");
        bytes.remove_prefix(std::size_t(count));
    }
}

}  // namespace

std::pair<protocol::Kind, std::string> Channel::receive(std::size_t maxBytes) {
    unsigned char header[protocol::frameHeaderBytes];
    readExactly(reinterpret_cast<char*>(header), sizeof header);
    const protocol::FrameStart start = protocol::parseFrameHeader(header);
    if (start.length > maxBytes) throw std::runtime_error("reader: unexpected frame");
    std::string payload(start.length, '\0');
    readExactly(payload.data(), payload.size());
    return {start.kind, std::move(payload)};
}

std::string Channel::receive(protocol::Kind kind, std::size_t maxBytes) {
    auto [came, payload] = receive(maxBytes);
    if (came != kind) throw std::runtime_error("reader: unexpected frame");
    return std::move(payload);
}

document::Document Channel::receiveDocument() {
    protocol::DocumentFrames frames;
    while (!frames.isComplete()) {
        const auto [kind, payload] = receive(protocol::maxFrameBytes);
        if (!frames.take(kind, payload)) throw std::runtime_error("reader: unexpected frame");
    }
    return std::move(frames).document();
}

void Channel::page(document::Page& page) {
    send(protocol::Kind::words, protocol::encodeWords(page.words));
    std::vector<document::Word>().swap(page.words);  // clearing them would keep their memory
    ++pagesSent_;
}

void Channel::sendDocument(document::Document&& document) {
    while (pagesSent_ < document.pages.size()) page(document.pages[pagesSent_]);
    send(protocol::Kind::document, document::toJsonWithoutWords(document));
}

void Channel::send(protocol::Kind kind, std::string_view payload) {
    writeExactly(protocol::frameHeader(kind, payload.size()));
    writeExactly(payload);
}

}  // namespace redaction::reader::program
