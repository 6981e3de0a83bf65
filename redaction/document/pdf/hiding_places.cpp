#include "redaction/document/pdf/hiding_places.h"

#include <string_view>

#include "redaction/document/pdf/replacement_text.h"

namespace redaction::document::pdf {
namespace {

bool hasEntries(fz_context* context, pdf_obj* object) {
    if (pdf_is_array(context, object)) return pdf_array_len(context, object) > 0;
    return pdf_is_dict(context, object) && pdf_dict_len(context, object) > 0;
}

// What is looked up from the catalogue, and what a human is told.
constexpr struct {
    const char* path;
    const char* doubt;
} catalogueEntries[] = {
    {"Root/Names/JavaScript", "Dit pdf-bestand bevat programmacode. Die is niet uitgevoerd en wordt niet verstrekt."},
    {"Root/AcroForm/Fields", "Dit pdf-bestand is een formulier. Controleer of alle ingevulde velden op de pagina te zien zijn."},
    {"Root/AcroForm/XFA", "Dit pdf-bestand is een formulier dat zijn inhoud buiten de pagina's bewaart. Controleer of alles te zien is."},
    {"Root/OCProperties/OCGs", "Dit pdf-bestand heeft lagen die aan of uit kunnen staan. Alleen wat nu te zien is, wordt gelezen en verstrekt."},
};

bool isScript(fz_context* context, pdf_obj* action) {
    return pdf_is_dict(context, action) && pdf_name_eq(context, pdf_dict_get(context, action, PDF_NAME(S)), PDF_NAME(JavaScript));
}

// Annotations that may say something: not links, form fields and files, which are looked at by themselves.
int countRemarks(fz_context* context, pdf_obj* annotations) {
    int count = 0;
    for (int i = 0; i < pdf_array_len(context, annotations); ++i) {
        pdf_obj* kind = pdf_dict_get(context, pdf_array_get(context, annotations, i), PDF_NAME(Subtype));
        const bool other = pdf_name_eq(context, kind, PDF_NAME(FileAttachment)) || pdf_name_eq(context, kind, PDF_NAME(Link)) || pdf_name_eq(context, kind, PDF_NAME(Widget));
        count += other ? 0 : 1;
    }
    return count;
}

std::string contentsOf(fz_context* context, pdf_page* page) {
    const Buffer contents = make<Buffer>(context, [&] {
        fz_stream* stream = pdf_open_contents_stream(context, page->doc, pdf_page_contents(context, page));
        fz_buffer* buffer = nullptr;
        fz_try(context) buffer = fz_read_all(context, stream, 1024);
        fz_always(context) fz_drop_stream(context, stream);
        fz_catch(context) fz_rethrow(context);
        return buffer;
    });
    unsigned char* bytes = nullptr;
    const std::size_t size = fz_buffer_storage(context, contents.get(), &bytes);
    return {reinterpret_cast<const char*>(bytes), size};
}

std::string onPage(int number) { return "Pagina " + std::to_string(number + 1) + " "; }

}  // namespace

std::vector<std::string> findHidingPlaces(const Source& source) {
    fz_context* context = source.context();
    std::vector<std::string> doubts;
    if (source.wasRepaired()) doubts.emplace_back("Dit pdf-bestand is beschadigd of afgebroken. Gelezen is wat er nog van te lezen was; er kunnen pagina's of stukken ontbreken.");
    pdf_obj* trailer = pdf_trailer(context, source.document());
    for (const auto& entry : catalogueEntries) {
        bool found = false;
        guarded(context, [&] { found = hasEntries(context, pdf_dict_getp(context, trailer, entry.path)); });
        if (found) doubts.emplace_back(entry.doubt);
    }
    bool opensWithScript = false;
    guarded(context, [&] { opensWithScript = isScript(context, pdf_dict_getp(context, trailer, "Root/OpenAction")); });
    if (opensWithScript) doubts.emplace_back("Dit pdf-bestand wil bij het openen programmacode uitvoeren. Dat is niet gebeurd.");
    return doubts;
}

PageHidings findHidingPlaces(const Source& source, const DrawnPage& drawn, int number, std::u32string_view shown) {
    fz_context* context = source.context();
    auto* page = reinterpret_cast<pdf_page*>(drawn.page.get());
    PageHidings found;
    int remarks = 0;
    guarded(context, [&] { remarks = countRemarks(context, pdf_dict_get(context, page->obj, PDF_NAME(Annots))); });
    if (remarks > 0) found.doubts.push_back(onPage(number) + "heeft opmerkingen of aantekeningen in het pdf-bestand. Wat daarvan niet op de pagina staat, staat apart bij het stuk en wordt niet verstrekt.");
    const std::string contents = contentsOf(context, page);
    auto replacing = replacementText(contents, "/ActualText");
    const std::u32string dense = replacing.texts.empty() ? std::u32string{} : withoutSpaces(shown);
    for (auto& text : replacing.texts)
        if (dense.find(withoutSpaces(text)) == std::u32string::npos) found.replacements.push_back(std::move(text));
    if (!found.replacements.empty() || !replacing.understood) found.doubts.push_back(onPage(number) + "bevat vervangende tekst die niet te zien is. Gelezen en verstrekt wordt alleen wat te zien is.");
    for (auto& text : replacementText(contents, "/Alt").texts) found.replacements.push_back(std::move(text));
    return found;
}

}  // namespace redaction::document::pdf
