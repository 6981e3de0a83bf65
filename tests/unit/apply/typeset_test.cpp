#include "redaction/apply/typeset/typeset.h"

#include <gmock/gmock.h>

#include <fstream>

#include "redaction/apply/finish/artifacts.h"
#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/finish/pdf_file.h"
#include "tests/unit/apply/other_programs.h"

namespace {

using namespace redaction::apply;
using namespace redaction::apply::typeset;
using testing::HasSubstr;
using testing::Not;

Text letter() {
    Text text;
    text.title = "Beslissing op uw verzoek";
    text.headerLines = {"Veilig Thuis Voorbeeldstad", "Postbus 1, 1234 AB Voorbeeldstad"};
    text.footerLines = {"Kenmerk 2026-014"};
    text.blocks = {Lines{{"De heer A. Proef", "Teststraat 1", "1234 AB Voorbeeldstad"}},
                   KeyValues{{{"Kenmerk", plain("2026-014")}, {"Datum", plain("22 november 2026")}}},
                   Heading{1, "Beslissing op uw verzoek om inzage"},
                   Paragraph{{{"Wij hebben "}, {"alle", Style::bold}, {" stukken bekeken. Daarin belde "},
                              {"[naam · rechten van anderen]", Style::mark}, {" op een "}, {"vrijdag", Style::italic}, {"."}}},
                   Heading{2, "Wat u krijgt"},
                   List{{plain("het verslag van de school"), plain("twee e-mails")}, Numbering::bullets},
                   List{{plain("eerst dit"), plain("dan dat")}, Numbering::numbers},
                   Notice{plain("Een passage is niet verstrekt: rechten van anderen.")}};
    Table table{{"Stuk", "Partner", "Uitkomst"}, {}, {4, 3, 2}, "Overzicht"};
    for (int row = 1; row <= 60; ++row)
        table.rows.push_back({plain("Stuk nummer " + std::to_string(row) + " met een wat langere omschrijving"),
                              plain("Gemeente Voorbeeldstad"), plain("deels")});
    text.blocks.push_back(table);
    return text;
}

TEST(Typeset, WritesTextThatOtherProgramsRead) {
    const auto made = typeset::typeset(letter());
    const auto text = other::pdfText(made.pdf);
    EXPECT_THAT(text, HasSubstr("Beslissing op uw verzoek om inzage"));
    EXPECT_THAT(text, HasSubstr("[naam · rechten van anderen]"));
    EXPECT_THAT(text, HasSubstr("Stuk nummer 60"));
    EXPECT_THAT(text, HasSubstr("Pagina 2 van " + std::to_string(made.pages)));
    EXPECT_EQ(pageCount(made.pdf), made.pages);
}

TEST(Typeset, IsTaggedWithTitleAndLanguageAndSaysNothingElse) {
    const auto objects = other::qdf(typeset::typeset(letter()).pdf);
    for (const auto* expected : {"/Lang (nl)", "/MarkInfo", "/StructTreeRoot", "/DisplayDocTitle true", "/S /H1", "/S /LI", "/S /TH", "/S /TD", "/Outlines"})
        EXPECT_THAT(objects, HasSubstr(expected));
    for (const auto* absent : {"CreationDate", "ModDate", "/Producer", "/Creator", "cairo", "Pango"})
        EXPECT_THAT(objects, Not(HasSubstr(absent)));
}

TEST(Typeset, GivesTheSameBytesTwice) { EXPECT_EQ(typeset::typeset(letter()).pdf, typeset::typeset(letter()).pdf); }

TEST(Typeset, SurvivesTextFromOutside) {
    Text text;
    text.blocks = {Paragraph{plain(std::string("a\0b\x01" "c", 5) + std::string(4000, 'x'))}, Paragraph{{}}, List{}, Table{},
                   Heading{9, ""}, Table{{}, {{plain(std::string(9000, 'y'))}}, {}, ""}};
    EXPECT_GE(typeset::typeset(text).pages, 2u);
}

TEST(FinishPdf, PutsTheAppendixBehind) {
    const auto first = typeset::typeset(letter());
    Text more;
    more.blocks = {Heading{1, "Toelichting op de gronden"}};
    Finish finish{"Samen"};
    finish.appendix = typeset::typeset(more).pdf;
    const auto joined = finishPdf(first.pdf, finish);
    EXPECT_EQ(pageCount(joined), first.pages + 1);
    EXPECT_THAT(other::pdfText(joined), HasSubstr("Toelichting op de gronden"));
    const other::Folder folder;
    const auto structure = other::run("pdfinfo -struct-text " + folder.write("a.pdf", joined).string() + " 2>&1");
    EXPECT_THAT(structure, HasSubstr("\"Beslissing op uw verzoek om inzage"));
    EXPECT_THAT(structure, HasSubstr("\"Toelichting op de gronden"));
    EXPECT_LT(structure.find("Beslissing op uw"), structure.find("Toelichting op de gronden"));
    EXPECT_THAT(structure, Not(HasSubstr("Warning")));
}

TEST(FinishPdf, RefusesWhatCairoDidNotWrite) {
    const auto pdf = typeset::typeset(letter()).pdf;
    const auto tree = pdf.find("/StructElem"), table = pdf.rfind("startxref");
    ASSERT_NE(tree, pdf.npos);
    for (const auto& broken : {std::string(), std::string("%PDF-1.5\n"), pdf.substr(0, table), pdf.substr(0, table) + "startxref\n99999999\n%%EOF\n",
                               pdf.substr(0, tree + 11) + "/X/" + pdf.substr(tree + 14)})
        EXPECT_THROW(finishPdf(broken, {"Titel"}), std::runtime_error);
}

TEST(PdfFile, PacksManyObjectsUnderTheNumbersTheyHave) {
    constexpr int count = 70000;
    for (const auto packing : {PdfFile::Packing::packed, PdfFile::Packing::plain}) {
        PdfFile file(packing, count + 10);
        file.add(1, "<< /Type /Catalog /Pages 3 0 R /Lang (nl) >>");
        file.add(3, "<< /Type /Pages /Kids [ 4 0 R ] /Count 1 >>");
        file.add(4, "<< /Type /Page /Parent 3 0 R /MediaBox [ 0 0 100 100 ] /Resources << >> /Contents 6 0 R /PieceInfo 8 0 R >>");
        file.addStream(6, "/Filter /FlateDecode", PdfFile::packed("0 0 9 9 re f"));
        file.add(7, "<< /Title (T) >>");
        std::string all = "[";
        for (int at = 9; at < count; ++at) all += " " + std::to_string(at) + " 0 R";
        file.add(8, all + " ]");
        for (int at = 9; at < count; ++at) file.add(at, std::to_string(at * 3));
        const other::Folder folder;
        const auto path = folder.write("a.pdf", file.finish(1, 7)).string();
        EXPECT_THAT(other::run("qpdf --check " + path + " 2>&1"), HasSubstr("No syntax or stream encoding errors"));
        EXPECT_THAT(other::run("qpdf --show-object=69999 " + path + " 2>&1"), HasSubstr("209997"));
        EXPECT_THAT(other::run("qpdf --filtered-stream-data --show-object=6 " + path + " 2>&1"), HasSubstr("0 0 9 9 re f"));
        EXPECT_THAT(other::run("mutool info " + path + " 2>&1"), Not(HasSubstr("repair")));
    }
}

TEST(Artifacts, HoldWhatIsUnderNoElement) {
    const struct {
        const char *content, *expected;
    } rows[] = {
        {"q 1 0 0 1 0 0 cm", "q 1 0 0 1 0 0 cm"},
        {"q\n1 1 5 5 re f\n", "/Artifact BMC\nq\n1 1 5 5 re f\nEMC\n\n"},
        {"/P <</MCID 0>> BDC BT (a f\\) f) Tj ET EMC", "/P <</MCID 0>> BDC BT (a f\\) f) Tj ET EMC"},
        {"q f /P <</MCID 0>> BDC f EMC Q", "/Artifact BMC\nq f\nEMC\n /P <</MCID 0>> BDC f EMC Q"},
        {"<66> Tj % f S\n/P BMC /Span BMC f EMC EMC f", "/Artifact BMC\n<66> Tj\nEMC\n % f S\n/P BMC /Span BMC f EMC EMC/Artifact BMC\n f\nEMC\n"},
        {"BI /W 1 ID f S\nEI Q", "/Artifact BMC\nBI /W 1 ID f S\nEI Q\nEMC\n"},
        {"(unfinished f", "(unfinished f"},
        {"<66 f", "<66 f"},
    };
    for (const auto& row : rows) EXPECT_EQ(withArtifacts(row.content), row.expected);
}

}  // namespace
