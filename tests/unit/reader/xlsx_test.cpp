#include "redaction/document/document.h"
#include "tests/unit/reader/blocks.h"
#include "tests/unit/reader/reader_fixture.h"
#include "tests/unit/reader/office_samples.h"

using namespace reader_tests;
using document::BlockKind;

using namespace samples::xlsx;

namespace {

document::Document readBook(const std::string& bytes) { return program().read(bytes, "uren.xlsx").document; }

}  // namespace

TEST(ReadXlsx, ShowsValuesAsTheirFormatsDo) {
    const struct {
        std::string value;
        int style;
        std::string shown;
    } table[] = {{"45730", 1, "14-03-2025"}, {"45730.4270833333", 2, "14-03-2025 10:15"}, {"59", 1, "28-02-1900"}, {"61", 1, "01-03-1900"}, {"12345678", 3, "012345678"},
                 {"1250.5", 4, "€ 1.250,50"}, {"-1234567.891", 4, "-€ 1.234.567,89"}, {"0.215", 5, "21,50%"}, {"612345678", 7, "06-12345678"}, {"1.5", 8, "36:00"}, {"0.75", 9, "18:00"},
                 {"0.1", 0, "0,1"}, {"1E-3", 0, "0,001"}, {"123456782", 0, "123456782"}, {"geen getal", 0, "geen getal"}, {"-5", 1, "-5"}};
    std::string all, expected = "Contacten\n";
    for (const auto& line : table) all += number(line.value, line.style), expected += "\n" + line.shown;
    EXPECT_EQ(textOf(readBook(bookOf(rows(all)))), expected);
}

TEST(ReadXlsx, GivesStringsTruthsErrorsAndFormulas) {
    const auto document = readBook(bookOf(rows(R"(<row r="2"><c r="C2" t="s"><v>0</v></c><c r="XFD2" t="inlineStr"><is><t>in de cel</t></is></c></row>)"
                                               R"(<row r="9"><c r="C9" t="s"><v>1</v></c><c t="b"><v>1</v></c><c r="XFD9" t="str"><f>A1&amp;"x"</f><v>uitkomst</v></c></row>)"
                                               R"(<row r="1048576"><c r="D1048576" t="e"><v>#N/B</v></c><c t="s"><v>77</v></c></row>)")));
    EXPECT_EQ(blocksOf(document), (std::vector<Found>{{BlockKind::heading, "Contacten", ""}, {BlockKind::tableRow, "Roos\t\t\tin de cel", ""}, {BlockKind::tableRow, "Tom Żur\tWAAR\t\tuitkomst", ""},
                                                      {BlockKind::tableRow, "\t#N/B\t\uFFFD\t", ""}}));
    EXPECT_TRUE(document.doubts.empty());
}

