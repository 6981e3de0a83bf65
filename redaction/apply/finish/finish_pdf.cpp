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

#include "redaction/apply/finish/font_programs.h"
#include "redaction/apply/finish/srgb_profile.h"
#include "redaction/apply/finish/structure.h"

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
        if (key != "/Type" && key != "/Pages" && key != "/StructTreeRoot" && key != "/Outlines" && key != "/PageLabels") catalogue.removeKey(key);
}

void describe(QPDF& document, const Finish& finish) {
    auto root = document.getRoot();
    keepOnlyOwnEntries(root);
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(finish.language));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    if (root.hasKey("/StructTreeRoot")) root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    auto metadata = QPDFObjectHandle::newStream(&document, xmp(finish));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", document.makeIndirectObject(metadata));
    auto trailer = document.getTrailer();
    auto information = QPDFObjectHandle::newDictionary();
    information.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(finish.title));
    trailer.replaceKey("/Info", document.makeIndirectObject(information));
    trailer.removeKey("/ID");
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

// The identifier is a constant: one derived from the content could be compared with a guess.
std::string write(QPDF& document, Archive archive) {
    std::string out;
    Pl_String sink("pdf", nullptr, out);
    QPDFWriter writer(document);
    writer.setOutputPipeline(&sink);
    writer.setStaticID(true);
    writer.setObjectStreamMode(archive == Archive::none ? qpdf_o_generate : qpdf_o_disable);
    if (archive == Archive::none) writer.setMinimumPDFVersion("1.7");
    else writer.forcePDFVersion("1.4");
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    return out;
}

void append(QPDF& document, QPDF& added) {
    QPDFPageDocumentHelper pages(document);
    const auto more = QPDFPageDocumentHelper(added).getAllPages();
    for (const auto& page : more) pages.addPage(page, false);
    appendStructure(document, added, static_cast<int>(more.size()));
    appendBookmarks(document, added);
}

}  // namespace

std::string finishPdf(std::string_view pdf, const Finish& finish) {
    QPDF document, added;  // what is added is read when it is written
    open(document, pdf);
    gatherUnderDocument(document);
    speakMarks(document, finish.marks);
    markArtifacts(document);
    setBookmarks(document, fewerBookmarks(finish.bookmarks), finish.language);
    nameFontsByNumber(document);
    leaveOutWordsOfFonts(document);
    if (!finish.appendix.empty()) {
        open(added, finish.appendix);
        append(document, added);
    }
    describe(document, finish);
    if (finish.archive != Archive::none) makeArchivable(document);
    setTabOrder(document);
    return write(document, finish.archive);
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
    return write(part, Archive::none);
}

std::size_t pageCount(std::string_view pdf) {
    QPDF document;
    open(document, pdf);
    return document.getAllPages().size();
}

}  // namespace redaction::apply
