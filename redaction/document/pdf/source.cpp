#include "redaction/document/pdf/source.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace redaction::document::pdf {
namespace {

constexpr std::size_t maxStoreBytes = 48u << 20;    // MuPDF's cache of fonts and images
constexpr double maxPixels = 40e6;                 // of one rendering

void ignoreMessage(void*, const char*) {}  // messages may quote the document

// Counted by their beginning, never kept.
template <typename Warnings>
void countWarning(void* counted, const char* message) {
    auto& warnings = *static_cast<Warnings*>(counted);
    static constexpr std::string_view ofPictures[] = {"padding truncated image", "ignoring zlib error", "premature end",
                                                      "Ignoring error during interpretation", "jbig2dec"};
    for (const auto beginning : ofPictures)
        if (std::string_view(message).substr(0, beginning.size()) == beginning) ++warnings.pictures;
    constexpr std::string_view ofObjects = "cannot load object";
    if (std::string_view(message).substr(0, ofObjects.size()) == ofObjects) ++warnings.objects;
}

// Text becomes an empty clip, so that what is filled through letters disappears too.
void clipToNothing(fz_context* context, fz_device* device, fz_matrix matrix, fz_rect scissor) {
    fz_path* nothing = fz_new_path(context);
    device->clip_path(context, device, nothing, 0, matrix, scissor);
    fz_drop_path(context, nothing);
}
void clipText(fz_context* context, fz_device* device, const fz_text*, fz_matrix matrix, fz_rect scissor) {
    clipToNothing(context, device, matrix, scissor);
}
void clipStrokeText(fz_context* context, fz_device* device, const fz_text*, const fz_stroke_state*, fz_matrix matrix, fz_rect scissor) {
    clipToNothing(context, device, matrix, scissor);
}

void leaveOutText(fz_device* device) {
    device->fill_text = nullptr;
    device->stroke_text = nullptr;
    device->ignore_text = nullptr;
    device->clip_text = clipText;
    device->clip_stroke_text = clipStrokeText;
}

double scaleFor(const Box& box, double dpi) {
    const double scale = dpi / 72;
    const double pixels = std::max(1.0, area(box) * scale * scale);
    return pixels <= maxPixels ? scale : scale * std::sqrt(maxPixels / pixels);
}

void run(fz_context* context, fz_display_list* list, fz_device* device, fz_matrix matrix) {
    fz_try(context) {
        fz_run_display_list(context, list, device, matrix, fz_infinite_rect, nullptr);
        fz_close_device(context, device);
    }
    fz_always(context) fz_drop_device(context, device);
    fz_catch(context) fz_rethrow(context);
}

}  // namespace

Source::Source(std::string_view bytes, std::size_t maxPages) {
    if (bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos) throw failed(Failure::notThisFormat, Format::pdf);
    handles_.context = fz_new_context(nullptr, nullptr, maxStoreBytes);
    if (handles_.context == nullptr) throw std::bad_alloc();
    fz_set_warning_callback(handles_.context, countWarning<Handles::Warnings>, &handles_.warnings);
    fz_set_error_callback(handles_.context, ignoreMessage, nullptr);
    try {
        open(bytes);
    } catch (const MupdfError& error) {
        throw failed(error.outOfMemory() ? Failure::memoryLimit : Failure::truncated, Format::pdf);
    }
    if (static_cast<std::size_t>(pageCount_) > maxPages) throw failed(Failure::tooManyPages, Format::pdf);
    if (pageCount_ <= 0) throw failed(Failure::truncated, Format::pdf);
    findPages();
}

// Where each page is, once: MuPDF would go through the tree for each. A tree that does not hold is gone through as before.
void Source::findPages() {
    try {
        guarded(handles_.context, [&] { pdf_load_page_tree(handles_.context, handles_.document); });
        handles_.knowsPages = true;
    } catch (const MupdfError& error) {
        if (error.outOfMemory()) throw failed(Failure::memoryLimit, Format::pdf);
    }
}

