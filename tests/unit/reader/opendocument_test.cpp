#include "tests/unit/reader/blocks.h"
#include "tests/unit/reader/reader_fixture.h"
#include "tests/unit/reader/office_samples.h"

using namespace reader_tests;
using document::BlockKind;

using namespace samples::odf;

TEST(ReadOdt, KeepsTheStructure) {
    const auto document = program().read(fileOf("text", "", R"(<text:h text:outline-level="2">Verslag</text:h>)" + p("Het gezin<text:s text:c=\"2\"/>Żur<text:tab/>\n  en meer<text:line-break/>slot") +
                                                    "<text:list><text:list-item>" + p("een") + "<text:list><text:list-item>" + p("onder een") + "</text:list-item></text:list></text:list-item></text:list>" +
                                                    "<table:table>" + row(cell("Datum") + cell("Wie")) + row(cell("3 mei") + "<table:table-cell>" + p("Moeder") + p("Oma") + "</table:table-cell>") + "</table:table>"),
                                         "verslag.odt").document;
    EXPECT_EQ(blocksOf(document), (std::vector<Found>{{BlockKind::heading, "Verslag", ""}, {BlockKind::paragraph, "Het gezin  Żur\ten meer\nslot", ""}, {BlockKind::listItem, "een", ""},
                                                      {BlockKind::listItem, "onder een", ""}, {BlockKind::tableRow, "Datum\tWie", ""}, {BlockKind::tableRow, "3 mei\tMoeder\nOma", ""}}));
    EXPECT_EQ(document.blocks[0].level, 2);
    EXPECT_TRUE(document.doubts.empty());
}

TEST(ReadOdt, FindsWhatHides) {
    const std::string styles = R"(<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>)";
    const std::string body = R"(<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>)" + p("geschrapt") + "</text:deletion></text:changed-region></text:tracked-changes>" +
                             R"(<text:user-field-decls><text:user-field-decl text:name="client" office:string-value="Roos"/></text:user-field-decls>)" +
                             p(R"(Open <text:span text:style-name="T2">geheim</text:span><text:change text:change-id="c1"/><office:annotation><dc:creator>Ilse</dc:creator>)" + p("Klopt dit?") +
                               "</office:annotation><text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("Bron: school<text:span text:style-name=\"T1\">, zegt Roos</text:span>") + "</text:note-body></text:note>") +
                             R"(<text:section text:display="none">)" + p("sectietekst") + "</text:section>" +
                             p("<draw:frame><draw:text-box>" + p("In het kader") + "</draw:text-box><svg:desc>een kader</svg:desc></draw:frame>") +
                             p(R"(<text:a xlink:href="mailto:oma@voorbeeld.example">mail</text:a><text:hidden-text text:string-value="stil"/>)") +
                             R"(<office:forms><form:form><form:text form:current-value="ingevuld"/></form:form></office:forms>)";
    const auto document = program().read(fileOf("text", styles, body, {{"meta.xml", R"(<office:document-meta xmlns:office="o" xmlns:dc="c"><office:meta><dc:creator>Ilse</dc:creator></office:meta></office:document-meta>)"}}), "x.odt").document;
    EXPECT_EQ(blocksOf(document), (std::vector<Found>{{BlockKind::hidden, "client: Roos", "gegeven van een invoerveld"}, {BlockKind::paragraph, "Open [1]", ""}, {BlockKind::hidden, "geheim", "verborgen tekst"},
                                                      {BlockKind::hidden, "geschrapt", "verwijderde tekst (bijgehouden wijziging)"}, {BlockKind::hidden, "Ilse: Klopt dit?", "opmerking in de kantlijn"},
                                                      {BlockKind::paragraph, "[1] Bron: school", ""}, {BlockKind::hidden, ", zegt Roos", "verborgen tekst"}, {BlockKind::hidden, "sectietekst", "verborgen sectie"},
                                                      {BlockKind::hidden, "een kader", "alternatieve tekst bij een afbeelding"}, {BlockKind::paragraph, "In het kader", ""},
                                                      {BlockKind::paragraph, "mail", ""}, {BlockKind::hidden, "stil", "verborgen tekst"}, {BlockKind::hidden, "ingevuld", "gegeven van een invoerveld"},
                                                      {BlockKind::hidden, "oma@voorbeeld.example", "adres achter een verwijzing"}, {BlockKind::hidden, "auteur: Ilse", "eigenschappen van het bestand"}}));
    for (const char* about : {"niet te zien", "wijzigingen", "opmerkingen"}) EXPECT_TRUE(doubts(document, about)) << about;
}

