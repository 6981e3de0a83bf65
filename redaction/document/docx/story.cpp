#include "redaction/document/docx/story.h"

#include <array>
#include <cstdlib>
#include <utility>

#include "redaction/document/xml.h"

namespace redaction::document::docx {
namespace {

constexpr double unitsPerInch = 914400;  // of a drawing

bool isOn(const xmlNode* properties, const char* name) {
    const xmlNode* property = properties == nullptr ? nullptr : xml::child(properties, name);
    if (property == nullptr) return false;
    const std::string value = xml::attribute(property, "val");
    return value != "0" && value != "false" && value != "off";
}

std::string valueOf(const xmlNode* properties, const char* name) {
    const xmlNode* property = properties == nullptr ? nullptr : xml::child(properties, name);
    return property == nullptr ? std::string{} : xml::attribute(property, "val");
}

// Elements that only wrap what matters.
bool isWrapper(std::string_view name) {
    static constexpr std::array<std::string_view, 10> wrappers = {"ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"};
    for (const auto wrapper : wrappers)
        if (wrapper == name) return true;
    return false;
}

}  // namespace

void Story::write(const xmlNode* node, BlockKind::Value kind, const std::string& note, const std::string& before) {
    kind_ = kind;
    note_ = note;
    before_ = before;
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) writeNode(at);
}

void Story::writeNode(const xmlNode* node) {
    const std::string_view name = xml::name(node);
    if (name == "p") return writeParagraph(node);
    if (name == "tbl") return writeTable(node);
    if (name == "altChunk") return builder_.doubt("In dit Word-bestand is een ander bestand ingesloten. Dat is niet gelezen en wordt niet verstrekt.");
    if (name == "AlternateContent") {
        if (const xmlNode* choice = xml::child(node, "Choice")) return writeNode(choice);
        return;
    }
    if (name == "sectPr" || name.empty()) return;
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) writeNode(at);
}

void Story::put(std::string_view utf8, RunState state, Line& line) {
    const std::u32string text = toCodePoints(utf8);
    if (!state.deleted && !state.vanished) {
        line.text += text;
        return;
    }
    const std::string note = state.deleted ? "verwijderde tekst (bijgehouden wijziging)" : "verborgen tekst";
    builder_.doubt("Dit Word-bestand bevat bijgehouden wijzigingen of verborgen tekst. Die staat apart bij het stuk.");
    if (line.hidden.empty() || line.hidden.back().second != note) line.hidden.emplace_back(U"", note);
    line.hidden.back().first += text;
}

void Story::collectRun(const xmlNode* run, RunState state, Line& line) {
    const xmlNode* properties = xml::child(run, "rPr");
    state.vanished = state.vanished || isOn(properties, "vanish") || isOn(properties, "webHidden") || styles_.hidden.count(valueOf(properties, "rStyle")) > 0;
    for (const xmlNode* at = run->children; at != nullptr; at = at->next) {
        const std::string_view name = xml::name(at);
        if (name == "t") put(xml::text(at), state, line);
        else if (name == "delText") put(xml::text(at), {true, state.vanished}, line);
        else if (name == "tab" || name == "ptab") put("\t", state, line);
        else if (name == "br" || name == "cr") put("\n", state, line);
        else if (name == "noBreakHyphen") put("\u2011", state, line);
        else if (name == "sym") put("\uFFFD", state, line);
        else if (name == "footnoteReference" || name == "endnoteReference") put("[" + xml::attribute(at, "id") + "]", state, line);
        else if (name == "drawing" || name == "pict" || name == "object" || name == "AlternateContent") collectOne(at, state, line);
    }
}

void Story::collectPicture(const std::string& relation, RunState state, Line& line) {
    const std::u32string text = pictures_.textOf(part_, relation, std::exchange(pictureInches_, 0));
    if (text.empty()) return;
    if (state.deleted || state.vanished) return line.hidden.push_back({text, "verborgen of verwijderde afbeelding"});
    line.pictured.push_back(U"[Tekst in een afbeelding] " + text);
}

