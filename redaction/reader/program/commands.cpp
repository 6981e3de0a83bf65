#include "redaction/reader/program/commands.h"

#include <malloc.h>

#include <nlohmann/json.hpp>
#include <new>
#include <stdexcept>

#include "redaction/apply/rebuild/rebuild.h"
#include "redaction/apply/rebuild/source_pictures.h"
#include "redaction/document/pdf/pdf_reader.h"
#include "redaction/document/readers.h"

namespace redaction::reader::program {
namespace {

using document::Failure;
using document::Format;
using protocol::Command;
using protocol::Kind;

void read(const protocol::Request& request, std::string_view source, Format format, document::ocr::Recogniser& recogniser, Channel& channel) {
    channel.sendDocument(document::readDocument(format, source, request.limits, recogniser, channel));
}

void ocr(const protocol::Request& request, std::string_view source, document::ocr::Recogniser& recogniser, Channel& channel) {
    for (const std::string& page : document::pdf::ocrPdf(source, request.limits, recogniser, channel)) channel.send(Kind::pageText, page);
}

// What is no longer needed goes before the next step: each needs memory of its own.
void rebuild(document::Document document, protocol::RebuildWork work, std::string source, Channel& channel) {
    const auto progress = [&](std::size_t done, std::size_t total) {
        if (done > 1) std::vector<document::Word>().swap(document.pages[done - 2].words);  // a page looks back at the one before it, no further
        channel.progress(done, total);
    };
    auto drawn = apply::drawPages(source, document, work.marks, work.labels, work.title, progress);
    document = {};
    source = {};
    malloc_trim(0);  // to the machine: what comes now is large in other places
    const auto rebuilt = apply::finishPages(std::move(drawn), std::move(work.appendix));
    channel.send(Kind::trace, protocol::encode(rebuilt.trace));
    channel.send(Kind::pdf, rebuilt.bytes);
}

void smallPictures(const protocol::Request& request, std::string_view source, Channel& channel) {
    apply::drawSource(source, request.pageWidths, {request.firstPage, request.pageCount, request.rastered},
                      [&](protocol::PagePicture&& picture) { channel.send(Kind::picture, protocol::encode(picture)); });
}

// Every failure becomes the last frame; nothing of the document is in it.
template <typename Work>
void runAndTell(Format format, Channel& channel, Work work) {
    Failure failure = Failure::crashed;
    try {
        work();
        return channel.send(Kind::finished, {});
    } catch (const document::ReadError& error) {
        failure = error.failure();
    } catch (const apply::RebuildError&) {
        failure = Failure::crashed;
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
    protocol::RebuildWork work;
    document::Document document;
    if (request.command == Command::rebuild) {
        document = channel.receiveDocument();
        work = protocol::workFrom(channel.receive(Kind::work, protocol::maxFrameBytes));
    }
    std::string source = channel.receive(Kind::source, request.limits.maxDocumentBytes);
    const Format format = document::recogniseFormat(source, request.fileName, request.mediaType);
    runAndTell(format, channel, [&] {
        switch (request.command) {
            case Command::read: return read(request, source, format, recogniser, channel);
            case Command::ocr: return ocr(request, source, recogniser, channel);
            case Command::rebuild: return rebuild(std::move(document), std::move(work), std::move(source), channel);
            case Command::picture: return document::pdf::drawPages(source, request.limits, request.firstPage, request.pageCount, channel);
            case Command::smallPictures: return smallPictures(request, source, channel);
            case Command::probe: return;
        }
    });
}

}  // namespace redaction::reader::program
