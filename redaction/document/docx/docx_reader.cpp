#include "redaction/document/docx/docx_reader.h"

#include <algorithm>

#include "redaction/document/compound/compound_file.h"
#include "redaction/document/docx/story.h"
#include "redaction/document/xml.h"
#include "redaction/document/zipped/hidden_places.h"
#include "redaction/document/zipped/package.h"
#include "redaction/document/zipped/pictures.h"
#include "redaction/document/zipped/relations.h"

namespace redaction::document::docx {
namespace {

bool startsWith(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

constexpr zipped::Folders folders{"word/media/", "word/embeddings/"};

class DocxReading {
  public:
    DocxReading(zipped::Package package, ocr::Recogniser& recogniser)
        : package_(std::move(package)), styles_(readStyles(package_.part("word/styles.xml"))), pictures_(package_, recogniser, builder_), story_(builder_, styles_, pictures_) {}

    Document read(Finds& finds) {
        const xml::Tree body = xml::parseXml(package_.part("word/document.xml"));
        const xmlNode* root = body ? xmlDocGetRootElement(body.get()) : nullptr;
        if (root == nullptr || xml::name(root) != "document") throw failed(Failure::notThisFormat, Format::docx);
        writeParts("word/header", BlockKind::header, "koptekst");
        startPart("word/document.xml");
        story_.write(root);
        writeNotes("word/footnotes.xml");
        writeNotes("word/endnotes.xml");
        writeParts("word/footer", BlockKind::header, "voettekst");
        writeComments();
        writeParts("word/glossary/document", BlockKind::hidden, "bouwsteen of voorbeeldtekst in het bestand");
        writeVariables();
        zipped::writeLinkTargets(linkTargets_, builder_);
        zipped::writeProperties({package_.part("docProps/core.xml"), package_.part("docProps/app.xml"), package_.part("docProps/custom.xml")}, builder_);
        zipped::handOverEmbedded(package_, finds, builder_);
        doubtTheRest();
        return builder_.take();
    }

  private:
    void startPart(const std::string& name) {
        auto relations = zipped::relationsOf(package_, name);
        for (const auto& relation : relations)
            if (relation.outside && relation.type == "hyperlink") linkTargets_.push_back(relation.target);
        story_.startPart(std::move(relations));
    }

    void writeParts(std::string_view start, BlockKind::Value kind, const std::string& note) {
        for (const auto& [name, bytes] : package_.parts) {
            if (!startsWith(name, start)) continue;
            const xml::Tree tree = xml::parseXml(bytes);
            startPart(name);
            if (!tree) builder_.doubt(zipped::partsDoubt);
            else story_.write(xmlDocGetRootElement(tree.get()), kind, note);
        }
    }

    // Numbered as in the text. Separators are notes too, with a type.
    void writeNotes(const std::string& name) {
        forEachChild(name, [&](const xmlNode* note) {
            const std::string type = xml::attribute(note, "type");
            if (type.empty() || type == "normal") story_.write(note, BlockKind::paragraph, {}, "[" + xml::attribute(note, "id") + "] ");
        });
    }

    void writeComments() {
        forEachChild("word/comments.xml", [&](const xmlNode* comment) {
            const std::string author = xml::attribute(comment, "author");
            story_.write(comment, BlockKind::hidden, "opmerking in de kantlijn", author.empty() ? "" : author + ": ");
            builder_.doubt(zipped::commentsDoubt);
        });
    }

    // What macros and forms keep beside the text.
    void writeVariables() {
        const xml::Tree settings = xml::parseXml(package_.part("word/settings.xml"));
        const xmlNode* root = settings ? xmlDocGetRootElement(settings.get()) : nullptr;
        const xmlNode* variables = root == nullptr ? nullptr : xml::child(root, "docVars");
        for (const xmlNode* at = variables == nullptr ? nullptr : variables->children; at != nullptr; at = at->next)
            if (xml::name(at) == "docVar") builder_.block(BlockKind::hidden, toCodePoints(xml::attribute(at, "name") + ": " + xml::attribute(at, "val")), 0, "gegeven buiten de tekst");
        for (const auto& [name, bytes] : package_.parts) {
            if (!startsWith(name, "customXml/item") || startsWith(name, "customXml/itemProps")) continue;
            const xml::Tree tree = xml::parseXml(bytes);
            if (!tree) builder_.doubt(zipped::partsDoubt);
            else builder_.block(BlockKind::hidden, toCodePoints(xml::text(xmlDocGetRootElement(tree.get()))), 0, "gegeven buiten de tekst");
        }
    }

    template <typename Visit>
    void forEachChild(const std::string& name, Visit visit) {
        if (package_.part(name).empty()) return;
        const xml::Tree tree = xml::parseXml(package_.part(name));
        startPart(name);
        if (!tree) return builder_.doubt(zipped::partsDoubt);
        for (const xmlNode* at = xmlDocGetRootElement(tree.get())->children; at != nullptr; at = at->next)
            if (at->type == XML_ELEMENT_NODE) visit(at);
    }

    void doubtTheRest() {
        pictures_.doubtWhatWasNotShown();
        zipped::doubtStrangePlaces(package_, builder_);
        for (const auto& [name, bytes] : package_.parts)
            if (startsWith(name, "word/charts/") || startsWith(name, "word/diagrams/")) builder_.doubt(zipped::chartsDoubt);
    }

    zipped::Package package_;
    FlowBuilder builder_;
    Styles styles_;
    zipped::Pictures pictures_;
    Story story_;
    std::vector<std::string> linkTargets_;
};

}  // namespace

Document readDocx(std::string_view bytes, const Limits& limits, ocr::Recogniser& recogniser, Finds& finds) {
    if (compound::kindOf(bytes) == compound::Kind::locked) throw failed(Failure::encrypted, Format::docx);
    return DocxReading(zipped::openPackage(bytes, limits, Format::docx, folders), recogniser).read(finds);
}

}  // namespace redaction::document::docx
