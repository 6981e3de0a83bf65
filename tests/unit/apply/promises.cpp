#include "tests/unit/apply/promises.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "redaction/apply/finish/content_scanner.h"

namespace promises {

namespace {

using redaction::apply::ContentScanner;

constexpr std::array<std::string_view, 17> painting{"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "BI", "Tj", "TJ", "'", "\"", "INLINE"};

class Looker {
  public:
    explicit Looker(const std::string& pdf) { document_.processMemoryFile("pdf", pdf.data(), pdf.size()); }

    std::vector<std::string> readAs() {
        collectElements(document_.getRoot().getKey("/StructTreeRoot"), 0);
        return std::move(readAs_);
    }

    std::vector<std::string> look() {
        catalogue();
        const auto pages = QPDFPageDocumentHelper(document_).getAllPages();
        collectElements(document_.getRoot().getKey("/StructTreeRoot"), 0);
        expect(pages.size() < 2 || document_.getRoot().getKey("/Outlines").getKey("/First").isDictionary(), "bookmarks");
        std::size_t number = 0;
        for (auto page : pages) lookAt(page.getObjectHandle(), "page " + std::to_string(++number));
        for (auto& object : document_.getAllObjects()) lookAtObject(object);
        return std::move(broken_);
    }

  private:
    void expect(bool kept, const std::string& promise) {
        if (!kept) broken_.push_back(promise);
    }

    void catalogue() {
        auto root = document_.getRoot();
        expect(root.getKey("/Lang").isString(), "a language");
        expect(root.getKey("/MarkInfo").isDictionary() && root.getKey("/StructTreeRoot").isDictionary(), "tags");
        expect(root.getKey("/ViewerPreferences").isDictionary() && root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").isBool(), "its title shown");
        expect(document_.getTrailer().getKey("/Info").getKey("/Title").isString(), "a title");
        for (const char* key : {"/Names", "/AcroForm", "/OpenAction", "/AA", "/AF", "/OCProperties", "/Collection"}) expect(!root.hasKey(key), std::string("no ") + key);
    }

    // Every element knows its parent; every piece of content in the tree is counted by page and number.
    void collectElements(QPDFObjectHandle element, int depth) {
        if (depth > 60) return expect(false, "a tree of tags that ends");
        auto children = element.getKey("/K");
        std::vector<QPDFObjectHandle> each;
        if (children.isArray()) each = children.getArrayAsVector();
        else if (!children.isNull()) each = {children};
        for (auto child : each) {
            if (child.isInteger()) {
                inTree_[element.getKey("/Pg").getObjGen()].insert(child.getIntValueAsInt());
            } else if (child.isDictionary() && child.getKey("/Type").isNameAndEquals("/MCR")) {
                auto page = child.hasKey("/Pg") ? child.getKey("/Pg") : element.getKey("/Pg");
                inTree_[page.getObjGen()].insert(child.getKey("/MCID").getIntValueAsInt());
            } else if (child.isDictionary() && child.hasKey("/S")) {
                expect(mayStandIn(child.getKey("/S").getName(), element.getKey("/S").isName() ? element.getKey("/S").getName() : "/Root"),
                       "elements where they belong, not " + child.getKey("/S").getName() + " in " + (element.getKey("/S").isName() ? element.getKey("/S").getName() : "/Root"));
                expect(child.getKey("/P").getObjGen() == element.getObjGen(), "elements under their parents");
                if (child.hasKey("/ActualText")) readAs_.push_back(element.getKey("/S").getName().substr(1) + ": " + child.getKey("/ActualText").getUTF8Value());
                collectElements(child, depth + 1);
            }
        }
    }

    // Basis: ISO 32000-1, 14.8.4.
    static bool mayStandIn(const std::string& child, const std::string& parent) {
        static const std::map<std::string, std::set<std::string>> only{
            {"/Document", {"/Root"}}, {"/LI", {"/L"}}, {"/Lbl", {"/LI"}}, {"/LBody", {"/LI"}}, {"/TR", {"/Table"}}, {"/TH", {"/TR"}}, {"/TD", {"/TR"}}};
        static const std::map<std::string, std::set<std::string>> children{
            {"/Root", {"/Document"}}, {"/L", {"/LI"}}, {"/LI", {"/Lbl", "/LBody"}}, {"/Table", {"/TR"}}, {"/TR", {"/TH", "/TD"}}, {"/P", {"/Span"}},
            {"/H1", {"/Span"}}, {"/H2", {"/Span"}}, {"/H3", {"/Span"}}, {"/H4", {"/Span"}}, {"/H5", {"/Span"}}, {"/H6", {"/Span"}}, {"/LBody", {"/Span"}},
            {"/TD", {"/Span"}}, {"/TH", {"/Span"}}, {"/Document", {"/P", "/L", "/Table", "/Sect", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}}, {"/Sect", {"/Div"}}, {"/Div", {"/P"}}, {"/Span", {}}};
        const auto parents = only.find(child);
        const auto allowed = children.find(parent);
        return (parents == only.end() || parents->second.count(parent) > 0) && allowed != children.end() && allowed->second.count(child) > 0;
    }

    void lookAt(QPDFObjectHandle page, const std::string& where) {
        expect(!page.hasKey("/Annots") && !page.hasKey("/AA"), "no annotations on " + where);
        const auto numbers = contentOf(page, where);
        expect(inTree_[page.getObjGen()] == numbers, "everything tagged in the tree, on " + where);
        if (numbers.empty()) return;
        expect(page.getKey("/StructParents").isInteger(), "a way from " + where + " to its tags");
        if (!page.getKey("/StructParents").isInteger()) return;
        auto parents = parentsOf(page.getKey("/StructParents").getIntValueAsInt());
        for (const int number : numbers)
            expect(parents.isArray() && number < parents.getArrayNItems() && parents.getArrayItem(number).isDictionary(), "a parent of each piece of " + where);
    }

    QPDFObjectHandle parentsOf(int key) {
        auto numbers = document_.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
        for (int at = 0; at + 1 < numbers.getArrayNItems(); at += 2)
            if (numbers.getArrayItem(at).getIntValueAsInt() == key) return numbers.getArrayItem(at + 1);
        return QPDFObjectHandle::newNull();
    }

    // The numbers of the tagged pieces. What is painted is tagged or an artifact, and what begins also ends.
    std::set<int> contentOf(QPDFObjectHandle page, const std::string& where) {
        std::string content;
        for (auto stream : page.getPageContents()) {
            const auto bytes = stream.getStreamData();
            content.append(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
        }
        std::set<int> numbers;
        ContentScanner scanner(content);
        int depth = 0;
        bool outside = false;
        while (scanner.next()) {
            const auto word = scanner.word();
            if (word == "BDC" || word == "BMC") ++depth;
            if (word == "EMC") --depth;
            expect(depth >= 0, "tags that begin before they end, on " + where);
            if (const auto at = scanner.instruction().find("/MCID"); word == "BDC" && at != std::string_view::npos)
                numbers.insert(std::stoi(std::string(scanner.instruction().substr(at + 5))));
            outside = outside || (depth == 0 && std::find(painting.begin(), painting.end(), word) != painting.end());
        }
        expect(depth == 0, "tags that end, on " + where);
        expect(!outside, "everything on " + where + " tagged or an artifact");
        return numbers;
    }

    void lookAtObject(QPDFObjectHandle object) {
        auto dictionary = object.isStream() ? object.getDict() : object;
        if (!dictionary.isDictionary()) return;
        for (const char* key : {"/JS", "/EF", "/URI", "/Launch", "/RichMedia"}) expect(!dictionary.hasKey(key), std::string("no ") + key);
        expect(!dictionary.getKey("/Type").isNameAndEquals("/EmbeddedFile"), "no attachment");
        if (!dictionary.getKey("/Type").isNameAndEquals("/Font")) return;
        const auto kind = dictionary.getKey("/Subtype").getName();
        if (kind.rfind("/CIDFont", 0) != 0) expect(dictionary.getKey("/ToUnicode").isStream(), "a font that says what it reads as");
        if (kind == "/Type0") return;  // its descendant holds the font
        auto descriptor = dictionary.getKey("/FontDescriptor");
        expect(descriptor.isDictionary() && (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") || descriptor.hasKey("/FontFile3")), "fonts embedded");
    }

    QPDF document_;
    std::vector<std::string> broken_, readAs_;
    std::map<QPDFObjGen, std::set<int>> inTree_;  // per page
};

}  // namespace

std::vector<std::string> broken(const std::string& pdf) { return Looker(pdf).look(); }

std::vector<std::string> readAs(const std::string& pdf) { return Looker(pdf).readAs(); }

}  // namespace promises
