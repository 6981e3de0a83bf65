// Builds a new PDF of a paged document from what may be seen. Runs inside the reader program's confinement: opens no
// file, starts nothing, needs no fontconfig. It draws what is allowed and knows no way to copy anything else.
#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/rebuild_trace.h"
#include "redaction/document/document.h"
#include "redaction/marks/marks.h"

namespace redaction::apply {

// The source could not be rebuilt (not a PDF or picture, wrong number of pages, out of memory). Never holds text of it.
class RebuildError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// sourceBytes: a PDF, or a picture (PNG, JPEG, TIFF) whose document has one page per picture page. A page whose words
// do not fit the document, or that uses an operation the filter does not draw, is rastered with its marks blanked.
// labels: one per mark, UTF-8; written on the mark. progress: pages done, pages in all; may be empty. appendix: bytes of a
// finished PDF to come behind the pages; may be empty.
// Throws RebuildError.
struct RebuiltPdf {
    std::string bytes;   // of a finished PDF without any metadata of the source
    RebuildTrace trace;  // one per page of the document
};
RebuiltPdf rebuildPdf(std::string_view sourceBytes, const document::Document& document,
                      const std::vector<marks::Mark>& marks, const std::vector<std::string>& labels,
                      std::string_view title, const std::function<void(std::size_t, std::size_t)>& progress, std::string appendix = {});

// The same in two steps, for who lets go of the source and its document in between: both steps need memory.
struct DrawnPages {
    std::string bytes;  // of a PDF that nobody may have yet: cairo says in it who made it and when
    Finish finish;
    RebuildTrace trace;
};
DrawnPages drawPages(std::string_view sourceBytes, const document::Document& document, const std::vector<marks::Mark>& marks,
                     const std::vector<std::string>& labels, std::string_view title, const std::function<void(std::size_t, std::size_t)>& progress);
RebuiltPdf finishPages(DrawnPages pages, std::string appendix);

}  // namespace redaction::apply
