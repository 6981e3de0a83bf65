#include "redaction/apply/finish/finish_pdf.h"

#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr, as qpdf 11 wants it
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <map>
#include <memory>

#include "redaction/apply/finish/artifacts.h"
#include "redaction/apply/finish/font_programs.h"
#include "redaction/apply/finish/pdf_file.h"
#include "redaction/apply/finish/srgb_profile.h"
#include "redaction/apply/finish/tag_tree.h"

namespace redaction::apply {

namespace {

void open(QPDF& document, std::string_view bytes) {
    document.setSuppressWarnings(true);
    document.processMemoryFile("pdf", bytes.data(), bytes.size());
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char character : text) switch (character) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            default:
                if (static_cast<unsigned char>(character) >= 0x20) result += character;
        }
    return result;
}

std::string xmp(const Finish& finish) {
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
           "<dc:format>application/pdf</dc:format>"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(finish.title) + "</rdf:li></rdf:Alt></dc:title>"
           "<dc:language><rdf:Bag><rdf:li>" + escaped(finish.language) + "</rdf:li></rdf:Bag></dc:language>"
           "</rdf:Description>" +
           (finish.archive == Archive::none ? "" : "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
                                                   "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>") +
           "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

// The catalogue keeps what this project's own cairo pages need, and nothing else.
void keepOnlyOwnEntries(QPDFObjectHandle catalogue) {
    for (const auto& key : catalogue.getKeys())
        if (key != "/Type" && key != "/Pages" && key != "/Outlines" && key != "/PageLabels") catalogue.removeKey(key);
}

void describe(QPDF& document, const Finish& finish, const TagTree& tags) {
    auto root = document.getRoot();
    keepOnlyOwnEntries(root);
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(finish.language));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    if (!tags.empty()) root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    auto metadata = QPDFObjectHandle::newStream(&document, xmp(finish));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", document.makeIndirectObject(metadata));
    auto trailer = document.getTrailer();
    auto information = QPDFObjectHandle::newDictionary();
    information.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(finish.title));
    trailer.replaceKey("/Info", document.makeIndirectObject(information));
}

// The tag before the name of a font's subset: cairo makes it from what the source's font held, also of what is hidden.
std::string subsetTag(std::size_t number) {
    std::string tag(6, 'A');
    for (std::size_t at = tag.size(); at-- > 0; number /= 26) tag[at] = static_cast<char>('A' + number % 26);
    return tag;
}

// A source's own name of a font may be anybody's: what is drawn is the same under any name.
void nameFontsByNumber(QPDF& document) {
    std::map<std::string, std::string> names;
    for (auto& object : document.getAllObjects()) {
        if (!object.isDictionary()) continue;
        for (const char* key : {"/BaseFont", "/FontName"}) {
            auto name = object.getKey(key);
            if (!name.isName() || name.getName().find('+') != 7) continue;
            const auto known = names.emplace(name.getName(), "/" + subsetTag(names.size()) + "+F").first;
            object.replaceKey(key, QPDFObjectHandle::newName(known->second));
        }
    }
}

