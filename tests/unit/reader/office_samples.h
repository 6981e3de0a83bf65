// Workbooks and OpenDocument files for tests.
#pragma once

#include <string>

#include "tests/unit/reader/samples.h"

namespace samples::xlsx {

inline std::string related(const std::string& id, const std::string& type, const std::string& target, const std::string& more = "") {
    return "<Relationship Id=\"" + id + "\" Type=\"http://x/" + type + "\" Target=\"" + target + "\"" + more + "/>";
}
inline std::string relations(const std::string& inside) { return "<Relationships>" + inside + "</Relationships>"; }

// A workbook with one sheet; more parts replace nothing.
inline std::string bookOf(const std::string& sheet, const samples::Entries& more = {}, const std::string& sheets = R"(<sheet name="Contacten" r:id="r1"/>)", const std::string& rest = "") {
    samples::Entries entries = {
        {"[Content_Types].xml", "<Types/>"},
        {"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets>)" + sheets + "</sheets>" + rest + "</workbook>"},
        {"xl/_rels/workbook.xml.rels", relations(related("r1", "worksheet", "worksheets/sheet1.xml") + related("r2", "worksheet", "worksheets/sheet2.xml"))},
        {"xl/worksheets/sheet1.xml", "<worksheet>" + sheet + "</worksheet>"},
        {"xl/sharedStrings.xml", "<sst><si><t>Roos</t></si><si><r><t>Tom </t></r><r><t>\u017Bur</t></r><rPh><t>leeshulp</t></rPh></si></sst>"},
        {"xl/styles.xml", R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\ hh:mm"/><numFmt numFmtId="165" formatCode="000000000"/><numFmt numFmtId="166" formatCode="&quot;€ &quot;#,##0.00"/><numFmt numFmtId="167" formatCode=";;;"/><numFmt numFmtId="168" formatCode="00\-00000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="10"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="46"/><xf numFmtId="20"/></cellXfs></styleSheet>)"}};
    entries.insert(entries.end(), more.begin(), more.end());
    return samples::zipOf(entries);
}
inline std::string rows(const std::string& inside) { return "<sheetData>" + inside + "</sheetData>"; }
inline std::string number(const std::string& value, int style) { return "<row><c s=\"" + std::to_string(style) + "\"><v>" + value + "</v></c></row>"; }

}  // namespace samples::xlsx

namespace samples::odf {

inline const std::string spaces = R"( xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:draw="d" xmlns:svg="v" xmlns:xlink="l" xmlns:dc="c" xmlns:form="f")";

inline std::string fileOf(const std::string& kind, const std::string& styles, const std::string& body, const samples::Entries& more = {}) {
    samples::Entries entries = {{"mimetype", "application/vnd.oasis.opendocument." + kind},
                                {"content.xml", "<office:document-content" + spaces + "><office:automatic-styles>" + styles + "</office:automatic-styles><office:body><office:" + kind + ">" + body +
                                                    "</office:" + kind + "></office:body></office:document-content>"}};
    entries.insert(entries.end(), more.begin(), more.end());
    return samples::zipOf(entries);
}
inline std::string p(const std::string& inside) { return "<text:p>" + inside + "</text:p>"; }
inline std::string cell(const std::string& text, const std::string& attributes = "") { return "<table:table-cell" + attributes + ">" + (text.empty() ? "" : p(text)) + "</table:table-cell>"; }
inline std::string row(const std::string& cells, const std::string& attributes = "") { return "<table:table-row" + attributes + ">" + cells + "</table:table-row>"; }

}  // namespace samples::odf
