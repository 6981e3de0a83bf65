#include "tests/unit/apply/hidden_places.h"

#include <cairo.h>

#include <cstdio>
#include <stdexcept>

#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/apply/other_programs.h"

namespace hidden {

namespace {

std::string stream(const std::string& dictionary, const std::string& bytes) {
    return "<< " + dictionary + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream";
}

// Objects 1 catalogue, 2 pages, 3 font, then a page and its content for each of `contents`, then `more`.
struct Parts {
    std::vector<std::string> contents;
    std::string resources = {}, catalogue = {}, information = {}, font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    std::vector<std::string> more = {};
};

int firstOfMore(const Parts& parts) { return 4 + 2 * static_cast<int>(parts.contents.size()); }

std::string ref(int object) { return std::to_string(object) + " 0 R"; }

std::string pdf(const Parts& parts) {
    std::string kids;
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R " + parts.catalogue + " >>", "", parts.font};
    for (const auto& content : parts.contents) {
        const int page = static_cast<int>(objects.size()) + 1;
        kids += ref(page) + " ";
        objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + ref(page + 1) +
                          " /Resources << /Font << /F1 3 0 R >> " + parts.resources + " >> >>");
        objects.push_back(stream("", content));
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(parts.contents.size()) + " >>";
    objects.insert(objects.end(), parts.more.begin(), parts.more.end());
    objects.push_back("<< " + parts.information + " >>");
    std::string bytes = "%PDF-1.7\n", table;
    for (std::size_t at = 0; at < objects.size(); ++at) {
        char line[32];
        std::snprintf(line, sizeof line, "%010zu 00000 n \n", bytes.size());
        table += line;
        bytes += std::to_string(at + 1) + " 0 obj\n" + objects[at] + "\nendobj\n";
    }
    const auto start = bytes.size(), count = objects.size() + 1;
    return bytes + "xref\n0 " + std::to_string(count) + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " + std::to_string(count) +
           " /Root 1 0 R /Info " + ref(static_cast<int>(objects.size())) + " >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

std::string line(const std::string& text, double y = 600) { return "BT /F1 12 Tf 1 0 0 1 72 " + std::to_string(y) + " Tm (" + text + ") Tj ET\n"; }

const std::string greeting = line("Het gesprek was prettig.", 700);

// The name in large black letters on white, a byte for each pixel.
constexpr int wide = 600, high = 80;
std::string drawnName() {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, wide, high);
    cairo_t* pen = cairo_create(surface);
    cairo_select_font_face(pen, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(pen, 48);
    cairo_move_to(pen, 20, 55);
    cairo_show_text(pen, name);
    cairo_destroy(pen);
    cairo_surface_flush(surface);
    std::string pixels;
    for (int y = 0; y < high; ++y)
        for (int x = 0; x < wide; ++x) pixels += static_cast<char>(255 - cairo_image_surface_get_data(surface)[y * cairo_image_surface_get_stride(surface) + x]);
    cairo_surface_destroy(surface);
    return pixels;
}

std::string picture(const std::string& more, const std::string& pixels) {
    return stream("/Type /XObject /Subtype /Image /Width " + std::to_string(wide) + " /Height " + std::to_string(high) +
                  " /ColorSpace /DeviceGray /BitsPerComponent 8 " + more, pixels);
}

std::string underAWhiteShape() {
    Parts parts{{greeting + "q 300 0 0 40 72 500 cm /P Do Q 1 g 60 490 330 60 re f\n"}};
    parts.resources = "/XObject << /P " + ref(firstOfMore(parts)) + " >>";
    parts.more = {picture("", drawnName())};
    return pdf(parts);
}

// A white picture whose soft mask is the name; on white paper nothing is seen of it.
std::string inASoftMask() {
    Parts parts{{greeting + "q 300 0 0 40 72 500 cm /P Do Q\n"}};
    parts.resources = "/XObject << /P " + ref(firstOfMore(parts)) + " >>";
    parts.more = {picture("/SMask " + ref(firstOfMore(parts) + 1), std::string(static_cast<std::size_t>(wide) * high, '\xFF')), picture("", drawnName())};
    return pdf(parts);
}

// The lines on a page as a JPEG, with a remark behind its first two bytes.
std::string commentedJpeg(const std::string& remark) {
    const other::Folder folder;
    other::run("pdftoppm -jpeg -scale-to-x 120 -scale-to-y 170 -singlefile " + folder.write("a.pdf", pdf({{greeting}})).string() + " " + (folder.path() / "p").string());
    auto jpeg = other::slurp(folder.path() / "p.jpg");
    if (jpeg.size() < 4) throw std::runtime_error("pdftoppm");
    const auto length = remark.size() + 2;
    return jpeg.insert(2, std::string("\xFF\xFE") + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) + remark);
}

std::string inARemarkOfAPicture() {
    Parts parts{{greeting + "q 60 0 0 85 72 500 cm /P Do Q\n"}};
    parts.resources = "/XObject << /P " + ref(firstOfMore(parts)) + " >>";
    parts.more = {stream("/Type /XObject /Subtype /Image /Width 120 /Height 170 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", commentedJpeg("Zwaan"))};
    return pdf(parts);
}

std::string inACharacterMap() {
    Parts parts{{greeting}};
    parts.font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode " + ref(firstOfMore(parts)) + " >>";
    parts.more = {stream("", "/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n"
                             "1 beginbfchar <01> <0043006F00720072006900650020005A007700610061006E> endbfchar\nendcmap end\n")};
    return pdf(parts);
}

std::string inAFont() {
    Parts parts{{greeting}};
    parts.more = {stream("/Length1 60", std::string("\x01\x00\x04\x02\xff\xfe\x80\x81", 8) + "CORRIE.ZWAAN" + std::string(40, '\x90'))};
    parts.catalogue = "/Los " + ref(firstOfMore(parts));
    return pdf(parts);
}

std::string inAStreamNobodyDraws() {
    Parts parts{{greeting}};
    parts.more = {stream("", "Daarna belde Corrie Zwaan.")};
    parts.catalogue = "/Los " + ref(firstOfMore(parts));
    return pdf(parts);
}

// Letters as curves: no program reads them, an eye does.
std::string asCurves() {
    return drawn::typed([](cairo_t* pen) {
        cairo_select_font_face(pen, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
        cairo_set_font_size(pen, 20);
        cairo_move_to(pen, 72, 300);
        cairo_text_path(pen, "Daarna belde Corrie Zwaan weer.");
        cairo_fill(pen);
    });
}

std::string inAnObjectStream() {
    Parts parts{{greeting}};
    parts.more = {"<< /Notitie (Corrie Zwaan) >>"};
    parts.catalogue = "/Los " + ref(firstOfMore(parts));
    const other::Folder folder;
    other::run("qpdf --object-streams=generate " + folder.write("a.pdf", pdf(parts)).string() + " " + (folder.path() / "b.pdf").string());
    const auto packed = other::slurp(folder.path() / "b.pdf");
    if (packed.empty() || packed.find("Corrie") != packed.npos) throw std::runtime_error("qpdf");
    return packed;
}

std::string withCatalogue(const std::string& entries) {
    Parts parts{{greeting}};
    parts.catalogue = entries;
    return pdf(parts);
}

std::string withInformation(const std::string& entries) {
    Parts parts{{greeting}};
    parts.information = entries;
    return pdf(parts);
}

std::string withFont(const std::string& font) {
    Parts parts{{greeting}};
    parts.font = font;
    return pdf(parts);
}

}  // namespace

std::vector<Place> partsNoReleaseHas() {
    const std::string file = "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.txt) /EF << /F 6 0 R >> >>] >> >>";
    Parts attached{{greeting}};
    attached.catalogue = file;
    attached.more = {stream("/Type /EmbeddedFile", "x")};
    return {{"a script", "a.pdf", withCatalogue("/OpenAction << /S /JavaScript /JS (x) >>"), {}, "in het bestand zit programmacode"},
            {"an attachment", "a.pdf", pdf(attached), {}, "in het bestand zit een bijlage"},
            {"an attachment, as pdfdetach sees it", "a.pdf", pdf(attached), {}, "(pdfdetach)"},
            {"a form", "a.pdf", withCatalogue("/AcroForm << /Fields [] >>"), {}, "in het bestand zit een formulier"},
            {"layers", "a.pdf", withCatalogue("/OCProperties << /OCGs [] /D << >> >>"), {}, "in het bestand zit lagen"}};
}

std::vector<Place> places() {
    const std::vector<std::string> both{name}, family{"Zwaan"};
    const auto footer = line("Gemeente Voorbeeld, afdeling Jeugd", 40), header = line("Verslag van een gesprek", 800);
    return {
        {"read backwards", "a.pdf", pdf({{greeting + line("naawZ eirroC")}}), both, "tekst (pdftotext)", false},
        {"spaced out", "a.pdf", pdf({{greeting + line("C o r r i e . Z - w - a a n")}}), both, "tekst (pdftotext)", false},
        {"over two pages with a footer and a header between", "a.pdf", pdf({{greeting + line("Daarna belde Corrie", 90) + footer, header + line("Zwaan met de school", 760)}}), both, "en verder", true},
        {"mutool reads it", "a.pdf", pdf({{greeting + line("Corrie Zwaan")}}), both, "tekst (mutool)", false},
        {"pdftotext -raw reads it", "a.pdf", pdf({{greeting + line("Corrie Zwaan")}}), both, "tekst (pdftotext -raw)", false},
        {"under a white shape", "a.pdf", underAWhiteShape(), both, "beeld van een afbeelding (OCR)"},
        {"in a soft mask", "a.pdf", inASoftMask(), both, "beeld van een afbeelding (OCR)"},
        {"in a remark of a picture", "a.pdf", inARemarkOfAPicture(), family, "metagegevens van een afbeelding (exiftool)"},
        {"in a font's table of characters", "a.pdf", inACharacterMap(), both, "tekentabel van een lettertype"},
        {"in the names of glyphs", "a.pdf", withFont("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [1 /Corrie_Zwaan] >> >>"), both, "gegevens in het bestand (qpdf)"},
        {"in the bytes of a font", "a.pdf", inAFont(), both, "lettertype of beeld (qpdf)"},
        {"in a stream nobody draws", "a.pdf", inAStreamNobodyDraws(), both, "inhoud van het bestand (qpdf)"},
        {"as curves", "a.pdf", asCurves(), both, "beeld van de bladzijde (OCR)"},
        {"in an object stream", "a.pdf", inAnObjectStream(), both, "gegevens in het bestand (qpdf)"},
        {"in a link with percent signs", "a.pdf", withCatalogue("/Los (https://voorbeeld.nl/?q=Corrie%20Zwaan)"), both, "gegevens in het bestand (qpdf)"},
        {"in a link with escaped letters", "a.pdf", withCatalogue("/Los (https://voorbeeld.nl/?q=%43o%72rie%5Aw%61an)"), both, "gegevens in het bestand (qpdf)"},
        {"in hexadecimal digits", "a.pdf", withCatalogue("/Los (id 436f72726965205a7761616e.)"), both, "gegevens in het bestand (qpdf)"},
        {"in Base64", "a.pdf", withCatalogue("/Los (id Q29ycmllIFp3YWFu.)"), both, "gegevens in het bestand (qpdf)"},
        {"in entities", "a.pdf", withCatalogue("/Los (&#67;orrie &#x5A;waan)"), both, "gegevens in het bestand (qpdf)"},
        {"in the properties, as pdfinfo sees them", "a.pdf", withInformation("/Title (Corrie Zwaan)"), both, "metagegevens (pdfinfo)", false},
        {"in the properties, as exiftool sees them", "a.pdf", withInformation("/Title (Corrie Zwaan)"), both, "metagegevens (exiftool)", false},
        {"in the file's name", "verslag%20Corrie%20Zwaan.pdf", pdf({{greeting}}), both, "naam van het bestand"},
        {"in the file's name in Base64", "Q29ycmllIFp3YWFu.pdf", pdf({{greeting}}), both, "naam van het bestand"},
        {"in a mail of another notation", "a.txt", "Beste =43orrie Zwa=\nan", both, "tekst van het bestand"}};
}

}  // namespace hidden
