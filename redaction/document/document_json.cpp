// The JSON of a document: what the reader program hands over and the store keeps. A word is an array
// [start, end, x0, y0, x1, y1, confidence, visible]; the last two are left out where they are 1 and true.
// What is read back is checked: it may come from a reader that a hostile file has taken over.
#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "redaction/document/document.h"

namespace redaction::document {
namespace {

using Json = nlohmann::json;
constexpr double maxPagePoints = 1e6;

double rounded(double points) { return std::round(points * 100) / 100; }

Json toArray(const Word& word) {
    Json array = {word.start, word.end, rounded(word.box.x0), rounded(word.box.y0), rounded(word.box.x1), rounded(word.box.y1)};
    if (word.confidence < 1 || !word.visible) array.push_back(rounded(word.confidence));
    if (!word.visible) array.push_back(false);
    return array;
}

Json toObject(const Page& page) {
    Json words = Json::array();
    for (const Word& word : page.words) words.push_back(toArray(word));
    Json object = {{"start", page.start}, {"end", page.end}, {"width", rounded(page.width)}, {"height", rounded(page.height)},
                   {"scanned", page.scanned}, {"words", std::move(words)}};
    if (page.handwritten) object["handwritten"] = true;
    return object;
}

Json toObject(const Block& block) {
    Json object = {{"kind", static_cast<int>(block.kind)}, {"start", block.start}, {"end", block.end}};
    if (block.level != 0) object["level"] = block.level;
    if (!block.note.empty()) object["note"] = block.note;
    if (!block.language.empty()) object["language"] = block.language;
    return object;
}

[[noreturn]] void refuse(const char* what) { throw std::runtime_error(std::string("document json: ") + what); }

double length(const Json& value) {
    const double number = value.get<double>();
    if (!std::isfinite(number) || std::abs(number) > maxPagePoints) refuse("length out of bounds");
    return number;
}

template <typename Stretch>
void checkBounds(const Stretch& stretch, std::size_t from, std::size_t to) {
    if (stretch.start < from || stretch.start > stretch.end || stretch.end > to) refuse("position out of bounds");
}

Word wordFrom(const Json& array) {
    if (!array.is_array() || array.size() < 6 || array.size() > 8) refuse("word");
    Word word;
    word.start = array[0].get<std::size_t>();
    word.end = array[1].get<std::size_t>();
    word.box = {length(array[2]), length(array[3]), length(array[4]), length(array[5])};
    if (array.size() > 6) word.confidence = std::min(1.0, std::max(0.0, length(array[6])));
    if (array.size() > 7) word.visible = array[7].get<bool>();
    return word;
}

Page pageFrom(const Json& object, std::size_t textSize) {
    Page page;
    page.start = object.at("start").get<std::size_t>();
    page.end = object.at("end").get<std::size_t>();
    page.width = length(object.at("width"));
    page.height = length(object.at("height"));
    page.scanned = object.at("scanned").get<bool>();
    page.handwritten = object.value("handwritten", false);
    checkBounds(page, 0, textSize);
    for (const Json& word : object.at("words")) {
        page.words.push_back(wordFrom(word));
        checkBounds(page.words.back(), page.start, page.end);
    }
    return page;
}

Block blockFrom(const Json& object, std::size_t textSize) {
    const int kind = object.at("kind").get<int>();
    if (kind < BlockKind::paragraph || kind > BlockKind::hidden) refuse("block kind");
    Block block;
    block.kind = static_cast<BlockKind::Value>(kind);
    block.level = object.value("level", 0);
    block.start = object.at("start").get<std::size_t>();
    block.end = object.at("end").get<std::size_t>();
    block.note = object.value("note", "");
    block.language = object.value("language", "");
    checkBounds(block, 0, textSize);
    return block;
}

Document fromObject(const Json& object) {
    Document document;
    document.layout = object.at("layout").get<std::string>() == "paged" ? Layout::paged : Layout::flow;
    document.text = toCodePoints(object.at("text").get_ref<const std::string&>());
    document.title = object.value("title", "");
    document.language = object.value("language", "");
    for (const Json& page : object.at("pages")) document.pages.push_back(pageFrom(page, document.text.size()));
    for (const Json& block : object.at("blocks")) document.blocks.push_back(blockFrom(block, document.text.size()));
    for (const Json& doubt : object.at("doubts")) document.doubts.push_back(doubt.get<std::string>());
    return document;
}

}  // namespace

std::string toJson(const Document& document) {
    Json pages = Json::array(), blocks = Json::array();
    for (const Page& page : document.pages) pages.push_back(toObject(page));
    for (const Block& block : document.blocks) blocks.push_back(toObject(block));
    const Json object = {{"layout", document.layout == Layout::paged ? "paged" : "flow"},
                         {"text", toUtf8(document.text)},
                         {"pages", std::move(pages)},
                         {"blocks", std::move(blocks)},
                         {"title", document.title},
                         {"language", document.language},
                         {"doubts", document.doubts}};
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Document documentFromJson(std::string_view json) {
    try {
        return fromObject(Json::parse(json));
    } catch (const Json::exception&) {
        refuse("not the expected shape");  // the message of the library would quote the document
    }
}

}  // namespace redaction::document
