// A new document built from what may be seen. Only this folder can make one; a release accepts nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/document/document.h"
#include "redaction/marks/marks.h"
#include "redaction/policy/rules.h"
#include "redaction/reader/reader_process.h"

namespace redaction::apply {

class RedactedDocument {
  public:
    const std::string& pdf() const { return pdf_; }                      // bytes
    const std::vector<std::string>& withheld() const { return withheld_; }  // what must not be found in the release
    std::size_t pages() const { return pages_; }
    std::size_t markCount() const { return markCount_; }

  private:
    friend class Writer;
    RedactedDocument() = default;
    std::string pdf_;
    std::vector<std::string> withheld_;
    std::size_t pages_ = 0, markCount_ = 0;
};

// Builds released documents: paged ones through the reader program (MuPDF → filter → cairo → libqpdf), flowing ones by
// typesetting anew. Ends each document with the grounds used, explained once.
class Writer {
  public:
    Writer(const reader::ReaderProcess& reader, const policy::RuleSet& rules) : reader_(reader), rules_(rules) {}

    // sourceBytes: needed for paged documents only. Throws marks::StillOpen, reader::ReadError.
    RedactedDocument build(std::string_view sourceBytes, const document::Document& document,
                           const std::vector<marks::Decided>& decided, std::string_view title,
                           const reader::OnProgress& progress = {}) const;

  private:
    const reader::ReaderProcess& reader_;
    const policy::RuleSet& rules_;
};

// Looks for every withheld string in finished files with other programs than wrote them: pdftotext, mutool, qpdf --qdf,
// and OCR of the rendered pages; also metadata, attachments, file names. Closed on doubt: a program that fails is a hit.
struct Hit {
    std::string file, where;  // "inventaris.pdf", "tekst (pdftotext), pagina 3"
    std::size_t withheldIndex = 0;
};
struct VerificationReport {
    std::vector<Hit> hits;
    std::vector<std::string> programs;  // what looked
    std::size_t stringsSearched = 0, filesSearched = 0;
    bool passed() const { return hits.empty() && filesSearched > 0; }
};
struct FinishedFile {
    std::string name, bytes;
};
VerificationReport verify(const std::vector<FinishedFile>& files, const std::vector<std::string>& withheld,
                          const reader::ReaderProcess& reader);

}  // namespace redaction::apply
