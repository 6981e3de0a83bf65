#include "redaction/apply/verification/page_contents.h"

#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr, as qpdf 11 wants it
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <map>
#include <memory>
#include <string>

#include "redaction/apply/finish/content_scanner.h"

namespace redaction::apply::verification {

namespace {

constexpr std::size_t fewCurves = 16, fewCorners = 60;  // a frame with round corners, a table
constexpr std::size_t cornersPerShape = 5;              // letters have more, lines of a table fewer

struct Strokes {
    std::size_t shapes = 0, corners = 0, curves = 0;
    bool inlinePictures = false;
    void add(const Strokes& more) {
        shapes += more.shapes;
        corners += more.corners;
        curves += more.curves;
        inlinePictures = inlinePictures || more.inlinePictures;
    }
    bool mayBeLetters() const { return curves >= fewCurves || (corners >= fewCorners && corners >= cornersPerShape * shapes); }
};

Strokes strokesIn(std::string_view content) {
    Strokes strokes;
    for (ContentScanner scanner(content); scanner.next();) {
        const auto word = scanner.word();
        if (word == "m") ++strokes.shapes;
        else if (word == "l") ++strokes.corners;
        else if (word == "c" || word == "v" || word == "y") ++strokes.curves;
        else if (word == "BI" || word == "ID" || word == "EI") strokes.inlinePictures = true;
    }
    return strokes;
}

template <class Pipe>
Strokes strokesOf(Pipe pipe) {
    Pl_Buffer buffer("content");
    pipe(buffer);
    const auto content = buffer.getBufferSharedPointer();
    return strokesIn({reinterpret_cast<const char*>(content->getBuffer()), content->getSize()});
}

class Pages {
  public:
    PageContents look(QPDFPageObjectHelper& page) {
        PageContents found;
        auto strokes = strokesOf([&](Pl_Buffer& buffer) { page.pipeContents(&buffer); });
        page.forEachImage(true, [&](QPDFObjectHandle&, QPDFObjectHandle&, const std::string&) { found.pictures = true; });
        page.forEachFormXObject(true, [&](QPDFObjectHandle& form, QPDFObjectHandle&, const std::string&) { strokes.add(ofForm(form)); });
        found.pictures = found.pictures || strokes.inlinePictures || hasPatterns(page);
        found.shapes = strokes.mayBeLetters();
        return found;
    }

  private:
    const Strokes& ofForm(QPDFObjectHandle& form) {
        const auto [at, isNew] = forms_.try_emplace(form.getObjGen());
        if (isNew) at->second = strokesOf([&](Pl_Buffer& buffer) { form.pipeStreamData(&buffer, 0, qpdf_dl_generalized); });
        return at->second;
    }

    // A pattern's own content may hold anything.
    static bool hasPatterns(QPDFPageObjectHelper& page) {
        auto resources = page.getAttribute("/Resources", false);
        return resources.isDictionary() && resources.hasKey("/Pattern");
    }

    std::map<QPDFObjGen, Strokes> forms_;
};

}  // namespace

std::vector<PageContents> contentsOfPages(std::string_view pdf) {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("document", pdf.data(), pdf.size());
    Pages pages;
    std::vector<PageContents> contents;
    for (auto& page : QPDFPageDocumentHelper(document).getAllPages()) contents.push_back(pages.look(page));
    return contents;
}

}  // namespace redaction::apply::verification
