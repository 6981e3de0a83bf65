// The JSON of `lakwerk read`; what its fields mean stands in read.cpp.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "redaction/document/unseen.h"
#include "redaction/marks/word_spans.h"
#include "service/faces/opened_file.h"

namespace service::faces {

namespace {

using namespace redaction;
using document::Document;
using Json = nlohmann::ordered_json;

std::string textAt(const Document& document, std::size_t start, std::size_t end) {
    return document::toUtf8(std::u32string_view(document.text).substr(start, end - start));
}

double rounded(double number) { return std::round(number * 100) / 100; }

Json boxOf(const document::Box& box) { return {rounded(box.x0), rounded(box.y0), rounded(box.x1), rounded(box.y1)}; }

Json toObject(const Document& document, const document::Word& word) {
    return {{"text", textAt(document, word.start, word.end)}, {"box", boxOf(word.box)}, {"confidence", rounded(word.confidence)},
            {"visible", word.visible}};
}

// A word without a place on the page: of a flowing document, or of text that hides.
Json unplaced(const Document& document, const marks::Span& span, const char* visibility) {
    return {{"text", textAt(document, span.start, span.end)}, {"box", nullptr}, {"confidence", 1.0}, {"visible", visibility == std::string_view("visible")}};
}

bool isInside(const marks::Span& span, std::size_t start, std::size_t end) { return start <= span.start && span.end <= end; }

bool isHidden(const Document& document, const marks::Span& span) {
    return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const auto& block) {
        return block.kind == document::BlockKind::hidden && isInside(span, block.start, block.end);
    });
}

Json pageOf(const Document& document, const document::Page& page, std::size_t number, const std::vector<marks::Span>& spans) {
    Json words = Json::array();
    for (const auto& word : page.words) words.push_back(toObject(document, word));
    for (const auto& span : spans)
        if (isInside(span, page.start, page.end) && isHidden(document, span)) words.push_back(unplaced(document, span, "hidden"));
    return {{"number", number}, {"width", rounded(page.width)}, {"height", rounded(page.height)}, {"scanned", page.scanned}, {"words", std::move(words)}};
}

Json flowPage(const Document& document, const std::vector<marks::Span>& spans) {
    Json words = Json::array();
    for (const auto& span : spans) words.push_back(unplaced(document, span, isHidden(document, span) ? "hidden" : "visible"));
    return {{"number", 1}, {"width", nullptr}, {"height", nullptr}, {"scanned", false}, {"words", std::move(words)}};
}

Json pagesOf(const Document& document) {
    const auto spans = marks::wordSpans(document);
    if (document.layout == document::Layout::flow) return Json::array({flowPage(document, spans)});
    Json pages = Json::array();
    for (const auto& page : document.pages) pages.push_back(pageOf(document, page, pages.size() + 1, spans));
    return pages;
}

const char* kindName(document::BlockKind::Value kind) {
    static constexpr const char* names[] = {"paragraph", "heading", "listItem", "tableRow", "header", "hidden"};
    return names[static_cast<std::size_t>(kind)];
}

Json pageNumber(const Document& document, std::size_t at) {
    for (std::size_t page = 0; page < document.pages.size(); ++page)
        if (document.pages[page].start <= at && at < document.pages[page].end) return page + 1;
    return nullptr;
}

Json blocksOf(const Document& document) {
    Json blocks = Json::array();
    for (const auto& block : document.blocks)
        blocks.push_back({{"kind", kindName(block.kind)}, {"level", block.level}, {"note", block.note}, {"page", pageNumber(document, block.start)},
                          {"text", textAt(document, block.start, block.end)}});
    return blocks;
}

Json leftOut(const OpenedFile& file) {
    Json all = Json::array();
    for (const auto& hidden : document::unseenOf(*file.document))
        all.push_back({{"what", "hidden text"}, {"text", textAt(*file.document, hidden.start, hidden.end)},
                       {"page", pageNumber(*file.document, hidden.start)}, {"why", hidden.note}});
    for (const auto& doubt : file.document->doubts) all.push_back({{"what", "doubt"}, {"why", doubt}});
    for (const auto& attachment : file.attachments)
        all.push_back({{"what", "attachment"}, {"text", attachment.name}, {"why", attachment.why.empty() ? "Een bijlage is een stuk op zichzelf; zie attachments." : attachment.why}});
    return all;
}

Json toObject(const OpenedFile& file) {
    Json object{{"name", file.name}, {"mediaType", file.mediaType}, {"bytes", file.bytes}, {"format", document::nameOf(file.format)}, {"read", file.document.has_value()}};
    if (!file.document) {
        object["why"] = file.why;
        return object;
    }
    const auto& document = *file.document;
    object["layout"] = document.layout == document::Layout::paged ? "paged" : "flow";
    object["title"] = document.title;
    object["language"] = document.language;
    object["text"] = seenText(document);
    object["pages"] = pagesOf(document);
    object["blocks"] = blocksOf(document);
    object["doubts"] = document.doubts;
    object["leftOut"] = leftOut(file);
    object["attachments"] = Json::array();
    for (const auto& attachment : file.attachments) object["attachments"].push_back(toObject(attachment));
    return object;
}

}  // namespace

std::string toJson(const OpenedFile& file) { return toObject(file).dump(1, ' ', false, Json::error_handler_t::replace); }

}  // namespace service::faces
