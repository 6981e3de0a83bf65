// What a web page does not show: by its attributes, its inline style, or the simple rules of its style sheets.
#pragma once

#include <libxml/tree.h>

#include <set>
#include <string>

namespace redaction::document::html {

class Hiding {
  public:
    explicit Hiding(const xmlNode* root);  // reads the page's own style sheets
    bool hides(const xmlNode* element) const;

  private:
    void readSheets(const xmlNode* node, int depth);
    void readSheet(const std::string& css);

    std::set<std::string> selectors_;  // ".preheader", "#intern"
};

}  // namespace redaction::document::html
