#include "redaction/document/document.h"
#include "tests/unit/reader/blocks.h"
#include "tests/unit/reader/compound_samples.h"
#include "tests/unit/reader/reader_fixture.h"
#include "tests/unit/reader/samples.h"

using namespace reader_tests;
using document::BlockKind;
using samples::docxOf;

namespace {

const std::string space = R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";

std::string paragraph(const std::string& runs, const std::string& properties = "") { return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>"; }
std::string run(const std::string& text, const std::string& properties = "") { return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>"; }

document::Document readDocx(const std::string& bytes) { return program().read(bytes, "verslag.docx").document; }

}  // namespace

TEST(ReadDocx, KeepsTheStructure) {
    const std::string styles = "<w:styles" + space + R"(><w:style w:styleId="Kop2"><w:name w:val="heading 2"/></w:style></w:styles>)";
    const std::string table = "<w:tbl><w:tr><w:tc>" + paragraph(run("Datum")) + "</w:tc><w:tc>" + paragraph(run("Wie")) + "</w:tc></w:tr><w:tr><w:tc>" +
                              paragraph(run("3 mei")) + "</w:tc><w:tc>" + paragraph(run("Moeder")) + paragraph(run("Oma")) + "</w:tc></w:tr></w:tbl>";
    const auto document = readDocx(docxOf(paragraph(run("Verslag"), R"(<w:pStyle w:val="Kop2"/>)") + paragraph(run("Het gezin ") + run("Żur")) +
                                              paragraph(run("eerste punt"), "<w:numPr/>") + paragraph(run("tweede punt"), "<w:numPr/>") + table,
                                          {{"word/styles.xml", styles}}));
    EXPECT_EQ(blocksOf(document), (std::vector<Found>{{BlockKind::heading, "Verslag", ""}, {BlockKind::paragraph, "Het gezin Żur", ""},
                                                      {BlockKind::listItem, "eerste punt", ""}, {BlockKind::listItem, "tweede punt", ""},
                                                      {BlockKind::tableRow, "Datum\tWie", ""}, {BlockKind::tableRow, "3 mei\tMoeder\nOma", ""}}));
    EXPECT_EQ(document.blocks[0].level, 2);
    EXPECT_EQ(textOf(document), "Verslag\n\nHet gezin Żur\n\neerste punt\ntweede punt\n\nDatum\tWie\n3 mei\tMoeder\nOma");
    EXPECT_EQ(document.layout, document::Layout::flow);
    EXPECT_TRUE(document.doubts.empty());
}

TEST(ReadDocx, FindsWhatHides) {
    const std::string hidden = run("Open ") + run("geheim", "<w:vanish/>") + "<w:del><w:r><w:delText>geschrapt</w:delText></w:r></w:del>" +
                               "<w:ins>" + run("toegevoegd") + "</w:ins>" + run(" slot", R"(<w:vanish w:val="0"/>)");
    const std::string comments = "<w:comments" + space + "><w:comment w:id=\"1\">" + paragraph(run("Is dit wel waar?")) + "</w:comment></w:comments>";
    const auto document = readDocx(docxOf(paragraph(hidden), {{"word/comments.xml", comments}}));
    EXPECT_EQ(blocksOf(document), (std::vector<Found>{{BlockKind::paragraph, "Open toegevoegd slot", ""},
                                                      {BlockKind::hidden, "geheim", "verborgen tekst"},
                                                      {BlockKind::hidden, "geschrapt", "verwijderde tekst (bijgehouden wijziging)"},
                                                      {BlockKind::hidden, "Is dit wel waar?", "opmerking in de kantlijn"}}));
    EXPECT_TRUE(doubts(document, "wijzigingen"));
    EXPECT_TRUE(doubts(document, "opmerkingen"));
}

TEST(ReadDocx, ReadsHeadersFootnotesAndTextBoxes) {
    const std::string box = "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>" + paragraph(run("In het kader")) +
                            "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + paragraph(run("In het kader")) +
                            "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
    const std::string notes = "<w:footnotes" + space + "><w:footnote w:type=\"separator\" w:id=\"0\">" + paragraph(run("streep")) + "</w:footnote><w:footnote w:id=\"2\">" +
                              paragraph(run("Bron: school")) + "</w:footnote></w:footnotes>";
    const auto document = readDocx(docxOf(paragraph(run("Tekst") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + box),
                                          {{"word/header1.xml", "<w:hdr" + space + ">" + paragraph(run("Dossier 12")) + "</w:hdr>"},
                                           {"word/footer1.xml", "<w:ftr" + space + ">" + paragraph(run("Vertrouwelijk")) + "</w:ftr>"},
                                           {"word/footnotes.xml", notes},
                                           {"word/media/image1.png", "x"},
                                           {"docProps/core.xml", "<cp xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Titel</dc:title></cp>"}}));
    EXPECT_EQ(blocksOf(document), (std::vector<Found>{{BlockKind::header, "Dossier 12", "koptekst"}, {BlockKind::paragraph, "Tekst[2]", ""},
                                                      {BlockKind::paragraph, "In het kader", ""}, {BlockKind::paragraph, "[2] Bron: school", ""},
                                                      {BlockKind::header, "Vertrouwelijk", "voettekst"},
                                                      {BlockKind::hidden, "titel: Titel", "eigenschappen van het bestand"}}));
    EXPECT_EQ(document.title, "Titel");
    EXPECT_TRUE(doubts(document, "afbeeldingen"));
}

TEST(ReadDocx, FindsWhatFieldsAndFormsKeepBesideTheText) {
    const auto mark = [](const std::string& type, const std::string& form = "") { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\">" + form + "</w:fldChar></w:r>"; };
    const auto code = [](const std::string& text) { return "<w:r><w:instrText>" + text + "</w:instrText></w:r>"; };
    const std::string field = mark("begin") + code(" HYPERLINK &quot;mailto:oma") + code("@voorbeeld.example&quot; ") + mark("separate") + run("schrijf oma") + mark("end");
    const std::string page = mark("begin") + code(" PAGE ") + mark("separate") + run("3") + mark("end");
    const std::string box = mark("begin", R"(<w:ffData><w:helpText w:val="Vink aan bij geweld"/><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>)") + code("FORMCHECKBOX") + mark("end");
    const std::string choice = R"(<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Vader" w:value="v"/><w:listItem w:value="Stiefvader"/></w:dropDownList></w:sdtPr><w:sdtContent>)" +
                               run("Moeder") + "</w:sdtContent></w:sdt>";
    const std::string links = R"(<Relationships><Relationship Id="r1" Type="http://x/hyperlink" Target="mailto:tante@voorbeeld.example" TargetMode="External"/></Relationships>)";
    const auto document = readDocx(docxOf(paragraph(field) + paragraph(page) + paragraph(box) + paragraph(choice), {{"word/_rels/document.xml.rels", links}}));
    EXPECT_EQ(blocksOf(document), (std::vector<Found>{{BlockKind::paragraph, "schrijf oma", ""}, {BlockKind::hidden, "HYPERLINK \"mailto:oma@voorbeeld.example\"", "veldcode"}, {BlockKind::paragraph, "3", ""},
                                                      {BlockKind::paragraph, "☒", ""}, {BlockKind::hidden, "Vink aan bij geweld", "gegeven van een invoerveld"}, {BlockKind::paragraph, "Moeder", ""},
                                                      {BlockKind::hidden, "Vader (v)\nStiefvader", "keuzes van een invoerveld"},
                                                      {BlockKind::hidden, "tante@voorbeeld.example", "adres achter een verwijzing"}}));
}

TEST(ReadDocx, FindsWhatHidesBesideTheBody) {
    const std::string shape = R"(<w:r><w:drawing><wp:docPr xmlns:wp="w" descr="Foto van Roos"/></w:drawing><mc:AlternateContent><mc:Choice>)" + run("nieuw") + "</mc:Choice><mc:Fallback>" + run("ander") +
                              "</mc:Fallback></mc:AlternateContent></w:r>";
    const std::string styles = "<w:styles" + space + R"(><w:style w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>)";
    const auto result = program().read(docxOf(paragraph(shape + run("stil", R"(<w:rStyle w:val="B"/>)")),
                                              {{"word/styles.xml", styles},
                                               {"word/glossary/document.xml", "<w:glossaryDocument" + space + "><w:docParts>" + paragraph(run("Bouwsteen")) + "</w:docParts></w:glossaryDocument>"},
                                               {"word/settings.xml", "<w:settings" + space + R"(><w:docVars><w:docVar w:name="client" w:val="Tom"/></w:docVars></w:settings>)"},
                                               {"customXml/item1.xml", "<data><naam>Kempenaar</naam></data>"},
                                               {"word/embeddings/uren.xlsx", "geen rekenblad"},
                                               {"docProps/app.xml", "<Properties><Company>Gemeente Zuid</Company><Pages>1</Pages></Properties>"}}),
                                       "verslag.docx");
    EXPECT_EQ(blocksOf(result.document), (std::vector<Found>{{BlockKind::paragraph, "nieuw", ""}, {BlockKind::hidden, "Foto van Roos", "alternatieve tekst bij een afbeelding"},
                                                             {BlockKind::hidden, "ander", "andere weergave van een tekstvak"}, {BlockKind::hidden, "stil", "verborgen tekst"},
                                                             {BlockKind::hidden, "Bouwsteen", "bouwsteen of voorbeeldtekst in het bestand"}, {BlockKind::hidden, "client: Tom", "gegeven buiten de tekst"},
                                                             {BlockKind::hidden, "Kempenaar", "gegeven buiten de tekst"}, {BlockKind::hidden, "organisatie: Gemeente Zuid", "eigenschappen van het bestand"}}));
    ASSERT_EQ(result.attachments.size(), 1u);
    EXPECT_EQ(result.attachments[0].name, "Ingesloten uren.xlsx");
    EXPECT_TRUE(doubts(result.document, "ingesloten"));
}

TEST(ReadDocx, RefusesWhatIsNotOne) {
    EXPECT_NE(whyNot(program(), "Gewone tekst", "brief.docx").find("niet wat de naam belooft"), std::string::npos);
    EXPECT_NE(whyNot(program(), samples::zipOf({{"foto.txt", "x"}}), "brief.docx").find("niet wat de naam belooft"), std::string::npos);
    EXPECT_NE(whyNot(program(), samples::docxOf("<w:p>").substr(0, 60), "brief.docx").find("Word-bestand"), std::string::npos);
    EXPECT_NE(whyNot(program(), samples::zipOf({{"word/document.xml", "<w:document><nooit"}}), "x.docx").find("niet wat de naam belooft"), std::string::npos);
}

TEST(ReadDocx, NeverExpandsEntities) {
    const std::string part = R"(<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document)" + space + "><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>";
    EXPECT_NE(whyNot(program(), samples::zipOf({{"word/document.xml", part}}), "x.docx").find("niet wat de naam belooft"), std::string::npos);
}

TEST(ReadDocx, RefusesABombWithoutUnpackingIt) {
    const std::string bomb = docxOf("<w:p/>", {{"word/header1.xml", std::string(80u << 20, ' ')}});
    EXPECT_LT(bomb.size(), 1u << 20);
    EXPECT_NE(whyNot(program(), bomb, "x.docx").find("te groot"), std::string::npos);
    reader::Limits limits;
    limits.maxExpandedBytes = 2000;
    EXPECT_NE(whyNot(program(limits), docxOf(paragraph(run(std::string(3000, 'a')))), "x.docx").find("te groot"), std::string::npos);
}

TEST(ReadDocx, IgnoresEntriesOutsideTheFileAndSaysSo) {
    const auto document = readDocx(docxOf(paragraph(run("Tekst")), {{"../../word/header1.xml", "<w:hdr" + space + ">" + paragraph(run("Buiten")) + "</w:hdr>"}}));
    EXPECT_EQ(textOf(document), "Tekst");
    EXPECT_TRUE(doubts(document, "vreemde plaats"));
}

TEST(ReadDocx, AWordFileWithAPasswordIsEncrypted) {
    EXPECT_NE(whyNot(program(), samples::compoundOf({samples::streamNode("EncryptedPackage", "x")}), "x.docx").find("versleuteld"), std::string::npos);
}

namespace {

constexpr const char* unread = "niet als tekst zijn gelezen";

std::string drawing(const char* relation) {
    return std::string("<w:drawing><wp:inline xmlns:wp=\"w\"><wp:extent cx=\"7562000\" cy=\"10692000\"/><a:graphic xmlns:a=\"a\"><a:blip xmlns:r=\"r\" r:embed=\"") +
           relation + "\"/></a:graphic></wp:inline></w:drawing>";
}

std::string withPicture(const std::string& body, const std::string& picture, const std::string& target = "media/image1.png") {
    return samples::docxOf(body, {{"word/_rels/document.xml.rels", "<Relationships><Relationship Id=\"rId7\" Target=\"" + target + "\"/></Relationships>"},
                                  {"word/media/image1.png", picture}});
}

}  // namespace

TEST(ReadDocx, WordsInAPictureAreReadWhereItStands) {
    const std::string body = "<w:p><w:r><w:t>Voor het beeld</w:t>" + drawing("rId7") + "</w:r></w:p><w:p><w:r><w:t>Na het beeld</w:t></w:r></w:p>";
    const auto document = program().read(withPicture(body, samples::scanPng({"Daarna belde mevrouw Groenewoud", "met de school"})), "x.docx").document;
    const auto text = textOf(document);
    EXPECT_LT(text.find("Voor het beeld"), text.find("Groenewoud")) << text;
    EXPECT_LT(text.find("Groenewoud"), text.find("Na het beeld")) << text;
    EXPECT_NE(text.find("[Tekst in een afbeelding] Daarna belde mevrouw Groenewoud\nmet de school"), std::string::npos) << text;
    EXPECT_TRUE(document.doubts.empty()) << document.doubts.front();
}

TEST(ReadDocx, WordsInADeletedPictureAreHidden) {
    const std::string body = "<w:p><w:del><w:r>" + drawing("rId7") + "</w:r></w:del></w:p>";
    const auto document = program().read(withPicture(body, samples::scanPng({"Daarna belde mevrouw Groenewoud"})), "x.docx").document;
    ASSERT_EQ(document.blocks.size(), 1u);
    EXPECT_EQ(document.blocks[0].kind, document::BlockKind::hidden);
}

TEST(ReadDocx, APictureThatIsMoreThanWordsIsDoubted) {
    const std::string body = "<w:p><w:r><w:t>Tekst</w:t>" + drawing("rId7") + "</w:r></w:p>";
    const auto half = samples::scanPng({"Brief"});
    EXPECT_TRUE(doubts(program().read(withPicture(body, half.substr(0, half.size() / 2)), "x.docx").document, unread));
    EXPECT_TRUE(doubts(program().read(withPicture(body, half, "https://voorbeeld.nl/x.png"), "x.docx").document, unread));
    EXPECT_TRUE(doubts(program().read(withPicture(body, samples::drawnPng()), "x.docx").document, unread));
    EXPECT_TRUE(doubts(program().read(withPicture("<w:p/>", half), "x.docx").document, "niet gelezen"));
}
