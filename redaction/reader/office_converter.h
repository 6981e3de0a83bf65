// Turns documents that only LibreOffice can open (DOC, RTF) into a PDF to read and rebuild, and into a Word file that
// shows what hides in them (comments, tracked changes, hidden text). LibreOffice runs in a room of its own (bubblewrap):
// no network, no files but the programs and fonts of this machine, a home in memory that is gone afterwards, bounds on
// time, memory and output. Macros, links to other files and what the document wants to fetch are off besides.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "redaction/document/reading.h"

namespace redaction::reader {

struct OfficeBounds {
    std::chrono::seconds time{90};                // for both conversions together
    std::size_t memoryBytes = std::size_t{4} << 30;  // of addresses, per process; it uses a tenth
    std::size_t outputBytes = 200u << 20;         // of each result, and of its home
};

// Where the programs lie. None of them there: nothing is converted.
struct OfficePrograms {
    std::filesystem::path room = "/usr/bin/bwrap", office = "/usr/bin/soffice";
};

struct ConvertedOffice {
    std::string pdf, docx;
};

class OfficeConverter {
  public:
    explicit OfficeConverter(OfficeBounds bounds = {}, OfficePrograms programs = {}) : bounds_(bounds), programs_(std::move(programs)) {}

    static bool converts(document::Format format);

    // whileWaiting: about every second; may throw, which ends LibreOffice and all it started. Throws ReadError.
    ConvertedOffice convert(std::string_view bytes, document::Format format, const std::function<void()>& whileWaiting = {}) const;

  private:
    OfficeBounds bounds_;
    OfficePrograms programs_;
};

}  // namespace redaction::reader
