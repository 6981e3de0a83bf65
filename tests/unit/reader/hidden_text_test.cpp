// Text of a PDF that its pages do not draw: shown apart as hidden, never among what can leave.
#include "redaction/document/unseen.h"
#include "redaction/marks/marks.h"
#include "tests/unit/reader/reader_fixture.h"
#include "tests/unit/reader/samples.h"

using namespace reader_tests;
using samples::pdfOf;
using samples::stream;
using samples::textAt;

namespace {

const std::string open = textAt(72, 600, "Gewone tekst");

std::string hiddenOf(const document::Document& document) {
    std::string all;
    for (const auto& hidden : document::unseenOf(document))
        all += hidden.note + ": " + document::toUtf8(std::u32string_view(document.text).substr(hidden.start, hidden.end - hidden.start)) + "\n";
    return all;
}

std::string xmp(const std::string& creator) {
    return "<?xpacket begin=\"\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmp:CreatorTool=\"Schrijfprogramma\">"
           "<dc:creator><rdf:Seq><rdf:li>" + creator + "</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>";
}

std::string withInfo(std::string pdf, const std::string& object) { return pdf.replace(pdf.rfind("/Root 1 0 R"), 11, "/Root 1 0 R /Info " + object); }

struct Row {
    const char* told;  // note and text
    samples::PdfParts parts;
};

const Row& row(std::size_t at) {
    static const std::string layered = "/OC /Laag BDC " + textAt(72, 500, "Zwaan in een laag") + " EMC\n";
    static const Row rows[] = {
        {"opmerking op deze pagina: Zwaan", {open, "", "/Annots [6 0 R]", "", {"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Zwaan) >>"}}},
        {"opmerking op deze pagina: Zwaan", {open, "", "/Annots [6 0 R]", "", {"<< /Type /Annot /Subtype /Highlight /Rect [10 10 30 30] /RC (<body><p>Zwaan</p></body>) >>"}}},
        {"maker van een opmerking: Zwaan", {open, "", "/Annots [6 0 R]", "", {"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /T (Zwaan) >>"}}},
        {"adres achter een koppeling: https://voorbeeld.nl/Zwaan", {open, "", "/Annots [6 0 R]", "", {"<< /Type /Annot /Subtype /Link /Rect [10 10 30 30] /A << /S /URI /URI (https://voorbeeld.nl/Zwaan) >> >>"}}},
        {"waarde van een formulierveld: Zwaan", {open, "", "/Annots [6 0 R]", "/AcroForm << /Fields [6 0 R] >>", {"<< /Type /Annot /Subtype /Widget /FT /Tx /T (naam) /V (Zwaan) /F 2 /Rect [300 300 400 320] >>"}}},
        {"standaardwaarde van een formulierveld: Zwaan", {open, "", "/Annots [6 0 R]", "", {"<< /Type /Annot /Subtype /Widget /FT /Tx /T (naam) /DV (Zwaan) /F 2 /Rect [300 300 400 320] >>"}}},
        {"waarde van een formulierveld: Zwaan", {open, "", "", "/AcroForm << /Fields [6 0 R] >>", {"<< /FT /Tx /T (naam) /Kids [7 0 R] >>", "<< /T (deel) /Parent 6 0 R /V (Zwaan) >>"}}},
        {"gegevens in het formulier: Zwaan", {open, "", "", "/AcroForm << /Fields [] /XFA 6 0 R >>", {stream("", "<x><datasets><naam>Zwaan</naam></datasets></x>")}}},
        {"vervangende tekst: Zwaan", {"/Span << /ActualText (Zwaan) >> BDC " + open + " EMC\n", "", "", "", {}}},
        {"vervangende tekst: Zwaan", {"/Span /Deel BDC " + open + " EMC\n", "/Properties << /Deel << /ActualText <FEFF005A007700610061006E> >> >>", "", "", {}}},
        {"vervangende tekst: Zwaan", {open + "/Vorm Do\n", "/XObject << /Vorm 6 0 R >>", "", "", {stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "/Span << /ActualText (Zwaan) >> BDC 0 0 1 1 re f EMC")}}},
        {"vervangende tekst: Zwaan", {open, "", "", "/StructTreeRoot << /Type /StructTreeRoot /K 6 0 R >>", {"<< /S /Figure /P 1 0 R /Alt (Zwaan) >>"}}},
        {"bladwijzer: Zwaan", {open, "", "", "/Outlines << /First 6 0 R >>", {"<< /Title (Hoofdstuk) /Next 7 0 R >>", "<< /Title (Zwaan) >>"}}},
        {"eigenschap van het bestand: Zwaan", {open, "", "", "/Metadata 6 0 R", {stream("/Type /Metadata /Subtype /XML", xmp("Zwaan"))}}},
        {"tekst in een laag die uit staat: Zwaan in een laag", {open + layered, "/Properties << /Laag 6 0 R >>", "", "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>", {"<< /Type /OCG /Name (laag) >>"}}},
        {"naam van een laag: Zwaan", {open, "", "", "/OCProperties << /OCGs [6 0 R] /D << >> >>", {"<< /Type /OCG /Name (Zwaan) >>"}}},
    };
    static const Row none{nullptr, {}};
    return at < std::size(rows) ? rows[at] : none;
}

}  // namespace

