// What workbooks can hide.
#include "tests/unit/hostile/hostile_inputs.h"
#include "tests/unit/reader/office_samples.h"

namespace hostile {

namespace {

using namespace samples::xlsx;

const std::string greeting = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Het gesprek was prettig.</t></is></c></row>)";
const std::string twoSheets = R"(<sheet name="Contacten" r:id="r1"/><sheet name="Intern" state="STATE" r:id="r2"/>)";

std::string cell(const std::string& text, const std::string& attributes = "") { return "<c " + attributes + " t=\"inlineStr\"><is><t>" + text + "</t></is></c>"; }
std::string row(const std::string& cells, const std::string& attributes = "") { return "<row " + attributes + ">" + cells + "</row>"; }

std::string book(const std::string& more, const std::string& around = "", const samples::Entries& parts = {}) { return bookOf(rows(greeting + more) + around, parts); }
// A part beside the first sheet.
std::string beside(const std::string& type, const std::string& name, const std::string& bytes, const samples::Entries& more = {}) {
    samples::Entries parts = {{"xl/worksheets/_rels/sheet1.xml.rels", relations(related("a", type, "../" + name))}, {"xl/" + name, bytes}};
    parts.insert(parts.end(), more.begin(), more.end());
    return book("", "", parts);
}
std::string withSheet(const std::string& state) {
    auto sheets = twoSheets;
    sheets.replace(sheets.find("STATE"), 5, state);
    return bookOf(rows(greeting), {{"xl/worksheets/sheet2.xml", "<worksheet>" + rows(row(cell(secret))) + "</worksheet>"}}, sheets);
}

// The texts of a book: those its cells name, and those that stayed behind.
std::string withStrings(const std::string& strings, const std::string& prologue = "") {
    return samples::zipOf({{"[Content_Types].xml", "<Types/>"},
                           {"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="Contacten" r:id="r1"/></sheets></workbook>)"},
                           {"xl/_rels/workbook.xml.rels", relations(related("r1", "worksheet", "worksheets/sheet1.xml"))},
                           {"xl/worksheets/sheet1.xml", "<worksheet>" + rows(greeting + R"(<row r="2"><c r="A2" t="s"><v>0</v></c></row>)") + "</worksheet>"},
                           {"xl/sharedStrings.xml", prologue + "<sst><si><t>" + strings + "</sst>"}});
}

std::string fullRows(std::size_t count) {
    std::string all;
    for (std::size_t at = 0; at < count; ++at) all += R"(<row r=")" + std::to_string(at + 2) + R"("><c r="XFD)" + std::to_string(at + 2) + R"("><v>1</v></c></row>)";
    return all;
}

}  // namespace

