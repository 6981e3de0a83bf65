#include "redaction/policy/rules_xml.h"

#include <libxml/parser.h>

#include <fstream>
#include <sstream>

#include "redaction/household/household.h"

namespace redaction::policy {

namespace {

constexpr std::size_t kMaxRuleFileBytes = 4u << 20;
constexpr int kParseOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;

std::string nameOf(const std::filesystem::path& file) { return file.filename().string(); }

[[noreturn]] void fail(const std::filesystem::path& file, int line, const std::string& what) {
    throw household::FormatError(nameOf(file) + (line > 0 ? ", regel " + std::to_string(line) : "") + ": " + what);
}

void rememberFirstLine(void* line, const xmlError* error) {
    auto& first = *static_cast<int*>(line);
    if (first == 0 && error) first = error->line;
}

}  // namespace

std::string readRuleFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) fail(file, 0, "dit regelbestand ontbreekt of is niet te lezen");
    std::ostringstream bytes;
    bytes << in.rdbuf();
    auto text = std::move(bytes).str();
    if (text.size() > kMaxRuleFileBytes) fail(file, 0, "dit regelbestand is te groot");
    return text;
}

RelaxNg loadSchema(const std::string& bytes, const std::filesystem::path& file) {
    const std::unique_ptr<xmlRelaxNGParserCtxt, decltype(&xmlRelaxNGFreeParserCtxt)> context(
        xmlRelaxNGNewMemParserCtxt(bytes.data(), static_cast<int>(bytes.size())), xmlRelaxNGFreeParserCtxt);
    RelaxNg schema(context ? xmlRelaxNGParse(context.get()) : nullptr);
    if (!schema) fail(file, 0, "dit is geen geldig RELAX NG-schema");
    return schema;
}

XmlDocument parseRuleFile(const std::string& bytes, const std::filesystem::path& file, xmlRelaxNG* schema) {
    XmlDocument document(
        xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nameOf(file).c_str(), nullptr, kParseOptions));
    if (!document) fail(file, 0, "dit is geen geldige XML");
    if (document->intSubset || document->extSubset) fail(file, 1, "een documenttype (DTD) is hier niet toegestaan");
    const std::unique_ptr<xmlRelaxNGValidCtxt, decltype(&xmlRelaxNGFreeValidCtxt)> context(
        xmlRelaxNGNewValidCtxt(schema), xmlRelaxNGFreeValidCtxt);
    int line = 0;
    xmlRelaxNGSetValidStructuredErrors(context.get(), reinterpret_cast<xmlStructuredErrorFunc>(rememberFirstLine), &line);
    if (xmlRelaxNGValidateDoc(context.get(), document.get()) != 0)
        fail(file, line, "voldoet niet aan het schema rules.rng");
    return document;
}

std::string attribute(const xmlNode* node, const char* name) {
    const std::unique_ptr<xmlChar, void (*)(void*)> value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)),
                                                          [](void* p) { xmlFree(p); });
    return value ? reinterpret_cast<const char*>(value.get()) : "";
}

std::vector<std::string> childTexts(const xmlNode* node, const char* name) {
    std::vector<std::string> texts;
    eachChild(node, [&](const xmlNode* child) {
        if (xmlStrcmp(child->name, reinterpret_cast<const xmlChar*>(name)) != 0) return;
        const std::unique_ptr<xmlChar, void (*)(void*)> value(xmlNodeGetContent(child), [](void* p) { xmlFree(p); });
        if (value) texts.emplace_back(reinterpret_cast<const char*>(value.get()));
    });
    return texts;
}

std::string childText(const xmlNode* node, const char* name) {
    const auto texts = childTexts(node, name);
    return texts.empty() ? std::string() : texts.back();
}

void eachChild(const xmlNode* node, const std::function<void(const xmlNode*)>& visit) {
    for (const xmlNode* child = node->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE) visit(child);
}

}  // namespace redaction::policy
