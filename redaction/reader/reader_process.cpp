#include "redaction/reader/reader_process.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "redaction/document/document_json.h"
#include "redaction/document/join_turns.h"
#include "redaction/reader/child.h"
#include "redaction/reader/document_frames.h"
#include "redaction/reader/office_reading.h"
#include "redaction/reader/shared_reading.h"

namespace redaction::reader {
namespace {

using protocol::Command;
using protocol::Kind;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds startUp{5};  // beside the time for the document itself

// The frames of one request, in order. What is large is made when it is sent, or sent from where it lies.
class Question {
  public:
    explicit Question(const protocol::Request& request) { add(Kind::request, protocol::encode(request)); }
    void add(Kind kind, std::string payload) {
        add([kind, payload = std::move(payload)] { return framed(kind, payload); });
    }
    void addDocument(const document::Document& document) {
        for (const auto& page : document.pages) add([&page] { return framed(Kind::words, protocol::encodeWords(page.words)); });
        add([&document] { return framed(Kind::document, document::toJsonWithoutWords(document)); });
    }
    void addSource(std::string_view bytes) {
        add([bytes] { return protocol::frameHeader(Kind::source, bytes.size()); });
        source_ = bytes;
    }
    Child::NextPiece pieces() {
        return [this] {
            if (made_ == makers_.size()) return std::exchange(source_, {});
            return std::string_view(piece_ = makers_[made_++]());
        };
    }

  private:
    static std::string framed(Kind kind, const std::string& payload) { return protocol::frameHeader(kind, payload.size()) + payload; }
    void add(std::function<std::string()> maker) { makers_.push_back(std::move(maker)); }

