#include "redaction/apply/rebuild/rebuild.h"

#include <cairo-pdf.h>

#include <memory>

#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/rebuild/page_writer.h"
#include "redaction/apply/rebuild/scans.h"

namespace redaction::apply {

namespace {

using namespace rebuild;

cairo_status_t append(void* sink, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(sink)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

// The new document while it is being written.
class NewPdf {
  public:
    NewPdf()
        : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, 595, 842)), target_(cairo_create(surface_)) {
        cairo_pdf_surface_restrict_to_version(surface_, CAIRO_PDF_VERSION_1_5);
        auto* options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        cairo_set_font_options(target_, options);
        cairo_font_options_destroy(options);
    }
    ~NewPdf() {
        cairo_destroy(target_);
        cairo_surface_destroy(surface_);
    }
    NewPdf(const NewPdf&) = delete;
    NewPdf& operator=(const NewPdf&) = delete;

    cairo_t* target() const { return target_; }
    void startPage(const document::Page& page) {
        cairo_pdf_surface_set_size(surface_, page.width, page.height);
        cairo_save(target_);
        // White paper under everything: cairo keeps account of where each operation draws, and that of one whole page is
        // kept many times as fast as that of a thousand words.
        cairo_set_source_rgb(target_, 1, 1, 1);
        cairo_rectangle(target_, 0, 0, page.width, page.height);
        cairo_fill(target_);
    }
    void endPage() {
        cairo_restore(target_);
        cairo_show_page(target_);
    }
    std::string finish() {
        cairo_surface_finish(surface_);
        if (cairo_status(target_) != CAIRO_STATUS_SUCCESS || cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS)
            throw RebuildError("De nieuwe PDF liet zich niet schrijven.");
        return std::move(bytes_);
    }

  private:
    std::string bytes_;
    cairo_surface_t* surface_;
    cairo_t* target_;
};

using Progress = std::function<void(std::size_t, std::size_t)>;

void tell(const Progress& progress, std::size_t done, std::size_t all) {
    if (progress) progress(done, all);
}

void writePdfPages(const Job& job, const document::pdf::Source& source, Fonts& fonts, NewPdf& made, RebuildTrace& trace, const Progress& progress) {
    const auto& pages = job.document.pages;
    if (static_cast<std::size_t>(source.pageCount()) != pages.size())
        throw RebuildError("Het bronbestand heeft een ander aantal bladzijden dan gelezen is.");
    PageWriter writer(job, source.context(), made.target(), fonts);
    for (std::size_t number = 0; number < pages.size(); ++number) {
        made.startPage(pages[number]);
        try {
            trace.push_back(writer.write(source, number));
        } catch (const document::pdf::MupdfError& failure) {
            if (failure.outOfMemory()) throw;
            trace.push_back(writer.writeUnreadable(number));
        }
        trace.back().outPage = number;
        made.endPage();
        tell(progress, number + 1, pages.size());
    }
}

struct ContextRelease {
    void operator()(fz_context* context) const { fz_drop_context(context); }
};

void writeScans(const Job& job, std::string_view bytes, fz_context* context, Fonts& fonts, NewPdf& made, RebuildTrace& trace, const Progress& progress) {
    const auto& pages = job.document.pages;
    std::vector<double> widths;
    for (const auto& page : pages) widths.push_back(page.width);
    auto pictures = readScans(bytes, widths, rasterDpi);
    PageWriter writer(job, context, made.target(), fonts);
    for (std::size_t number = 0; number < pages.size(); ++number) {
        made.startPage(pages[number]);
        trace.push_back(writer.write(std::move(pictures[number]), number));
        trace.back().outPage = number;
        made.endPage();
        tell(progress, number + 1, pages.size());
    }
}

std::string buildFromPdf(const Job& job, std::string_view bytes, RebuildTrace& trace, const Progress& progress) {
    const document::pdf::Source source(bytes, job.document.pages.size());
    Fonts fonts(source.context());
    NewPdf made;
    writePdfPages(job, source, fonts, made, trace, progress);
    return made.finish();
}

std::string buildFromScans(const Job& job, std::string_view bytes, RebuildTrace& trace, const Progress& progress) {
    const std::unique_ptr<fz_context, ContextRelease> context(fz_new_context(nullptr, nullptr, FZ_STORE_DEFAULT));
    if (!context) throw std::bad_alloc();
    Fonts fonts(context.get());
    NewPdf made;
    writeScans(job, bytes, context.get(), fonts, made, trace, progress);
    return made.finish();
}

}  // namespace

RebuiltPdf rebuildPdf(std::string_view sourceBytes, const document::Document& document,
                      const std::vector<marks::Mark>& marks, const std::vector<std::string>& labels,
                      std::string_view title, const Progress& progress) {
    if (document.pages.empty()) throw RebuildError("Er zijn geen bladzijden om te bouwen.");
    const Job job{document, marks, labels};
    RebuiltPdf rebuilt;
    const auto made = isPdf(sourceBytes) ? buildFromPdf(job, sourceBytes, rebuilt.trace, progress)
                                         : buildFromScans(job, sourceBytes, rebuilt.trace, progress);
    rebuilt.bytes = finishPdf(made, {std::string(title), "nl"});
    return rebuilt;
}

}  // namespace redaction::apply