TEST(ReadOdt, ReadsHeadersFootersAndPictures) {
    const std::string page = "<office:document-styles" + spaces + "><office:master-styles><style:master-page><style:header>" + p("Dossier 12") + "</style:header><style:footer>" + p("Vertrouwelijk") +
                             "</style:footer></style:master-page></office:master-styles></office:document-styles>";
    const auto document = program().read(fileOf("text", "", p("Voor") + p(R"(<draw:frame svg:width="21cm"><draw:image xlink:href="Pictures/a.png"/></draw:frame>)"),
                                                {{"styles.xml", page}, {"Pictures/a.png", samples::scanPng({"Daarna belde mevrouw Groenewoud"})}}), "x.odt").document;
    EXPECT_EQ(blocksOf(document), (std::vector<Found>{{BlockKind::header, "Dossier 12", "koptekst"}, {BlockKind::paragraph, "Voor", ""},
                                                      {BlockKind::paragraph, "[Tekst in een afbeelding] Daarna belde mevrouw Groenewoud", ""}, {BlockKind::header, "Vertrouwelijk", "voettekst"}}));
}

TEST(ReadOdt, RefusesWhatIsLockedOrIsNotOne) {
    EXPECT_NE(whyNot(program(), fileOf("text", "", p("x"), {{"META-INF/manifest.xml", "<m><encryption-data/></m>"}}), "x.odt").find("versleuteld"), std::string::npos);
    EXPECT_NE(whyNot(program(), samples::zipOf({{"content.xml", "<nooit"}}), "x.odt").find("niet wat de naam belooft"), std::string::npos);
    EXPECT_NE(whyNot(program(), "Gewone tekst", "x.odt").find("niet wat de naam belooft"), std::string::npos);
}

TEST(ReadOdt, NestingWithoutEndIsDoubtedAndEnds) {
    std::string lists, ends;
    for (int i = 0; i < 240; ++i) lists += "<text:section>", ends += "</text:section>";
    EXPECT_NE(whyNot(program(), fileOf("text", "", lists + p("diep") + ends), "x.odt").find("niet wat de naam belooft"), 0u);
}

TEST(ReadOds, GivesSheetsAsTablesAndWhatHidesInThem) {
    const std::string styles = R"(<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>)";
    const std::string body = R"(<table:table table:name="Contacten"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>)" +
                             row(cell("Datum") + "<table:table-cell>" + p("Naam") + "<office:annotation>" + p("Wie is dit?") + "</office:annotation></table:table-cell>" + cell("geheim")) +
                             row(cell("3 mei") + cell("Tom"), R"( table:visibility="filter")") + row(cell("", R"( table:number-columns-repeated="16384")"), R"( table:number-rows-repeated="1048000")") +
                             R"(</table:table><table:table table:name="Intern" table:style-name="ta2">)" + row(cell("niet tonen")) + "</table:table>";
    const auto document = program().read(fileOf("spreadsheet", styles, body), "x.ods").document;
    EXPECT_EQ(blocksOf(document), (std::vector<Found>{{BlockKind::heading, "Contacten", ""}, {BlockKind::tableRow, "Datum\tNaam", ""}, {BlockKind::hidden, "3 mei\tTom", "verborgen rij"},
                                                      {BlockKind::hidden, "Datum\tgeheim", "verborgen kolom"}, {BlockKind::hidden, "B1: Wie is dit?", "opmerking in de kantlijn"},
                                                      {BlockKind::hidden, "Intern\nniet tonen", "verborgen blad"}}));
    EXPECT_NE(whyNot(program(), fileOf("spreadsheet", "", "<table:table>" + row(cell("x", R"( table:number-columns-repeated="16384")"), R"( table:number-rows-repeated="1048000")") + "</table:table>"), "x.ods").find("te groot"),
              std::string::npos);
}
