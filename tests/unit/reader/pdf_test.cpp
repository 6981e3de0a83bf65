#include "redaction/document/document.h"
#include "tests/unit/reader/reader_fixture.h"
#include "tests/unit/reader/samples.h"

using namespace reader_tests;
using samples::pdfOf;
using samples::textAt;

TEST(ReadPdf, GivesWordsWithTheirPlaces) {
    const auto result = program().read(samples::typedPdf({"Verslag van het huisbezoek", "Mevrouw Çelik–de Groot belt één keer."}), "verslag.pdf");
    const document::Document& document = result.document;
    EXPECT_EQ(document.layout, document::Layout::paged);
    EXPECT_NE(textOf(document).find("Verslag van het huisbezoek\n"), std::string::npos) << textOf(document);
    EXPECT_EQ(wordsOf(document, Seen::visible), "Verslag van het huisbezoek Mevrouw Çelik–de Groot belt één keer.");
    ASSERT_EQ(document.pages.size(), 1u);
    EXPECT_NEAR(document.pages[0].width, 595, 0.5);
    EXPECT_FALSE(document.pages[0].scanned);
    const document::Word& first = document.pages[0].words[0];
    EXPECT_EQ(first.start, 0u);
    EXPECT_EQ(first.end, 7u);
    EXPECT_NEAR(first.box.x0, 70, 2);
    EXPECT_NEAR(first.box.y0, 60, 4);
    EXPECT_LT(first.box.y1, 80);
    EXPECT_TRUE(document.doubts.empty()) << document.doubts[0];
}

TEST(ReadPdf, DrawsPagesForTheScreen) {
    const auto pdf = samples::typedPdf(std::vector<std::string>(90, "Een regel tekst."));
    EXPECT_TRUE(program().read(pdf, "x.pdf").images.empty()) << "such pages need not be drawn to be read";
    const auto images = program().pictures(pdf, 1, 8);
    ASSERT_EQ(images.size(), 2u);
    EXPECT_EQ(images[1].page, 2u);
    EXPECT_NEAR(images[0].width, 595 * 110 / 72, 1);
    EXPECT_EQ(images[0].png.substr(1, 3), "PNG");
    EXPECT_TRUE(program().pictures(pdf, 3, 8).empty());
}

TEST(ReadPdf, TellsHowFarItIs) {
    std::vector<std::string> lines(90, "Een regel tekst.");
    std::size_t done = 0, total = 0;
    const auto result = program().read(samples::typedPdf(lines), "x.pdf", {}, [&](const reader::Progress& progress) {
        done = progress.pagesDone;
        total = progress.pagesTotal;
    });
    EXPECT_EQ(done, 3u);
    EXPECT_EQ(total, 3u);
    ASSERT_EQ(result.document.pages.size(), 3u);
    EXPECT_EQ(result.document.text[result.document.pages[1].start - 1], U'\f');
}

TEST(ReadPdf, TellsWhatCannotBeSeen) {
    const struct {
        const char* why;
        std::string content;
    } rows[] = {
        {"white on white", textAt(72, 700, "Geheim", "1 g")},
        {"covered by a rectangle", textAt(72, 700, "Geheim") + "0 g 60 690 100 30 re f\n"},
        {"covered by white", textAt(72, 700, "Geheim") + "1 g 60 690 100 30 re f\n"},
        {"outside the page", textAt(-300, 700, "Geheim")},
        {"invisible render mode", textAt(72, 700, "Geheim", "3 Tr")},
        {"clipped away", "q 0 0 10 10 re W n " + textAt(72, 700, "Geheim") + " Q\n"},
        {"black on black", "0 g 60 690 100 30 re f\n" + textAt(72, 700, "Geheim")},
        {"fully transparent", textAt(72, 700, "Geheim", "/Clear gs")},
    };
    for (const auto& row : rows) {
        const std::string pdf = pdfOf({textAt(72, 600, "Open tekst") + row.content, "/ExtGState << /Clear << /ca 0 /CA 0 >> >>", "", "", {}});
        const auto document = program().read(pdf, "x.pdf").document;
        EXPECT_EQ(wordsOf(document, Seen::visible), "Open tekst") << row.why;
        EXPECT_TRUE(wordsOf(document, Seen::invisible) == "Geheim" || textOf(document).find("Geheim") == std::string::npos) << row.why;
        EXPECT_EQ(doubts(document, "niet te zien"), !wordsOf(document, Seen::invisible).empty()) << row.why;
    }
}

TEST(ReadPdf, AHalfCoveredWordIsNotVisible) {
    const std::string pdf = pdfOf({textAt(72, 600, "Open") + textAt(72, 700, "Achternaam") + "0 g 100 690 100 30 re f\n", "", "", "", {}});
    EXPECT_EQ(wordsOf(program().read(pdf, "x.pdf").document, Seen::visible), "Open");
}

