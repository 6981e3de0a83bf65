#include <fstream>
#include <iterator>
#include <sstream>

#include "tests/unit/reader/reader_fixture.h"
#include "tests/unit/reader/samples.h"

using namespace reader_tests;

namespace {

const std::vector<std::string> letter = {
    "Aan het lokale team van de gemeente,", "", "Hierbij vraag ik om inzage in het dossier van mijn zoon Jesse van der",
    "Meulen, geboren op 14 maart 2018. Wij wonen aan de Kastanjelaan 23,", "3571 KZ Utrecht. U kunt mij bellen op 06 12345678.", "",
    "Met vriendelijke groet,", "Willem van der Meulen"};

// Share of the words of the lines that stand in the text.
double share(const std::vector<std::string>& lines, const std::string& text) {
    std::size_t all = 0, found = 0;
    for (const std::string& line : lines) {
        std::istringstream words(line);
        for (std::string word; words >> word; ++all) found += text.find(word) != std::string::npos;
    }
    return double(found) / double(all);
}

}  // namespace

TEST(ReadScan, AScannedPdfIsReadByOcr) {
    const auto result = program().read(samples::scannedPdf({letter, {"Bijlage bij de brief van Willem van der Meulen"}}), "scan.pdf");
    ASSERT_EQ(result.document.pages.size(), 2u);
    EXPECT_TRUE(result.document.pages[0].scanned);
    EXPECT_GE(share(letter, textOf(result.document)), 0.95) << textOf(result.document);
    const document::Word& first = result.document.pages[0].words[0];
    EXPECT_NEAR(first.box.x0, 70, 5);
    EXPECT_NEAR(first.box.y0, 62, 8);
    EXPECT_GT(first.confidence, 0.5);
    EXPECT_LT(first.confidence, 1.0);
    ASSERT_EQ(result.images.size(), 2u);
    EXPECT_NEAR(result.document.pages[1].width, 595, 1);
}

TEST(ReadScan, PicturesAreReadByOcr) {
    const struct {
        std::string bytes, name;
    } rows[] = {{samples::scanPng(letter), "brief.png"}, {samples::scanJpeg(letter), "brief.jpg"}, {samples::scanTiff({letter, letter}), "brief.tif"}};
    for (const auto& row : rows) {
        const auto result = program().read(row.bytes, row.name);
        EXPECT_EQ(result.document.pages.size(), row.name == "brief.tif" ? 2u : 1u);
        EXPECT_EQ(result.images.size(), result.document.pages.size());
        EXPECT_TRUE(result.document.pages[0].scanned);
        EXPECT_NEAR(result.document.pages[0].width, 595, 2) << row.name;
        EXPECT_GE(share(letter, textOf(result.document)), 0.95) << row.name << "\n" << textOf(result.document);
    }
}

TEST(ReadScan, APictureOnATypedPageIsReadToo) {
    // The letter as a picture in the lower half, typed text above it.
    const auto scan = program().read(samples::typedPdf({"Getypte kop van de pagina"}), "x.pdf");
    EXPECT_FALSE(scan.document.pages[0].scanned);
    const std::string pdf = samples::mixedPdf("Getypte kop van de pagina", letter);
    const auto document = program().read(pdf, "x.pdf").document;
    EXPECT_FALSE(document.pages[0].scanned);
    EXPECT_EQ(textOf(document).rfind("Getypte kop van de pagina", 0), 0u);
    EXPECT_GE(share(letter, textOf(document)), 0.9) << textOf(document);
    EXPECT_EQ(textOf(document).find("Getypte"), textOf(document).rfind("Getypte"));
}

TEST(ReadScan, AnEmptyPageIsEmptyAndNoScan) {
    const auto document = program().read(samples::pdfOf({}), "x.pdf").document;
    ASSERT_EQ(document.pages.size(), 1u);
    EXPECT_TRUE(document.pages[0].words.empty());
    EXPECT_FALSE(document.pages[0].scanned);
}

TEST(ReadScan, TextDrawnAsOutlinesIsReadByOcr) {
    const auto document = program().read(samples::outlinedPdf(letter), "x.pdf").document;
    EXPECT_TRUE(document.pages[0].scanned);
    EXPECT_GE(share(letter, textOf(document)), 0.95) << textOf(document);
}

TEST(ReadScan, AHiddenTextLayerThatSaysSomethingElseIsDoubted) {
    const auto honest = program().read(samples::scannedPdfWithLayer(letter, letter), "x.pdf").document;
    EXPECT_TRUE(honest.pages[0].scanned);
    EXPECT_FALSE(doubts(honest, "tekstlaag"));
    const auto other = program().read(samples::scannedPdfWithLayer(letter, {"Iets heel anders dan het beeld laat zien"}), "x.pdf").document;
    EXPECT_TRUE(doubts(other, "tekstlaag"));
    EXPECT_EQ(wordsOf(other, Seen::visible).find("anders"), std::string::npos) << "released is what the picture says";
    EXPECT_NE(wordsOf(other, Seen::invisible).find("anders"), std::string::npos) << "whoever hides that word hides that place";
    EXPECT_EQ(wordsOf(honest, Seen::invisible).find("Jesse"), std::string::npos) << "what was read is not kept twice";
}