TEST(ReadXlsx, FindsWhatHides) {
    const std::string sheet = R"(<cols><col min="2" max="2" hidden="1"/></cols>)" +
                              rows(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>geheim</t></is></c><c r="C1" t="inlineStr" s="6"><is><t>onzichtbaar</t></is></c></row>)"
                                   R"(<row r="2" hidden="1"><c r="A2" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="str"><f>IF(B1="Kempenaar",1,2)</f><v>klaar</v></c></row>)") +
                              R"(<dataValidations><dataValidation prompt="Vul de vader in"><formula1>"Jan,Piet"</formula1></dataValidation></dataValidations>)"
                              R"(<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Dossier &amp;P&amp;RR &amp;&amp; S</oddHeader><oddFooter>&amp;CVertrouwelijk</oddFooter></headerFooter>)";
    const auto document = readBook(bookOf(sheet,
        {{"xl/worksheets/sheet2.xml", "<worksheet>" + rows(R"(<row><c t="inlineStr"><is><t>niet tonen</t></is></c></row>)") + "</worksheet>"},
         {"xl/worksheets/_rels/sheet1.xml.rels", relations(related("a", "comments", "../comments1.xml") + related("b", "threadedComment", "../threadedComments/t1.xml") + related("c", "drawing", "../drawings/d1.xml") +
                                                           related("d", "hyperlink", "mailto:oma@voorbeeld.example", R"( TargetMode="External")"))},
         {"xl/comments1.xml", R"(<comments><authors><author>Ilse</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>Klopt dit?</t></r></text></comment></commentList></comments>)"},
         {"xl/threadedComments/t1.xml", R"(<ThreadedComments><threadedComment ref="A3" personId="{1}"><text>Nee</text></threadedComment></ThreadedComments>)"},
         {"xl/persons/person.xml", R"(<personList><person displayName="Bram" id="{1}"/></personList>)"},
         {"xl/drawings/d1.xml", R"(<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><xdr:cNvPr descr="foto van Roos"/><xdr:txBody><a:p><a:r><a:t>In het kader</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>)"},
         {"xl/pivotCache/p.xml", "<x/>"},
         {"xl/vbaProject.bin", "x"}},
        R"(<sheet name="Contacten" r:id="r1"/><sheet name="Intern" state="veryHidden" r:id="r2"/>)", R"(<definedNames><definedName name="vader" hidden="1">"Jan"</definedName><definedName name="_xlnm.Print_Area">A1</definedName></definedNames>)"));
    EXPECT_EQ(blocksOf(document), (std::vector<Found>{{BlockKind::header, "Dossier  R & S", "koptekst"}, {BlockKind::heading, "Contacten", ""}, {BlockKind::tableRow, "Roos", ""},
                                                      {BlockKind::hidden, "Tom Żur", "verborgen rij"}, {BlockKind::tableRow, "klaar", ""}, {BlockKind::hidden, "Roos\tgeheim", "verborgen kolom"},
                                                      {BlockKind::hidden, "Roos\tonzichtbaar", "onzichtbare cel"}, {BlockKind::hidden, "A3: IF(B1=\"Kempenaar\",1,2)", "formule met tekst erin"},
                                                      {BlockKind::hidden, "Vul de vader in", "uitleg bij een cel"}, {BlockKind::hidden, "\"Jan,Piet\"", "keuzes van een invoerveld"},
                                                      {BlockKind::hidden, "A1 (Ilse): Klopt dit?", "opmerking bij een cel"}, {BlockKind::hidden, "A3 (Bram): Nee", "opmerking bij een cel"},
                                                      {BlockKind::hidden, "foto van Roos", "alternatieve tekst bij een afbeelding"}, {BlockKind::paragraph, "In het kader", ""},
                                                      {BlockKind::header, "Vertrouwelijk", "voettekst"}, {BlockKind::hidden, "Intern\nniet tonen", "verborgen blad"},
                                                      {BlockKind::hidden, "vader: \"Jan\"", "gedefinieerde naam"}, {BlockKind::hidden, "oma@voorbeeld.example", "adres achter een verwijzing"}}));
    for (const char* about : {"verborgen bladen", "opmerkingen", "draaitabel", "programmacode"}) EXPECT_TRUE(doubts(document, about)) << about;
}

TEST(ReadXlsx, AFullSheetIsRefusedAndASparseOneRead) {
    std::string sparse, full;
    for (int i = 1; i <= 1048576; i += 16) sparse += "<row r=\"" + std::to_string(i) + "\" ht=\"15\"/>";
    EXPECT_EQ(textOf(readBook(bookOf(rows(sparse + R"(<row r="1048576"><c t="s"><v>0</v></c></row>)")))), "Contacten\n\nRoos");
    for (int i = 0; i < 1100; ++i) {
        full += "<row>";
        for (int column = 0; column < 1000; ++column) full += "<c><v>1</v></c>";
        full += "</row>";
    }
    const auto start = std::chrono::steady_clock::now();
    EXPECT_NE(whyNot(program(), bookOf(rows(full)), "x.xlsx").find("te groot"), std::string::npos);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

TEST(ReadXlsx, RefusesWhatIsNotOne) {
    EXPECT_NE(whyNot(program(), samples::zipOf({{"xl/workbook.xml", "<nooit"}}), "x.xlsx").find("Excel-bestand is niet wat de naam belooft"), std::string::npos);
    EXPECT_NE(whyNot(program(), bookOf("<sheetData><row><c><v>1</v>"), "x.xlsx").find("niet wat de naam belooft"), std::string::npos);
    const std::string entity = R"(<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&e;</v></c></row></sheetData></worksheet>)";
    const auto book = samples::zipOf({{"xl/workbook.xml", R"(<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>)"},
                                      {"xl/_rels/workbook.xml.rels", relations(related("r1", "worksheet", "a.xml"))}, {"xl/a.xml", entity}});
    EXPECT_NE(whyNot(program(), book, "x.xlsx").find("niet wat de naam belooft"), std::string::npos);
}
