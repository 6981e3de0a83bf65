#include "redaction/document/docx/docx_reader.h"

#include <algorithm>

#include "redaction/document/compound/compound_file.h"
#include "redaction/document/docx/package.h"
#include "redaction/document/docx/pictures.h"
#include "redaction/document/docx/story.h"
#include "redaction/document/xml.h"

namespace redaction::document::docx {
namespace {

bool startsWith(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

class DocxReading {
  public:
    DocxReading(Package package, ocr::Recogniser& recogniser)
        : package_(std::move(package)), styles_(readStyles(part("word/styles.xml"))), pictures_(package_, recogniser, builder_), story_(builder_, styles_, pictures_) {}

    Document read() {
        const xml::Tree body = xml::parseXml(part("word/document.xml"));
        const xmlNode* root = body ? xmlDocGetRootElement(body.get()) : nullptr;
        if (root == nullptr || xml::name(root) != "document") throw failed(Failure::notThisFormat, Format::docx);
        writeParts("word/header", "koptekst");
        story_.startPart("word/document.xml");
        story_.write(root);
        writeNotes("word/footnotes.xml");
        writeNotes("word/endnotes.xml");
        writeParts("word/footer", "voettekst");
        writeComments();
        doubtTheRest();
        builder_.document().title = title();
        return builder_.take();
    }

  private:
    std::string_view part(const std::string& name) const {
        const auto found = package_.parts.find(name);
        return found == package_.parts.end() ? std::string_view{} : std::string_view(found->second);
    }

    void writeParts(std::string_view start, const std::string& note) {
        for (const auto& [name, bytes] : package_.parts) {
            if (!startsWith(name, start)) continue;
            const xml::Tree tree = xml::parseXml(bytes);
            if (!tree) builder_.doubt("Een kop- of voettekst van dit Word-bestand kon niet worden gelezen.");
            else writePart(name, xmlDocGetRootElement(tree.get()), note);
        }
    }

    void writePart(const std::string& name, const xmlNode* root, const std::string& note) {
        story_.startPart(name);
        story_.write(root, BlockKind::header, note);
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
            story_.write(comment, BlockKind::hidden, "opmerking in de kantlijn");
            builder_.doubt("Dit Word-bestand bevat opmerkingen in de kantlijn. Zij staan apart bij het stuk.");
        });
    }

    template <typename Visit>
    void forEachChild(const std::string& name, Visit visit) {
        if (part(name).empty()) return;
        const xml::Tree tree = xml::parseXml(part(name));
        story_.startPart(name);
        if (!tree) return builder_.doubt("Noten of opmerkingen van dit Word-bestand konden niet worden gelezen.");
        for (const xmlNode* at = xmlDocGetRootElement(tree.get())->children; at != nullptr; at = at->next)
            if (at->type == XML_ELEMENT_NODE) visit(at);
    }

    void doubtTheRest() {
        pictures_.doubtWhatWasNotShown();
        if (package_.hadStrangeNames) builder_.doubt("Dit Word-bestand bevat onderdelen met een vreemde plaats (buiten het bestand). Die zijn niet gelezen.");
        for (const std::string& name : package_.others) {
            if (startsWith(name, "word/media/")) builder_.doubt("In dit Word-bestand staan afbeeldingen. Zij zijn niet gelezen en worden niet verstrekt.");
            else if (startsWith(name, "word/embeddings/")) builder_.doubt("In dit Word-bestand zijn andere bestanden ingesloten. Zij zijn niet gelezen en worden niet verstrekt.");
            else if (name.find("vbaProject") != std::string::npos) builder_.doubt("Dit Word-bestand bevat programmacode. Die is niet uitgevoerd en wordt niet verstrekt.");
        }
        for (const auto& [name, bytes] : package_.parts)
            if (startsWith(name, "word/charts/") || startsWith(name, "word/diagrams/")) builder_.doubt("In dit Word-bestand staan grafieken of schema's. Zij zijn niet gelezen en worden niet verstrekt.");
    }

    std::string title() const {
        const xml::Tree core = xml::parseXml(part("docProps/core.xml"));
        const xmlNode* root = core ? xmlDocGetRootElement(core.get()) : nullptr;
        const xmlNode* found = root == nullptr ? nullptr : xml::child(root, "title");
        return found == nullptr ? std::string{} : xml::text(found);
    }

    Package package_;
    FlowBuilder builder_;
    Styles styles_;
    Pictures pictures_;
    Story story_;
};

}  // namespace

Document readDocx(std::string_view bytes, const Limits& limits, ocr::Recogniser& recogniser, Finds&) {
    if (compound::kindOf(bytes) == compound::Kind::locked) throw failed(Failure::encrypted, Format::docx);
    return DocxReading(openPackage(bytes, limits), recogniser).read();
}

}  // namespace redaction::document::docx