TEST(ReadScan, OcrOfAFinishedPdfGivesWhatAnEyeWouldSee) {
    const auto pages = program().ocr(samples::typedPdf(letter));
    ASSERT_EQ(pages.size(), 1u);
    EXPECT_GE(share(letter, pages[0]), 0.95) << pages[0];
}

TEST(ReadScan, AHalfPhotoIsNeverReadAsAWholeOne) {
    const std::string jpeg = samples::scanJpeg(letter);
    EXPECT_FALSE(doubts(program().read(jpeg, "x.jpg").document, "beschadigd"));
    const std::string half = jpeg.substr(0, jpeg.size() / 2);
    for (const std::string& bytes : {half, half + "\xFF\xD9"})
        EXPECT_NE(whyNot(program(), bytes, "x.jpg").find("afgebroken of beschadigd"), std::string::npos);
}

// In a PDF a viewer shows what there is of it, and so does the reader; that something is missing must be said.
TEST(ReadScan, ADamagedPhotoInAPdfIsDoubted) {
    const std::string whole = samples::scannedPdfWithLayer(letter, {});
    EXPECT_FALSE(doubts(program().read(whole, "x.pdf").document, "beschadigde of afgebroken afbeelding"));
    const std::size_t pixels = whole.find("\xFF\xDA"), end = whole.find("\xFF\xD9", pixels);
    ASSERT_NE(end, std::string::npos);
    std::string cut = whole, garbled = whole;
    for (std::size_t at = pixels + (end - pixels) / 2; at < end; ++at) cut[at] = 0;
    for (std::size_t at = pixels + (end - pixels) / 2, to = at + 40; at < to; ++at) garbled[at] = static_cast<char>(~garbled[at]);
    for (const auto& pdf : {cut, garbled}) EXPECT_TRUE(doubts(program().read(pdf, "x.pdf").document, "beschadigde of afgebroken afbeelding"));
}

TEST(ReadScan, ACutPictureOfAnotherKindInAPdfIsDoubted) {
    std::string rows(200 * 100, '\x80');
    const auto pdfWith = [&](const std::string& bytes) {
        const auto picture = samples::stream("/Type /XObject /Subtype /Image /Width 200 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8", bytes);
        return samples::pdfOf({samples::textAt(72, 700, "Bijlage") + "q 200 0 0 100 72 400 cm /Foto Do Q", "/XObject << /Foto 6 0 R >>", "", "", {picture}});
    };
    EXPECT_FALSE(doubts(program().read(pdfWith(rows), "x.pdf").document, "beschadigde of afgebroken afbeelding"));
    EXPECT_TRUE(doubts(program().read(pdfWith(rows.substr(0, 9000)), "x.pdf").document, "beschadigde of afgebroken afbeelding"));
}

TEST(ReadScan, ABrokenPictureIsRefused) {
    const std::string png = samples::scanPng(letter);
    EXPECT_NE(whyNot(program(), png.substr(0, 40), "x.png").find("afgebroken of beschadigd"), std::string::npos);
    EXPECT_NE(whyNot(program(), std::string("II*\0zomaar wat", 14), "x.tif").find("beschadigd"), std::string::npos);
}

// Lines of strokes, drawn as a pen would.
std::string penned(int lines) {
    std::string pen = "3 w 0 g ";
    for (int line = 0; line < lines; ++line)
        for (int stroke = 0; stroke < 12; ++stroke) {
            const int x = 80 + stroke * 30, y = 700 - line * 60;
            pen += std::to_string(x) + " " + std::to_string(y) + " m ";
            for (const int number : {x + 9, y + 40, x + 14, y - 30, x + 25, y + 12}) pen += std::to_string(number) + " ";
            pen += "c S ";
        }
    return samples::pdfOf({pen, "", "", "", {}});
}

// A signature is ink that was not read; a page of it is handwriting, on which a human decides as a whole.
TEST(ReadScan, WhatNobodyReadIsDoubted) {
    EXPECT_TRUE(doubts(program().read(penned(1), "x.pdf").document, "niet als tekst is gelezen"));
    const auto letterByHand = program().read(penned(6), "x.pdf").document;
    EXPECT_TRUE(doubts(letterByHand, "met de hand geschreven")) << textOf(letterByHand) << letterByHand.doubts.size();
    EXPECT_TRUE(letterByHand.pages.at(0).handwritten);
    for (const char* doubt : {"niet als tekst is gelezen", "met de hand geschreven"}) {
        EXPECT_FALSE(doubts(program().read(samples::scannedPdf({letter}), "x.pdf").document, doubt));
        EXPECT_FALSE(doubts(program().read(samples::scanPng(letter), "x.png").document, doubt));
        EXPECT_FALSE(doubts(program().read(samples::pdfOf({}), "x.pdf").document, doubt));
    }
}

// A few pixels that call themselves a page: not worth seconds of scaling.
TEST(ReadScan, ATinyPictureIsNotBlownUp) {
    const auto pixels = std::string(LAKWERK_SOURCE_DIR) + "/tests/fuzz/corpus/png/colour.png";
    std::ifstream file(pixels, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto result = program().read(bytes, "x.png");
    ASSERT_EQ(result.images.size(), 1u);
    EXPECT_LE(result.images[0].width, 64);
}
