#include "redaction/document/docx/styles.h"

#include <algorithm>
#include <cctype>

#include "redaction/document/xml.h"

namespace redaction::document::docx {
namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

// "heading 2", "Kop 2", "Title" by name; 0: not a heading.
int levelByName(const std::string& name) {
    if (name == "title" || name == "titel") return 1;
    for (const std::string_view start : {"heading", "kop"}) {
        if (name.compare(0, start.size(), start) != 0 || name.size() > start.size() + 2) continue;
        const char last = name.back();
        if (last >= '1' && last <= '9') return std::min(last - '0', 6);
    }
    return 0;
}

bool isOff(const xmlNode* property) {
    const std::string value = xml::attribute(property, "val");
    return value == "0" || value == "false" || value == "off";
}

constexpr std::size_t maxBases = 20;  // of a style on a style
using Bases = std::map<std::string, std::string>;  // style → the one it is based on

void readStyle(const xmlNode* style, Styles& styles, Bases& bases) {
    const std::string id = xml::attribute(style, "styleId");
    const xmlNode* name = xml::child(style, "name");
    int level = std::max(levelByName(lower(id)), name == nullptr ? 0 : levelByName(lower(xml::attribute(name, "val"))));
    const xmlNode* paragraph = xml::child(style, "pPr");
    const xmlNode* outline = paragraph == nullptr ? nullptr : xml::child(paragraph, "outlineLvl");
    if (level == 0 && outline != nullptr) {
        const std::string value = xml::attribute(outline, "val");
        if (value.size() == 1 && value[0] >= '0' && value[0] <= '8') level = std::min(value[0] - '0' + 1, 6);
    }
    if (level > 0) styles.headingLevel[id] = level;
    const xmlNode* run = xml::child(style, "rPr");
    const xmlNode* vanish = run == nullptr ? nullptr : xml::child(run, "vanish");
    if (vanish != nullptr && !isOff(vanish)) styles.hidden.insert(id);
    const xmlNode* base = xml::child(style, "basedOn");
    if (base != nullptr && vanish == nullptr) bases[id] = xml::attribute(base, "val");
}

// A style hides what the style it is based on hides.
void inherit(Styles& styles, const Bases& bases) {
    for (const auto& [id, first] : bases) {
        std::string base = first;
        for (std::size_t steps = 0; steps < maxBases && styles.hidden.count(base) == 0; ++steps) {
            const auto next = bases.find(base);
            if (next == bases.end()) break;
            base = next->second;
        }
        if (styles.hidden.count(base) > 0) styles.hidden.insert(id);
    }
}

}  // namespace

Styles readStyles(std::string_view stylesXml) {
    Styles styles;
    const xml::Tree tree = xml::parseXml(stylesXml);
    const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    if (root == nullptr) return styles;
    Bases bases;
    for (const xmlNode* at = root->children; at != nullptr; at = at->next)
        if (xml::name(at) == "style") readStyle(at, styles, bases);
    inherit(styles, bases);
    return styles;
}

}  // namespace redaction::document::docx
