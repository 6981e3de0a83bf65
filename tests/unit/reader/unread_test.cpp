// What a page shows and nobody read as text is put before a human: photos, stamps, handwriting, drawings of any size.
#include <cmath>
#include <sstream>

#include "redaction/document/document.h"
#include "tests/unit/reader/reader_fixture.h"
#include "tests/unit/reader/samples.h"

using namespace reader_tests;

namespace {

constexpr const char* unread = "niet als tekst is gelezen";

// Strokes of a pen as path operators, from x, y (PDF points) on.
std::string pen(int x, int y, int strokes, const char* colour = "0.1 0.15 0.5 RG 1.2 w") {
    std::ostringstream out;
    out << "q " << colour << " " << x << " " << y << " m ";
    for (int at = 0; at < strokes; ++at) out << x + at * 9 + 3 << ' ' << y + 22 << ' ' << x + at * 9 + 8 << ' ' << y - 14 << ' ' << x + at * 9 + 9 << ' ' << y + 4 << " c ";
    return out.str() + "S Q\n";
}

// A grey picture with soft shapes, as a photo has.
std::string photo(int width, int height) {
    std::string pixels;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double fromMiddle = std::hypot(x - width / 2.0, y - height / 2.5) / width;
            pixels += static_cast<char>(fromMiddle < 0.3 ? 150 + 40 * ((x / 7 + y / 9) % 2) : 60 + y * 80 / height);
        }
    return samples::stream("/Type /XObject /Subtype /Image /Width " + std::to_string(width) + " /Height " + std::to_string(height) +
                           " /ColorSpace /DeviceGray /BitsPerComponent 8", pixels);
}

std::string typedWith(const std::string& content, const std::vector<std::string>& objects = {}) {
    std::string text;
    for (int line = 0; line < 10; ++line) text += samples::textAt(72, 760 - 18 * line, "Verslag van het gesprek met vader over de school, regel " + std::to_string(line + 1));
    return samples::pdfOf({text + content, objects.empty() ? "" : "/XObject << /Foto 6 0 R >>", "", "", objects});
}

document::Document read(const std::string& pdf) { return program().read(pdf, "x.pdf").document; }

}  // namespace

TEST(ReadUnread, ASmallPhotoOnATypedPage) {
    EXPECT_FALSE(doubts(read(typedWith("")), unread));
    EXPECT_TRUE(doubts(read(typedWith("q 99 0 0 127 400 400 cm /Foto Do Q", {photo(99, 127)})), unread));
    EXPECT_TRUE(doubts(read(typedWith("q 30 0 0 38 400 400 cm /Foto Do Q", {photo(99, 127)})), unread));
    EXPECT_FALSE(doubts(read(typedWith("q 9 0 0 9 60 400 cm /Foto Do Q", {photo(9, 9)})), unread));  // a bullet
}

TEST(ReadUnread, ASignatureOfVectorsOnATypedPage) {
    EXPECT_TRUE(doubts(read(typedWith(pen(80, 300, 12))), unread));
    EXPECT_TRUE(doubts(read(typedWith(pen(80, 300, 5))), unread));
}

TEST(ReadUnread, RulesFramesAndBulletsAreNoDrawings) {
    std::string table = "0.5 w 0 G ";
    for (int row = 0; row < 6; ++row) table += "72 " + std::to_string(300 + 20 * row) + " m 500 " + std::to_string(300 + 20 * row) + " l S ";
    for (int column = 0; column < 4; ++column) table += std::to_string(72 + 142 * column) + " 300 m " + std::to_string(72 + 142 * column) + " 400 l S ";
    table += "0.9 g 72 420 428 30 re f 0 g 60 200 480 40 re S ";
    table += "80 100 m 480 100 l 490 100 500 110 500 120 c 500 160 l 500 170 490 180 480 180 c 80 180 l 70 180 60 170 60 160 c 60 120 l 60 110 70 100 80 100 c S ";
    for (int row = 0; row < 5; ++row) {
        const int y = 255 + row * 9;
        table += "64 " + std::to_string(y) + " m 66 " + std::to_string(y) + " 67 " + std::to_string(y + 1) + " 67 " + std::to_string(y + 2) + " c 67 " +
                 std::to_string(y + 4) + " 62 " + std::to_string(y + 4) + " 62 " + std::to_string(y + 2) + " c f ";
    }
    const auto document = read(typedWith(table));
    EXPECT_FALSE(doubts(document, unread));
    EXPECT_FALSE(document.pages[0].scanned);
}

// Letters drawn as shapes beside typed text were released unread: now they are words like all others.
TEST(ReadUnread, LettersDrawnAsShapesBesideTypedTextAreRead) {
    const auto document = read(samples::typedAndOutlinedPdf("Getypte kop van deze bladzijde", "Daarna belde mevrouw Groenewoud met school"));
    EXPECT_NE(textOf(document).find("Getypte kop van deze bladzijde"), std::string::npos);
    EXPECT_NE(textOf(document).find("Groenewoud"), std::string::npos) << textOf(document);
}

TEST(ReadUnread, ASignatureUnderAScannedLetter) {
    const std::vector<std::string> letter = {"Aan het lokale team van de gemeente,", "", "Hierbij vraag ik om inzage in het dossier van mijn zoon.",
                                             "Wij wonen aan de Kastanjelaan 23.", "", "Met vriendelijke groet,"};
    EXPECT_FALSE(doubts(read(samples::scannedPdf({letter})), unread));
    const std::string signedLetter = samples::scannedPdfWithDrawing(letter, pen(80, 560, 14));
    EXPECT_TRUE(doubts(read(signedLetter), unread)) << textOf(read(signedLetter));
}

// A letterhead stands on every page; a human looks at it once.
TEST(ReadUnread, TheSamePictureOnMorePagesIsToldOfOnce) {
    const auto document = read(samples::pdfWithLogo(3));
    ASSERT_EQ(document.pages.size(), 3u);
    EXPECT_EQ(std::count_if(document.doubts.begin(), document.doubts.end(), [](const auto& doubt) { return doubt.find(unread) != std::string::npos; }), 1);
    EXPECT_TRUE(doubts(document, "Pagina 1 toont"));
}
