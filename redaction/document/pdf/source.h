// An opened PDF and its pages, as MuPDF sees them.
#pragma once

#include <string_view>

#include "redaction/document/page_builder.h"
#include "redaction/document/pdf/mupdf.h"
#include "redaction/document/reading.h"

namespace redaction::document::pdf {

class Source {
  public:
    // bytes must outlive the source. Throws ReadError: notThisFormat, truncated, encrypted, tooManyPages, memoryLimit.
    Source(std::string_view bytes, std::size_t maxPages);

    fz_context* context() const { return handles_.context; }
    pdf_document* document() const { return handles_.document; }
    int pageCount() const { return pageCount_; }
    bool wasRepaired() const;
    int pictureWarnings() const;  // so far: what MuPDF says of pictures it could not draw whole
    int unreadObjects() const;    // so far: parts of the file it gave up on; it goes on as if they were empty

  private:
    void open(std::string_view bytes);
    void findPages();

    struct Handles {
        fz_context* context = nullptr;
        pdf_document* document = nullptr;
        bool knowsPages = false;
        struct Warnings {
            int pictures = 0, objects = 0;
        } warnings;
        Handles() = default;
        Handles(const Handles&) = delete;
        Handles& operator=(const Handles&) = delete;
        ~Handles();
    };
    Handles handles_;
    int pageCount_ = 0;
};

// Everything a page draws (contents, form values, annotations), recorded once to be looked at several times.
struct DrawnPage {
    PageHandle page;
    DisplayList list;
    Box box;         // 0, 0, width, height in points, rotation applied
    int errors = 0;  // what MuPDF could not draw
};
// How a page is played to what records it. Throws MuPDF's own errors.
using PlayPage = void (*)(const Source& source, fz_page* page, fz_device* recorder, fz_matrix matrix, fz_cookie* cookie);
void playWhole(const Source& source, fz_page* page, fz_device* recorder, fz_matrix matrix, fz_cookie* cookie);
DrawnPage drawPage(const Source& source, int number, PlayPage play = playWhole);  // throws MupdfError

enum class Drawing { all, withoutText };
enum class Colours { grey, rgb };
// White paper. The resolution is lowered where the page would exceed maxPixels.
struct Rendering {
    Pixmap pixmap;
    double pixelsPerPoint = 1;
};
Rendering render(const Source& source, const DrawnPage& page, double dpi, Drawing drawing, Colours colours);

}  // namespace redaction::document::pdf
