// Every way a page has to paint, one row each: what is drawn, what is left out, what makes the page a picture (device.h).
// Whatever happens to it, the page looks as its source does outside the mark, and the mark holds.
#include <gmock/gmock.h>

#include "redaction/apply/rebuild/rebuild.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/apply/reading.h"
#include "tests/unit/reader/samples.h"

namespace {

using namespace redaction;
using samples::stream;
using samples::textAt;
using Way = apply::PageTrace::Way;

const std::string hidden = "Corrie Zwaan";

struct Row {
    std::string what;
    Way way;
    std::string content, resources = {}, entries = {}, catalogue = {};
    std::vector<std::string> objects = {};
};

void PrintTo(const Row& row, std::ostream* to) { *to << row.what; }

std::string form(const std::string& content, const std::string& more = "") {
    return stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> " + more, content);
}
std::string state(const std::string& entries) { return "/ExtGState << /G << " + entries + " >> >>"; }

const std::string square = "100 450 80 60 re ", other = "1 0 0 rg 140 430 80 60 re f ";
const std::string group = "/Group << /S /Transparency /I true ", image = "/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 ";
const std::string pixels = std::string("\xD0\x20\x20\x20\xD0\x20\x20\x20\xD0\xD0\xD0\x20", 12), grey = std::string("\x00\x60\xA0\xFF", 4);
const std::string word = "BT /F1 40 Tf 100 450 Td (Ineke) Tj ET ";
const std::string place = "q 120 0 0 90 100 430 cm /X Do Q ";

std::vector<Row> drawnAsTheyAre() {
    return {{"filled text", Way::drawn, "0 0 1 rg " + word},
            {"text in a pattern of letters and gaps", Way::drawn, "BT /F1 20 Tf 3 Tc 9 Tw 80 Tz 5 Ts 100 450 Td [(In) -300 (eke)] TJ ET "},
            {"mirrored text", Way::drawn, "BT /F1 30 Tf -1 0 0 1 300 450 Tm (Ineke) Tj ET "},
            {"filled paths, even-odd", Way::drawn, "0.2 0.6 0.2 rg 100 450 100 80 re 120 470 60 40 re f* "},
            {"curves", Way::drawn, "100 450 m 150 560 200 350 260 470 c 200 430 l h f "},
            {"strokes with caps, joins and dashes", Way::drawn, "6 w 1 J 1 j [14 9] 3 d 100 450 m 200 520 l 260 450 l S "},
            {"a skewed pen", Way::drawn, "q 6 0 0 0.8 0 0 cm 4 w 20 550 m 40 620 l S Q "},
            {"a pen without width", Way::drawn, "0 w 100 450 m 260 450 l S "},
            {"a clip by a path", Way::drawn, "q 100 450 m 200 540 l 260 450 l h W n 0 0.5 0 rg 90 440 200 80 re f Q "},
            {"an image", Way::drawn, place, "/XObject << /X 6 0 R >>", "", "", {stream(image + "/ColorSpace /DeviceRGB ", pixels)}},
            {"an image with a soft mask of its own", Way::drawn, place, "/XObject << /X 6 0 R >>", "", "",
             {stream(image + "/ColorSpace /DeviceRGB /SMask 7 0 R ", pixels), stream(image + "/ColorSpace /DeviceGray ", grey)}},
            {"an image with a colour as its mask", Way::drawn, place, "/XObject << /X 6 0 R >>", "", "", {stream(image + "/ColorSpace /DeviceRGB /Mask [200 215 20 40 20 40] ", pixels)}},
            {"a stencil", Way::drawn, "0.8 0 0 rg " + place, "/XObject << /X 6 0 R >>", "", "",
             {stream("/Type /XObject /Subtype /Image /Width 8 /Height 4 /BitsPerComponent 1 /ImageMask true ", "\xAA\x55\xF0\x0F")}},
            {"an image in the line", Way::drawn, "q 120 0 0 90 100 430 cm BI /W 2 /H 2 /BPC 8 /CS /G ID " + grey + " EI Q "},
            {"transparent paint", Way::drawn, "/G gs " + square + "f " + other, state("/ca 0.4 /CA 0.4")},
            {"overprint", Way::drawn, "/G gs " + square + "f " + other, state("/OP true /op true /OPM 1")},
            {"a group that only gathers", Way::drawn, "/X Do ", "/XObject << /X 6 0 R >>", "", "", {form(square + "f " + other, group + ">>")}},
            {"a layer that is off", Way::drawn, "/OC /L BDC " + square + "f EMC " + other, "/Properties << /L 6 0 R >>", "", "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
             {"<< /Type /OCG /Name (Laag) >>"}},
            {"an annotation's appearance", Way::drawn, "", "", "/Annots [6 0 R]", "",
             {"<< /Type /Annot /Subtype /Stamp /Rect [100 430 260 520] /F 4 /AP << /N 7 0 R >> >>", stream("/Type /XObject /Subtype /Form /BBox [0 0 160 90] ", "0.3 0.3 0.9 rg 10 10 140 70 re f")}},
            {"a form field's appearance", Way::drawn, "", "", "/Annots [6 0 R]", "/AcroForm << /Fields [6 0 R] >>",
             {"<< /Type /Annot /Subtype /Widget /FT /Tx /T (veld) /V (Ineke) /F 4 /Rect [100 430 260 520] /AP << /N 7 0 R >> >>",
              stream("/Type /XObject /Subtype /Form /BBox [0 0 160 90] /Resources << /Font << /F1 5 0 R >> >> ", "BT /F1 24 Tf 10 30 Td (Ineke) Tj ET")}},
            {"colours of other kinds", Way::drawn, "0.1 0.8 0.3 0 k " + square + "f /C cs 0.7 scn " + "140 430 80 60 re f ", "/ColorSpace << /C [/Separation /Vlek /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 0.2 0 0] /N 1 >>] >>"},
            {"plain colours said to be others", Way::drawn, "1 0.5 0 rg " + square + "f ",
             "/ColorSpace << /DefaultRGB [/CalRGB << /WhitePoint [0.95 1 1.09] /Gamma [1.8 1.8 1.8] >>] >>"},
            {"invisible text", Way::drawn, "BT 3 Tr /F1 30 Tf 100 450 Td (Ineke) Tj ET " + other}};
}

std::vector<Row> asPictures() {
    const std::string shading = "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [100 0 260 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >> >>";
    const std::string font = "/Font << /F1 5 0 R /F2 6 0 R >>";
    return {{"stroked text", Way::picture, "BT 1 Tr 1 w /F1 40 Tf 100 450 Td (Ineke) Tj ET "},
            {"filled and stroked text", Way::picture, "0 0 1 RG BT 2 Tr 2 w /F1 40 Tf 100 450 Td (Ineke) Tj ET "},
            {"text as a clip", Way::picture, "q BT 7 Tr /F1 60 Tf 100 450 Td (Ineke) Tj ET 0 0.6 0 rg 90 430 200 80 re f Q "},
            {"a font of drawings (Type 3)", Way::picture, "BT /F2 40 Tf 100 450 Td (A) Tj ET ", font, "", "",
             {"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 65 /Widths [1000] "
              "/Encoding << /Type /Encoding /Differences [65 /a] >> /CharProcs << /a 7 0 R >> /Resources << >> >>",
              stream("", "1000 0 d0 100 100 700 700 re f")}},
            {"a shading", Way::picture, "q 100 430 160 80 re W n /S sh Q ", "/Shading << /S " + shading + " >>"},
            {"a shading as a pattern", Way::picture, "/Pattern cs /P scn " + square + "f ", "/Pattern << /P << /PatternType 2 /Shading " + shading + " >> >>"},
            {"a tiling pattern", Way::picture, "/Pattern cs /P scn 100 430 160 80 re f ", "/Pattern << /P 6 0 R >>", "", "",
             {stream("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 20 20] /XStep 20 /YStep 20 /Resources << >> ", "0 0.4 0.9 rg 2 2 12 12 re f")}},
            {"a soft mask", Way::picture, "/G gs 0 0 0.7 rg 100 430 160 80 re f ", state("/SMask << /S /Luminosity /G 6 0 R >>"), "", "", {form("1 g 120 440 60 50 re f", "/Group << /S /Transparency /CS /DeviceGray >>")}},
            {"a blend mode", Way::picture, "0 1 1 rg " + square + "f /G gs " + other, state("/BM /Multiply")},
            {"a group that shines through", Way::picture, "/G gs /X Do ", "/XObject << /X 6 0 R >> " + state("/ca 0.5"), "", "", {form(square + "f " + other, group + ">>")}},
            {"a group that knocks out", Way::picture, "/X Do ", "/XObject << /X 6 0 R >> ", "", "", {form("/G gs " + square + "f " + other, group + "/K true >> /Resources << " + state("/ca 0.5") + " >>")}}};
}

std::string source(const Row& row) {
    return samples::pdfOf({textAt(72, 760, "Ineke belde en zei dat alles goed was.") + textAt(72, 700, "Toen kwam Corrie Zwaan langs.") + "0 g\n" + row.content,
                           row.resources, row.entries, row.catalogue, row.objects});
}

struct Pixels {
    int width = 0, height = 0;
    std::string rgb;
    int at(int x, int y, int part) const { return static_cast<unsigned char>(rgb[static_cast<std::size_t>((y * width + x) * 3 + part)]); }
};

// As another program draws it at 200 dots an inch, sixteen of them together.
Pixels seen(const std::string& pdf) {
    const other::Folder folder;
    const auto picture = other::run("mutool draw -q -r 200 -c rgb -F ppm -o - " + folder.write("a.pdf", pdf).string() + " 1 2>/dev/null");
    Pixels fine, pixels;
    int most = 0, read = 0;
    if (sscanf(picture.c_str(), "P6 %d %d %d%n", &fine.width, &fine.height, &most, &read) != 3) return pixels;
    fine.rgb = picture.substr(static_cast<std::size_t>(read) + 1);
    pixels.width = fine.width / 4, pixels.height = fine.height / 4;
    for (int at = 0; at < pixels.width * pixels.height * 3; ++at) {
        int sum = 0;
        for (int dot = 0; dot < 16; ++dot) sum += fine.at(at / 3 % pixels.width * 4 + dot % 4, at / 3 / pixels.width * 4 + dot / 4, at % 3);
        pixels.rgb += static_cast<char>(sum / 16);
    }
    return pixels;
}

// Whether something beside the pixel, too, is much like it: edges fall elsewhere between the dots.
bool hasLike(const Pixels& in, const Pixels& from, int x, int y) {
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
            const int nearX = std::clamp(x + dx, 0, in.width - 1), nearY = std::clamp(y + dy, 0, in.height - 1);
            bool like = true;
            for (int part = 0; part < 3; ++part) like = like && std::abs(in.at(nearX, nearY, part) - from.at(x, y, part)) <= 48;
            if (like) return true;
        }
    return false;
}

