#include "tests/unit/apply/planted_pdf.h"

#include <cairo-pdf.h>
#include <cairo.h>

#include <cstdio>

namespace planted {

namespace {

// Objects 1… in order, then the cross-reference table; earlier revisions stay in the file.
class PdfText {
  public:
    int add(const std::string& body) {
        bodies_.push_back(body);
        return static_cast<int>(bodies_.size());
    }
    int stream(const std::string& dictionary, const std::string& bytes) {
        return add("<< " + dictionary + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream");
    }
    std::string write(int root, int information, const std::string& behind = "") const {
        std::string pdf = "%PDF-1.7\n";
        std::vector<std::size_t> places;
        for (std::size_t at = 0; at < bodies_.size(); ++at) {
            places.push_back(pdf.size());
            pdf += std::to_string(at + 1) + " 0 obj\n" + bodies_[at] + "\nendobj\n";
        }
        pdf += behind;
        const auto table = pdf.size();
        pdf += "xref\n0 " + std::to_string(places.size() + 1) + "\n0000000000 65535 f \n";
        for (const auto place : places) {
            char line[32];
            std::snprintf(line, sizeof line, "%010zu 00000 n \n", place);
            pdf += line;
        }
        pdf += "trailer\n<< /Size " + std::to_string(places.size() + 1) + " /Root " + std::to_string(root) + " 0 R";
        if (information > 0) pdf += " /Info " + std::to_string(information) + " 0 R";
        return pdf + " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    }

  private:
    std::vector<std::string> bodies_;
};

std::string ref(int object) { return std::to_string(object) + " 0 R"; }

std::string shown(double x, double y, const std::string& text, const std::string& before = "") {
    return before + " BT /F1 12 Tf 1 0 0 1 " + std::to_string(x) + " " + std::to_string(y) + " Tm (" + text + ") Tj ET\n";
}

// The name as shapes: cairo's own outline of it, as path operators.
std::string outlines(double x, double y) {
    cairo_surface_t* surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR, nullptr);
    cairo_t* pen = cairo_create(surface);
    cairo_select_font_face(pen, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(pen, 12);
    cairo_move_to(pen, 0, 0);
    cairo_text_path(pen, name);
    cairo_path_t* path = cairo_copy_path(pen);
    std::string operators = "q 1 0 0 -1 " + std::to_string(x) + " " + std::to_string(y) + " cm\n";
    for (int at = 0; at < path->num_data; at += path->data[at].header.length) {
        const auto* data = &path->data[at];
        const int points = data->header.type == CAIRO_PATH_CURVE_TO ? 3 : data->header.type == CAIRO_PATH_CLOSE_PATH ? 0 : 1;
        for (int point = 1; point <= points; ++point)
            operators += std::to_string(data[point].point.x) + " " + std::to_string(data[point].point.y) + " ";
        operators += points == 3 ? "c\n" : points == 0 ? "h\n" : data->header.type == CAIRO_PATH_MOVE_TO ? "m\n" : "l\n";
    }
    cairo_path_destroy(path);
    cairo_destroy(pen);
    cairo_surface_destroy(surface);
    return operators + "f Q\n";
}

std::string visiblePage() {
    return shown(72, 760, "Verslag van het gesprek") + shown(72, 730, "Daarna belde Corrie Zwaan met de school over de vakantie.") +
           shown(72, 710, "Corrie Zwaan") + shown(72, 690, "Het gesprek was prettig en duurde een uur.");
}

// What a page can hide in its own content.
std::string hidingContent() {
    return shown(72, 660, name, "1 1 1 rg") + "0 0 0 rg\n" +                                // white on white
           shown(72, 640, name) + "0.9 g 70 635 120 18 re f 0 g\n" +                        // under a shape
           shown(72, 620, name, "BT 3 Tr ET") + "BT 0 Tr ET\n" +                            // invisible
           shown(72, 900, name) +                                                           // outside the page
           "/Span << /ActualText (Corrie Zwaan) >> BDC" + shown(72, 600, "Moeder") + "EMC\n" +
           "/Span << /Alt (Corrie Zwaan) /E (Corrie Zwaan) >> BDC" + shown(72, 580, "Tante") + "EMC\n" +
           "/OC /Laag BDC" + shown(72, 560, name) + "EMC\n" +                               // hidden layer
           "q 300 300 10 10 re W n" + shown(72, 540, name) + "Q\n" +                        // clipped away
           shown(72, 520, name) + "q 200 0 0 20 70 515 cm /Plaatje Do Q\n" +                // under an image
           outlines(72, 710);                                                               // as shapes under the mark
}

}  // namespace

std::string everywhere() {
    PdfText pdf;
    const int font = pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    const int layer = pdf.add("<< /Type /OCG /Name (Corrie Zwaan) >>");
    const int picture = pdf.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Alternates [<< /Note (Corrie Zwaan) >>]", "\x80");
    const int thumbnail = pdf.stream("/Width 12 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", name);
    const int content = pdf.stream("", visiblePage() + hidingContent());
    const int attached = pdf.stream("/Type /EmbeddedFile", std::string("Verslag over ") + name);
    const int file = pdf.add("<< /Type /Filespec /F (Corrie Zwaan.txt) /UF (Corrie Zwaan.txt) /EF << /F " + ref(attached) + " >> >>");
    const int remark = pdf.add("<< /Type /Annot /Subtype /Text /Rect [400 700 420 720] /Contents (Corrie Zwaan) /T (Corrie Zwaan) /RC (<p>Corrie Zwaan</p>) >>");
    const int link = pdf.add("<< /Type /Annot /Subtype /Link /Rect [72 680 200 700] /A << /S /URI /URI (https://voorbeeld.nl/?q=Corrie%20Zwaan&n=Corrie Zwaan) >> >>");
    const int field = pdf.add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (Corrie Zwaan) /TU (Corrie Zwaan) /V (Corrie Zwaan) /F 2 /Rect [300 300 400 320] >>");
    const int page = pdf.add("<< /Type /Page /Parent 12 0 R /MediaBox [0 0 595 842] /CropBox [0 0 595 842] /Contents " + ref(content) +
                             " /Resources << /Font << /F1 " + ref(font) + " >> /XObject << /Plaatje " + ref(picture) + " >> /Properties << /Laag " + ref(layer) +
                             " >> >> /Annots [" + ref(remark) + " " + ref(link) + " " + ref(field) + "] /Thumb " + ref(thumbnail) +
                             " /PieceInfo << /Programma << /Private (Corrie Zwaan) >> >> >>");
    pdf.add("<< /Type /Pages /Kids [" + ref(page) + "] /Count 1 >>");  // object 12
    const int bookmark = pdf.add("<< /Title (Corrie Zwaan) /Parent 14 0 R /Dest [" + ref(page) + " /Fit] >>");
    const int bookmarks = pdf.add("<< /Type /Outlines /First " + ref(bookmark) + " /Last " + ref(bookmark) + " /Count 1 >>");  // object 14
    const int script = pdf.add("<< /S /JavaScript /JS (app.alert\\(\"Corrie Zwaan\"\\)) >>");
    const int xmp = pdf.stream("/Type /Metadata /Subtype /XML", "<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc>Corrie Zwaan</dc></x:xmpmeta>");
    const int orphan = pdf.add("(Corrie Zwaan)");
    const int information = pdf.add("<< /Title (Corrie Zwaan) /Author (Corrie Zwaan) /Subject (Corrie Zwaan) /Keywords (Corrie Zwaan) >>");
    const int root = pdf.add("<< /Type /Catalog /Pages 12 0 R /Outlines " + ref(bookmarks) + " /OpenAction " + ref(script) + " /Metadata " + ref(xmp) +
                             " /AcroForm << /Fields [" + ref(field) + "] >> /OCProperties << /OCGs [" + ref(layer) + "] /D << /OFF [" + ref(layer) +
                             "] >> >> /Names << /EmbeddedFiles << /Names [(Corrie Zwaan) " + ref(file) + "] >> /Dests << /Names [(Corrie Zwaan) [" + ref(page) +
                             " /Fit]] >> >> /PageLabels << /Nums [0 << /P (Corrie Zwaan) >>] >> /Lang (nl) /Verweesd " + ref(orphan) + " >>");
    return pdf.write(root, information, "% Corrie Zwaan stond hier in een eerdere versie\n");
}

std::vector<Place> onePerFile() {
    const auto make = [](const std::string& content, const std::string& inPage, const std::string& inRoot, const std::string& information) {
        PdfText pdf;
        const int font = pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        const int stream = pdf.stream("", shown(72, 700, "Het gesprek was prettig.") + content);
        const int attached = pdf.stream("/Type /EmbeddedFile", "inhoud");
        const int page = pdf.add("<< /Type /Page /Parent 5 0 R /MediaBox [0 0 595 842] /Contents " + ref(stream) + " /Resources << /Font << /F1 " + ref(font) + " >> >> " + inPage + " >>");
        pdf.add("<< /Type /Pages /Kids [" + ref(page) + "] /Count 1 >>");
        const int xmp = pdf.stream("/Type /Metadata /Subtype /XML", "<rdf>Corrie Zwaan</rdf>");
        std::string entries = inRoot;
        for (const auto& [mark, object] : {std::pair{"@file", attached}, std::pair{"@xmp", xmp}})
            if (const auto at = entries.find(mark); at != entries.npos) entries.replace(at, std::string(mark).size(), ref(object));
        const int root = pdf.add("<< /Type /Catalog /Pages 5 0 R " + entries + " >>");
        const int info = pdf.add("<< " + information + " >>");
        return pdf.write(root, info);
    };
    return {{"visible text", make(shown(72, 600, name), "", "", "")},
            {"letter-spaced text", make(shown(72, 600, "C o r r i e  Z w a a n"), "", "", "")},
            {"white text", make(shown(72, 600, name, "1 1 1 rg"), "", "", "")},
            {"shapes", make(outlines(72, 600), "", "", "")},
            {"actual text", make("/Span << /ActualText (Corrie Zwaan) >> BDC" + shown(72, 600, "Moeder") + "EMC\n", "", "", "")},
            {"annotation", make("", "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Corrie Zwaan) >>]", "", "")},
            {"utf-16 string", make("", "/PieceInfo << /A << /Private <FEFF0043006F00720072006900650020005A007700610061006E> >> >>", "", "")},
            {"title", make("", "", "", "/Title (Corrie Zwaan)")},
            {"xmp", make("", "", "/Metadata @xmp", "")},
            {"bookmark", make("", "", "/Outlines << /Type /Outlines /First << /Title (Corrie Zwaan) >> /Count 1 >>", "")},
            {"attachment", make("", "", "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.txt) /EF << /F @file >> >>] >> >>", "")},
            {"script", make("", "", "/OpenAction << /S /JavaScript /JS (1) >>", "")}};
}

}  // namespace planted
