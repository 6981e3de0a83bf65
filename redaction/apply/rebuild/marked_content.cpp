#include "redaction/apply/rebuild/marked_content.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "redaction/apply/rebuild/page_glyphs.h"

namespace redaction::apply::rebuild {

namespace {

using document::pdf::guarded;

constexpr const char *piece = "lakwerk-piece ", *nothing = "lakwerk-none";

// MuPDF's own way through a page's contents, which tells the device of pieces of marked content as if they were layers.
struct Teller {
    fz_device* device;
    pdf_processor own;           // how it was before
    std::vector<bool> told;      // per open piece: a layer
    int forms = 0;               // drawings within drawings, whose numbers count for themselves
};
thread_local Teller teller;  // not on the stack: an error of MuPDF goes past destructors

// Text waits until something else is drawn, also a change of places by nothing.
void writeOut(fz_context* context, pdf_processor* processor) { processor->op_cm(context, processor, 1, 0, 0, 1, 0, 0); }

// name: may be nullptr.
void begin(fz_context* context, pdf_processor* processor, const char* name) {
    writeOut(context, processor);
    if (name != nullptr) fz_begin_layer(context, teller.device, name);
    teller.told.push_back(name != nullptr);
}

bool isArtifact(const char* tag) { return tag != nullptr && std::strcmp(tag, "Artifact") == 0; }

void beginPiece(fz_context* context, pdf_processor* processor, const char* tag, pdf_obj* raw, pdf_obj* cooked) {
    teller.own.op_BDC(context, processor, tag, raw, cooked);
    pdf_obj* number = pdf_dict_get(context, cooked, PDF_NAME(MCID));
    char name[40];
    std::snprintf(name, sizeof name, "%s%d", piece, pdf_to_int(context, number));
    const bool numbered = teller.forms == 0 && pdf_is_int(context, number);
    begin(context, processor, numbered ? name : isArtifact(tag) ? nothing : nullptr);
}

void beginPlain(fz_context* context, pdf_processor* processor, const char* tag) {
    teller.own.op_BMC(context, processor, tag);
    begin(context, processor, isArtifact(tag) ? nothing : nullptr);
}

void endPiece(fz_context* context, pdf_processor* processor) {
    writeOut(context, processor);
    if (!teller.told.empty()) {
        if (teller.told.back()) fz_end_layer(context, teller.device);
        teller.told.pop_back();
    }
    teller.own.op_EMC(context, processor);
}

void drawForm(fz_context* context, pdf_processor* processor, const char* name, pdf_obj* form, pdf_obj* resources) {
    ++teller.forms;
    fz_try(context) teller.own.op_Do_form(context, processor, name, form, resources);
    fz_always(context) --teller.forms;
    fz_catch(context) fz_rethrow(context);
}

struct Listening {
    fz_device base;
    std::vector<int>* open;
    std::vector<int>* numbers;  // per glyph
};

void hear(fz_device* device, const fz_text& text) {
    auto& listening = *reinterpret_cast<Listening*>(device);
    const int number = listening.open->empty() ? noContent : listening.open->back();
    forEachGlyph(text, [&](const fz_text_span&, const fz_text_item&) { listening.numbers->push_back(number); });
}
void fillText(fz_context*, fz_device* device, const fz_text* text, fz_matrix, fz_colorspace*, const float*, float, fz_color_params) { hear(device, *text); }
void strokeText(fz_context*, fz_device* device, const fz_text* text, const fz_stroke_state*, fz_matrix, fz_colorspace*, const float*, float, fz_color_params) {
    hear(device, *text);
}
void clipText(fz_context*, fz_device* device, const fz_text* text, fz_matrix, fz_rect) { hear(device, *text); }
void clipStrokeText(fz_context*, fz_device* device, const fz_text* text, const fz_stroke_state*, fz_matrix, fz_rect) { hear(device, *text); }
void ignoreText(fz_context*, fz_device* device, const fz_text* text, fz_matrix) { hear(device, *text); }
void beginLayer(fz_context*, fz_device* device, const char* name) {
    auto& open = *reinterpret_cast<Listening*>(device)->open;
    const std::string_view told(name == nullptr ? "" : name), numbered(piece);
    if (told.substr(0, numbered.size()) == numbered) open.push_back(std::atoi(name + numbered.size()));
    else open.push_back(told == nothing || open.empty() ? noContent : open.back());
}
void endLayer(fz_context*, fz_device* device) {
    auto& open = *reinterpret_cast<Listening*>(device)->open;
    if (!open.empty()) open.pop_back();
}

fz_device* newListener(fz_context* context, std::vector<int>& open, std::vector<int>& numbers) {
    auto* device = reinterpret_cast<Listening*>(fz_new_device_of_size(context, sizeof(Listening)));
    device->base.fill_text = fillText;
    device->base.stroke_text = strokeText;
    device->base.clip_text = clipText;
    device->base.clip_stroke_text = clipStrokeText;
    device->base.ignore_text = ignoreText;
    device->base.begin_layer = beginLayer;
    device->base.end_layer = endLayer;
    device->open = &open;
    device->numbers = &numbers;
    return &device->base;
}

void play(fz_context* context, pdf_processor* processor, const document::pdf::Source& source, pdf_page* page, fz_device* device, fz_cookie* cookie) {
    teller.device = device;
    teller.own = *processor;
    processor->op_BDC = beginPiece;
    processor->op_BMC = beginPlain;
    processor->op_EMC = endPiece;
    processor->op_Do_form = drawForm;
    // MuPDF 1.21 takes the resources first, whatever its header calls them.
    pdf_process_contents(context, processor, source.document(), pdf_page_resources(context, page), pdf_page_contents(context, page), cookie);
    pdf_close_processor(context, processor);
}

// As pdf_run_page does it, for a page that has nothing but its contents.
void playTelling(const document::pdf::Source& source, pdf_page* page, fz_device* device, fz_matrix matrix, fz_cookie* cookie) {
    fz_context* context = source.context();
    fz_default_colorspaces* colours = nullptr;
    pdf_processor* processor = nullptr;
    teller = {};
    fz_var(colours);
    fz_var(processor);
    fz_try(context) {
        fz_matrix own;
        pdf_page_transform(context, page, nullptr, &own);
        colours = pdf_load_default_colorspaces(context, source.document(), page);
        if (colours != nullptr) fz_set_default_colorspaces(context, device, colours);
        processor = pdf_new_run_processor(context, device, fz_concat(own, matrix), "View", nullptr, colours, cookie);
        play(context, processor, source, page, device, cookie);
    }
    fz_always(context) {
        pdf_drop_processor(context, processor);
        fz_drop_default_colorspaces(context, colours);
    }
    fz_catch(context) fz_rethrow(context);
}

bool hasOnlyContents(fz_context* context, pdf_page* page) {
    return page->transparency == 0 && pdf_first_annot(context, page) == nullptr && pdf_first_widget(context, page) == nullptr;
}

}  // namespace

void playWithPieces(const document::pdf::Source& source, fz_page* page, fz_device* recorder, fz_matrix matrix, fz_cookie* cookie) {
    auto* own = reinterpret_cast<pdf_page*>(page);
    if (hasOnlyContents(source.context(), own)) playTelling(source, own, recorder, matrix, cookie);
    else document::pdf::playWhole(source, page, recorder, matrix, cookie);
}

std::vector<int> markedContentOf(const document::pdf::Source& source, const document::pdf::DrawnPage& page) {
    fz_context* context = source.context();
    std::vector<int> open, numbers;
    guarded(context, [&] {
        auto* own = reinterpret_cast<pdf_page*>(page.page.get());
        fz_device* device = newListener(context, open, numbers);
        fz_try(context) {
            if (hasOnlyContents(context, own)) fz_run_display_list(context, page.list.get(), device, fz_identity, fz_infinite_rect, nullptr);
            else playTelling(source, own, device, fz_identity, nullptr);
            fz_close_device(context, device);
        }
        fz_always(context) fz_drop_device(context, device);
        fz_catch(context) fz_rethrow(context);
    });
    return numbers;
}

}  // namespace redaction::apply::rebuild