    std::vector<std::function<std::string()>> makers_;
    std::size_t made_ = 0;
    std::string piece_;
    std::string_view source_;
};

void refuseUnreadable(std::string_view bytes, std::string_view fileName, const Limits& limits) {
    if (bytes.empty()) throw document::failed(Failure::empty, document::Format::unknown);
    if (bytes.size() > limits.maxDocumentBytes)
        throw document::failed(Failure::tooLarge, document::recogniseFormat(bytes, fileName, {}));
}

void report(const OnProgress& progress, std::string_view payload) {
    const auto [done, total] = protocol::progressFrom(payload);
    if (progress) progress({done, total});
}

ReadResult joined(ReadResult even, ReadResult odd) {
    const auto pages = even.document.pages.size();
    if (pages != odd.document.pages.size() && pages != odd.document.pages.size() + 1) throw document::failed(Failure::crashed, document::Format::unknown);
    std::vector<document::Document> turns;
    turns.push_back(std::move(even.document));
    turns.push_back(std::move(odd.document));
    even.document = document::joinTurns(std::move(turns));
    std::move(odd.images.begin(), odd.images.end(), std::back_inserter(even.images));
    std::move(odd.attachments.begin(), odd.attachments.end(), std::back_inserter(even.attachments));
    std::sort(even.images.begin(), even.images.end(), [](const auto& one, const auto& other) { return one.page < other.page; });
    return even;
}

[[noreturn]] void unexpectedFrame() { throw std::runtime_error("reader: unexpected frame"); }

}  // namespace

ReaderProcess::ReaderProcess(std::filesystem::path program, Limits limits, OfficeConverter office)
    : program_(std::move(program)), limits_(limits), office_(std::move(office)) {}

ReadResult ReaderProcess::readTurn(std::string_view bytes, std::string_view fileName, std::string_view mediaType, const OnProgress& progress,
                                   const Limits& limits) const {
    Question question({Command::read, std::string(fileName), std::string(mediaType), limits, 0, 0});
    question.addSource(bytes);
    ReadResult result;
    protocol::DocumentFrames frames;
    Child child(program_, Clock::now() + limits_.timePerDocument + startUp);
    child.talk(question.pieces(), [&](Kind kind, std::string&& payload) {
        switch (kind) {
            case Kind::progress: return report(progress, payload);
            case Kind::image: return result.images.push_back(protocol::imageFrom(payload));
            case Kind::attachment: return result.attachments.push_back(protocol::attachmentFrom(payload));
            default: if (!frames.take(kind, payload)) unexpectedFrame();
        }
    });
    if (!frames.isComplete()) throw document::failed(Failure::crashed, document::Format::unknown);
    result.document = std::move(frames).document();
    return result;
}

ReadResult ReaderProcess::read(std::string_view bytes, std::string_view fileName, std::string_view mediaType, const OnProgress& progress,
                               Cores cores) const {
    refuseUnreadable(bytes, fileName, limits_);
    const auto format = document::recogniseFormat(bytes, fileName, mediaType);
    return OfficeConverter::converts(format) ? readConverted(bytes, format, progress) : readAsItIs(bytes, fileName, mediaType, progress, cores);
}

ReadResult ReaderProcess::readConverted(std::string_view bytes, document::Format format, const OnProgress& progress) const {
    auto converted = office_.convert(bytes, format, [&] { if (progress) progress({}); });
    auto result = readAsItIs(converted.pdf, "omgezet.pdf", {}, progress, Cores::one);
    const auto whole = readAsItIs(converted.docx, "omgezet.docx", {}, {}, Cores::one);
    result.document = joinHidden(std::move(result.document), whole.document, bytes);
    result.attachments.insert(result.attachments.end(), whole.attachments.begin(), whole.attachments.end());
    result.readable = std::move(converted.pdf);
    return result;
}

ReadResult ReaderProcess::readAsItIs(std::string_view bytes, std::string_view fileName, std::string_view mediaType, const OnProgress& progress,
                                     Cores cores) const {
    if (cores == Cores::one || !mayHoldManyScans(bytes)) return readTurn(bytes, fileName, mediaType, progress, limits_);
    Limits even = limits_, odd = limits_;
    even.turns = odd.turns = 2;
    odd.turn = 1;
    // The second process has a thread of its own here; only the first one's pages are reported, by the caller's thread.
    std::atomic<bool> stopped = false;
    auto other = std::async(std::launch::async, [&] {
        return readTurn(bytes, fileName, mediaType, [&](const Progress&) { if (stopped) throw std::runtime_error("reader: stopped"); }, odd);
    });
    ReadResult result;
    try {
        result = readTurn(bytes, fileName, mediaType, progress, even);
    } catch (...) {
        stopped = true;
        throw;  // waits for the other, which stops after its page
    }
    return joined(std::move(result), other.get());
}

Rebuilt ReaderProcess::rebuild(std::string_view sourceBytes, const document::Document& document, const std::vector<marks::Mark>& marks,
                               const std::vector<std::string>& labels, std::string_view title, const OnProgress& progress, std::string_view appendix) const {
    refuseUnreadable(sourceBytes, {}, limits_);
    Question question({Command::rebuild, {}, {}, limits_, 0, 0});
    question.addDocument(document);
    question.add(Kind::work, protocol::encode(protocol::RebuildWork{marks, labels, std::string(title), std::string(appendix)}));
    question.addSource(sourceBytes);
    Rebuilt rebuilt;
    Child child(program_, Clock::now() + limits_.timePerDocument + startUp);
    child.talk(question.pieces(), [&](Kind kind, std::string&& payload) {
        if (kind == Kind::progress) return report(progress, payload);
        if (kind == Kind::trace) rebuilt.trace = protocol::traceFrom(payload);
        else if (kind == Kind::pdf) rebuilt.pdf = std::move(payload);
        else unexpectedFrame();
    });
    if (rebuilt.pdf.empty() || rebuilt.trace.size() != document.pages.size()) throw document::failed(Failure::crashed, document::Format::pdf);
    return rebuilt;
}

std::vector<std::string> ReaderProcess::ocr(std::string_view pdf) const {
    refuseUnreadable(pdf, {}, limits_);
    Question question({Command::ocr, {}, {}, limits_, 0, 0});
    question.addSource(pdf);
    std::vector<std::string> pages;
    Child child(program_, Clock::now() + limits_.timePerDocument + startUp);
    child.talk(question.pieces(), [&](Kind kind, std::string&& payload) {
        if (kind == Kind::progress) return;
        if (kind != Kind::pageText) unexpectedFrame();
        pages.push_back(std::move(payload));
    });
    return pages;
}

std::vector<PageImage> ReaderProcess::pictures(std::string_view pdf, std::size_t first, std::size_t count) const {
    refuseUnreadable(pdf, {}, limits_);
    Question question({Command::picture, {}, {}, limits_, first, count});
    question.addSource(pdf);
    std::vector<PageImage> images;
    Child child(program_, Clock::now() + limits_.timePerDocument + startUp);
    child.talk(question.pieces(), [&](Kind kind, std::string&& payload) {
        if (kind != Kind::image) unexpectedFrame();
        images.push_back(protocol::imageFrom(payload));
    });
    return images;
}

void ReaderProcess::smallPictures(std::string_view sourceBytes, const std::vector<double>& pageWidths, std::size_t first, std::size_t count,
                             const std::vector<std::size_t>& rastered, const OnPicture& see) const {
    refuseUnreadable(sourceBytes, {}, limits_);
    Question question({Command::smallPictures, {}, {}, limits_, first, count, pageWidths, rastered});
    question.addSource(sourceBytes);
    Child child(program_, Clock::now() + limits_.timePerDocument + startUp);
    child.talk(question.pieces(), [&](Kind kind, std::string&& payload) {
        if (kind != Kind::picture) unexpectedFrame();
        see(protocol::pictureFrom(payload));
    });
}

Confinement ReaderProcess::probe() const {
    Question question({Command::probe, {}, {}, limits_, 0, 0});
    Confinement confinement;
    Child child(program_, Clock::now() + startUp);
    child.talk(question.pieces(), [&](Kind kind, std::string&& payload) {
        if (kind != Kind::confinement) unexpectedFrame();
        try {
            const auto json = nlohmann::json::parse(payload);
            confinement.holds = json.at("holds").get<std::vector<std::string>>();
            confinement.lacks = json.at("lacks").get<std::vector<std::string>>();
        } catch (const nlohmann::json::exception&) {
            unexpectedFrame();
        }
    });
    return confinement;
}

}  // namespace redaction::reader
