// PDFs that are broken, turn in circles or are too much.
#include <algorithm>

#include "tests/unit/apply/other_programs.h"
#include "tests/unit/hostile/hostile_inputs.h"
#include "tests/unit/reader/samples.h"

namespace hostile {

namespace {

using samples::stream;
using samples::textAt;

const std::string shown = textAt(72, 760, "Het gesprek was prettig.") + textAt(72, 600, "Daarna belde Corrie Zwaan weer.");

std::string simple() { return samples::pdfOf({shown, "", "", "", {}}); }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.rfind(from);
    return at == text.npos ? text : text.replace(at, from.size(), to);
}

std::string withWrongPlaces() {
    auto pdf = simple();
    for (auto at = pdf.find(" 00000 n"); at != pdf.npos; at = pdf.find(" 00000 n", at + 1)) pdf.replace(at - 10, 10, "0000000007");
    return pdf;
}

std::string repeated(const std::string& part, std::size_t times) {
    std::string all;
    all.reserve(part.size() * times);
    for (std::size_t at = 0; at < times; ++at) all += part;
    return all;
}

// One page object that stands in the tree many times.
std::string manyPages(std::size_t count) {
    auto pdf = simple();
    pdf = replaced(pdf, "/Kids [3 0 R] /Count 1", "/Kids [" + repeated("3 0 R ", count) + "] /Count " + std::to_string(count));
    return pdf;  // the places in the table are wrong now, which is mended
}

std::string deflated(const std::string& bytes) {
    const other::Folder folder;
    const auto in = folder.write("in", bytes);
    return other::run("zlib-flate -compress=9 < " + in.string());
}

// Zeros packed twice: a few kilobytes that become hundreds of megabytes.
std::string bomb() {
    const auto once = deflated(std::string(60u << 20, '0'));
    return samples::pdfOf({shown + "/X Do\n", "/XObject << /X 6 0 R >>", "", "",
                           {stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter [/FlateDecode /FlateDecode]", deflated(once))}});
}

std::string selfDrawing() {
    return samples::pdfOf({shown + "/X Do\n", "/XObject << /X 6 0 R >>", "", "",
                           {stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>", "/X Do")}});
}

std::string selfTiling() {
    return samples::pdfOf({shown + "/Pattern cs /P scn 0 0 50 50 re f\n", "/Pattern << /P 6 0 R >>", "", "",
                           {stream("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /Pattern << /P 6 0 R >> >>",
                                   "/Pattern cs /P scn 0 0 9 9 re f")}});
}

}  // namespace

std::vector<Input> brokenPdfs() {
    const auto pdf = simple();
    return {{"cut off", "a.pdf", pdf.substr(0, pdf.size() - 200), Fate::refused},
            {"only a head", "a.pdf", "%PDF-1.7\n1 0 obj << /Type", Fate::refused},
            {"wrong places in the table", "a.pdf", withWrongPlaces(), Fate::doubted},
            {"no table at all", "a.pdf", pdf.substr(0, pdf.find("xref\n")), Fate::doubted},
            {"a table that begins nowhere", "a.pdf", replaced(pdf, "startxref\n", "startxref\n9999999"), Fate::doubted},
            {"tables that point at each other", "a.pdf", replaced(pdf, "/Root 1 0 R", "/Root 1 0 R /Prev " + std::to_string(pdf.find("xref\n")))},
            {"a size of billions", "a.pdf", replaced(pdf, "/Size 6", "/Size 2147483647"), Fate::doubted},
            {"a tree of pages in a circle", "a.pdf", replaced(pdf, "/Kids [3 0 R]", "/Kids [2 0 R]"), Fate::doubted, false},
            {"a tree that counts pages it has not", "a.pdf", replaced(pdf, "/Count 1", "/Count 9"), Fate::doubted},
            {"a hundred thousand pages", "a.pdf", manyPages(100'000), Fate::refused},
            {"a form that draws itself", "a.pdf", selfDrawing()},
            {"a pattern that paints itself", "a.pdf", selfTiling(), Fate::doubted, false},
            {"bookmarks in a circle", "a.pdf", samples::pdfOf({shown, "", "", "/Outlines 6 0 R", {"<< /First 7 0 R /Last 7 0 R >>", "<< /Title (a) /Next 7 0 R /First 7 0 R >>"}})},
            {"arrays a hundred thousand deep", "a.pdf", samples::pdfOf({shown, "", "/Los " + std::string(100'000, '[') + std::string(100'000, ']'), "", {}}), Fate::opened, false},
            {"states saved a hundred thousand times", "a.pdf", samples::pdfOf({repeated("q ", 100'000) + shown, "", "", "", {}})},
            {"packed until it bursts", "a.pdf", bomb(), Fate::doubted},
            {"a picture of billions of pixels", "a.pdf", samples::pdfOf({shown + "/X Do\n", "/XObject << /X 6 0 R >>", "", "",
                {stream("/Type /XObject /Subtype /Image /Width 65000 /Height 65000 /ColorSpace /DeviceRGB /BitsPerComponent 8", "x")}}), Fate::doubted},
            {"a page as large as a town", "a.pdf", replaced(pdf, "[0 0 595 842]", "[0 0 5950000 8420000]"), Fate::refused},
            {"a page of nothing", "a.pdf", replaced(pdf, "[0 0 595 842]", "[0 0 0 0]"), Fate::doubted},
            {"behind a password", "a.pdf", samples::withPassword(pdf, "geheim"), Fate::refused},
            {"encrypted without a password", "a.pdf", samples::withPassword(pdf, "")}};
}

}  // namespace hostile
