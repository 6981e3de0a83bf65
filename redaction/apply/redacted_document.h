// A new document built from what may be seen. Only this folder can make one; a release accepts nothing else.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/apply/rebuild_trace.h"
#include "redaction/document/document.h"
#include "redaction/marks/marks.h"
#include "redaction/policy/rules.h"
#include "redaction/reader/reader_process.h"

namespace redaction::apply {

class RedactedDocument {
  public:
    const std::string& pdf() const { return pdf_; }                      // bytes
    const std::vector<std::string>& withheld() const { return withheld_; }  // what must not be found in the release
    const std::vector<std::string>& unsearched() const { return unsearched_; }  // hidden, but too short to be looked for
    const std::string& released() const { return released_; }            // UTF-8: all the text that may be seen in it
    const RebuildTrace& trace() const { return trace_; }                 // paged documents: one per page of the source
    std::size_t pages() const { return pages_; }
    std::size_t markCount() const { return markCount_; }

  private:
    friend class Writer;
    RedactedDocument() = default;
    std::string pdf_;
    std::vector<std::string> withheld_, unsearched_;
    std::string released_;
    RebuildTrace trace_;
    std::size_t pages_ = 0, markCount_ = 0;
};

// Builds released documents: paged ones through the reader program (MuPDF → filter → cairo → libqpdf), flowing ones by
// typesetting anew. Ends each document with the grounds used, explained once.
class Writer {
  public:
    Writer(const reader::ReaderProcess& reader, const policy::RuleSet& rules) : reader_(reader), rules_(rules) {}

    // sourceBytes: needed for paged documents only. names: stretches that tell by themselves who is meant; hidden ones are
    // searched in the release also where everything around them is hidden. Throws marks::StillOpen, reader::ReadError.
    RedactedDocument build(std::string_view sourceBytes, const document::Document& document,
                           const std::vector<marks::Decided>& decided, std::string_view title,
                           const reader::OnProgress& progress = {}, const std::vector<marks::Span>& names = {}) const;

  private:
    const reader::ReaderProcess& reader_;
    const policy::RuleSet& rules_;
};

// The strings that must stand in no file of a package: what any of its documents withholds and none of them releases.
// Only strings that tell somebody apart: with a capital or a digit, or of four words and more. An ordinary word from a
// short mark ("school") stands in letters too; it is searched in its own document only.
// (A name a human released in one document and hid in another is still searched in the other: FinishedFile::withheld.)
// What the package says by design is no leak either: strings that stand in it, and strings of which at most one ordinary word
// is left once the words of its names are taken out: in a list "van" may come to stand before "Stichting Voorbeeld".
struct OwnWords {
    std::string names;  // UTF-8; of partners, region, addressee, with their addresses; a line each
    std::string text;   // UTF-8; all that letters say besides
};
std::vector<std::string> withheldEverywhere(const std::vector<const RedactedDocument*>& documents, const OwnWords& own = {});

// Looks for every withheld string in finished files with other programs than wrote them: pdftotext, mutool, qpdf --qdf,
// pdfinfo, pdfdetach, exiftool, pdfimages, and OCR of the rendered pages: of all that hold pictures or shapes, and of a
// sample of the others that nobody can foretell. Also in file names, backwards, and in what digits, Base64 or escapes
// stand for. Closed on doubt: a program that fails is a hit.
//
// What counts as found: marks::FoldedText (case, accents, white space, hyphens and characters OCR confuses are equal).
// Strings of fewer than 3 folded letters and digits are not searched, they stand in every text; up to 8 they count only
// where they begin and end with a word. Words that also stand in the released text are left out by withheldStrings and
// withheldEverywhere, not here. In streams that are no text (fonts, pixels) only strings of 8 and more are searched,
// byte for byte; what pixels show is read by OCR.
struct Hit {
    std::string file, where;  // "inventaris.pdf", "tekst (pdftotext), pagina 3"
    std::size_t withheldIndex = 0;  // in `withheld`, then in the file's own list; noString: a program failed
    static constexpr std::size_t noString = static_cast<std::size_t>(-1);
    std::optional<std::size_t> differingPage = {};  // 0-based, of the source, that does not look like what was made of it
};
// What OCR looked at in a file.
struct SeenPages {
    std::string file;
    std::vector<std::size_t> pages;  // 0-based
};
struct VerificationReport {
    std::vector<Hit> hits;
    std::vector<std::string> programs;  // what looked
    std::size_t stringsSearched = 0, filesSearched = 0;
    std::size_t stringsTooShort = 0;  // different ones that were not searched: somebody must look for them
    std::size_t pages = 0, pagesSeen = 0;  // of the PDFs; by OCR
    std::size_t pagesCompared = 0;         // with their source
    std::vector<SeenPages> seen;
    std::uint64_t seed = 0;  // by which the sample was chosen
    bool passed() const { return hits.empty() && filesSearched > 0; }
    std::set<std::size_t> differingPages(const std::string& file) const;  // of its source
};
// What a file was built from, for the comparison of both. Flowing documents have none: they are set anew.
struct Origin {
    std::function<std::string()> source;  // its bytes; may be asked from any thread
    std::vector<double> pageWidths;       // points
    RebuildTrace trace;
};
struct FinishedFile {
    std::string name, bytes;
    std::vector<std::string> withheld = {};  // must not be in this file, besides what must be in none
    std::optional<Origin> origin = {};       // its pages show what the source shows outside what the trace says, and no more
    std::vector<std::string> unsearched = {};  // hidden in it, but too short to be searched: only counted
};
std::uint64_t unpredictableSeed();
// The document with these pages as pictures: what the filter does not draw like the source is shown as it is, with the
// marks blanked and the allowed words behind it.
document::Document withPictures(document::Document document, const std::set<std::size_t>& pages);

VerificationReport verify(const std::vector<FinishedFile>& files, const std::vector<std::string>& withheld,
                          const reader::ReaderProcess& reader, std::uint64_t seed = unpredictableSeed());

}  // namespace redaction::apply