std::vector<Input> workbooks() {
    const auto said = R"(<t>Corrie Zwaan</t>)";
    return {{"in een cel van een werkmap", "a.xlsx", book(row(cell("Daarna belde Corrie Zwaan weer.")))},
            {"op een verborgen blad", "a.xlsx", withSheet("hidden"), Fate::doubted},
            {"op een blad dat Excel niet eens noemt", "a.xlsx", withSheet("veryHidden"), Fate::doubted},
            {"in een verborgen kolom", "a.xlsx", bookOf(R"(<cols><col min="2" max="2" hidden="1"/></cols>)" + rows(greeting + row(cell("x", R"(r="A2")") + cell(secret, R"(r="B2")"), R"(r="2")"))), Fate::doubted},
            {"in een verborgen rij", "a.xlsx", book(row(cell(secret), R"(r="2" hidden="1")")), Fate::doubted},
            {"in een rij van hoogte nul", "a.xlsx", book(row(cell(secret), R"(r="2" ht="0" customHeight="1")")), Fate::doubted},
            {"in een cel die door haar getalnotatie (;;;) leeg lijkt", "a.xlsx", book(row(cell(secret, R"(r="A2" s="6")"), R"(r="2")")), Fate::doubted},
            {"in een opmerking bij een cel", "a.xlsx", beside("comments", "comments1.xml", std::string("<comments><authors><author>Corrie Zwaan</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text>") + said + "</text></comment></commentList></comments>"), Fate::doubted},
            {"in een gesprek bij een cel", "a.xlsx", beside("threadedComment", "threadedComments/t1.xml", R"(<ThreadedComments><threadedComment ref="A1" personId="{1}"><text>Corrie Zwaan</text></threadedComment></ThreadedComments>)",
                {{"xl/persons/person.xml", R"(<personList><person displayName="Corrie Zwaan" id="{1}"/></personList>)"}}), Fate::doubted},
            {"in een gedefinieerde naam", "a.xlsx", bookOf(rows(greeting), {}, R"(<sheet name="Contacten" r:id="r1"/>)", R"(<definedNames><definedName name="Corrie_Zwaan" hidden="1">"Corrie Zwaan"</definedName></definedNames>)")},
            {"in de eigenschappen van een werkmap", "a.xlsx", book("", "", {{"docProps/core.xml", "<cp xmlns=\"a\"><creator>Corrie Zwaan</creator><lastModifiedBy>Corrie Zwaan</lastModifiedBy></cp>"}, {"docProps/custom.xml", "<p><property name=\"client\"><lpwstr>Corrie Zwaan</lpwstr></property></p>"}})},
            {"in wat van een andere werkmap is bewaard", "a.xlsx", book("", "", {{"xl/externalLinks/externalLink1.xml", "<externalLink><externalBook><sheetDataSet><sheetData><row><cell r=\"A1\" t=\"str\"><v>Corrie Zwaan</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>"}}), Fate::doubted},
            {"in teksten die geen cel meer noemt", "a.xlsx", withStrings("Dag</t></si><si><t>Corrie Zwaan</t></si>")},
            {"in het geheugen van een draaitabel", "a.xlsx", book("", "", {{"xl/pivotCache/pivotCacheDefinition1.xml", "<pivotCacheDefinition><cacheFields><cacheField name=\"Naam\"><sharedItems><s v=\"Corrie Zwaan\"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>"}}), Fate::doubted},
            {"in een koptekst van een blad", "a.xlsx", book("", "<headerFooter><oddHeader>&amp;LCorrie Zwaan</oddHeader><evenFooter>&amp;CCorrie Zwaan</evenFooter></headerFooter>")},
            {"in de keuzes van een invoerveld", "a.xlsx", book("", R"(<dataValidations><dataValidation prompt="Corrie Zwaan" error="Corrie Zwaan"><formula1>"Corrie Zwaan,Jan"</formula1></dataValidation></dataValidations>)")},
            {"in een formule", "a.xlsx", book(R"(<row r="2"><c r="A2" t="str"><f>IF(B1="Corrie Zwaan",1,2)</f><v>klaar</v></c></row>)")},
            {"in een grafiek", "a.xlsx", beside("drawing", "drawings/d1.xml", "<xdr:wsDr xmlns:xdr='x'/>", {{"xl/charts/chart1.xml", "<c:chart xmlns:c='c'><c:pt><c:v>Corrie Zwaan</c:v></c:pt></c:chart>"}}), Fate::doubted},
            {"in een beschrijving van een tekening", "a.xlsx", beside("drawing", "drawings/d1.xml", R"(<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><xdr:cNvPr descr="Corrie Zwaan"/></xdr:sp></xdr:wsDr>)")},
            {"achter een verwijzing in een cel", "a.xlsx", book("", R"(<hyperlinks><hyperlink ref="A1" r:id="h" tooltip="Corrie Zwaan"/></hyperlinks>)", {{"xl/worksheets/_rels/sheet1.xml.rels", relations(related("h", "hyperlink", "mailto:corrie.zwaan@voorbeeld.nl", R"( TargetMode="External")"))}})},
            {"in programmacode van een werkmap", "a.xlsm", book("", "", {{"xl/vbaProject.bin", secret}}), Fate::doubted},
            {"in de naam van een blad", "a.xlsx", bookOf(rows(greeting), {}, R"(<sheet name="Corrie Zwaan" r:id="r1"/>)")},
            {"een miljard keer lachen in een werkmap", "a.xlsx", withStrings("&a11;</t></si>", laughs("sst")), Fate::refused},
            {"een werkmap van honderd miljoen cellen, bijna alle leeg", "a.xlsx", book(fullRows(6000))},
            {"een blad dat uitpakt tot meer dan mag", "a.xlsx", book("", std::string(45u << 20, ' ')), Fate::refused}};
}

}  // namespace hostile
