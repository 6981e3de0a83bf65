#include "tests/unit/reader/samples.h"

#include <cairo-pdf.h>
#include <leptonica/allheaders.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <numbers>
#include <sstream>
#include <stdexcept>

namespace samples {
namespace {

constexpr double width = 595, height = 842;  // A4 in points
constexpr double scale = 300.0 / 72;
constexpr int linesPerPage = 40;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

void drawLines(cairo_t* cairo, const std::vector<std::string>& lines, std::size_t from, std::size_t to) {
    PangoLayout* layout = pango_cairo_create_layout(cairo);
    PangoFontDescription* font = pango_font_description_from_string("Liberation Serif 11.5");
    pango_layout_set_font_description(layout, font);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    for (std::size_t i = from; i < to; ++i) {
        pango_layout_set_text(layout, lines[i].c_str(), -1);
        cairo_move_to(cairo, 70, 60 + 18.0 * double(i - from));
        pango_cairo_show_layout(cairo, layout);
    }
    pango_font_description_free(font);
    g_object_unref(layout);
}

cairo_surface_t* pictureOf(const std::vector<std::string>& lines, double degrees = 0) {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, int(width * scale), int(height * scale));
    cairo_t* cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, scale, scale);
    cairo_translate(cairo, width / 2, height / 2);
    cairo_rotate(cairo, degrees * std::numbers::pi / 180);
    cairo_translate(cairo, -width / 2, -height / 2);
    drawLines(cairo, lines, 0, lines.size());
    cairo_destroy(cairo);
    return surface;
}

Pix* pixOf(const std::vector<std::string>& lines) {
    const std::string png = scanPng(lines);
    Pix* colour = pixReadMem(reinterpret_cast<const l_uint8*>(png.data()), png.size());
    Pix* grey = pixConvertTo8(colour, 0);
    pixSetResolution(grey, 300, 300);
    pixDestroy(&colour);
    return grey;
}

template <typename Draw>
std::string cairoPdf(Draw draw) {
    std::string pdf;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append, &pdf, width, height);
    cairo_t* cairo = cairo_create(surface);
    draw(cairo);
    cairo_show_page(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return pdf;
}

std::string temporaryName(const char* ending) {
    const char* folder = getenv("TMPDIR");
    std::string name = std::string(folder != nullptr ? folder : "/tmp") + "/lakwerk-sample-XXXXXX" + ending;
    const int descriptor = mkstemps(name.data(), int(std::string_view(ending).size()));
    if (descriptor < 0) throw std::runtime_error("no temporary file");
    fclose(fdopen(descriptor, "w"));
    return name;
}

std::string takeFile(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    remove(name.c_str());
    return bytes;
}

}  // namespace

std::string stream(std::string_view dictionary, std::string_view bytes) {
    std::ostringstream out;
    out << "<< " << dictionary << " /Length " << bytes.size() << " >>\nstream\n" << bytes << "\nendstream";
    return out.str();
}

std::string textAt(double x, double y, std::string_view text, std::string_view before) {
    std::ostringstream out;
    out << "q " << before << " BT /F1 12 Tf " << x << ' ' << y << " Td (" << text << ") Tj ET Q\n";
    return out.str();
}

std::string pdfOf(const PdfParts& parts) {
    std::string pages;
    for (std::size_t at = 0; at < parts.pages; ++at) pages += at == 0 ? "3 0 R" : " 3 0 R";
    std::vector<std::string> objects = {
        "<< /Type /Catalog /Pages 2 0 R " + parts.catalogueEntries + " >>",
        "<< /Type /Pages /Kids [" + pages + "] /Count " + std::to_string(parts.pages) + " >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> " + parts.resources +
            " >> " + parts.pageEntries + " >>",
        stream("", parts.content),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    };
    objects.insert(objects.end(), parts.objects.begin(), parts.objects.end());
    std::string out = "%PDF-1.7\n";
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        offsets.push_back(out.size());
        out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::size_t table = out.size();
    out += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
        char entry[24];
        snprintf(entry, sizeof entry, "%010zu 00000 n \n", offset);
        out += entry;
    }
    return out + "trailer << /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

std::string typedPdf(const std::vector<std::string>& lines) {
    std::string pdf;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append, &pdf, width, height);
    cairo_t* cairo = cairo_create(surface);
    for (std::size_t from = 0; from < lines.size(); from += linesPerPage) {
        drawLines(cairo, lines, from, std::min(lines.size(), from + linesPerPage));
        cairo_show_page(cairo);
    }
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return pdf;
}

std::string scanPng(const std::vector<std::string>& lines, double degrees) {
    std::string png;
    cairo_surface_t* surface = pictureOf(lines, degrees);
    cairo_surface_write_to_png_stream(surface, append, &png);
    cairo_surface_destroy(surface);
    return png;
}

std::string drawnPng() {
    std::string png;
    cairo_surface_t* surface = pictureOf({});
    cairo_t* pen = cairo_create(surface);
    cairo_set_line_width(pen, 5);
    cairo_move_to(pen, 300, 900);
    for (int at = 0; at < 25; ++at) cairo_rel_curve_to(pen, 10, -160, 40, 140, 50, at % 3 * 12 - 10);
    cairo_stroke(pen);
    cairo_destroy(pen);
    cairo_surface_write_to_png_stream(surface, append, &png);
    cairo_surface_destroy(surface);
    return png;
}