void Story::collectOne(const xmlNode* node, RunState state, Line& line) {
    const std::string_view name = xml::name(node);
    if (name == "r") return collectRun(node, state, line);
    if (name == "del" || name == "moveFrom") return collectInline(node, {true, state.vanished}, line);
    if (name == "extent") pictureInches_ = std::strtod(xml::attribute(node, "cx").c_str(), nullptr) / unitsPerInch;
    if (name == "blip") return collectPicture(xml::attribute(node, "embed"), state, line);
    if (name == "imagedata") return collectPicture(xml::attribute(node, "id"), state, line);
    if (name == "txbxContent") return line.boxes.push_back(node);
    if (name == "ins" || name == "moveTo") builder_.doubt("Dit Word-bestand bevat bijgehouden wijzigingen. De toegevoegde tekst is als gewone tekst gelezen.");
    if (name == "oMath" || name == "oMathPara") return put(xml::text(node), state, line);
    if (name == "AlternateContent") {
        if (const xmlNode* choice = xml::child(node, "Choice")) collectInline(choice, state, line);
        return;
    }
    if (isWrapper(name)) return collectInline(node, state, line);
    // Drawings: text boxes may be anywhere inside.
    if (name != "pPr" && !name.empty()) collectInline(node, state, line);
}

void Story::collectInline(const xmlNode* parent, RunState state, Line& line) {
    for (const xmlNode* at = parent->children; at != nullptr; at = at->next) collectOne(at, state, line);
}

void Story::flush(BlockKind::Value kind, int level, Line& line) {
    const bool own = kind_ == BlockKind::paragraph;
    if (!before_.empty() && !line.text.empty()) {
        line.text.insert(0, toCodePoints(before_));
        before_.clear();
    }
    builder_.block(own ? kind : kind_, line.text, own ? level : 0, own ? std::string{} : note_);
    for (const auto& [text, note] : line.hidden) builder_.block(BlockKind::hidden, text, 0, note);
    for (const auto& text : line.pictured) builder_.block(own ? BlockKind::paragraph : kind_, text, 0, own ? std::string{} : note_);
    const std::vector<const xmlNode*> boxes = std::move(line.boxes);
    for (const xmlNode* box : boxes)
        for (const xmlNode* at = box->children; at != nullptr; at = at->next) writeNode(at);
}

void Story::writeParagraph(const xmlNode* paragraph) {
    const xmlNode* properties = xml::child(paragraph, "pPr");
    const std::string style = valueOf(properties, "pStyle");
    Line line;
    RunState state;
    state.vanished = styles_.hidden.count(style) > 0;
    collectInline(paragraph, state, line);
    const auto heading = styles_.headingLevel.find(style);
    if (heading != styles_.headingLevel.end()) return flush(BlockKind::heading, heading->second, line);
    const bool listed = properties != nullptr && xml::child(properties, "numPr") != nullptr;
    flush(listed ? BlockKind::listItem : BlockKind::paragraph, 0, line);
}

// Paragraphs of a cell, and of tables inside it, on lines of their own.
void Story::collectCell(const xmlNode* cell, Line& line) {
    for (const xmlNode* at = cell->children; at != nullptr; at = at->next) {
        const std::string_view name = xml::name(at);
        if (name == "p") {
            if (!line.text.empty() && line.text.back() != U'\t') line.text += U'\n';
            collectInline(at, {}, line);
        } else if (!name.empty() && name != "tcPr" && name != "trPr" && name != "tblPr") {
            collectCell(at, line);
        }
    }
}

void Story::writeTable(const xmlNode* table) {
    for (const xmlNode* row = table->children; row != nullptr; row = row->next) {
        if (xml::name(row) == "sdt" || xml::name(row) == "sdtContent") writeTable(row);
        if (xml::name(row) != "tr") continue;
        Line line;
        bool first = true;
        for (const xmlNode* cell = row->children; cell != nullptr; cell = cell->next) {
            if (xml::name(cell) != "tc" && xml::name(cell) != "sdt") continue;
            if (!first) line.text += U'\t';
            first = false;
            Line inside;
            collectCell(cell, inside);
            for (char32_t& c : inside.text) c = c == U'\t' ? U' ' : c;
            line.text += inside.text;
            line.hidden.insert(line.hidden.end(), inside.hidden.begin(), inside.hidden.end());
            line.pictured.insert(line.pictured.end(), inside.pictured.begin(), inside.pictured.end());
            line.boxes.insert(line.boxes.end(), inside.boxes.begin(), inside.boxes.end());
        }
        flush(BlockKind::tableRow, 0, line);
    }
}

}  // namespace redaction::document::docx
