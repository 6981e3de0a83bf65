#include "tests/fuzz/targets.h"

#include <algorithm>
#include <new>
#include <stdexcept>

#include "redaction/apply/rebuild/rebuild.h"
#include "redaction/document/plain_text.h"
#include "redaction/document/readers.h"
#include "redaction/policy/proposal.h"
#include "redaction/policy/rules.h"
#include "redaction/reader/document_frames.h"
#include "redaction/household/correction.h"
#include "redaction/reader/protocol.h"
#include "service/casework/archive.h"
#include "service/web/http/request.h"

namespace fuzz {
namespace {

using namespace redaction;
using document::Format;

class Dropped : public document::Finds {
  public:
    void image(document::PageImage&&) override {}
    void attachment(document::Attachment&&) override {}
    void progress(std::size_t, std::size_t) override {}
};

// What is read must be a document: the check of positions is the one the service makes.
void readAs(Format format, std::string_view bytes) {
    static const bool prepared = (document::prepareReaders(), true);
    document::Limits limits;
    limits.maxPages = 20;
    limits.maxExpandedBytes = 16u << 20;
    document::ocr::Recogniser blind({});  // OCR has its own tests; it would be all the time there is
    Dropped finds;
    document::Document read;
    try {
        if (prepared) read = document::readDocument(format, bytes, limits, blind, finds);
    } catch (const document::ReadError&) {
        return;
    } catch (const std::bad_alloc&) {
        return;
    }
    document::documentFromJson(document::toJson(read));
}

template <Format format>
void read(std::string_view bytes) {
    readAs(format, bytes);
}

template <typename Parse>
void parse(Parse work) {
    try {
        work();
    } catch (const std::runtime_error&) {  // the only way these may refuse
    }
}

void documentJson(std::string_view bytes) {
    parse([&] { document::documentFromJson(bytes); });
}

// Every payload the service takes from a reader.
void answers(std::string_view bytes) {
    parse([&] { reader::protocol::imageFrom(bytes); });
    parse([&] {
        if (const auto picture = reader::protocol::pictureFrom(bytes); picture.grey.size() != std::size_t(picture.width) * std::size_t(picture.height))
            throw std::logic_error("a picture with other pixels than it says");
    });
    parse([&] { reader::protocol::traceFrom(bytes); });
    parse([&] { reader::protocol::attachmentFrom(bytes); });
    parse([&] { reader::protocol::progressFrom(bytes); });
    parse([&] { reader::protocol::failedFrom(bytes); });
    parse([&] { reader::protocol::workFrom(bytes); });
    parse([&] { reader::protocol::requestFrom(bytes); });
}

// Frames of a document behind each other, as they come from a reader. What is put together is a document that can be sent on.
void documentFrames(std::string_view bytes) {
    parse([&] {
        reader::protocol::DocumentFrames frames;
        while (bytes.size() >= reader::protocol::frameHeaderBytes) {
            unsigned char header[reader::protocol::frameHeaderBytes];
            std::copy_n(bytes.begin(), sizeof header, header);
            const auto start = reader::protocol::parseFrameHeader(header);
            bytes.remove_prefix(sizeof header);
            const auto payload = bytes.substr(0, start.length);
            bytes.remove_prefix(payload.size());
            frames.take(start.kind, payload);
        }
        if (frames.isComplete()) document::documentFromJson(document::toJson(std::move(frames).document()));
    });
}

// Reads a PDF, withholds every third word and builds the rest anew.
void rebuild(std::string_view bytes) {
    static const bool prepared = (document::prepareReaders(), true);
    document::Limits limits;
    limits.maxPages = 5;
    document::ocr::Recogniser blind({});
    Dropped finds;
    try {
        if (!prepared) return;
        const auto read = document::readDocument(Format::pdf, bytes, limits, blind, finds);
        std::vector<marks::Mark> marks;
        for (const auto& page : read.pages)
            for (std::size_t at = 0; at < page.words.size(); at += 3)
                marks.push_back({page.words[at].start, page.words[at].end, "third-party", std::nullopt, std::nullopt, {}});
        apply::rebuildPdf(bytes, read, marks, std::vector<std::string>(marks.size(), "[naam]"), "Proef", {});
    } catch (const std::runtime_error&) {  // refused
    } catch (const std::bad_alloc&) {
    }
}

// A case, a request and a text, apart by a line of three dashes: proposals, or a refusal of the case or the request.
// Every proposal lies inside the text.
void propose(std::string_view bytes) {
    static const auto rules = policy::RuleSet::load(std::string(LAKWERK_SOURCE_DIR) + "/templates/rules");
    constexpr std::string_view kApart = "\n---\n";
    const auto first = bytes.find(kApart), second = first == bytes.npos ? first : bytes.find(kApart, first + 1);
    if (second == bytes.npos) return;
    parse([&] {
        const auto household = household::parseCase(bytes.substr(0, first));
        const auto request = household::parseRequest(bytes.substr(first + kApart.size(), second - std::min(second, first + kApart.size())));
        const auto document = document::readPlainText(std::string(bytes.substr(second + kApart.size())));
        const auto day = household.referenceDate.value_or(household::Date{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{2}});
        for (const auto& p : policy::propose(household, request, {{"stuk.txt", "vt", &document}}, rules, day))
            if (p.start >= p.end || p.end > document.text.size()) throw std::logic_error("een voorstel buiten de tekst");
    });
}

void corrections(std::string_view bytes) {
    parse([&] { household::parseCorrections(bytes); });
}

// A package that somebody holds against what was released. What is read is made again to the same files.
void ownZip(std::string_view bytes) {
    parse([&] {
        namespace casework = service::casework;
        const auto entries = casework::readOwnZip(bytes);
        const auto again = casework::readOwnZip(casework::makeZip(entries));
        if (!std::equal(entries.begin(), entries.end(), again.begin(), again.end(), [](const auto& a, const auto& b) { return a.name == b.name && a.bytes == b.bytes; }))
            throw std::logic_error("a package that changes by packing it again");
    });
}

namespace http = service::web::http;

// A Content-Type, an empty line, and the body that a browser sends with it. What comes out of it is in it, and is text.
void multipart(std::string_view bytes) {
    constexpr std::string_view apart = "\n\n";
    const auto at = bytes.find(apart);
    if (at == bytes.npos) return;
    const auto parts = http::parseMultipart(bytes.substr(0, at), bytes.substr(at + apart.size()));
    if (!parts) return;
    std::size_t taken = 0;
    for (const auto& file : parts->files) taken += file.bytes.size();
    for (const auto& [name, value] : parts->fields) {
        taken += value.size();
        if (!http::isUtf8(name) || !http::isUtf8(value)) throw std::logic_error("a field that is no text");
    }
    if (taken > bytes.size()) throw std::logic_error("more came out than went in");
}

// A form, and the part of an address behind the question mark. Written again, it says the same.
void fields(std::string_view bytes) {
    http::decodePath(bytes);
    const auto read = http::parseFields(bytes);
    if (!read) return;
    std::string again;
    for (const auto& [name, value] : *read) again += (again.empty() ? "" : "&") + http::encodeField(name) + "=" + http::encodeField(value);
    if (!read->empty() && http::parseFields(again) != read) throw std::logic_error("fields that change by writing them again");
}

void requestHead(std::string_view bytes) {
    http::Refusal refusal;
    const auto head = http::HeadParser::parse(bytes, refusal);
    if (!head) return;
    if (head->request.path.empty() || head->request.path.front() != '/' || head->request.path.find("/../") != std::string::npos) throw std::logic_error("a path that leads elsewhere");
}

void recognise(std::string_view bytes) { document::recogniseFormat(bytes, {}, {}); }

}  // namespace

const std::vector<Target>& targets() {
    static const std::vector<Target> all{
        {"pdf", read<Format::pdf>},   {"png", read<Format::png>},   {"jpeg", read<Format::jpeg>}, {"tiff", read<Format::tiff>},
        {"docx", read<Format::docx>}, {"mail", read<Format::mail>}, {"html", read<Format::html>}, {"text", read<Format::text>},
        {"odt", read<Format::odt>},   {"ods", read<Format::ods>},   {"xlsx", read<Format::xlsx>}, {"msg", read<Format::msg>},
        {"zip", read<Format::zip>},   {"rebuild", rebuild},
        {"format", recognise},        {"json", documentJson},       {"answers", answers}, {"frames", documentFrames}, {"propose", propose},
        {"corrections", corrections}, {"ownzip", ownZip},           {"multipart", multipart},     {"fields", fields}, {"head", requestHead},
    };
    return all;
}

}  // namespace fuzz