TEST(HiddenText, OfEveryPlaceIsToldAsHiddenAndNeverLeaves) {
    for (std::size_t at = 0; row(at).told; ++at) {
        const auto pdf = pdfOf(row(at).parts);
        const auto document = program().read(pdf, "x.pdf").document;
        EXPECT_NE(hiddenOf(document).find(row(at).told), std::string::npos) << at << ": " << hiddenOf(document);
        EXPECT_EQ(wordsOf(document, Seen::visible), "Gewone tekst") << row(at).told;
        EXPECT_EQ(document::toUtf8(document::asSeen(document).text).find("Zwaan"), std::string::npos) << row(at).told;
        EXPECT_EQ(document::toUtf8(marks::releasedText(document, {})).find("Zwaan"), std::string::npos) << row(at).told;
        const auto rebuilt = program().rebuild(pdf, document, {}, {}, "Stuk").pdf;
        EXPECT_EQ(rebuilt.find("Zwaan"), std::string::npos) << row(at).told;
        const auto again = program().read(rebuilt, "x.pdf").document;
        EXPECT_EQ(wordsOf(again, Seen::visible), "Gewone tekst") << row(at).told;
        EXPECT_EQ(textOf(again).find("Zwaan"), std::string::npos) << row(at).told;
    }
}

TEST(HiddenText, OfTheTrailerIsTold) {
    const auto pdf = withInfo(pdfOf({open, "", "", "", {"<< /Author (Zwaan) /Producer (Schrijfprogramma) /Afdeling (Panter) >>"}}), "6 0 R");
    const auto hidden = hiddenOf(program().read(pdf, "x.pdf").document);
    EXPECT_NE(hidden.find("eigenschap van het bestand: Zwaan"), std::string::npos) << hidden;
    EXPECT_NE(hidden.find("eigenschap van het bestand: Panter"), std::string::npos) << hidden;
    EXPECT_EQ(hidden.find("Schrijfprogramma"), std::string::npos) << hidden;
}

TEST(HiddenText, ThatRepeatsThePageHidesNothing) {
    const auto pdf = pdfOf({open, "", "/Annots [6 0 R]", "/Outlines << /First 7 0 R >> /StructTreeRoot << /K << /S /P /ActualText (Gewone tekst) >> >>",
                            {"<< /Type /Annot /Subtype /Link /Rect [10 10 30 30] /Contents (Gewone  tekst) >>", "<< /Title (Gewone tekst) >>"}});
    const auto document = program().read(pdf, "x.pdf").document;
    EXPECT_EQ(hiddenOf(document), "");
    EXPECT_TRUE(document.doubts.empty());
}

TEST(HiddenText, StandsBehindItsOwnPage) {
    // Two pages, a remark on the first.
    auto pdf = pdfOf({open, "", "/Annots [6 0 R]", "", {"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Zwaan) >>",
                                                       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"}});
    pdf.replace(pdf.find("/Kids [3 0 R] /Count 1"), 22, "/Kids[3 0 R 7 0 R]/Count 2");
    const auto document = program().read(pdf, "x.pdf").document;
    ASSERT_EQ(document.pages.size(), 2u);
    const auto at = document.text.find(U"Zwaan");
    ASSERT_NE(at, document.text.npos);
    EXPECT_GE(at, document.pages[0].start);
    EXPECT_LT(at, document.pages[0].end);
    EXPECT_EQ(document.text[document.pages[1].start - 1], U'\f');
}

TEST(HiddenText, FilesInsideAreHandedOn) {
    const auto file = [](const char* key) { return std::string("<< /Type /Filespec /F (oud.txt) /UF (verslag.txt) /EF << /") + key + " 7 0 R >> >>"; };
    const std::string bytes = stream("/Type /EmbeddedFile /Subtype /text#2Fplain", "Het gesprek verliep goed.");
    const samples::PdfParts rows[] = {
        {open, "", "", "/Names << /EmbeddedFiles << /Kids [<< /Names [(a) 6 0 R] >>] >> >>", {file("F"), bytes}},
        {open, "", "", "/AF [6 0 R]", {file("UF"), bytes}},
        {open, "", "/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [10 10 30 30] /FS 6 0 R >>]", "", {file("F"), bytes}},
        {open, "", "/AF [6 0 R]", "/AF [6 0 R] /Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", {file("F"), bytes}},
    };
    for (const auto& parts : rows) {
        const auto read = program().read(pdfOf(parts), "x.pdf");
        ASSERT_EQ(read.attachments.size(), 1u) << parts.catalogueEntries;
        EXPECT_EQ(read.attachments[0].name, "verslag.txt");
        EXPECT_EQ(read.attachments[0].mediaType, "text/plain");
        EXPECT_EQ(read.attachments[0].bytes, "Het gesprek verliep goed.");
        EXPECT_FALSE(doubts(read.document, "bijlagen"));
    }
}

TEST(HiddenText, MarksOnItDrawNothing) {
    const auto pdf = pdfOf(row(0).parts);
    const auto document = program().read(pdf, "x.pdf").document;
    const auto at = document.text.find(U"Zwaan");
    const auto marked = program().rebuild(pdf, document, {{at, at + 5, "third-party", {}, {}, {}}}, {"naam"}, "Stuk").pdf;
    EXPECT_EQ(textOf(program().read(marked, "x.pdf").document).find("naam"), std::string::npos);
}
