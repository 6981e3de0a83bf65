// Runs the unprivileged reader program (lakwerk-reader) on one document: the only way bytes from outside are opened.
// A fresh process per call, confined by rlimits, seccomp, Landlock and namespaces as far as the kernel has them.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/apply/rebuild_trace.h"
#include "redaction/document/document.h"
#include "redaction/document/reading.h"
#include "redaction/marks/marks.h"
#include "redaction/reader/office_converter.h"
#include "redaction/reader/protocol.h"

namespace redaction::reader {

using document::Attachment;
using document::Failure;
using document::Limits;
using document::PageImage;
using document::ReadError;

struct ReadResult {
    document::Document document;
    std::vector<PageImage> images;  // of pages that had to be drawn to be read, about 110 dpi, for the screen; others: pictures()
    std::vector<Attachment> attachments;
    std::string readable;  // the PDF it was converted to and read from; rebuild takes these bytes. Empty: read as it is
};

// pdf: bytes of the finished PDF. trace: one per page of the document.
struct Rebuilt {
    std::string pdf;
    apply::RebuildTrace trace;
};

struct Progress {
    std::size_t pagesDone = 0, pagesTotal = 0;
};
enum class Cores { one, two };  // two: for a scan of many pages a second process reads every other page
using OnProgress = std::function<void(const Progress&)>;

// What the confinement of this machine's kernel holds, for the log at start: "seccomp", "landlock 4", "user namespace" …
struct Confinement {
    std::vector<std::string> holds, lacks;
};

class ReaderProcess {
  public:
    explicit ReaderProcess(std::filesystem::path program, Limits limits = {}, OfficeConverter office = OfficeConverter());

    // fileName and mediaType are hints; the bytes decide. Throws ReadError.
    ReadResult read(std::string_view bytes, std::string_view fileName, std::string_view mediaType = {},
                    const OnProgress& progress = {}, Cores cores = Cores::one) const;

    // Builds a new PDF of a paged document from what may be seen: everything outside the marks. The source is opened
    // again in a fresh reader; hidden text (Word::visible == false) never passes. Used by redaction/apply only.
    // labels: per mark, the words on it. appendix: bytes of a finished PDF to come behind the pages. Throws ReadError.
    Rebuilt rebuild(std::string_view sourceBytes, const document::Document& document,
                    const std::vector<marks::Mark>& marks, const std::vector<std::string>& labels,
                    std::string_view title, const OnProgress& progress = {}, std::string_view appendix = {}) const;

    // Renders a finished PDF and reads its pages by OCR (Dutch): what an eye would see. UTF-8 per page.
    std::vector<std::string> ocr(std::string_view pdf) const;

    // For the screen, about 110 dpi: `count` pages of a PDF from `first` on, 0-based; fewer where it ends. Throws ReadError.
    std::vector<PageImage> pictures(std::string_view pdf, std::size_t first, std::size_t count) const;

    // Small pictures of pages first … first + count of a source, to compare with what was made of it. pageWidths: of all
    // its pages, as they were read. rastered: those it shows as pictures are drawn as those were. Throws ReadError.
    using OnPicture = std::function<void(protocol::PagePicture&&)>;
    void smallPictures(std::string_view sourceBytes, const std::vector<double>& pageWidths, std::size_t first, std::size_t count,
                       const std::vector<std::size_t>& rastered, const OnPicture& see) const;

    Confinement probe() const;

  private:
    ReadResult readAsItIs(std::string_view bytes, std::string_view fileName, std::string_view mediaType, const OnProgress& progress, Cores cores) const;
    ReadResult readConverted(std::string_view bytes, document::Format format, const OnProgress& progress) const;
    ReadResult readTurn(std::string_view bytes, std::string_view fileName, std::string_view mediaType, const OnProgress& progress, const Limits& limits) const;

    std::filesystem::path program_;
    Limits limits_;
    OfficeConverter office_;
};

}  // namespace redaction::reader
