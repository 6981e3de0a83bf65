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
    return {{"een pdf die is afgebroken", "a.pdf", pdf.substr(0, pdf.size() - 200), Fate::refused},
            {"een pdf van alleen een begin", "a.pdf", "%PDF-1.7\n1 0 obj << /Type", Fate::refused},
            {"een inhoudstabel met verkeerde plaatsen", "a.pdf", withWrongPlaces(), Fate::doubted},
            {"zonder inhoudstabel", "a.pdf", pdf.substr(0, pdf.find("xref\n")), Fate::doubted},
            {"een inhoudstabel die nergens begint", "a.pdf", replaced(pdf, "startxref\n", "startxref\n9999999"), Fate::doubted},
            {"inhoudstabellen die naar elkaar wijzen", "a.pdf", replaced(pdf, "/Root 1 0 R", "/Root 1 0 R /Prev " + std::to_string(pdf.find("xref\n")))},
            {"een pdf die zegt miljarden onderdelen te hebben", "a.pdf", replaced(pdf, "/Size 6", "/Size 2147483647"), Fate::doubted},
            {"een bladzijdenboom in een kring", "a.pdf", replaced(pdf, "/Kids [3 0 R]", "/Kids [2 0 R]"), Fate::doubted, false},
            {"een bladzijdenboom met meer bladzijden dan er zijn", "a.pdf", replaced(pdf, "/Count 1", "/Count 9"), Fate::doubted},
            {"honderdduizend bladzijden", "a.pdf", manyPages(100'000), Fate::refused},
            {"een tekening die zichzelf tekent", "a.pdf", selfDrawing()},
            {"een patroon dat zichzelf schildert", "a.pdf", selfTiling(), Fate::doubted, false},
            {"bladwijzers in een kring", "a.pdf", samples::pdfOf({shown, "", "", "/Outlines 6 0 R", {"<< /First 7 0 R /Last 7 0 R >>", "<< /Title (a) /Next 7 0 R /First 7 0 R >>"}})},
            {"lijsten honderdduizend diep", "a.pdf", samples::pdfOf({shown, "", "/Los " + std::string(100'000, '[') + std::string(100'000, ']'), "", {}}), Fate::doubted, false},
            {"honderdduizend keer de stand bewaard", "a.pdf", samples::pdfOf({repeated("q ", 100'000) + shown, "", "", "", {}})},
            {"ingepakt tot het barst", "a.pdf", bomb(), Fate::doubted},
            {"een beeld van miljarden beeldpunten", "a.pdf", samples::pdfOf({shown + "/X Do\n", "/XObject << /X 6 0 R >>", "", "",
                {stream("/Type /XObject /Subtype /Image /Width 65000 /Height 65000 /ColorSpace /DeviceRGB /BitsPerComponent 8", "x")}}), Fate::doubted},
            {"een bladzijde zo groot als een stad", "a.pdf", replaced(pdf, "[0 0 595 842]", "[0 0 5950000 8420000]"), Fate::refused},
            {"een bladzijde zonder oppervlak", "a.pdf", replaced(pdf, "[0 0 595 842]", "[0 0 0 0]"), Fate::doubted},
            {"achter een wachtwoord", "a.pdf", samples::withPassword(pdf, "geheim"), Fate::refused},
            {"versleuteld met een leeg wachtwoord", "a.pdf", samples::withPassword(pdf, "")}};
}

}  // namespace hostile
