// Reads a document as the reader program does, in this process: tests of what is built from it need no second program.
#pragma once

#include "redaction/document/ocr/recogniser.h"
#include "redaction/document/readers.h"
#include "redaction/marks/folded_text.h"
#include "redaction/marks/marks.h"

namespace reading {

struct NoFinds : redaction::document::Finds {
    void image(redaction::document::PageImage&&) override {}
    void attachment(redaction::document::Attachment&&) override {}
    void progress(std::size_t, std::size_t) override {}
};

inline redaction::document::Document read(const std::string& bytes) {
    using namespace redaction::document;
    static const auto ready = [] {
        prepareReaders();
        return true;
    }();
    (void)ready;
    static ocr::Recogniser recogniser(ocr::loadModel(ocr::Language::dutch));
    NoFinds finds;
    return readDocument(recogniseFormat(bytes, {}, {}), bytes, {}, recogniser, finds);
}

inline std::vector<redaction::marks::Mark> hide(const redaction::document::Document& document, const std::vector<std::string>& strings) {
    using namespace redaction;
    std::vector<marks::Decided> decided;
    for (const auto& string : strings)
        for (const auto& span : marks::FoldedText(document.text).findAll(marks::FoldedText::fromUtf8(string)))
            decided.push_back({span.start, span.end, policy::Decision::redact, "third-party", std::nullopt, std::nullopt, "name"});
    return marks::resolveMarks(document, decided);
}

}  // namespace reading