void Source::open(std::string_view bytes) {
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    guarded(handles_.context, [&] {
        fz_stream* stream = fz_open_memory(handles_.context, data, bytes.size());
        handles_.document = pdf_open_document_with_stream(handles_.context, stream);
        fz_drop_stream(handles_.context, stream);
    });
    int locked = 0;
    guarded(handles_.context, [&] { locked = pdf_needs_password(handles_.context, handles_.document) && !pdf_authenticate_password(handles_.context, handles_.document, ""); });
    if (locked) throw failed(Failure::encrypted, Format::pdf);
    guarded(handles_.context, [&] { pageCount_ = pdf_count_pages(handles_.context, handles_.document); });
}

Source::Handles::~Handles() {
    if (knowsPages) pdf_drop_page_tree(context, document);
    if (document != nullptr) pdf_drop_document(context, document);
    if (context != nullptr) fz_drop_context(context);
}

// MuPDF holds back a warning it just gave: asked here, it starts anew.
int Source::pictureWarnings() const {
    fz_flush_warnings(context());
    return handles_.warnings.pictures;
}

int Source::unreadObjects() const {
    fz_flush_warnings(context());
    return handles_.warnings.objects;
}

bool Source::wasRepaired() const { return pdf_was_repaired(context(), document()) != 0; }

void playWhole(const Source& source, fz_page* page, fz_device* recorder, fz_matrix matrix, fz_cookie* cookie) {
    fz_run_page(source.context(), page, recorder, matrix, cookie);
}

DrawnPage drawPage(const Source& source, int number, PlayPage play) {
    fz_context* context = source.context();
    DrawnPage drawn;
    drawn.page = make<PageHandle>(context, [&] { return reinterpret_cast<fz_page*>(pdf_load_page(context, source.document(), number)); });
    fz_rect bounds = fz_empty_rect;
    guarded(context, [&] { bounds = fz_bound_page(context, drawn.page.get()); });
    drawn.box = {0, 0, bounds.x1 - bounds.x0, bounds.y1 - bounds.y0};
    drawn.list = make<DisplayList>(context, [&] { return fz_new_display_list(context, bounds); });
    fz_cookie cookie{};
    guarded(context, [&] {
        fz_device* recorder = fz_new_list_device(context, drawn.list.get());
        fz_try(context) {
            play(source, drawn.page.get(), recorder, fz_translate(-bounds.x0, -bounds.y0), &cookie);
            fz_close_device(context, recorder);
        }
        fz_always(context) fz_drop_device(context, recorder);
        fz_catch(context) fz_rethrow(context);
    });
    drawn.errors = cookie.errors;
    return drawn;
}

Rendering render(const Source& source, const DrawnPage& page, double dpi, Drawing drawing, Colours colours) {
    fz_context* context = source.context();
    Rendering rendering;
    rendering.pixelsPerPoint = scaleFor(page.box, dpi);
    const fz_irect size = {0, 0, std::max(1, int(std::ceil(page.box.x1 * rendering.pixelsPerPoint - 0.001))),
                           std::max(1, int(std::ceil(page.box.y1 * rendering.pixelsPerPoint - 0.001)))};
    fz_colorspace* space = colours == Colours::grey ? fz_device_gray(context) : fz_device_rgb(context);
    rendering.pixmap = make<Pixmap>(context, [&] { return fz_new_pixmap_with_bbox(context, space, size, nullptr, 0); });
    fz_pixmap* pixmap = rendering.pixmap.get();
    guarded(context, [&] {
        fz_clear_pixmap_with_value(context, pixmap, 255);
        fz_device* device = fz_new_draw_device(context, fz_identity, pixmap);
        if (drawing == Drawing::withoutText) leaveOutText(device);
        const float scale = float(rendering.pixelsPerPoint);
        run(context, page.list.get(), device, fz_scale(scale, scale));
    });
    return rendering;
}

}  // namespace redaction::document::pdf
