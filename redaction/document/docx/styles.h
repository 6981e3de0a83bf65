// What the named styles of a Word document mean here: which are headings, which hide their text.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace redaction::document::docx {

struct Styles {
    std::map<std::string, int> headingLevel;  // style id → 1..6
    std::set<std::string> hidden;             // style ids
};
Styles readStyles(std::string_view stylesXml);  // nothing readable: no styles

}  // namespace redaction::document::docx
