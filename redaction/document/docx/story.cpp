#include "redaction/document/docx/story.h"

#include <array>
#include <cstdlib>
#include <utility>

#include "redaction/document/docx/fields.h"
#include "redaction/document/xml.h"
#include "redaction/document/zipped/hidden_places.h"

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

// The text of all runs below.
std::string wordsBelow(const xmlNode* node) {
    std::string words;
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) words += xml::name(at) == "t" ? xml::text(at) : wordsBelow(at);
    return words;
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
    if (name == "altChunk") return builder_.doubt("In dit stuk is een ander bestand ingesloten. Dat is niet gelezen en wordt niet verstrekt.");
    if (name == "AlternateContent") {
        if (const xmlNode* choice = xml::child(node, "Choice")) return writeNode(choice);
        if (const xmlNode* fallback = xml::child(node, "Fallback")) return writeNode(fallback);
        return;
    }
    if (name == "sectPr" || name.empty()) return;
    if (name == "sdtPr") return builder_.block(BlockKind::hidden, toCodePoints(choicesOf(node)), 0, "keuzes van een invoerveld");
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) writeNode(at);
}

void Story::put(std::string_view utf8, RunState state, Line& line) {
    const std::u32string text = toCodePoints(utf8);
    if (!state.deleted && !state.vanished) {
        line.text += text;
        return;
    }
    const std::string note = state.deleted ? "verwijderde tekst (bijgehouden wijziging)" : "verborgen tekst";
    builder_.doubt(state.deleted ? zipped::changesDoubt : zipped::hiddenTextDoubt);
    if (line.hidden.empty() || line.hidden.back().second != note) line.hidden.emplace_back(U"", note);
    line.hidden.back().first += text;
}

void Story::collectRun(const xmlNode* run, RunState state, Line& line) {
    const xmlNode* properties = xml::child(run, "rPr");
    state.vanished = state.vanished || isOn(properties, "vanish") || isOn(properties, "webHidden") || styles_.hidden.count(valueOf(properties, "rStyle")) > 0;
    for (const xmlNode* at = run->children; at != nullptr; at = at->next) collectRunPart(at, state, line);
}

void Story::collectRunPart(const xmlNode* part, RunState state, Line& line) {
    const std::string_view name = xml::name(part);
    if (name == "t") put(xml::text(part), state, line);
    else if (name == "delText") put(xml::text(part), {true, state.vanished}, line);
    else if (name == "tab" || name == "ptab") put("\t", state, line);
    else if (name == "br" || name == "cr") put("\n", state, line);
    else if (name == "noBreakHyphen") put("\u2011", state, line);
    else if (name == "sym") put(symbol(xml::attribute(part, "font"), xml::attribute(part, "char")), state, line);
    else if (name == "footnoteReference" || name == "endnoteReference") put("[" + xml::attribute(part, "id") + "]", state, line);
    else if (name == "instrText" || name == "delInstrText") line.code += xml::text(part);
    else if (name == "fldChar") collectFieldMark(part, state, line);
    else if (name == "ruby" || name == "drawing" || name == "pict" || name == "object" || name == "AlternateContent") collectOne(part, state, line);
}

// A field: begin (with what a form keeps of it), code, separate, result, end.
void Story::collectFieldMark(const xmlNode* mark, RunState state, Line& line) {
    if (xml::attribute(mark, "fldCharType") != "begin") hideCode(line);
    const xmlNode* form = xml::child(mark, "ffData");
    if (form == nullptr) return;
    const FormField field = readFormField(form);
    put(field.box, state, line);
    hide(field.hidden, "gegeven van een invoerveld", line);
}

void Story::hideCode(Line& line) {
    if (tellsMoreThanLayout(line.code)) hide(line.code, "veldcode", line);
    line.code.clear();
}

void Story::hide(std::string_view utf8, const std::string& note, Line& line) {
    const std::u32string text = toCodePoints(utf8);
    if (text.find_first_not_of(U" \t\r\n") != std::u32string::npos) line.hidden.emplace_back(text, note);
}

// Choice is what Word shows; what the other one says otherwise hides.
void Story::collectAlternates(const xmlNode* alternates, RunState state, Line& line) {
    const xmlNode* choice = xml::child(alternates, "Choice");
    const xmlNode* fallback = xml::child(alternates, "Fallback");
    if (choice != nullptr) collectInline(choice, state, line);
    else if (fallback != nullptr) return collectInline(fallback, state, line);
    if (choice == nullptr || fallback == nullptr) return;
    const std::string other = wordsBelow(fallback);
    if (other != wordsBelow(choice)) hide(other, "andere weergave van een tekstvak", line);
}

void Story::collectPicture(const std::string& relation, RunState state, Line& line) {
    const std::u32string text = pictures_.textOf(zipped::targetOf(relations_, relation), std::exchange(pictureInches_, 0));
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
    if (name == "ins" || name == "moveTo") builder_.doubt(zipped::changesDoubt);
    if (name == "oMath" || name == "oMathPara") return put(xml::text(node), state, line);
    if (name == "AlternateContent") return collectAlternates(node, state, line);
    if (name == "fldSimple" && tellsMoreThanLayout(xml::attribute(node, "instr"))) hide(xml::attribute(node, "instr"), "veldcode", line);
    if (name == "docPr") hide(xml::attribute(node, "descr") + " " + xml::attribute(node, "title"), "alternatieve tekst bij een afbeelding", line);
    if (name == "shape" || name == "rect") hide(xml::attribute(node, "alt"), "alternatieve tekst bij een afbeelding", line);
    if (name == "sdtPr") return hide(choicesOf(node), "keuzes van een invoerveld", line);
    if (isWrapper(name)) return collectInline(node, state, line);
    // Drawings: text boxes may be anywhere inside.
    if (name != "pPr" && !name.empty()) collectInline(node, state, line);
}

void Story::collectInline(const xmlNode* parent, RunState state, Line& line) {
    for (const xmlNode* at = parent->children; at != nullptr; at = at->next) collectOne(at, state, line);
}

void Story::flush(BlockKind::Value kind, int level, Line& line) {
    hideCode(line);
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
            hideCode(inside);
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
