#include "redaction/apply/finish/structure.h"

#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr, as qpdf 11 wants it
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <array>
#include <utility>

#include "redaction/apply/finish/content_scanner.h"

namespace redaction::apply {

namespace {

QPDFObjectHandle treeOf(QPDF& document) { return document.getRoot().getKey("/StructTreeRoot"); }

QPDFObjectHandle childrenOf(QPDFObjectHandle element) {
    auto children = element.getKey("/K");
    if (children.isArray()) return children;
    auto list = QPDFObjectHandle::newArray();
    if (!children.isNull()) list.appendItem(children);
    return list;
}

QPDFObjectHandle documentElement(QPDFObjectHandle tree) {
    auto children = childrenOf(tree);
    return children.getArrayNItems() == 1 && children.getArrayItem(0).isDictionary() &&
                   children.getArrayItem(0).getKey("/S").isNameAndEquals("/Document")
               ? children.getArrayItem(0)
               : QPDFObjectHandle::newNull();
}

void adopt(QPDFObjectHandle parent, QPDFObjectHandle children) {
    auto all = childrenOf(parent);
    for (auto child : children.aitems()) {
        if (!child.isDictionary()) continue;
        child.replaceKey("/P", parent);
        all.appendItem(child);
    }
    parent.replaceKey("/K", all);
}

constexpr int deepestElement = 60;
constexpr const char* hidesSomething = "gelakt";

void collect(QPDFObjectHandle element, const std::string& name, int depth, std::vector<QPDFObjectHandle>& found) {
    if (depth > deepestElement || !element.isDictionary()) return;
    if (element.getKey("/S").isNameAndEquals(name)) found.push_back(element);
    for (auto child : childrenOf(element).aitems()) collect(child, name, depth + 1, found);
}

bool paints(std::string_view word) {
    static constexpr std::array<std::string_view, 17> painting{"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "BI", "Tj", "TJ", "'", "\"", "d1"};
    return std::find(painting.begin(), painting.end(), word) != painting.end();
}

// Copies content and puts what paints outside marked content between /Artifact BMC and EMC.
class ArtifactMarker {
  public:
    explicit ArtifactMarker(std::size_t size) { out_.reserve(size + 256); }

    void take(std::string_view operands, std::string_view word) {
        const bool begins = word == "BDC" || word == "BMC", ends = word == "EMC";
        if (begins) close();
        if (depth_ == 0 && !open_ && paints(word)) {
            out_ += "/Artifact BMC\n";
            open_ = true;
        }
        const bool waits = depth_ == 0 && !open_ && !begins;
        if (!waits) out_ += std::exchange(pending_, {});
        (waits ? pending_ : out_) += operands;
        depth_ += begins ? 1 : ends ? -1 : 0;
    }

    std::string finish(std::string_view rest) {
        close();
        out_ += pending_;
        out_ += rest;
        return std::move(out_);
    }

  private:
    void close() {
        if (open_) out_ += "\nEMC\n";
        open_ = false;
    }

    std::string out_, pending_;  // pending: sets the stage for what is not painted yet
    int depth_ = 0;
    bool open_ = false;
};

int nextKey(QPDFObjectHandle numbers) {
    int next = 0;
    for (int at = 0; at + 1 < numbers.getArrayNItems(); at += 2) next = std::max(next, numbers.getArrayItem(at).getIntValueAsInt() + 1);
    return next;
}

}  // namespace

void gatherUnderDocument(QPDF& document) {
    auto tree = treeOf(document);
    if (!tree.isDictionary() || !documentElement(tree).isNull()) return;
    const auto children = childrenOf(tree);
    auto whole = document.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /StructElem /S /Document >>"));
    whole.replaceKey("/P", tree);
    adopt(whole, children);
    tree.replaceKey("/K", QPDFObjectHandle::newArray({whole}));
}

void speakMarks(QPDF& document, const std::vector<std::string>& spoken) {
    std::vector<QPDFObjectHandle> marks;
    if (treeOf(document).isDictionary()) collect(treeOf(document), "/" + std::string(markTag), 0, marks);
    for (std::size_t at = 0; at < marks.size(); ++at) {
        marks[at].replaceKey("/S", QPDFObjectHandle::newName("/Span"));
        const auto& said = marks.size() == spoken.size() ? spoken[at] : std::string(hidesSomething);
        marks[at].replaceKey("/ActualText", QPDFObjectHandle::newUnicodeString("[" + said + "] "));
    }
}

std::string withArtifacts(std::string_view content) {
    ArtifactMarker marker(content.size());
    ContentScanner scanner(content);
    while (scanner.next()) marker.take(scanner.instruction(), scanner.word());
    return marker.finish(scanner.rest());
}

void markArtifacts(QPDF& document) {
    for (auto& page : QPDFPageDocumentHelper(document).getAllPages()) {
        auto contents = page.getObjectHandle().getKey("/Contents");
        if (!contents.isStream()) continue;
        // When it is written: all pages unpacked at once would be many times as large as the document.
        const auto marked = [old = contents.copyStream()](Pipeline* to) mutable {
            const auto bytes = old.getStreamData(qpdf_dl_generalized);
            to->writeString(withArtifacts({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()}));
            to->finish();
        };
        contents.replaceStreamData(marked, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
}

void appendStructure(QPDF& document, QPDF& added, int pagesAdded) {
    auto tree = treeOf(document);
    auto pages = QPDFPageDocumentHelper(document).getAllPages();
    const std::size_t first = pages.size() - static_cast<std::size_t>(pagesAdded);
    if (!tree.isDictionary() || !treeOf(added).isDictionary()) {
        for (auto at = first; at < pages.size(); ++at) pages[at].getObjectHandle().removeKey("/StructParents");
        return;
    }
    auto other = document.copyForeignObject(treeOf(added));
    auto numbers = tree.getKey("/ParentTree").getKey("/Nums"), more = other.getKey("/ParentTree").getKey("/Nums");
    const int offset = nextKey(numbers);
    for (int at = 0; at + 1 < more.getArrayNItems(); at += 2) {
        numbers.appendItem(QPDFObjectHandle::newInteger(more.getArrayItem(at).getIntValue() + offset));
        numbers.appendItem(more.getArrayItem(at + 1));
    }
    for (auto at = first; at < pages.size(); ++at) {
        auto page = pages[at].getObjectHandle();
        if (page.hasKey("/StructParents")) page.replaceKey("/StructParents", QPDFObjectHandle::newInteger(page.getKey("/StructParents").getIntValue() + offset));
    }
    tree.replaceKey("/ParentTreeNextKey", QPDFObjectHandle::newInteger(nextKey(numbers)));
    auto whole = documentElement(other);
    adopt(documentElement(tree), childrenOf(whole.isNull() ? other : whole));
}

}  // namespace redaction::apply
