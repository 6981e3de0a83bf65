#include "redaction/document/opendocument/styles.h"

#include <map>

#include "redaction/document/xml.h"

namespace redaction::document::opendocument {
namespace {

constexpr int maxBases = 20;  // of a style on a style

bool isHiding(const xmlNode* style) {
    for (const xmlNode* at = style->children; at != nullptr; at = at->next)
        if (xml::attribute(at, "display") == "none" || xml::attribute(at, "display") == "false") return true;
    return false;
}

}  // namespace

void readStyles(const xmlNode* root, Styles& styles) {
    std::map<std::string, std::string> parents;
    for (const char* place : {"styles", "automatic-styles"}) {
        const xmlNode* list = xml::child(root, place);
        for (const xmlNode* at = list == nullptr ? nullptr : list->children; at != nullptr; at = at->next) {
            if (xml::name(at) != "style") continue;
            const std::string family = xml::attribute(at, "family") + "/", key = family + xml::attribute(at, "name");
            if (isHiding(at)) styles.hidden.insert(key);
            else if (const std::string parent = xml::attribute(at, "parent-style-name"); !parent.empty()) parents[key] = family + parent;
        }
    }
    for (const auto& [key, first] : parents) {
        std::string parent = first;
        for (int steps = 0; steps < maxBases && styles.hidden.count(parent) == 0 && parents.count(parent) > 0; ++steps) parent = parents.at(parent);
        if (styles.hidden.count(parent) > 0) styles.hidden.insert(key);
    }
}

}  // namespace redaction::document::opendocument
