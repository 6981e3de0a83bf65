// A rule file as a validated XML tree. Entities, DTDs and the network are off.
#pragma once

#include <libxml/relaxng.h>
#include <libxml/tree.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace redaction::policy {

struct XmlDocumentFree {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct RelaxNgFree {
    void operator()(xmlRelaxNG* schema) const { xmlRelaxNGFree(schema); }
};
using XmlDocument = std::unique_ptr<xmlDoc, XmlDocumentFree>;
using RelaxNg = std::unique_ptr<xmlRelaxNG, RelaxNgFree>;

std::string readRuleFile(const std::filesystem::path& file);                          // throws FormatError
RelaxNg loadSchema(const std::string& bytes, const std::filesystem::path& file);      // throws FormatError
XmlDocument parseRuleFile(const std::string& bytes, const std::filesystem::path& file, xmlRelaxNG* schema);

std::string attribute(const xmlNode* node, const char* name);  // empty: absent
std::vector<std::string> childTexts(const xmlNode* node, const char* name);  // of all children of that name
std::string childText(const xmlNode* node, const char* name);
void eachChild(const xmlNode* node, const std::function<void(const xmlNode*)>& visit);  // elements only

}  // namespace redaction::policy