// Pixels below `from` points from the top that one shows and the other does not.
int differing(const Pixels& one, const Pixels& two, double from) {
    if (one.width != two.width || one.height != two.height || one.rgb.size() != two.rgb.size() || one.rgb.empty()) return one.width * one.height + 1;
    int count = 0;
    for (int y = static_cast<int>(from * 50 / 72); y < one.height; ++y)
        for (int x = 0; x < one.width; ++x) count += !hasLike(two, one, x, y) || !hasLike(one, two, x, y);
    return count;
}

std::string way(Way way) { return way == Way::drawn ? "drawn" : way == Way::picture ? "picture" : "neither"; }

class Operations : public testing::TestWithParam<Row> {};

TEST_P(Operations, LookAsTheyDidOutsideTheMark) {
    const auto& row = GetParam();
    const auto bytes = source(row);
    const auto document = reading::read(bytes);
    const auto marks = reading::hide(document, {hidden});
    ASSERT_EQ(marks.size(), 1u) << document::toUtf8(document.text);
    const auto made = apply::rebuildPdf(bytes, document, marks, {"[A]"}, "Stuk", {});
    EXPECT_EQ(way(made.trace.at(0).way), way(row.way)) << row.what;
    const auto text = other::pdfText(made.bytes);
    EXPECT_EQ(text.find("Corrie"), text.npos);
    EXPECT_NE(text.find("Ineke belde"), text.npos);
    EXPECT_LE(differing(seen(bytes), seen(made.bytes), 200), 12) << row.what;  // 842 - 700, and the line itself
}

INSTANTIATE_TEST_SUITE_P(Drawn, Operations, testing::ValuesIn(drawnAsTheyAre()), [](const auto& one) { return "Row" + std::to_string(one.index); });
INSTANTIATE_TEST_SUITE_P(AsPicture, Operations, testing::ValuesIn(asPictures()), [](const auto& one) { return "Row" + std::to_string(one.index); });

}  // namespace
