#include "redaction/document/xlsx/workbook.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "redaction/document/xlsx/part_reader.h"
#include "redaction/document/xml.h"

namespace redaction::document::xlsx {
namespace {

constexpr std::size_t maxSheets = 1000, maxNames = 5000;
constexpr const char* mainPart = "xl/workbook.xml";

void readSheets(const xmlNode* list, const zipped::Package& package, Workbook& book) {
    const auto relations = zipped::relationsOf(package, mainPart);
    for (const xmlNode* at = list == nullptr ? nullptr : list->children; at != nullptr; at = at->next) {
        if (xml::name(at) != "sheet") continue;
        if (book.sheets.size() == maxSheets) throw failed(Failure::tooLarge, Format::xlsx);
        const std::string state = xml::attribute(at, "state"), id = xml::attribute(at, "id");
        SheetPlace sheet{xml::attribute(at, "name"), zipped::targetOf(relations, id), {}, !state.empty() && state != "visible"};
        for (const auto& relation : relations)
            if (relation.id == id) sheet.type = relation.type;
        book.sheets.push_back(std::move(sheet));
    }
}

void readNames(const xmlNode* list, Workbook& book) {
    for (const xmlNode* at = list == nullptr ? nullptr : list->children; at != nullptr; at = at->next) {
        const std::string name = xml::attribute(at, "name");
        if (xml::name(at) != "definedName" || name.substr(0, 6) == "_xlnm.") continue;
        if (book.names.size() == maxNames) throw failed(Failure::tooLarge, Format::xlsx);
        const std::string comment = xml::attribute(at, "comment");
        book.names.push_back(name + ": " + xml::text(at) + (comment.empty() ? "" : " (" + comment + ")"));
    }
}

void readFormats(const zipped::Package& package, Workbook& book) {
    const xml::Tree tree = xml::parseXml(package.part("xl/styles.xml"));
    const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    if (root == nullptr) return;
    std::map<int, std::string> own;
    if (const xmlNode* list = xml::child(root, "numFmts"))
        for (const xmlNode* at = list->children; at != nullptr; at = at->next)
            if (xml::name(at) == "numFmt") own[std::atoi(xml::attribute(at, "numFmtId").c_str())] = xml::attribute(at, "formatCode");
    if (const xmlNode* list = xml::child(root, "cellXfs"))
        for (const xmlNode* at = list->children; at != nullptr; at = at->next) {
            if (xml::name(at) != "xf") continue;
            const int id = std::atoi(xml::attribute(at, "numFmtId").c_str());
            const auto found = own.find(id);
            book.formats.push_back(found == own.end() ? builtInFormat(id) : found->second);
        }
}

void readStrings(const zipped::Package& package, Workbook& book) {
    sheets::Budget budget(Format::xlsx);
    const std::string_view part = package.part("xl/sharedStrings.xml");
    if (part.empty()) return;
    readPart(part, [&](const xmlNode* node) {
        if (xml::name(node) != "si") return Visit::inside;
        book.strings.push_back(stringOf(node));
        budget.take(book.strings.back());
        return Visit::whole;
    });
}

}  // namespace

std::string stringOf(const xmlNode* item) {
    std::string text;
    for (const xmlNode* at = item->children; at != nullptr; at = at->next) {
        if (xml::name(at) == "t") text += xml::text(at);
        else if (xml::name(at) == "r") text += stringOf(at);
    }
    return text;
}

Workbook readWorkbook(const zipped::Package& package) {
    const xml::Tree tree = xml::parseXml(package.part(mainPart));
    const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    if (root == nullptr || xml::name(root) != "workbook") throw failed(Failure::notThisFormat, Format::xlsx);
    Workbook book;
    if (const xmlNode* properties = xml::child(root, "workbookPr")) {
        const std::string value = xml::attribute(properties, "date1904");
        if (value == "1" || value == "true") book.dates = DateSystem::from1904;
    }
    readSheets(xml::child(root, "sheets"), package, book);
    readNames(xml::child(root, "definedNames"), book);
    readFormats(package, book);
    readStrings(package, book);
    return book;
}

}  // namespace redaction::document::xlsx
