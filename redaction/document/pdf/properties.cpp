#include "redaction/document/pdf/properties.h"

#include <algorithm>
#include <array>

#include "redaction/document/document.h"
#include "redaction/document/xml.h"

namespace redaction::document::pdf {
namespace {

constexpr std::size_t mostTexts = 20000;
constexpr int deepest = 200;

void add(std::vector<std::u32string>& texts, const std::string& utf8) {
    if (texts.size() < mostTexts && !utf8.empty()) texts.push_back(toCodePoints(utf8));
}

bool isOfTheLanguageItself(const xmlAttr* attribute) {
    const std::string_view space = attribute->ns == nullptr ? "" : reinterpret_cast<const char*>(attribute->ns->href);
    return space.find("rdf-syntax") != std::string_view::npos || space.find("XML/1998") != std::string_view::npos;
}

std::string valueOf(const xmlAttr* attribute) {
    xmlChar* value = xmlNodeListGetString(attribute->doc, attribute->children, 1);
    const std::string text = value == nullptr ? "" : reinterpret_cast<const char*>(value);
    xmlFree(value);
    return text;
}

// Values of elements and attributes; of an element that only programs fill, none below it.
void collect(const xmlNode* element, int depth, std::vector<std::u32string>& texts) {
    if (depth > deepest || element->type != XML_ELEMENT_NODE || !isTelling(xml::name(element))) return;
    for (const xmlAttr* at = element->properties; at != nullptr; at = at->next)
        if (!isOfTheLanguageItself(at) && isTelling(reinterpret_cast<const char*>(at->name))) add(texts, valueOf(at));
    bool hasElements = false;
    for (const xmlNode* at = element->children; at != nullptr; at = at->next) {
        hasElements = hasElements || at->type == XML_ELEMENT_NODE;
        collect(at, depth + 1, texts);
    }
    if (!hasElements) add(texts, xml::text(element));
}

const xmlNode* find(const xmlNode* element, std::string_view name, int depth) {
    if (element == nullptr || depth > deepest) return nullptr;
    if (xml::name(element) == name) return element;
    for (const xmlNode* at = element->children; at != nullptr; at = at->next)
        if (const xmlNode* found = find(at, name, depth + 1)) return found;
    return nullptr;
}

}  // namespace

bool isTelling(std::string_view property) {
    static constexpr std::array<std::string_view, 26> ofPrograms = {
        "Producer", "Creator", "CreatorTool", "CreationDate", "ModDate", "CreateDate", "ModifyDate", "MetadataDate", "Trapped", "PDFVersion",
        "DocumentID", "InstanceID", "OriginalDocumentID", "RenditionClass", "VersionID", "format", "part", "conformance", "amd", "rev",
        "PTEX.Fullbanner", "History", "extension", "schemas", "date", "SourceModified"};
    return std::find(ofPrograms.begin(), ofPrograms.end(), property) == ofPrograms.end();
}

std::vector<std::u32string> textsOfMetadata(std::string_view xmp) {
    std::vector<std::u32string> texts;
    if (const xml::Tree tree = xml::parseXml(xmp)) collect(xmlDocGetRootElement(tree.get()), 0, texts);
    return texts;
}

std::vector<std::u32string> textsOfForm(std::string_view xfa) {
    std::vector<std::u32string> texts;
    const xml::Tree tree = xml::parseXml(xfa);
    const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    const xmlNode* filled = find(root, "datasets", 0);
    if (filled != nullptr || root != nullptr) collect(filled != nullptr ? filled : root, 0, texts);
    return texts;
}

}  // namespace redaction::document::pdf
