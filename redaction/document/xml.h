// libxml2 for documents from outside: no network, no entities, no document types; bounded by the parser's own limits.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace redaction::document::xml {

struct Freer {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Tree = std::unique_ptr<xmlDoc, Freer>;

Tree parseXml(std::string_view bytes);   // null: not well-formed, or it declares a document type
Tree parseHtml(std::string_view utf8);   // forgiving; null: nothing to parse

std::string_view name(const xmlNode* node);  // local name of an element; empty for others
std::string attribute(const xmlNode* node, const char* localName);  // any namespace; empty: absent
const xmlNode* child(const xmlNode* node, std::string_view localName);  // first; null: none
std::string text(const xmlNode* node);  // all character data below

}  // namespace redaction::document::xml
