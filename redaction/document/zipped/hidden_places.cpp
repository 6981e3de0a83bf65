#include "redaction/document/zipped/hidden_places.h"

#include <algorithm>
#include <array>

#include "redaction/document/xml.h"

namespace redaction::document::zipped {
namespace {

constexpr struct {
    std::string_view element, label;
} properties[] = {
    {"title", "titel"},          {"subject", "onderwerp"},      {"creator", "auteur"},        {"initial-creator", "auteur"},
    {"keywords", "trefwoorden"}, {"keyword", "trefwoorden"},    {"description", "beschrijving"}, {"lastModifiedBy", "laatst gewijzigd door"},
    {"category", "categorie"},   {"contentStatus", "status"},   {"Manager", "leidinggevende"}, {"Company", "organisatie"},
    {"printed-by", "afgedrukt door"}, {"HyperlinkBase", "verwijzing"},
};

bool isBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string labelOf(const xmlNode* node) {
    const std::string_view name = xml::name(node);
    if (name == "user-defined" || name == "property") return xml::attribute(node, "name");  // what someone added
    for (const auto& property : properties)
        if (property.element == name) return std::string(property.label);
    return {};
}

// Properties stand one or two elements deep (OpenDocument has a wrapper).
void collect(const xmlNode* node, int depth, std::string& lines, std::string& title) {
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
        if (at->type != XML_ELEMENT_NODE) continue;
        const std::string label = labelOf(at), value = xml::text(at);
        if (label.empty() && depth > 0) collect(at, depth - 1, lines, title);
        if (label.empty() || isBlank(value)) continue;
        if (label == "titel" && title.empty()) title = value;
        lines += (lines.empty() ? "" : "\n") + label + ": " + value;
    }
}

}  // namespace

void writeProperties(const std::vector<std::string_view>& parts, FlowBuilder& builder) {
    std::string lines;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        const xml::Tree tree = xml::parseXml(part);
        if (!tree) builder.doubt(partsDoubt);
        else collect(xmlDocGetRootElement(tree.get()), 1, lines, builder.document().title);
    }
    builder.block(BlockKind::hidden, toCodePoints(lines), 0, "eigenschappen van het bestand");
}

void writeLinkTargets(const std::vector<std::string>& targets, FlowBuilder& builder) {
    std::vector<std::u32string> told;
    for (const std::string& target : targets) {
        std::u32string address = toCodePoints(target);
        if (address.substr(0, 7) == U"mailto:") address.erase(0, 7);
        const bool known = builder.document().text.find(address) != std::u32string::npos || std::find(told.begin(), told.end(), address) != told.end();
        if (!known) told.push_back(std::move(address));
    }
    std::u32string lines;
    for (const auto& address : told) lines += (lines.empty() ? U"" : U"\n") + address;
    builder.block(BlockKind::hidden, lines, 0, "adres achter een verwijzing");
}

void handOverEmbedded(const Package& package, Finds& finds, FlowBuilder& builder) {
    for (const auto& [name, bytes] : package.embedded) finds.attachment({"Ingesloten " + name.substr(name.rfind('/') + 1), "", bytes});
    if (!package.embedded.empty()) builder.doubt("In dit stuk zijn andere bestanden ingesloten. Zij zijn stukken van hun eigen; in dit stuk worden zij niet verstrekt.");
}

void doubtStrangePlaces(const Package& package, FlowBuilder& builder) {
    if (package.hadStrangeNames) builder.doubt("Dit stuk bevat onderdelen met een vreemde plaats (buiten het bestand). Die zijn niet gelezen.");
    for (const std::string& name : package.others) {
        if (name.find("vbaProject") != std::string::npos || name.compare(0, 6, "Basic/") == 0) builder.doubt("Dit stuk bevat programmacode. Die is niet uitgevoerd en wordt niet verstrekt.");
        if (name.find("/media/") != std::string::npos || name.compare(0, 9, "Pictures/") == 0)
            builder.doubt("In dit stuk staan afbeeldingen. Zij zijn niet gelezen en worden niet verstrekt.");
        if (name.find("/embeddings/") != std::string::npos || name.find("/activeX/") != std::string::npos || name.compare(0, 7, "Object ") == 0)
            builder.doubt("In dit stuk zijn andere bestanden ingesloten. Zij zijn niet gelezen en worden niet verstrekt.");
    }
}

}  // namespace redaction::document::zipped
