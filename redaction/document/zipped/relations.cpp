#include "redaction/document/zipped/relations.h"

#include "redaction/document/xml.h"

namespace redaction::document::zipped {
namespace {

std::string relationsPart(const std::string& part) {
    const auto slash = part.rfind('/');
    return slash == part.npos ? "_rels/" + part + ".rels" : part.substr(0, slash) + "/_rels" + part.substr(slash) + ".rels";
}

// "../media/a.png" seen from "xl/drawings/drawing1.xml" is "xl/media/a.png".
std::string resolved(const std::string& part, std::string target) {
    if (!target.empty() && target.front() == '/') return target.substr(1);
    std::string folder = part.substr(0, part.rfind('/') + 1);
    while (target.compare(0, 3, "../") == 0 && !folder.empty()) {
        target.erase(0, 3);
        folder.pop_back();
        folder.erase(folder.rfind('/') + 1);
    }
    return folder + target;
}

}  // namespace

std::vector<Relation> relationsOf(const Package& package, const std::string& part) {
    std::vector<Relation> relations;
    const xml::Tree tree = xml::parseXml(package.part(relationsPart(part)));
    const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    for (const xmlNode* at = root == nullptr ? nullptr : root->children; at != nullptr; at = at->next) {
        if (xml::name(at) != "Relationship") continue;
        const std::string type = xml::attribute(at, "Type"), target = xml::attribute(at, "Target");
        const bool outside = xml::attribute(at, "TargetMode") == "External";
        relations.push_back({xml::attribute(at, "Id"), type.substr(type.rfind('/') + 1), outside ? target : resolved(part, target), outside});
    }
    return relations;
}

std::string targetOf(const std::vector<Relation>& relations, const std::string& id) {
    for (const auto& relation : relations)
        if (relation.id == id && !relation.outside) return relation.target;
    return {};
}

}  // namespace redaction::document::zipped