std::string scanJpeg(const std::vector<std::string>& lines) {
    Pix* pix = pixOf(lines);
    l_uint8* bytes = nullptr;
    size_t size = 0;
    pixWriteMemJpeg(&bytes, &size, pix, 85, 0);
    std::string jpeg(reinterpret_cast<char*>(bytes), size);
    lept_free(bytes);
    pixDestroy(&pix);
    return jpeg;
}

std::string scanTiff(const std::vector<std::vector<std::string>>& pages) {
    const std::string name = temporaryName(".tif");
    for (std::size_t i = 0; i < pages.size(); ++i) {
        Pix* pix = pixOf(pages[i]);
        Pix* black = pixConvertTo1(pix, 128);
        pixSetResolution(black, 300, 300);
        pixWriteTiff(name.c_str(), black, IFF_TIFF_G4, i == 0 ? "w" : "a");
        pixDestroy(&black);
        pixDestroy(&pix);
    }
    return takeFile(name);
}

std::string scannedPdf(const std::vector<std::vector<std::string>>& pages, double degrees) {
    std::string pdf;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append, &pdf, width, height);
    cairo_t* cairo = cairo_create(surface);
    for (const auto& lines : pages) {
        cairo_surface_t* picture = pictureOf(lines, degrees);
        cairo_save(cairo);
        cairo_scale(cairo, 1 / scale, 1 / scale);
        cairo_set_source_surface(cairo, picture, 0, 0);
        cairo_paint(cairo);
        cairo_restore(cairo);
        cairo_show_page(cairo);
        cairo_surface_destroy(picture);
    }
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return pdf;
}

std::string mixedPdf(const std::string& typed, const std::vector<std::string>& pictured) {
    return cairoPdf([&](cairo_t* cairo) {
        drawLines(cairo, {typed}, 0, 1);
        cairo_surface_t* picture = pictureOf(pictured);
        cairo_surface_t* part = cairo_surface_create_for_rectangle(picture, 60 * scale, 50 * scale, 500 * scale, 200 * scale);
        cairo_translate(cairo, 60, 400);
        cairo_scale(cairo, 1 / scale, 1 / scale);
        cairo_set_source_surface(cairo, part, 0, 0);
        cairo_paint(cairo);
        cairo_surface_destroy(part);
        cairo_surface_destroy(picture);
    });
}

std::string outlinedPdf(const std::vector<std::string>& lines) {
    return cairoPdf([&](cairo_t* cairo) {
        PangoLayout* layout = pango_cairo_create_layout(cairo);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            pango_layout_set_text(layout, lines[i].c_str(), -1);
            cairo_move_to(cairo, 70, 60 + 18.0 * double(i));
            pango_cairo_layout_path(cairo, layout);
        }
        cairo_fill(cairo);
        g_object_unref(layout);
    });
}

std::string typedAndOutlinedPdf(const std::string& typed, const std::string& outlined) {
    return cairoPdf([&](cairo_t* cairo) {
        drawLines(cairo, {typed}, 0, 1);
        PangoLayout* layout = pango_cairo_create_layout(cairo);
        pango_layout_set_text(layout, outlined.c_str(), -1);
        cairo_move_to(cairo, 70, 200);
        pango_cairo_layout_path(cairo, layout);
        cairo_fill(cairo);
        g_object_unref(layout);
    });
}

std::string pdfWithLogo(int pages) {
    return cairoPdf([&](cairo_t* cairo) {
        cairo_surface_t* logo = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 120, 60);
        cairo_t* inside = cairo_create(logo);
        cairo_set_source_rgb(inside, 0.1, 0.4, 0.3);
        cairo_arc(inside, 30, 30, 25, 0, 5);
        cairo_rel_line_to(inside, 60, -10);
        cairo_fill(inside);
        cairo_destroy(inside);
        for (int page = 0; page < pages; ++page) {
            if (page > 0) cairo_show_page(cairo);
            drawLines(cairo, {"", "", "Verslag van het gesprek, deel " + std::to_string(page + 1), "over de school en de vakantie"}, 0, 4);
            cairo_save(cairo);
            cairo_translate(cairo, 400, 30);
            cairo_set_source_surface(cairo, logo, 0, 0);
            cairo_paint(cairo);
            cairo_restore(cairo);
        }
        cairo_surface_destroy(logo);
    });
}

std::string scannedPdfWithLayer(const std::vector<std::string>& lines, const std::vector<std::string>& layer) {
    std::string content;
    for (std::size_t i = 0; i < layer.size(); ++i) content += textAt(70, 770 - 18.0 * double(i), layer[i], "3 Tr");
    return scannedPdfWithDrawing(lines, content);
}

std::string scannedPdfWithDrawing(const std::vector<std::string>& lines, const std::string& operators) {
    const std::string jpeg = scanJpeg(lines), content = "q 595 0 0 842 0 0 cm /Scan Do Q\n" + operators;
    const std::string picture = stream("/Type /XObject /Subtype /Image /Width " + std::to_string(int(width * scale)) + " /Height " +
                                       std::to_string(int(height * scale)) + " /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", jpeg);
    return pdfOf({content, "/XObject << /Scan 6 0 R >>", "", "", {picture}});
}

std::string withPassword(const std::string& pdf, const std::string& userPassword) {
    const std::string plain = temporaryName(".pdf"), locked = temporaryName(".pdf");
    std::ofstream(plain, std::ios::binary) << pdf;
    const std::string command = "qpdf --encrypt '" + userPassword + "' eigenaar 256 -- " + plain + " " + locked;
    const int status = system(command.c_str());
    remove(plain.c_str());
    if (status != 0) throw std::runtime_error("qpdf failed");
    return takeFile(locked);
}

}  // namespace samples
