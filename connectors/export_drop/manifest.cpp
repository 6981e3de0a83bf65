#include "connectors/export_drop/manifest.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>

#include <memory>

#include "connectors/export_drop/manifest_schema.h"

namespace connectors::export_drop {
namespace {

struct FreeXml {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
    void operator()(xmlRelaxNG* schema) const { xmlRelaxNGFree(schema); }
    void operator()(xmlRelaxNGParserCtxt* context) const { xmlRelaxNGFreeParserCtxt(context); }
    void operator()(xmlRelaxNGValidCtxt* context) const { xmlRelaxNGFreeValidCtxt(context); }
};
template <typename T>
using Xml = std::unique_ptr<T, FreeXml>;

void sayNothing(void*, const char*, ...) {}  // libxml2's own messages quote the document
void sayNothingStructured(void*, xmlError*) {}

Xml<xmlDoc> parsed(std::string_view xml) {
    constexpr std::size_t maxBytes = 8u << 20;
    if (xml.size() > maxBytes) throw Unusable{"het manifest is te groot"};
    // A document type is not needed and is the way to entities: external files, or text that grows without end.
    if (xml.find("<!DOCTYPE") != std::string_view::npos || xml.find("<!ENTITY") != std::string_view::npos)
        throw Unusable{
            "het manifest bevat een documenttype of verwijzing naar buiten (entiteit); dat is niet toegestaan"};
    Xml<xmlParserCtxt> context(xmlNewParserCtxt());
    xmlSetStructuredErrorFunc(context.get(), &sayNothingStructured);
    Xml<xmlDoc> document(xmlCtxtReadMemory(context.get(), xml.data(), static_cast<int>(xml.size()), "manifest.xml",
                                           nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    xmlSetStructuredErrorFunc(nullptr, nullptr);
    if (!document || !context->wellFormed) throw Unusable{"het manifest is geen leesbare XML"};
    if (xmlGetIntSubset(document.get())) throw Unusable{"het manifest bevat een documenttype; dat is niet toegestaan"};
    return document;
}

void validate(xmlDoc* document) {
    Xml<xmlRelaxNGParserCtxt> parser(
        xmlRelaxNGNewMemParserCtxt(kManifestSchema.data(), static_cast<int>(kManifestSchema.size())));
    Xml<xmlRelaxNG> schema(xmlRelaxNGParse(parser.get()));
    if (!schema) throw Unusable{"het schema voor manifesten is niet leesbaar"};
    Xml<xmlRelaxNGValidCtxt> context(xmlRelaxNGNewValidCtxt(schema.get()));
    xmlRelaxNGSetValidErrors(context.get(), &sayNothing, &sayNothing, nullptr);
    if (xmlRelaxNGValidateDoc(context.get(), document) != 0)
        throw Unusable{"het manifest is niet opgesteld zoals afgesproken (export-drop versie 1)"};
}

std::string owned(xmlChar* text) {
    std::string result = text ? reinterpret_cast<const char*>(text) : "";
    xmlFree(text);
    return result;
}
std::string attribute(const xmlNode* node, const char* name) {
    return owned(xmlGetNoNsProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name)));
}
std::string content(const xmlNode* node) {
    return owned(xmlNodeGetContent(const_cast<xmlNode*>(node)));
}
std::string_view nameOf(const xmlNode* node) {
    return reinterpret_cast<const char*>(node->name);
}

template <typename Visit>
void eachChild(const xmlNode* parent, Visit visit) {
    for (const xmlNode* child = parent->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE) visit(child);
}

ManifestDocument documentOf(const xmlNode* node) {
    ManifestDocument document;
    document.id = attribute(node, "id");
    eachChild(node, [&document](const xmlNode* field) {
        const std::string_view name = nameOf(field);
        if (name == "file")
            document.file = content(field);
        else if (name == "title")
            document.title = content(field);
        else if (name == "kind")
            document.kind = content(field);
        else if (name == "date")
            document.date = content(field).substr(0, 10);
        else if (name == "author")
            document.author = content(field);
        else if (name == "sha256")
            document.sha256 = content(field);
        else if (name == "case")
            document.caseNumber = content(field);
        else if (name == "confidentiality")
            document.confidentiality = content(field);
        else if (name == "person")
            document.people.push_back(content(field));
    });
    return document;
}

}  // namespace

Manifest parseManifest(std::string_view xml) {
    const Xml<xmlDoc> document = parsed(xml);
    validate(document.get());
    const xmlNode* root = xmlDocGetRootElement(document.get());
    Manifest manifest;
    manifest.system = attribute(root, "system");
    manifest.made = attribute(root, "made");
    manifest.completeness = attribute(root, "complete") == "yes" ? Completeness::all : Completeness::part;
    eachChild(root, [&manifest](const xmlNode* part) {
        if (nameOf(part) == "remark") manifest.remark = content(part);
        if (nameOf(part) == "about")
            eachChild(part, [&manifest](const xmlNode* person) {
                manifest.about.push_back(
                    {attribute(person, "name"), attribute(person, "birthdate"), attribute(person, "bsn")});
            });
        if (nameOf(part) == "documents")
            eachChild(part, [&manifest](const xmlNode* node) { manifest.documents.push_back(documentOf(node)); });
    });
    return manifest;
}

}  // namespace connectors::export_drop
