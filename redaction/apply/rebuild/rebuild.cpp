#include "redaction/apply/rebuild/rebuild.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "redaction/apply/rebuild/page_writer.h"
#include "redaction/apply/rebuild/scans.h"
#include "redaction/apply/rebuild/withheld_pages.h"
#include "redaction/document/text_language.h"

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
    void startPage(double width, double height) {
        cairo_pdf_surface_set_size(surface_, width, height);
        cairo_save(target_);
        // White paper under everything: cairo keeps account of where each operation draws, and that of one whole page is
        // kept many times as fast as that of a thousand words.
        cairo_set_source_rgb(target_, 1, 1, 1);
        cairo_rectangle(target_, 0, 0, width, height);
        cairo_fill(target_);
    }
    void labelPage(const std::string& label) { cairo_pdf_surface_set_page_label(surface_, label.c_str()); }
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

// Puts the pages behind each other. Where some are left out, the others keep the number they had as their label.
class Sequence {
  public:
    Sequence(const Job& job, fz_context* context, Fonts& fonts, NewPdf& made, RebuildTrace& trace, const Progress& progress)
        : job_(job), context_(context), fonts_(fonts), made_(made), trace_(trace), progress_(progress), withheld_(findWithheldPages(job)),
          labelled_(std::any_of(withheld_.begin(), withheld_.end(), [](const auto& page) { return page.has_value(); })) {}

    bool isWithheld(std::size_t number) const { return withheld_[number].has_value(); }

    template <typename Write>
    void show(std::size_t number, Write&& write) {
        closeSheet();
        made_.startPage(job_.document.pages[number].width, job_.document.pages[number].height);
        if (labelled_) made_.labelPage(std::to_string(number + 1));
        trace_.push_back(write());
        trace_.back().outPage = out_;
        made_.endPage();
        ++out_;
        tell(progress_, number + 1, withheld_.size());
    }

    void withhold(std::size_t number) {
        if (sheet_ && !sheet_->hasRoom()) closeSheet();
        if (!sheet_) {
            made_.startPage(sheetWidth, sheetHeight);
            made_.labelPage(std::to_string(number + 1));
            sheet_.emplace();
        }
        sheet_->addLine(context_, made_.target(), fonts_, number, *withheld_[number]);
        trace_.push_back({PageTrace::Way::withheld, out_, {}, {}});
        tell(progress_, number + 1, withheld_.size());
    }

    void closeSheet() {
        if (!sheet_) return;
        sheet_.reset();
        made_.endPage();
        ++out_;
    }

  private:
    const Job& job_;
    fz_context* context_;
    Fonts& fonts_;
    NewPdf& made_;
    RebuildTrace& trace_;
    const Progress& progress_;
    std::vector<std::optional<std::string>> withheld_;
    bool labelled_;
    std::optional<WithheldSheet> sheet_;
    std::size_t out_ = 0;
};

void writePdfPages(const Job& job, const document::pdf::Source& source, Fonts& fonts, NewPdf& made, Sequence& sequence) {
    if (static_cast<std::size_t>(source.pageCount()) != job.document.pages.size())
        throw RebuildError("Het bronbestand heeft een ander aantal bladzijden dan gelezen is.");
    PageWriter writer(job, source.context(), made.target(), fonts);
    for (std::size_t number = 0; number < job.document.pages.size(); ++number) {
        if (sequence.isWithheld(number)) {
            sequence.withhold(number);
            continue;
        }
        sequence.show(number, [&] {
            try {
                return writer.write(source, number);
            } catch (const document::pdf::MupdfError& failure) {
                if (failure.outOfMemory()) throw;
                return writer.writeUnreadable(number);
            }
        });
    }
    sequence.closeSheet();
}

struct ContextRelease {
    void operator()(fz_context* context) const { fz_drop_context(context); }
};

void writeScans(const Job& job, std::string_view bytes, fz_context* context, Fonts& fonts, NewPdf& made, Sequence& sequence) {
    std::vector<double> widths;
    for (const auto& page : job.document.pages) widths.push_back(page.width);
    PageWriter writer(job, context, made.target(), fonts);
    eachScan(bytes, widths, rasterDpi, 0, [&](std::size_t number, Picture&& picture) {
        if (sequence.isWithheld(number)) sequence.withhold(number);
        else sequence.show(number, [&] { return writer.write(std::move(picture), number); });
    });
    sequence.closeSheet();
}

std::string buildFromPdf(const Job& job, std::string_view bytes, RebuildTrace& trace, const Progress& progress) {
    const document::pdf::Source source(bytes, job.document.pages.size());
    Fonts fonts(source.context());
    NewPdf made;
    Sequence sequence(job, source.context(), fonts, made, trace, progress);
    writePdfPages(job, source, fonts, made, sequence);
    return made.finish();
}

std::string buildFromScans(const Job& job, std::string_view bytes, RebuildTrace& trace, const Progress& progress) {
    const std::unique_ptr<fz_context, ContextRelease> context(fz_new_context(nullptr, nullptr, FZ_STORE_DEFAULT));
    if (!context) throw std::bad_alloc();
    Fonts fonts(context.get());
    NewPdf made;
    Sequence sequence(job, context.get(), fonts, made, trace, progress);
    writeScans(job, bytes, context.get(), fonts, made, sequence);
    return made.finish();
}

std::vector<Bookmark> bookmarksOf(const PageNotes& notes, const RebuildTrace& trace) {
    std::vector<Bookmark> bookmarks;
    for (const auto& heading : notes.headings) bookmarks.push_back({heading.text, heading.level, trace[heading.page].outPage, heading.top});
    if (bookmarks = fewerBookmarks(std::move(bookmarks)); !bookmarks.empty() || trace.size() < 2) return bookmarks;
    std::vector<std::size_t> outPages;
    for (const auto& page : trace) outPages.push_back(page.outPage);
    return pageBookmarks(outPages, "nl");
}

}  // namespace

DrawnPages drawPages(std::string_view sourceBytes, const document::Document& document, const std::vector<marks::Mark>& marks,
                     const std::vector<std::string>& labels, std::string_view title, const Progress& progress) {
    if (document.pages.empty()) throw RebuildError("Er zijn geen bladzijden om te bouwen.");
    PageNotes notes;
    const Job job{document, marks, labels, notes};
    DrawnPages drawn;
    drawn.bytes = isPdf(sourceBytes) ? buildFromPdf(job, sourceBytes, drawn.trace, progress) : buildFromScans(job, sourceBytes, drawn.trace, progress);
    drawn.finish.title = title;
    drawn.finish.language = document::languageOf(marks::releasedText(document, marks));
    drawn.finish.bookmarks = bookmarksOf(notes, drawn.trace);
    drawn.finish.marks = std::move(notes.marks);
    return drawn;
}

RebuiltPdf finishPages(DrawnPages pages, std::string appendix) {
    pages.finish.appendix = std::move(appendix);
    return {finishPdf(std::move(pages.bytes), pages.finish), std::move(pages.trace)};
}

RebuiltPdf rebuildPdf(std::string_view sourceBytes, const document::Document& document, const std::vector<marks::Mark>& marks,
                      const std::vector<std::string>& labels, std::string_view title, const Progress& progress, std::string appendix) {
    return finishPages(drawPages(sourceBytes, document, marks, labels, title, progress), std::move(appendix));
}

}  // namespace redaction::apply
