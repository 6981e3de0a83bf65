// How the service and the reader program talk over two pipes: frames of a kind, a length and bytes. Bounded on both
// sides; the service trusts nothing that comes back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/apply/rebuild_trace.h"
#include "redaction/document/reading.h"
#include "redaction/marks/marks.h"

namespace redaction::reader::protocol {

constexpr std::size_t frameHeaderBytes = 5;  // kind, length (little endian)
constexpr std::uint32_t maxFrameBytes = 256u << 20;
constexpr std::size_t maxAnswerBytes = std::size_t{2} << 30;

// To the reader: request, then for rebuild the document (document_frames.h) and its work, then source. From the reader:
// finds, and one last frame, which is finished or failed.
enum class Kind : unsigned char { request = 'Q', work = 'W', source = 'S', progress = 'P', image = 'I', attachment = 'A', words = 'O', document = 'D', pageText = 'T', pdf = 'R', trace = 'B', picture = 'G', confinement = 'C', finished = 'F', failed = 'E' };

enum class Command { read, ocr, rebuild, probe, picture, smallPictures };

struct Request {
    Command command = Command::read;
    std::string fileName, mediaType;
    document::Limits limits;
    std::size_t firstPage = 0, pageCount = 0;  // of picture, smallPictures
    std::vector<double> pageWidths = {};       // of smallPictures: of all pages, in points, as they were read
    std::vector<std::size_t> rastered = {};    // of smallPictures: pages that were rebuilt as pictures
};

// A page of the source as an eye sees it, small: a pixel for each point, fewer for large pages.
struct PagePicture {
    std::size_t page = 0;  // 0-based
    int width = 0, height = 0;
    std::string grey;  // a byte for each pixel, 0 black, rows without gaps
};

// What rebuild needs beside the source and the document.
struct RebuildWork {
    std::vector<marks::Mark> marks;
    std::vector<std::string> labels;
    std::string title;
    std::string appendix = {};  // bytes of a finished PDF, behind the pages
};

struct FailedAnswer {
    document::Failure failure = document::Failure::crashed;
    document::Format format = document::Format::unknown;
};

std::string frameHeader(Kind kind, std::size_t length);  // throws std::length_error
struct FrameStart {
    Kind kind = Kind::failed;
    std::size_t length = 0;
};
FrameStart parseFrameHeader(const unsigned char (&bytes)[frameHeaderBytes]);  // throws std::runtime_error beyond the bounds

// Payloads. The …From functions throw std::runtime_error on anything unexpected.
std::string encode(const Request& request);
Request requestFrom(std::string_view payload);
std::string encode(const RebuildWork& work);
RebuildWork workFrom(std::string_view payload);
std::string encode(const document::PageImage& image);
document::PageImage imageFrom(std::string_view payload);
std::string encode(const PagePicture& picture);
PagePicture pictureFrom(std::string_view payload);
std::string encode(const document::Attachment& attachment);
document::Attachment attachmentFrom(std::string_view payload);
std::string encode(const apply::RebuildTrace& trace);
apply::RebuildTrace traceFrom(std::string_view payload);
std::string encodeProgress(std::size_t done, std::size_t total);
std::pair<std::size_t, std::size_t> progressFrom(std::string_view payload);
std::string encode(const FailedAnswer& failed);
FailedAnswer failedFrom(std::string_view payload);

}  // namespace redaction::reader::protocol
