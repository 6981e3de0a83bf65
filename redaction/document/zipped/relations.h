// Where a part of an Office Open XML file points to: "word/_rels/document.xml.rels" for "word/document.xml".
#pragma once

#include <string>
#include <vector>

#include "redaction/document/zipped/package.h"

namespace redaction::document::zipped {

struct Relation {
    std::string id, type;  // type: its last word only, such as "hyperlink"
    std::string target;    // name in the file, or an address outside it
    bool outside = false;
};
std::vector<Relation> relationsOf(const Package& package, const std::string& part);
std::string targetOf(const std::vector<Relation>& relations, const std::string& id);  // empty: outside the file, or unknown

}  // namespace redaction::document::zipped