void replaceProgram(QPDFObjectHandle descriptor, const char* key, std::string (*without)(std::string)) {
    auto stream = descriptor.getKey(key);
    if (!stream.isStream()) return;
    const auto buffer = stream.getStreamData(qpdf_dl_generalized);
    stream.replaceStreamData(without({reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()}), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

void leaveOutWordsOfFonts(QPDF& document) {
    for (auto& object : document.getAllObjects()) {
        if (!object.isDictionary() || !object.getKey("/Type").isNameAndEquals("/FontDescriptor")) continue;
        object.removeKey("/FontFamily");
        replaceProgram(object, "/FontFile", withoutWordsOfTypeOne);
        replaceProgram(object, "/FontFile3", withoutWordsOfCff);
    }
}

// cairo numbers the glyphs of a composite font from 0 on; the list of widths says how many there are.
int glyphCount(QPDFObjectHandle widths) {
    int count = 0;
    for (int at = 0; at + 1 < widths.getArrayNItems(); at += 2) {
        if (!widths.getArrayItem(at).isInteger() || !widths.getArrayItem(at + 1).isArray()) return 0;
        count = std::max(count, widths.getArrayItem(at).getIntValueAsInt() + widths.getArrayItem(at + 1).getArrayNItems());
    }
    return count;
}

// Basis: ISO 19005-1, 6.3.3.2 and 6.3.5.
void nameGlyphsOfCompositeFonts(QPDF& document) {
    for (auto& font : document.getAllObjects()) {
        if (!font.isDictionary() || !font.getKey("/Subtype").isNameAndEquals("/CIDFontType2")) continue;
        font.replaceKey("/CIDToGIDMap", QPDFObjectHandle::newName("/Identity"));
        const int count = glyphCount(font.getKey("/W"));
        std::string bits(static_cast<std::size_t>(count + 7) / 8, '\0');
        for (int at = 0; at < count; ++at) bits[static_cast<std::size_t>(at / 8)] = static_cast<char>(bits[static_cast<std::size_t>(at / 8)] | 0x80 >> at % 8);
        font.getKey("/FontDescriptor").replaceKey("/CIDSet", document.makeIndirectObject(QPDFObjectHandle::newStream(&document, bits)));
    }
}

// Colours mean sRGB, and nothing shines through. Basis: ISO 19005-1, 6.2.2 and 6.4.
void makeArchivable(QPDF& document) {
    auto profile = QPDFObjectHandle::newStream(&document, srgbProfile());
    profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
    auto intent = QPDFObjectHandle::parse("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) >>");
    intent.replaceKey("/DestOutputProfile", document.makeIndirectObject(profile));
    document.getRoot().replaceKey("/OutputIntents", QPDFObjectHandle::newArray({document.makeIndirectObject(intent)}));
    for (auto& page : QPDFPageDocumentHelper(document).getAllPages()) page.getObjectHandle().removeKey("/Group");
    nameGlyphsOfCompositeFonts(document);
}

void setTabOrder(QPDF& document) {
    for (auto& page : QPDFPageDocumentHelper(document).getAllPages())
        page.getObjectHandle().replaceKey("/Tabs", QPDFObjectHandle::newName("/S"));
}

// What can be reached from the catalogue and what describes the file, with the elements of the tags.
class Writing {
  public:
    Writing(QPDF& document, const TagTree& tags, Archive archive)
        : document_(document), tags_(tags), firstTag_(static_cast<int>(document.getObjectCount()) + 1),
          file_(archive == Archive::none ? PdfFile::Packing::packed : PdfFile::Packing::plain, firstTag_ + (tags.empty() ? 0 : static_cast<int>(tags.objectCount()))),
          known_(static_cast<std::size_t>(firstTag_)) {}

    std::string write() {
        auto root = document_.getRoot(), information = document_.getTrailer().getKey("/Info");
        see(root);
        see(information);
        for (std::size_t at = 0; at < found_.size(); ++at) add(found_[at], found_[at].getObjectID() == root.getObjectID());
        if (!tags_.empty()) tags_.write(firstTag_, [&](int number, std::string_view text) { file_.add(number, text); });
        return file_.finish(root.getObjectID(), information.getObjectID());
    }

  private:
    void see(QPDFObjectHandle object) {
        if (!object.isIndirect()) return seeInside(object);
        const auto number = static_cast<std::size_t>(object.getObjectID());
        if (known_.at(number)) return;
        known_[number] = true;
        found_.push_back(object);
    }

    void seeInside(QPDFObjectHandle object) {
        if (object.isArray())
            for (auto item : object.aitems()) see(item);
        else if (object.isDictionary())
            for (const auto& [key, value] : object.ditems()) see(value);
    }

    void add(QPDFObjectHandle object, bool isRoot) {
        if (object.isStream()) return addStream(object);
        seeInside(object);
        const auto text = object.unparseResolved();
        file_.add(object.getObjectID(), isRoot && !tags_.empty() ? "<< /StructTreeRoot " + std::to_string(firstTag_) + " 0 R" + text.substr(2) : text);
    }

    void addStream(QPDFObjectHandle stream) {
        std::string text;
        auto dictionary = stream.getDict();
        for (const auto& [key, value] : dictionary.ditems()) {
            if (key == "/Length" || QPDFObjectHandle(value).isNull()) continue;
            see(value);
            text += QPDFObjectHandle::newName(key).unparse() + " " + QPDFObjectHandle(value).unparse() + " ";
        }
        const auto buffer = stream.getRawStreamData();
        const std::string_view bytes(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
        const bool pack = !dictionary.hasKey("/Filter") && !dictionary.getKey("/Type").isNameAndEquals("/Metadata");
        if (pack) file_.addStream(stream.getObjectID(), text + "/Filter /FlateDecode", PdfFile::packed(bytes));
        else file_.addStream(stream.getObjectID(), text, bytes);
    }

    QPDF& document_;
    const TagTree& tags_;
    int firstTag_;
    PdfFile file_;
    std::vector<bool> known_;  // by number
    std::vector<QPDFObjectHandle> found_;
};

void append(QPDF& document, QPDF& added, TagTree& tags) {
    QPDFPageDocumentHelper pages(document);
    const auto more = QPDFPageDocumentHelper(added).getAllPages();
    for (const auto& page : more) pages.addPage(page, false);
    tags.append(document, added, static_cast<int>(more.size()));
    appendBookmarks(document, added);
}

}  // namespace

std::string finishPdf(std::string pdf, const Finish& finish) {
    auto tags = TagTree::takeOutOf(pdf);
    tags.gatherUnderDocument();
    tags.speakMarks(finish.marks);
    QPDF document, added;  // what is added is read when it is written
    open(document, pdf);
    document.getRoot().removeKey("/StructTreeRoot");
    markArtifacts(document);
    setBookmarks(document, fewerBookmarks(finish.bookmarks), finish.language);
    nameFontsByNumber(document);
    leaveOutWordsOfFonts(document);
    if (!finish.appendix.empty()) {
        open(added, finish.appendix);
        append(document, added, tags);
    }
    describe(document, finish, tags);
    if (finish.archive != Archive::none) makeArchivable(document);
    setTabOrder(document);
    return Writing(document, tags, finish.archive).write();
}

std::string pageSelection(std::string_view pdf, const std::vector<std::size_t>& wanted) {
    QPDF source, part;
    open(source, pdf);
    part.emptyPDF();
    auto pages = QPDFPageDocumentHelper(source).getAllPages();
    for (const auto at : wanted) {
        pages.at(at).getObjectHandle().removeKey("/StructParents");
        QPDFPageDocumentHelper(part).addPage(pages.at(at), false);
    }
    std::string out;
    Pl_String sink("pdf", nullptr, out);
    QPDFWriter writer(part);
    writer.setOutputPipeline(&sink);
    writer.setStaticID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    return out;
}

std::size_t pageCount(std::string_view pdf) {
    QPDF document;
    open(document, pdf);
    return document.getAllPages().size();
}

}  // namespace redaction::apply
