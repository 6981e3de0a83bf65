#include "redaction/document/pdf/hiding_places.h"

#include <cstdlib>
#include <string_view>

#include "redaction/document/plain_text.h"

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
    {"Root/Names/EmbeddedFiles", "In dit pdf-bestand zitten bijlagen. Zij zijn niet gelezen en worden niet verstrekt; vraag ze zo nodig los op."},
    {"Root/AF", "Bij dit pdf-bestand horen ingesloten bestanden. Zij zijn niet gelezen en worden niet verstrekt."},
    {"Root/Names/JavaScript", "Dit pdf-bestand bevat programmacode. Die is niet uitgevoerd en wordt niet verstrekt."},
    {"Root/AcroForm/Fields", "Dit pdf-bestand is een formulier. Controleer of alle ingevulde velden op de pagina te zien zijn."},
    {"Root/AcroForm/XFA", "Dit pdf-bestand is een formulier dat zijn inhoud buiten de pagina's bewaart. Controleer of alles te zien is."},
    {"Root/OCProperties/OCGs", "Dit pdf-bestand heeft lagen die aan of uit kunnen staan. Alleen wat nu te zien is, wordt gelezen en verstrekt."},
};

bool isScript(fz_context* context, pdf_obj* action) {
    return pdf_is_dict(context, action) && pdf_name_eq(context, pdf_dict_get(context, action, PDF_NAME(S)), PDF_NAME(JavaScript));
}

struct AnnotationCount {
    int remarks = 0, files = 0;
};

AnnotationCount countAnnotations(fz_context* context, pdf_obj* annotations) {
    AnnotationCount count;
    for (int i = 0; i < pdf_array_len(context, annotations); ++i) {
        pdf_obj* annotation = pdf_array_get(context, annotations, i);
        pdf_obj* kind = pdf_dict_get(context, annotation, PDF_NAME(Subtype));
        if (pdf_name_eq(context, kind, PDF_NAME(FileAttachment))) ++count.files;
        else if (!pdf_name_eq(context, kind, PDF_NAME(Link)) && !pdf_name_eq(context, kind, PDF_NAME(Widget))) ++count.remarks;
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

std::u32string withoutSpaces(std::u32string_view text) {
    std::u32string dense;
    for (const char32_t c : text)
        if (c > U' ' && c != 0xA0 && c != 0xAD) dense += c;
    return dense;
}

// <FEFF0041…> as writers make it; anything else is not understood and gives nothing.
std::u32string hexText(std::string_view hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::strtol(std::string(hex.substr(i, 2)).c_str(), nullptr, 16));
    return decodeText(bytes).text;
}

std::u32string literalText(std::string_view literal) {
    std::string bytes;
    for (std::size_t i = 0; i < literal.size(); ++i) {
        if (literal[i] == '\\' && i + 1 < literal.size()) ++i;
        bytes += literal[i];
    }
    return decodeText(bytes).text;
}

// Whether some /ActualText says something the page does not show. Not understood: yes.
bool replacesItsText(std::string_view contents, std::u32string_view shown) {
    static constexpr std::string_view key = "/ActualText";
    const std::u32string page = withoutSpaces(shown);
    for (std::size_t at = contents.find(key); at != std::string_view::npos; at = contents.find(key, at + 1)) {
        const std::size_t open = contents.find_first_not_of(" \r\n\t", at + key.size());
        if (open == std::string_view::npos || (contents[open] != '<' && contents[open] != '(')) return true;
        const bool hex = contents[open] == '<';
        const std::size_t close = contents.find(hex ? '>' : ')', open);
        if (close == std::string_view::npos) return true;
        const std::string_view inside = contents.substr(open + 1, close - open - 1);
        const std::u32string said = withoutSpaces(hex ? hexText(inside) : literalText(inside));
        if (page.find(said) == std::u32string::npos) return true;
    }
    return false;
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

std::vector<std::string> findHidingPlaces(const Source& source, const DrawnPage& drawn, int number, std::u32string_view shown) {
    fz_context* context = source.context();
    auto* page = reinterpret_cast<pdf_page*>(drawn.page.get());
    std::vector<std::string> doubts;
    AnnotationCount annotations;
    guarded(context, [&] { annotations = countAnnotations(context, pdf_dict_get(context, page->obj, PDF_NAME(Annots))); });
    if (annotations.remarks > 0) doubts.push_back(onPage(number) + "heeft opmerkingen of aantekeningen in het pdf-bestand. Wat daarvan niet op de pagina staat, is niet gelezen en wordt niet verstrekt.");
    if (annotations.files > 0) doubts.push_back(onPage(number) + "heeft een bijgevoegd bestand. Dat is niet gelezen en wordt niet verstrekt.");
    if (replacesItsText(contentsOf(context, page), shown)) doubts.push_back(onPage(number) + "bevat vervangende tekst die niet te zien is. Gelezen en verstrekt wordt alleen wat te zien is.");
    return doubts;
}

}  // namespace redaction::document::pdf
