#include "redaction/document/opendocument/opendocument_reader.h"

#include "redaction/document/opendocument/sheets.h"
#include "redaction/document/opendocument/story.h"
#include "redaction/document/opendocument/styles.h"
#include "redaction/document/xml.h"
#include "redaction/document/zipped/hidden_places.h"
#include "redaction/document/zipped/package.h"
#include "redaction/document/zipped/pictures.h"

namespace redaction::document::opendocument {
namespace {

constexpr zipped::Folders folders{"Pictures/", {}};

const xmlNode* below(const xmlNode* node, std::initializer_list<const char*> path) {
    for (const char* name : path) node = node == nullptr ? nullptr : xml::child(node, name);
    return node;
}

class Reading {
  public:
    Reading(zipped::Package package, Format format, ocr::Recogniser& recogniser)
        : format_(format), package_(std::move(package)), pictures_(package_, recogniser, builder_), story_(builder_, styles_, pictures_) {}

    Document read(Finds& finds) {
        refuseEncrypted();
        const xml::Tree content = xml::parseXml(package_.part("content.xml"));
        const xmlNode* root = content ? xmlDocGetRootElement(content.get()) : nullptr;
        const xmlNode* body = below(root, {"body", format_ == Format::odt ? "text" : "spreadsheet"});
        if (body == nullptr) throw failed(Failure::notThisFormat, format_);
        const xml::Tree styles = xml::parseXml(package_.part("styles.xml"));
        const xmlNode* stylesRoot = styles ? xmlDocGetRootElement(styles.get()) : nullptr;
        if (stylesRoot != nullptr) readStyles(stylesRoot, styles_);
        readStyles(root, styles_);
        writePageParts(stylesRoot, "header", "koptekst");
        if (format_ == Format::odt) story_.write(body);
        else writeSheets(body, styles_, story_, builder_);
        story_.writeRest();
        writePageParts(stylesRoot, "footer", "voettekst");
        writeForms(body);
        writeLinks(body);
        writeObjects();
        zipped::writeProperties({package_.part("meta.xml")}, builder_);
        zipped::handOverEmbedded(package_, finds, builder_);
        pictures_.doubtWhatWasNotShown();
        zipped::doubtStrangePlaces(package_, builder_);
        return builder_.take();
    }

  private:
    // ODF 1.2 part 3: the manifest says which parts are encrypted.
    void refuseEncrypted() const {
        if (package_.part("META-INF/manifest.xml").find("encryption-data") != std::string_view::npos) throw failed(Failure::encrypted, format_);
    }

    void writePageParts(const xmlNode* stylesRoot, std::string_view start, const std::string& note) {
        const xmlNode* pages = below(stylesRoot, {"master-styles"});
        for (const xmlNode* page = pages == nullptr ? nullptr : pages->children; page != nullptr; page = page->next)
            for (const xmlNode* at = page->children; at != nullptr; at = at->next)
                if (xml::name(at).substr(0, start.size()) == start && xml::attribute(at, "display") != "false") story_.write(at, BlockKind::header, note);
    }

    // Fields of a form keep their values beside the text.
    void writeForms(const xmlNode* node) {
        each(node, [&](const xmlNode* at) {
            if (at->ns == nullptr || at->ns->prefix == nullptr || std::string_view(reinterpret_cast<const char*>(at->ns->prefix)) != "form") return;
            std::string lines;
            for (const char* name : {"label", "current-value", "value", "title", "current-state"})
                if (const std::string value = xml::attribute(at, name); !value.empty()) lines += (lines.empty() ? "" : "\n") + value;
            builder_.block(BlockKind::hidden, toCodePoints(lines), 0, "gegeven van een invoerveld");
        });
    }

    void writeLinks(const xmlNode* node) {
        std::vector<std::string> targets;
        each(node, [&](const xmlNode* at) {
            const std::string target = xml::name(at) == "a" ? xml::attribute(at, "href") : std::string{};
            if (!target.empty() && target.front() != '#') targets.push_back(target);
        });
        zipped::writeLinkTargets(targets, builder_);
    }

    template <typename Visit>
    static void each(const xmlNode* top, Visit visit) {
        for (const xmlNode* at = top; at != nullptr;) {
            if (at->type == XML_ELEMENT_NODE) visit(at);
            if (at->children != nullptr && at->type == XML_ELEMENT_NODE) at = at->children;
            else {
                while (at != top && at->next == nullptr) at = at->parent;
                at = at == top ? nullptr : at->next;
            }
        }
    }

    // A spreadsheet, a chart or a formula inside the text: its words.
    void writeObjects() {
        for (const auto& [name, bytes] : package_.parts) {
            const auto slash = name.rfind("/content.xml");
            if (slash == std::string::npos) continue;
            const xml::Tree tree = xml::parseXml(bytes);
            if (!tree) builder_.doubt(zipped::partsDoubt);
            else builder_.block(BlockKind::hidden, toCodePoints(paragraphsOf(xmlDocGetRootElement(tree.get()))), 0, "ingesloten object");
            builder_.doubt(zipped::chartsDoubt);
        }
    }

    Format format_;
    zipped::Package package_;
    FlowBuilder builder_;
    Styles styles_;
    zipped::Pictures pictures_;
    Story story_;
};

Document read(Format format, std::string_view bytes, const Limits& limits, ocr::Recogniser& recogniser, Finds& finds) {
    return Reading(zipped::openPackage(bytes, limits, format, folders), format, recogniser).read(finds);
}

}  // namespace

Document readOdt(std::string_view bytes, const Limits& limits, ocr::Recogniser& recogniser, Finds& finds) { return read(Format::odt, bytes, limits, recogniser, finds); }
Document readOds(std::string_view bytes, const Limits& limits, ocr::Recogniser& recogniser, Finds& finds) { return read(Format::ods, bytes, limits, recogniser, finds); }

}  // namespace redaction::document::opendocument
