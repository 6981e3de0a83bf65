#include "redaction/document/xlsx/xlsx_reader.h"

#include <map>
#include <utility>

#include "redaction/document/compound/compound_file.h"
#include "redaction/document/xlsx/part_reader.h"
#include "redaction/document/xlsx/sheet.h"
#include "redaction/document/xlsx/workbook.h"
#include "redaction/document/xml.h"
#include "redaction/document/zipped/hidden_places.h"
#include "redaction/document/zipped/pictures.h"

namespace redaction::document::xlsx {
namespace {

constexpr zipped::Folders folders{"xl/media/", "xl/embeddings/"};
constexpr double unitsPerInch = 914400;  // of a drawing

bool startsWith(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

class XlsxReading {
  public:
    XlsxReading(zipped::Package package, ocr::Recogniser& recogniser)
        : package_(std::move(package)), book_(readWorkbook(package_)), budget_(Format::xlsx), pictures_(package_, recogniser, builder_) {}

    Document read(Finds& finds) {
        readPersons();
        for (const SheetPlace& place : book_.sheets) writeSheetAt(place);
        std::string names;
        for (const std::string& name : book_.names) names += (names.empty() ? "" : "\n") + name;
        hide(names, "gedefinieerde naam");
        zipped::writeLinkTargets(linkTargets_, builder_);
        zipped::writeProperties({package_.part("docProps/core.xml"), package_.part("docProps/app.xml"), package_.part("docProps/custom.xml")}, builder_);
        zipped::handOverEmbedded(package_, finds, builder_);
        doubtTheRest();
        return builder_.take();
    }

  private:
    void hide(const std::string& text, const std::string& note) { builder_.block(BlockKind::hidden, toCodePoints(text), 0, note); }

    void writeSheetAt(const SheetPlace& place) {
        if (place.type == "chartsheet" || place.type == "dialogsheet") {
            hide(place.name, "blad met een grafiek");
            return builder_.doubt(zipped::chartsDoubt);
        }
        if (package_.part(place.part).empty()) return builder_.doubt(zipped::partsDoubt);
        const ReadSheet read = readSheet(package_.part(place.part), place, book_, budget_);
        for (const auto& text : read.headers) builder_.block(BlockKind::header, toCodePoints(text), 0, "koptekst");
        sheets::writeSheet(read.sheet, builder_);
        for (const auto& beside : read.hidden) hide(beside.text, beside.note);
        for (const auto& relation : zipped::relationsOf(package_, place.part)) writeRelated(relation);
        for (const auto& text : read.footers) builder_.block(BlockKind::header, toCodePoints(text), 0, "voettekst");
    }

    void writeRelated(const zipped::Relation& relation) {
        if (relation.outside) {
            if (relation.type == "hyperlink") linkTargets_.push_back(relation.target);
        } else if (relation.type == "comments") {
            writeComments(relation.target);
        } else if (relation.type == "threadedComment") {
            writeThreads(relation.target);
        } else if (relation.type == "drawing") {
            writeDrawing(relation.target);
        } else if (relation.type == "pivotTable") {
            builder_.doubt("Dit rekenblad bevat een draaitabel of gegevens uit een ander rekenblad. Wat daarvan niet in de cellen staat, is niet gelezen en wordt niet verstrekt.");
        }
    }

    void readPersons() {
        for (const auto& [name, bytes] : package_.parts)
            if (startsWith(name, "xl/persons/"))
                readPart(bytes, [&](const xmlNode* node) {
                    if (xml::name(node) == "person") persons_[xml::attribute(node, "id")] = xml::attribute(node, "displayName");
                    return Visit::inside;
                });
    }

    void comment(const std::string& cell, const std::string& author, const std::string& text) {
        budget_.take(text);
        hide(cell + (author.empty() ? "" : " (" + author + ")") + ": " + text, "opmerking bij een cel");
        builder_.doubt(zipped::commentsDoubt);
    }

    void writeComments(const std::string& part) {
        if (package_.part(part).empty()) return builder_.doubt(zipped::partsDoubt);
        std::vector<std::string> authors;
        readPart(package_.part(part), [&](const xmlNode* node) {
            if (xml::name(node) == "authors")
                for (const xmlNode* at = node->children; at != nullptr; at = at->next)
                    if (xml::name(at) == "author") authors.push_back(xml::text(at));
            if (xml::name(node) != "comment") return Visit::inside;
            const auto author = std::size_t(std::max(0l, std::atol(xml::attribute(node, "authorId").c_str())));
            const xmlNode* text = xml::child(node, "text");
            const std::string name = author < authors.size() && !startsWith(authors[author], "tc={") ? authors[author] : std::string{};
            if (text != nullptr) comment(xml::attribute(node, "ref"), name, stringOf(text));
            return Visit::whole;
        });
    }

    void writeThreads(const std::string& part) {
        if (package_.part(part).empty()) return builder_.doubt(zipped::partsDoubt);
        readPart(package_.part(part), [&](const xmlNode* node) {
            if (xml::name(node) != "threadedComment") return Visit::inside;
            const xmlNode* text = xml::child(node, "text");
            if (text != nullptr) comment(xml::attribute(node, "ref"), persons_[xml::attribute(node, "personId")], xml::text(text));
            return Visit::whole;
        });
    }

    // Text boxes, pictures and their alternative texts.
    void writeDrawing(const std::string& part) {
        const xml::Tree tree = xml::parseXml(package_.part(part));
        if (!tree) return builder_.doubt(zipped::partsDoubt);
        const auto relations = zipped::relationsOf(package_, part);
        for (const auto& relation : relations)
            if (relation.type == "hyperlink" && relation.outside) linkTargets_.push_back(relation.target);
        walkDrawing(xmlDocGetRootElement(tree.get()), relations, 0);
    }

    void walkDrawing(const xmlNode* node, const std::vector<zipped::Relation>& relations, int depth) {
        for (const xmlNode* at = node->children; at != nullptr && depth < 100; at = at->next) {
            const std::string_view name = xml::name(at);
            if (name == "cNvPr") hide(xml::attribute(at, "descr") + " " + xml::attribute(at, "title"), "alternatieve tekst bij een afbeelding");
            if (name == "ext") pictureInches_ = std::strtod(xml::attribute(at, "cx").c_str(), nullptr) / unitsPerInch;
            if (name == "txBody") writeTextBox(at);
            else if (name == "blip") writePicture(zipped::targetOf(relations, xml::attribute(at, "embed")));
            else if (!name.empty()) walkDrawing(at, relations, depth + 1);
        }
    }

    void writeTextBox(const xmlNode* body) {
        for (const xmlNode* at = body->children; at != nullptr; at = at->next)
            if (xml::name(at) == "p") builder_.block(BlockKind::paragraph, toCodePoints(xml::text(at)));
    }

    void writePicture(const std::string& name) {
        const std::u32string text = pictures_.textOf(name, std::exchange(pictureInches_, 0));
        if (!text.empty()) builder_.block(BlockKind::paragraph, U"[Tekst in een afbeelding] " + text);
    }

    void doubtTheRest() {
        pictures_.doubtWhatWasNotShown();
        zipped::doubtStrangePlaces(package_, builder_);
        for (const auto& [name, bytes] : package_.parts) {
            if (startsWith(name, "xl/charts/") || startsWith(name, "xl/diagrams/")) builder_.doubt(zipped::chartsDoubt);
            if (startsWith(name, "xl/externalLinks/") || startsWith(name, "xl/pivotCache/"))
                builder_.doubt("Dit rekenblad bevat een draaitabel of gegevens uit een ander rekenblad. Wat daarvan niet in de cellen staat, is niet gelezen en wordt niet verstrekt.");
            if (startsWith(name, "xl/revisions/")) builder_.doubt(zipped::changesDoubt);
        }
    }

    zipped::Package package_;
    FlowBuilder builder_;
    Workbook book_;
    sheets::Budget budget_;
    zipped::Pictures pictures_;
    std::map<std::string, std::string> persons_;
    std::vector<std::string> linkTargets_;
    double pictureInches_ = 0;
};

}  // namespace

Document readXlsx(std::string_view bytes, const Limits& limits, ocr::Recogniser& recogniser, Finds& finds) {
    if (compound::kindOf(bytes) == compound::Kind::locked) throw failed(Failure::encrypted, Format::xlsx);
    return XlsxReading(zipped::openPackage(bytes, limits, Format::xlsx, folders), recogniser).read(finds);
}

}  // namespace redaction::document::xlsx
