// The JSON of a document: what the reader program hands over and the store keeps. A word is an array
// [start, end, x0, y0, x1, y1, confidence, visible]; the last two are left out where they are 1 and true.
// What is read back is checked: it may come from a reader that a hostile file has taken over.
#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "redaction/document/document_json.h"

namespace redaction::document {
namespace {

using Json = nlohmann::json;
constexpr double maxPagePoints = 1e6;

// Written by hand: words are many, and a tree of values of them would be many times as large as the document.
void put(std::string& out, std::size_t number) { out += std::to_string(number); }

void putHundredths(std::string& out, double value) {
    if (!std::isfinite(value) || std::abs(value) > 1e12) {
        out += "null";  // who reads it back refuses it
        return;
    }
    const long long hundredths = std::llround(value * 100), whole = std::abs(hundredths) / 100, rest = std::abs(hundredths) % 100;
    if (hundredths < 0) out += '-';
    out += std::to_string(whole);
    if (rest == 0) return;
    out += {'.', char('0' + rest / 10)};
    if (rest % 10 != 0) out += char('0' + rest % 10);
}

void put(std::string& out, const Word& word) {
    out += '[';
    put(out, word.start);
    out += ',';
    put(out, word.end);
    for (const double edge : {word.box.x0, word.box.y0, word.box.x1, word.box.y1}) {
        out += ',';
        putHundredths(out, edge);
    }
    if (word.confidence < 1 || !word.visible) {
        out += ',';
        putHundredths(out, word.confidence);
    }
    out += word.visible ? "]" : ",false]";
}

enum class Words { with, without };

void put(std::string& out, const Page& page, Words words) {
    out += "{\"start\":";
    put(out, page.start);
    out += ",\"end\":";
    put(out, page.end);
    out += ",\"width\":";
    putHundredths(out, page.width);
    out += ",\"height\":";
    putHundredths(out, page.height);
    out += page.scanned ? ",\"scanned\":true" : ",\"scanned\":false";
    if (page.handwritten) out += ",\"handwritten\":true";
    out += ",\"words\":[";
    for (std::size_t at = 0; words == Words::with && at < page.words.size(); ++at) {
        if (at > 0) out += ',';
        put(out, page.words[at]);
    }
    out += "]}";
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

Page pageFrom(const Json& object, std::vector<Word> words) {
    Page page;
    page.start = object.at("start").get<std::size_t>();
    page.end = object.at("end").get<std::size_t>();
    page.width = length(object.at("width"));
    page.height = length(object.at("height"));
    page.scanned = object.at("scanned").get<bool>();
    page.handwritten = object.value("handwritten", false);
    page.words = std::move(words);
    return page;
}

void checkBounds(const Document& document) {
    for (const Page& page : document.pages) {
        checkBounds(page, 0, document.text.size());
        for (const Word& word : page.words) checkBounds(word, page.start, page.end);
    }
}

// Takes words and pages out of the tree as soon as they are read: a tree of them all would be many times as large.
class PagesOnTheWay {
  public:
    bool keep(int depth, Json::parse_event_t event, const Json& value) {
        if (event == Json::parse_event_t::array_end && depth == depthOfWord) {
            words_.push_back(wordFrom(value));
            return false;
        }
        if (event != Json::parse_event_t::object_end || depth != depthOfPage) return true;
        if (value.contains("kind")) {  // a block: the library looks through a whole array at the end of each of its objects
            blocks_.push_back(value);
            return false;
        }
        if (!value.contains("words")) return true;
        if (!value.at("words").empty()) refuse("word");
        pages_.push_back(pageFrom(value, std::move(words_)));
        words_.clear();
        return false;
    }
    std::vector<Page> take() { return std::move(pages_); }
    const std::vector<Json>& blocks() const { return blocks_; }

  private:
    static constexpr int depthOfPage = 2, depthOfWord = 4;  // {pages: [{words: [[
    std::vector<Word> words_;
    std::vector<Page> pages_;
    std::vector<Json> blocks_;
};

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

Document fromObject(const Json& object, std::vector<Page> pages, const std::vector<Json>& blocks) {
    Document document;
    document.layout = object.at("layout").get<std::string>() == "paged" ? Layout::paged : Layout::flow;
    document.text = toCodePoints(object.at("text").get_ref<const std::string&>());
    document.title = object.value("title", "");
    document.language = object.value("language", "");
    if (!object.at("pages").empty()) refuse("page");
    document.pages = std::move(pages);
    checkBounds(document);
    if (!object.at("blocks").empty()) refuse("block");
    for (const Json& block : blocks) document.blocks.push_back(blockFrom(block, document.text.size()));
    for (const Json& doubt : object.at("doubts")) document.doubts.push_back(doubt.get<std::string>());
    return document;
}

std::string written(const Document& document, Words words) {
    Json blocks = Json::array();
    for (const Block& block : document.blocks) blocks.push_back(toObject(block));
    Json rest = {{"layout", document.layout == Layout::paged ? "paged" : "flow"},
                 {"text", toUtf8(document.text)},
                 {"blocks", std::move(blocks)},
                 {"title", document.title},
                 {"language", document.language},
                 {"doubts", document.doubts}};
    std::string out = rest.dump(-1, ' ', false, Json::error_handler_t::replace);
    rest.clear();
    out.pop_back();
    out += ",\"pages\":[";
    for (std::size_t at = 0; at < document.pages.size(); ++at) {
        if (at > 0) out += ',';
        put(out, document.pages[at], words);
    }
    return out += "]}";
}

}  // namespace

std::string toJson(const Document& document) { return written(document, Words::with); }

std::string toJsonWithoutWords(const Document& document) { return written(document, Words::without); }

Document documentFromJson(std::string_view json) {
    try {
        PagesOnTheWay pages;
        const Json object = Json::parse(json, [&pages](int depth, Json::parse_event_t event, Json& value) { return pages.keep(depth, event, value); });
        return fromObject(object, pages.take(), pages.blocks());
    } catch (const Json::exception&) {
        refuse("not the expected shape");  // the message of the library would quote the document
    }
}

}  // namespace redaction::document