TEST(ReadPdf, WhiteTextUnderBlackTextIsNotVisible) {
    const std::string pdf = pdfOf({textAt(72, 700, "Geheim", "1 g") + textAt(72, 700, "Zichtb", "0 g"), "", "", "", {}});
    const auto document = program().read(pdf, "x.pdf").document;
    EXPECT_EQ(wordsOf(document, Seen::visible), "Zichtb");
}

TEST(ReadPdf, LightTextOnDarkIsVisible) {
    const std::string pdf = pdfOf({"0 0 0.4 rg 50 680 300 40 re f\n" + textAt(72, 700, "Kop van de brief", "1 g"), "", "", "", {}});
    EXPECT_EQ(wordsOf(program().read(pdf, "x.pdf").document, Seen::visible), "Kop van de brief");
}

TEST(ReadPdf, OutsideTheCropBoxIsNotVisible) {
    const std::string pdf = pdfOf({textAt(200, 400, "Binnen") + textAt(20, 800, "Buiten"), "", "/CropBox [100 100 500 700]", "", {}});
    const auto document = program().read(pdf, "x.pdf").document;
    EXPECT_EQ(wordsOf(document, Seen::visible), "Binnen");
    EXPECT_NEAR(document.pages[0].width, 400, 0.5);
    EXPECT_NEAR(document.pages[0].words[0].box.x0, 100, 3);
}

TEST(ReadPdf, ARotatedPageIsReadAsItIsShown) {
    const std::string pdf = pdfOf({textAt(72, 700, "Gedraaid"), "", "/Rotate 90", "", {}});
    const auto document = program().read(pdf, "x.pdf").document;
    EXPECT_NEAR(document.pages[0].width, 842, 0.5);
    EXPECT_EQ(wordsOf(document, Seen::visible), "Gedraaid");
    EXPECT_GT(document.pages[0].words[0].box.x0, 600);
}

TEST(ReadPdf, DoubtsEveryHidingPlace) {
    const struct {
        const char* doubt;
        samples::PdfParts parts;
    } rows[] = {
        {"opmerkingen", {"", "", "/Annots [6 0 R]", "", {"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Geheim) >>"}}},
        {"formulier", {"", "", "", "/AcroForm << /Fields [6 0 R] >>", {"<< /FT /Tx /T (naam) /V (Geheim) >>"}}},
        {"bijlagen", {"", "", "", "/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", {"<< /Type /Filespec /F (a.txt) >>"}}},
        {"programmacode", {"", "", "", "/Names << /JavaScript << /Names [(a) 6 0 R] >> >>", {"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"}}},
        {"bij het openen", {"", "", "", "/OpenAction 6 0 R", {"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"}}},
        {"lagen", {"", "", "", "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>", {"<< /Type /OCG /Name (laag) >>"}}},
        {"vervangende tekst", {"/Span << /ActualText (Geheim) >> BDC " + textAt(72, 700, "Open") + " EMC\n", "", "", "", {}}},
    };
    for (auto row : rows) {
        row.parts.content += textAt(72, 600, "Gewone tekst");
        const auto document = program().read(pdfOf(row.parts), "x.pdf").document;
        EXPECT_TRUE(doubts(document, row.doubt)) << row.doubt;
        EXPECT_EQ(wordsOf(document, Seen::visible).find("Geheim"), std::string::npos) << row.doubt;
    }
}

TEST(ReadPdf, ReplacementTextThatRepeatsWhatIsShownIsNoDoubt) {
    for (const char* text : {"(Open tekst)", "<FEFF004F00700065006E>"}) {
        const auto document = program().read(pdfOf({"/Span << /ActualText " + std::string(text) + " >> BDC " + textAt(72, 700, "Open tekst") + " EMC\n", "", "", "", {}}), "x.pdf").document;
        EXPECT_TRUE(document.doubts.empty()) << text;
    }
}

TEST(ReadPdf, LettersOfALigatureAreVisible) {
    // The font's ToUnicode says that the one sign "A" stands for "ffi".
    const std::string map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> endcodespacerange "
                            "2 beginbfchar <41> <006600660069> <42> <0042> endbfchar endcmap end end";
    const std::string font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>";
    const std::string content = "BT /F2 12 Tf 72 700 Td (BAB) Tj ET\n";
    const auto document = program().read(pdfOf({content, "", "/Resources << /Font << /F2 6 0 R >> >>", "", {font, samples::stream("", map)}}), "x.pdf").document;
    EXPECT_EQ(wordsOf(document, Seen::visible), "BffiB") << textOf(document);
    EXPECT_TRUE(document.doubts.empty());
}

TEST(ReadPdf, ALayerThatIsOffIsNotOnThePage) {
    const std::string hidden = "/OC /Laag BDC " + textAt(72, 700, "Geheim") + " EMC\n";
    const std::string pdf = pdfOf({hidden + textAt(72, 600, "Open"), "/Properties << /Laag 6 0 R >>", "",
                                   "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>", {"<< /Type /OCG /Name (laag) >>"}});
    EXPECT_EQ(wordsOf(program().read(pdf, "x.pdf").document, Seen::visible), "Open");
}
