#include "redaction/document/docx/pictures.h"

#include "redaction/document/ocr/picture_reader.h"
#include "redaction/document/xml.h"

namespace redaction::document::docx {
namespace {

constexpr const char* notRead = "In dit Word-bestand staan afbeeldingen die niet als tekst zijn gelezen. Zij worden niet verstrekt; kijk zelf of er iets in staat dat verstrekt moet worden.";
constexpr const char* notTold = "In dit Word-bestand staan afbeeldingen. Zij zijn niet gelezen en worden niet verstrekt.";

// "word/document.xml" → "word/_rels/document.xml.rels"
std::string relationsOf(const std::string& part) {
    const auto slash = part.rfind('/');
    return slash == part.npos ? "_rels/" + part + ".rels" : part.substr(0, slash) + "/_rels" + part.substr(slash) + ".rels";
}

std::u32string linesOf(const std::vector<ocr::RecognisedWord>& words) {
    std::u32string text;
    for (const auto& word : words) {
        if (!text.empty()) text += word.startsLine ? U'\n' : U' ';
        text += word.text;
    }
    return text;
}

}  // namespace

std::string Pictures::target(const std::string& part, const std::string& relation) const {
    const auto relations = package_.parts.find(relationsOf(part));
    const xml::Tree tree = relations == package_.parts.end() ? nullptr : xml::parseXml(relations->second);
    const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    for (const xmlNode* at = root == nullptr ? nullptr : root->children; at != nullptr; at = at->next) {
        if (xml::name(at) != "Relationship" || xml::attribute(at, "Id") != relation) continue;
        const std::string name = xml::attribute(at, "Target");
        if (xml::attribute(at, "TargetMode") == "External" || name.empty()) return {};
        return name.front() == '/' ? name.substr(1) : part.substr(0, part.rfind('/') + 1) + name;
    }
    return {};
}

std::u32string Pictures::textOf(const std::string& part, const std::string& relation, double inches) {
    const std::string name = target(part, relation);
    const auto known = known_.find(name);
    if (known != known_.end()) return known->second;
    const auto bytes = package_.pictures.find(name);
    if (bytes == package_.pictures.end()) {
        builder_.doubt(notRead);
        return {};
    }
    return known_[name] = read(bytes->second, inches);
}

std::u32string Pictures::read(const std::string& bytes, double inches) {
    const auto found = ocr::readWordsIn(bytes, inches, recogniser_);
    if (!found.nothingElse) builder_.doubt(notRead);
    return linesOf(found.words);
}

void Pictures::doubtWhatWasNotShown() {
    for (const auto& [name, bytes] : package_.pictures)
        if (known_.count(name) == 0) builder_.doubt(notTold);
}

}  // namespace redaction::document::docx
