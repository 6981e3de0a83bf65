// Documents made in the test itself: PDFs written object by object, and scans drawn with cairo.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samples {

// A PDF of one page (A4) with this content stream; /F1 is Helvetica. resources: more entries for the resource
// dictionary; pageEntries, catalogueEntries: more entries there; objects: from number 6 on.
struct PdfParts {
    std::string content, resources, pageEntries, catalogueEntries;
    std::vector<std::string> objects;
    std::size_t pages = 1;  // this one over and over
};
std::string pdfOf(const PdfParts& parts);
std::string stream(std::string_view dictionary, std::string_view bytes);

// text at x, y (points from the bottom left), 12 pt.
std::string textAt(double x, double y, std::string_view text, std::string_view before = "0 g");

// Lines of text as a born-digital PDF by cairo, forty to a page.
std::string typedPdf(const std::vector<std::string>& lines);
// The same lines as a picture of a page, 300 dpi, grey; turned clockwise around the middle of the sheet.
std::string scanPng(const std::vector<std::string>& lines, double degrees = 0);
std::string drawnPng();  // a pen's scrawl as large as a page
std::string scanJpeg(const std::vector<std::string>& lines);
std::string scanTiff(const std::vector<std::vector<std::string>>& pages);
// The picture as the only content of a PDF's pages.
std::string scannedPdf(const std::vector<std::vector<std::string>>& pages, double degrees = 0);

// A typed line above the same lines as a smaller picture.
std::string mixedPdf(const std::string& typed, const std::vector<std::string>& pictured);
// Text as vector outlines, without fonts.
std::string outlinedPdf(const std::vector<std::string>& lines);
// A typed line above a line of vector outlines.
std::string typedAndOutlinedPdf(const std::string& typed, const std::string& outlined);
// A scan with path operators drawn over it.
std::string scannedPdfWithDrawing(const std::vector<std::string>& lines, const std::string& operators);
// Typed pages under the same picture of a few shapes.
std::string pdfWithLogo(int pages);
// A scan with an invisible text layer, as scanners write it.
std::string scannedPdfWithLayer(const std::vector<std::string>& lines, const std::vector<std::string>& layer);

// A ZIP file of these entries (name, bytes).
using Entries = std::vector<std::pair<std::string, std::string>>;
std::string zipOf(const Entries& entries);
// A Word document with this inside w:body; more: other parts.
std::string docxOf(const std::string& body, const Entries& more = {});

// By the qpdf command. Throws where it fails.
std::string withPassword(const std::string& pdf, const std::string& userPassword);

}  // namespace samples
