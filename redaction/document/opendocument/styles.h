// What the styles of an OpenDocument file mean here: which hide their text, their sheet or their row.
#pragma once

#include <libxml/tree.h>

#include <set>
#include <string>

namespace redaction::document::opendocument {

struct Styles {
    std::set<std::string> hidden;  // "paragraph/P1", "text/T2", "section/S3", "table/ta4"
    bool hides(const std::string& family, const std::string& name) const { return hidden.count(family + "/" + name) > 0; }
};
void readStyles(const xmlNode* root, Styles& styles);  // of content.xml or styles.xml; adds

}  // namespace redaction::document::opendocument
