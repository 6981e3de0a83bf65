// What reading a document means, whoever does it: the limits, the reasons it can fail, and what comes out beside the
// document itself.
#pragma once

#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace redaction::document {

// Why a document could not be opened. One short closed list; the Dutch sentence is in `explanation`.
enum class Failure { empty, notThisFormat, truncated, encrypted, tooLarge, tooManyPages, timeLimit, memoryLimit, crashed, unsupported };

// How a file says what it is, found from its bytes.
// zip: a bundle of files; each is a document of its own. Order matters: the number travels between two programs.
enum class Format { unknown, text, pdf, png, jpeg, tiff, docx, mail, html, zip, odt, ods, xlsx, msg, doc, rtf };
inline constexpr Format lastFormat = Format::rtf;

class ReadError : public std::runtime_error {
  public:
    ReadError(Failure failure, const std::string& explanation) : std::runtime_error(explanation), failure_(failure) {}
    Failure failure() const { return failure_; }

  private:
    Failure failure_;
};

struct Limits {
    std::size_t maxDocumentBytes = 100u << 20;
    std::size_t maxPages = 2000;
    std::size_t maxMemoryBytes = 1500u << 20;
    std::size_t maxExpandedBytes = 400u << 20;  // of a zipped format
    std::chrono::seconds timePerDocument{600};
    std::size_t turn = 0, turns = 1;  // of a PDF or TIFF only the pages turn, turn + turns, … are read (0-based)
};

struct PageImage {
    std::size_t page = 0;  // 0-based
    std::string png;       // bytes
    int width = 0, height = 0;  // pixels
};

struct Attachment {
    std::string name, mediaType, bytes;  // of a mail or a bundle: a fragment of its own
};

struct Page;

// Receives what a reader finds beside the document, as soon as it has it.
class Finds {
  public:
    virtual ~Finds() = default;
    virtual void image(PageImage&& image) = 0;
    virtual void attachment(Attachment&& attachment) = 0;
    virtual void progress(std::size_t pagesDone, std::size_t pagesTotal) = 0;
    // A page of the document, when its words are read: they may be taken out of it. Pages come in order.
    virtual void page(Page& page) { (void)page; }
};

// The sentence a case worker reads. Dutch, without a word from the document.
std::string explain(Failure failure, Format format);
ReadError failed(Failure failure, Format format);

std::string nameOf(Format format);  // "pdf", "docx", … for programs; the same for ever

// Looks at the first bytes; the name and media type only decide between formats that look alike.
Format recogniseFormat(std::string_view bytes, std::string_view fileName, std::string_view mediaType);

}  // namespace redaction::document
