// What OpenDocument texts and spreadsheets can hide.
#include "tests/unit/hostile/hostile_inputs.h"
#include "tests/unit/reader/office_samples.h"

namespace hostile {

namespace {

using namespace samples::odf;

std::string odt(const std::string& body, const std::string& styles = "", const samples::Entries& more = {}) { return fileOf("text", styles, p("Het gesprek was prettig.") + body, more); }
std::string ods(const std::string& tables, const std::string& styles = "", const samples::Entries& more = {}) {
    return fileOf("spreadsheet", styles, "<table:table table:name=\"Een\">" + row(cell("Het gesprek was prettig.")) + tables, more);
}
std::string meta(const std::string& inside) { return "<office:document-meta xmlns:office=\"o\" xmlns:dc=\"c\" xmlns:meta=\"m\"><office:meta>" + inside + "</office:meta></office:document-meta>"; }
std::string nested(const std::string& opens, const std::string& closes, int levels) {
    std::string all;
    for (int level = 0; level < levels; ++level) all += opens;
    all += p(secret);
    for (int level = 0; level < levels; ++level) all += closes;
    return all;
}

std::string laughing() {
    return samples::zipOf({{"mimetype", "application/vnd.oasis.opendocument.text"},
                           {"content.xml", laughs("office:document-content") + "<office:document-content" + spaces + "><office:body><office:text>" + p("&a11;") + "</office:text></office:body></office:document-content>"}});
}

std::vector<Input> inTexts() {
    const auto said = p(secret);
    return {{"in een verborgen sectie", "a.odt", odt("<text:section text:display=\"none\">" + said + "</text:section>"), Fate::doubted},
            {"in wat als verwijderd is bijgehouden", "a.odt", odt("<text:tracked-changes><text:changed-region text:id=\"c\"><text:deletion><office:change-info><dc:creator>Corrie Zwaan</dc:creator></office:change-info>" + said + "</text:deletion></text:changed-region></text:tracked-changes>" + p("<text:change text:change-id=\"c\"/>")), Fate::doubted},
            {"in een opmerking van een ODT", "a.odt", odt(p("x<office:annotation><dc:creator>Corrie Zwaan</dc:creator>" + said + "</office:annotation>")), Fate::doubted},
            {"in de eigenschappen van een ODT", "a.odt", odt("", "", {{"meta.xml", meta("<dc:creator>Corrie Zwaan</dc:creator><meta:user-defined meta:name=\"client\">Corrie Zwaan</meta:user-defined>")}})},
            {"in de instellingen", "a.odt", odt("", "", {{"settings.xml", "<office:document-settings xmlns:office='o'><config name='Printer'>Corrie Zwaan</config></office:document-settings>"}})},
            {"in een verborgen alinea", "a.odt", odt(p("<text:hidden-paragraph text:is-hidden=\"true\"/>Corrie Zwaan"))},
            {"in een verborgen tekstveld", "a.odt", odt(p("<text:hidden-text text:string-value=\"Corrie Zwaan\"/>"))},
            {"in een veld met een waarde", "a.odt", odt(R"(<text:user-field-decls><text:user-field-decl text:name="client" office:string-value="Corrie Zwaan"/></text:user-field-decls>)")},
            {"in letters die niet worden getoond", "a.odt", odt(p("<text:span text:style-name=\"T1\">Corrie Zwaan</text:span>"), R"(<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>)"), Fate::doubted},
            {"in een beschrijving van een kader", "a.odt", odt(p("<draw:frame><svg:title>Corrie Zwaan</svg:title><svg:desc>Corrie Zwaan</svg:desc></draw:frame>"))},
            {"in een voetnoot van een ODT", "a.odt", odt(p("x<text:note><text:note-citation>1</text:note-citation><text:note-body>" + said + "</text:note-body></text:note>"))},
            {"in een eerdere versie", "a.odt", odt("", "", {{"Versions/Version1", secret}, {"VersionList.xml", "<v title='Corrie Zwaan'/>"}})},
            {"in een miniatuur", "a.odt", odt("", "", {{"Thumbnails/thumbnail.png", secret}})},
            {"in een ingesloten object", "a.odt", odt(p("<draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame>"), "", {{"Object 1/content.xml", "<a>Corrie Zwaan</a>"}}), Fate::doubted},
            {"in programmacode van een ODT", "a.odt", odt("", "", {{"Basic/Standard/Module1.xml", "<m>Corrie Zwaan</m>"}})},
            {"een miljard keer lachen in een ODT", "a.odt", laughing(), Fate::refused},
            {"een ODT zo diep als een put", "a.odt", odt(nested("<text:section>", "</text:section>", 20'000)), Fate::refused}};
}

std::vector<Input> inSheets() {
    const auto hiddenSheet = R"(<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>)";
    const auto end = std::string("</table:table>");
    return {{"op een verborgen blad", "a.ods", ods(end + "<table:table table:name=\"Corrie Zwaan\" table:style-name=\"ta2\">" + row(cell(secret)) + end, hiddenSheet), Fate::doubted},
            {"in een weggeklapte kolom", "a.ods", fileOf("spreadsheet", "", "<table:table table:name=\"Een\"><table:table-column/><table:table-column table:visibility=\"collapse\"/>" + row(cell("Het gesprek was prettig.") + cell(secret)) + end), Fate::doubted},
            {"in een weggefilterde rij", "a.ods", ods(row(cell(secret), R"( table:visibility="filter")") + end), Fate::doubted},
            {"in een opmerking van een ODS", "a.ods", ods(row("<table:table-cell><office:annotation>" + p(secret) + "</office:annotation></table:table-cell>") + end), Fate::doubted},
            {"in de keuzes van een invoerveld", "a.ods", ods(end + R"x(<table:content-validations><table:content-validation table:condition="cell-content-is-in-list(&quot;Corrie Zwaan&quot;)"><table:help-message>)x" + p(secret) + "</table:help-message></table:content-validation></table:content-validations>")},
            {"in een gedefinieerde naam", "a.ods", ods(end + R"(<table:named-expressions><table:named-expression table:name="Corrie_Zwaan" table:expression="&quot;Corrie Zwaan&quot;"/></table:named-expressions>)")},
            {"in een formule", "a.ods", ods(row(R"x(<table:table-cell table:formula="of:=IF(&quot;Corrie Zwaan&quot;=[.A1];1;2)">)x" + p("klaar") + "</table:table-cell>") + end)},
            {"een blad dat zich miljarden keren herhaalt", "a.ods", ods(row(cell("x", R"( table:number-columns-repeated="16384")"), R"( table:number-rows-repeated="1048000")") + end), Fate::refused}};
}

}  // namespace

std::vector<Input> openDocuments() {
    auto all = inTexts();
    for (auto& sheet : inSheets()) all.push_back(std::move(sheet));
    return all;
}

}  // namespace hostile
