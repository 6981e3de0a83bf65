#include "redaction/apply/typeset/typeset.h"

#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/typeset/sheet.h"

namespace redaction::apply::typeset {

namespace {

struct Drawn {
    std::string pdf;
    std::size_t pages;
    std::vector<Bookmark> bookmarks;
    std::vector<std::string> marks;
};

Drawn draw(const Text& text, std::size_t pagesInAll) {
    Sheet sheet(text, pagesInAll);
    {
        const Tag document(sheet, "Document");
        for (const auto& block : text.blocks) placeBlock(sheet, block);
    }
    auto pdf = sheet.finish();
    return {std::move(pdf), sheet.pages(), sheet.bookmarks(), sheet.marks()};
}

}  // namespace

Typeset typeset(const Text& text) {
    const auto pages = draw(text, 0).pages;  // the first time only counts, for "Pagina 1 van 3"
    auto drawn = draw(text, pages);
    return {finishPdf(std::move(drawn.pdf), {text.title, text.blocksLanguage.empty() ? text.language : text.blocksLanguage, Archive::pdfA1b, drawn.bookmarks, drawn.marks}), drawn.pages};
}

}  // namespace redaction::apply::typeset
