#include "redaction/reader/program/commands.h"

#include <nlohmann/json.hpp>
#include <new>

#include "redaction/document/pdf/pdf_reader.h"
#include "redaction/document/readers.h"

namespace redaction::reader::program {
namespace {

using document::Failure;
using document::Format;
using protocol::Command;
using protocol::Kind;

void read(const protocol::Request& request, std::string_view source, Format format, document::ocr::Recogniser& recogniser, Channel& channel) {
    const document::Document document = document::readDocument(format, source, request.limits, recogniser, channel);
    channel.send(Kind::document, document::toJson(document));
}

void ocr(const protocol::Request& request, std::string_view source, document::ocr::Recogniser& recogniser, Channel& channel) {
    for (const std::string& page : document::pdf::ocrPdf(source, request.limits, recogniser, channel)) channel.send(Kind::pageText, page);
}

void run(const protocol::Request& request, std::string_view source, Format format, document::ocr::Recogniser& recogniser, Channel& channel) {
    switch (request.command) {
        case Command::read: return read(request, source, format, recogniser, channel);
        case Command::ocr: return ocr(request, source, recogniser, channel);
        default: throw document::failed(Failure::unsupported, format);
    }
}

// Every failure becomes the last frame; nothing of the document is in it.
void runAndTell(const protocol::Request& request, std::string_view source, document::ocr::Recogniser& recogniser, Channel& channel) {
    const Format format = document::recogniseFormat(source, request.fileName, request.mediaType);
    Failure failure = Failure::crashed;
    try {
        run(request, source, format, recogniser, channel);
        return channel.send(Kind::finished, {});
    } catch (const document::ReadError& error) {
        failure = error.failure();
    } catch (const std::bad_alloc&) {
        failure = Failure::memoryLimit;
    } catch (const std::length_error&) {
        failure = Failure::tooLarge;
    }
    channel.send(Kind::failed, protocol::encode(protocol::FailedAnswer{failure, format}));
}

}  // namespace

void answer(const protocol::Request& request, const Held& held, document::ocr::Recogniser& recogniser, Channel& channel) {
    if (request.command == Command::probe) {
        channel.send(Kind::confinement, nlohmann::json{{"holds", held.holds}, {"lacks", held.lacks}}.dump());
        return channel.send(Kind::finished, {});
    }
    runAndTell(request, channel.receive(Kind::source, request.limits.maxDocumentBytes), recogniser, channel);
}

}  // namespace redaction::reader::program
