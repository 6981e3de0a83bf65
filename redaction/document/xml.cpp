#include "redaction/document/xml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <limits>

namespace redaction::document::xml {
namespace {

std::string_view view(const xmlChar* text) { return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text); }
bool fits(std::string_view bytes) { return !bytes.empty() && bytes.size() < std::size_t(std::numeric_limits<int>::max()); }

}  // namespace

Tree parseXml(std::string_view bytes) {
    if (!fits(bytes)) return nullptr;
    Tree tree(xmlReadMemory(bytes.data(), int(bytes.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    if (tree && (tree->intSubset != nullptr || tree->extSubset != nullptr)) return nullptr;
    return tree;
}

Tree parseHtml(std::string_view utf8) {
    if (!fits(utf8)) return nullptr;
    return Tree(htmlReadMemory(utf8.data(), int(utf8.size()), nullptr, "UTF-8",
                               HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER));
}

std::string_view name(const xmlNode* node) { return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view{}; }

std::string attribute(const xmlNode* node, const char* localName) {
    if (node->type != XML_ELEMENT_NODE) return {};
    for (const xmlAttr* at = node->properties; at != nullptr; at = at->next)
        if (view(at->name) == localName) return at->children == nullptr ? std::string{} : std::string(view(at->children->content));
    return {};
}

const xmlNode* child(const xmlNode* node, std::string_view localName) {
    for (const xmlNode* at = node->children; at != nullptr; at = at->next)
        if (name(at) == localName) return at;
    return nullptr;
}

std::string text(const xmlNode* node) {
    std::string all;
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
        if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) all += view(at->content);
        else if (at->type == XML_ELEMENT_NODE) all += text(at);
    }
    return all;
}

}  // namespace redaction::document::xml
