#include "redaction/document/xlsx/sheet.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "redaction/document/xlsx/part_reader.h"
#include "redaction/document/xml.h"

namespace redaction::document::xlsx {
namespace {

constexpr std::uint32_t maxColumns = 16384;
constexpr std::size_t maxBeside = 2000;

bool isOn(const xmlNode* node, const char* attribute) {
    const std::string value = xml::attribute(node, attribute);
    return value == "1" || value == "true";
}

// "AB12" is column 27; without a letter: the one after the last.
std::uint32_t columnOf(const std::string& reference, std::uint32_t next) {
    std::uint32_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > maxColumns) break;
        column = column * 26 + std::uint32_t(c - 'A' + 1);
    }
    return column == 0 || column > maxColumns ? next : column - 1;
}

std::string textIn(const xmlNode* node, const char* name) {
    const xmlNode* found = xml::child(node, name);
    return found == nullptr ? std::string{} : xml::text(found);
}

// "&L&"Arial,Bold"Dossier &P&RVertrouwelijk": words without their codes.
std::string withoutCodes(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '&' || at + 1 >= text.size()) {
            out += text[at];
            continue;
        }
        const char code = text[++at];
        if (code == '&') out += '&';
        else if (code == '"') at = std::min(text.find('"', at + 1), text.size());
        else if (code == 'K') at = std::min(at + 6, text.size());
        else if (code >= '0' && code <= '9') while (at + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[at + 1]))) ++at;
        else if (code == 'L' || code == 'C' || code == 'R') out += out.empty() ? "" : " ";
    }
    return out;
}

// A formula with words in quotes says more than it computes.
bool hasWords(const std::string& formula) {
    const auto quote = formula.find('"');
    int letters = 0;
    for (std::size_t at = quote; at < formula.size(); ++at) letters += std::isalpha(static_cast<unsigned char>(formula[at])) != 0;
    return quote != formula.npos && letters >= 3 && formula.find("TEXT(") == formula.npos;
}

class SheetReading {
  public:
    SheetReading(const Workbook& book, sheets::Budget& budget, ReadSheet& read) : book_(book), budget_(budget), read_(read) {}

    Visit visit(const xmlNode* node) {
        const std::string_view name = xml::name(node);
        if (name == "row") readRow(node);
        else if (name == "cols") readColumns(node);
        else if (name == "headerFooter") readHeaders(node);
        else if (name == "dataValidation") readValidation(node);
        else if (name == "hyperlink") besides(xml::attribute(node, "tooltip"), "uitleg bij een verwijzing");
        else return Visit::inside;
        return Visit::whole;
    }

  private:
    void besides(const std::string& text, const char* note) {
        if (text.find_first_not_of(" \t\r\n") == text.npos || read_.hidden.size() >= maxBeside) return;
        budget_.take(text);
        read_.hidden.push_back({text, note});
    }

    void readColumns(const xmlNode* columns) {
        for (const xmlNode* at = columns->children; at != nullptr; at = at->next) {
            if (xml::name(at) != "col" || !(isOn(at, "hidden") || xml::attribute(at, "width") == "0")) continue;
            const long first = std::atol(xml::attribute(at, "min").c_str()), last = std::atol(xml::attribute(at, "max").c_str());
            if (first >= 1 && last >= first) read_.sheet.hiddenColumns.push_back({std::uint32_t(first - 1), std::uint32_t(std::min<long>(last, maxColumns) - 1)});
        }
    }

    void readRow(const xmlNode* node) {
        sheets::Row row;
        const long number = std::atol(xml::attribute(node, "r").c_str());
        lastRow_ = row.number = number > 0 ? std::uint32_t(number) : lastRow_ + 1;
        row.hidden = isOn(node, "hidden") || xml::attribute(node, "ht") == "0";
        std::uint32_t next = 0;
        for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
            if (xml::name(at) != "c") continue;
            sheets::Cell cell;
            cell.column = columnOf(xml::attribute(at, "r"), next);
            next = cell.column + 1;
            readCell(at, row.number, cell);
            if (!cell.text.empty()) row.cells.push_back(std::move(cell));
        }
        std::stable_sort(row.cells.begin(), row.cells.end(), [](const auto& a, const auto& b) { return a.column < b.column; });
        if (!row.cells.empty()) read_.sheet.rows.push_back(std::move(row));
    }

    void readCell(const xmlNode* node, std::uint32_t row, sheets::Cell& cell) {
        const auto style = std::size_t(std::max(0l, std::atol(xml::attribute(node, "s").c_str())));
        const std::string format = style < book_.formats.size() ? book_.formats[style] : "General";
        cell.hidden = showsNothing(format);
        cell.text = valueOf(node, format);
        std::replace(cell.text.begin(), cell.text.end(), '\t', ' ');
        cell.text.erase(std::remove(cell.text.begin(), cell.text.end(), '\r'), cell.text.end());
        if (!cell.text.empty()) budget_.take(cell.text);
        const std::string formula = textIn(node, "f");
        if (hasWords(formula)) besides(sheets::cellName(cell.column, row) + ": " + formula, "formule met tekst erin");
    }

    std::string valueOf(const xmlNode* cell, const std::string& format) const {
        const std::string type = xml::attribute(cell, "t"), value = textIn(cell, "v");
        if (type == "inlineStr") {
            const xmlNode* string = xml::child(cell, "is");
            return string == nullptr ? std::string{} : stringOf(string);
        }
        if (type == "s") {
            const auto at = std::size_t(std::max(0l, value.empty() ? -1l : std::atol(value.c_str())));
            return at < book_.strings.size() && !value.empty() ? book_.strings[at] : value.empty() ? std::string{} : "\uFFFD";
        }
        if (type == "b") return value == "1" ? "WAAR" : value.empty() ? "" : "ONWAAR";
        if (type == "str" || type == "e" || type == "d") return value;
        return formatNumber(value, format == ";;;" ? "General" : format, book_.dates);
    }

    void readHeaders(const xmlNode* node) {
        for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
            const std::string name(xml::name(at));
            const std::string text = name.empty() ? std::string{} : withoutCodes(xml::text(at));
            if (name.find("Header") != name.npos) read_.headers.push_back(text);
            else if (name.find("Footer") != name.npos) read_.footers.push_back(text);
        }
    }

    void readValidation(const xmlNode* node) {
        for (const char* name : {"promptTitle", "prompt", "errorTitle", "error"}) besides(xml::attribute(node, name), "uitleg bij een cel");
        const std::string choices = textIn(node, "formula1");
        if (!choices.empty() && choices.front() == '"') besides(choices, "keuzes van een invoerveld");
    }

    const Workbook& book_;
    sheets::Budget& budget_;
    ReadSheet& read_;
    std::uint32_t lastRow_ = 0;
};

}  // namespace

ReadSheet readSheet(std::string_view part, const SheetPlace& place, const Workbook& book, sheets::Budget& budget) {
    ReadSheet read;
    read.sheet.name = place.name;
    read.sheet.hidden = place.hidden;
    SheetReading reading(book, budget, read);
    readPart(part, [&](const xmlNode* node) { return reading.visit(node); });
    return read;
}

}  // namespace redaction::document::xlsx
