#include "redaction/document/docx/fields.h"

#include <algorithm>
#include <array>

#include "redaction/document/xml.h"

namespace redaction::document::docx {
namespace {

void addLine(std::string& lines, const std::string& line) {
    if (!line.empty()) lines += (lines.empty() ? "" : "\n") + line;
}

bool isSwitchedOn(const xmlNode* node) {
    if (node == nullptr) return false;
    const std::string value = xml::attribute(node, "val");
    return value != "0" && value != "false" && value != "off";
}

}  // namespace

bool tellsMoreThanLayout(std::string_view code) {
    static constexpr std::array<std::string_view, 18> layout = {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "TOC", "PAGEREF", "REF", "NOTEREF", "SEQ", "STYLEREF", "DATE", "TIME",
                                                                "SAVEDATE", "CREATEDATE", "PRINTDATE", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"};
    const auto start = code.find_first_not_of(" \t\r\n");
    if (start == code.npos) return false;
    const std::string_view word = code.substr(start, code.find_first_of(" \t\r\n", start) - start);
    if (std::find(layout.begin(), layout.end(), word) == layout.end()) return true;
    return code.find(" \\o ") == code.npos && code.find("\"http") != code.npos;
}

FormField readFormField(const xmlNode* ffData) {
    FormField field;
    for (const char* name : {"helpText", "statusText"})
        if (const xmlNode* text = xml::child(ffData, name)) addLine(field.hidden, xml::attribute(text, "val"));
    if (const xmlNode* input = xml::child(ffData, "textInput"))
        if (const xmlNode* text = xml::child(input, "default")) addLine(field.hidden, xml::attribute(text, "val"));
    if (const xmlNode* list = xml::child(ffData, "ddList"))
        for (const xmlNode* at = list->children; at != nullptr; at = at->next)
            if (xml::name(at) == "listEntry") addLine(field.hidden, xml::attribute(at, "val"));
    if (const xmlNode* box = xml::child(ffData, "checkBox")) {
        const xmlNode* checked = xml::child(box, "checked");
        field.box = isSwitchedOn(checked != nullptr ? checked : xml::child(box, "default")) ? "\u2612" : "\u2610";
    }
    return field;
}

std::string choicesOf(const xmlNode* sdtProperties) {
    std::string lines;
    for (const char* name : {"dropDownList", "comboBox"}) {
        const xmlNode* list = xml::child(sdtProperties, name);
        for (const xmlNode* at = list == nullptr ? nullptr : list->children; at != nullptr; at = at->next) {
            if (xml::name(at) != "listItem") continue;
            const std::string shown = xml::attribute(at, "displayText"), value = xml::attribute(at, "value");
            addLine(lines, shown.empty() || shown == value ? value : shown + " (" + value + ")");
        }
    }
    return lines;
}

std::string symbol(std::string_view font, std::string_view hexadecimal) {
    static constexpr struct {
        std::string_view code, text;
    } wingdings[] = {{"F0FE", "\u2612"}, {"F0A8", "\u2610"}, {"F06F", "\u2610"}, {"F0FC", "\u2713"}, {"F0FB", "\u2717"}, {"F0E0", "\u2192"}, {"F0A7", "\u2022"}, {"F04A", "\u263A"}};
    if (font.substr(0, 9) != "Wingdings") return "\uFFFD";
    for (const auto& known : wingdings)
        if (known.code == hexadecimal) return std::string(known.text);
    return "\uFFFD";
}

}  // namespace redaction::document::docx
