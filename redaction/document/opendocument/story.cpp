#include "redaction/document/opendocument/story.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "redaction/document/opendocument/inches.h"
#include "redaction/document/xml.h"
#include "redaction/document/zipped/hidden_places.h"

namespace redaction::document::opendocument {
namespace {

constexpr int maxDepth = 200;  // of elements in each other
constexpr const char* tooDeep = "Dit stuk is te diep genest en is niet helemaal gelezen.";
constexpr int maxSpaces = 1000;

bool isTrue(const xmlNode* node, const char* attribute) { return xml::attribute(node, attribute) == "true"; }

}  // namespace

std::string paragraphsOf(const xmlNode* node) {
    std::string all;
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
        if (at->type != XML_ELEMENT_NODE) continue;
        const bool paragraph = xml::name(at) == "p" || xml::name(at) == "h";
        const std::string text = paragraph ? xml::text(at) : paragraphsOf(at);
        if (!text.empty()) all += (all.empty() ? "" : "\n") + text;
    }
    return all;
}

void Story::write(const xmlNode* node, BlockKind::Value kind, const std::string& note) {
    const auto outerKind = std::exchange(kind_, kind);
    const auto outerNote = std::exchange(note_, note);
    writeChildren(node, 0);
    kind_ = outerKind;
    note_ = outerNote;
}

void Story::writeChildren(const xmlNode* node, int depth) {
    if (depth > maxDepth) return builder_.doubt(tooDeep);
    for (const xmlNode* at = node->children; at != nullptr; at = at->next)
        if (at->type == XML_ELEMENT_NODE) writeNode(at, depth);
}

void Story::writeNode(const xmlNode* node, int depth) {
    const std::string_view name = xml::name(node);
    if (name == "p") return writeParagraph(node, BlockKind::paragraph, 0);
    if (name == "h") return writeParagraph(node, BlockKind::heading, std::clamp(std::atoi(xml::attribute(node, "outline-level").c_str()), 1, 6));
    if (name == "section") return writeSection(node, depth);
    if (name == "list") return writeList(node, depth);
    if (name == "table") return writeTable(node, depth);
    if (name == "tracked-changes") return rememberChanges(node);
    if (name.substr(0, 6) == "table-" || name == "sequence-decls" || name == "index-title-template" ) return writeChildren(node, depth + 1);
    static constexpr std::array<std::string_view, 9> sources = {"table-of-content-source", "illustration-index-source", "alphabetical-index-source", "user-index-source",
                                                                "bibliography-source", "object-index-source", "table-index-source", "event-listeners", "soft-page-break"};
    if (std::find(sources.begin(), sources.end(), name) != sources.end()) return;
    Line line;  // a frame, a form, a comment or the declaration of a field outside a paragraph
    static constexpr std::array<std::string_view, 12> inlines = {"frame", "custom-shape", "rect", "line", "g", "annotation", "user-field-decl", "control", "polygon", "ellipse", "path", "change"};
    if (std::find(inlines.begin(), inlines.end(), name) == inlines.end()) return writeChildren(node, depth + 1);
    collectOne(node, false, depth, line);
    flush(BlockKind::paragraph, 0, line);
}

void Story::writeParagraph(const xmlNode* paragraph, BlockKind::Value kind, int level) {
    Line line;
    collect(paragraph, styles_.hides("paragraph", xml::attribute(paragraph, "style-name")), 0, line);
    flush(kind, level, line);
}

void Story::writeSection(const xmlNode* section, int depth) {
    const std::string display = xml::attribute(section, "display");
    const bool hidden = display == "none" || isTrue(section, "is-hidden") || styles_.hides("section", xml::attribute(section, "style-name"));
    if (!hidden || kind_ == BlockKind::hidden) return writeChildren(section, depth + 1);
    builder_.doubt(zipped::hiddenTextDoubt);
    write(section, BlockKind::hidden, "verborgen sectie");
}

void Story::writeList(const xmlNode* list, int depth) {
    if (depth > maxDepth) return builder_.doubt(tooDeep);
    for (const xmlNode* item = list->children; item != nullptr; item = item->next) {
        for (const xmlNode* at = item->type == XML_ELEMENT_NODE ? item->children : nullptr; at != nullptr; at = at->next) {
            if (xml::name(at) == "p") writeParagraph(at, BlockKind::listItem, 0);
            else if (xml::name(at) == "list") writeList(at, depth + 1);
            else if (at->type == XML_ELEMENT_NODE) writeNode(at, depth + 1);
        }
    }
}

void Story::writeTable(const xmlNode* table, int depth) {
    if (depth > maxDepth) return builder_.doubt(tooDeep);
    for (const xmlNode* row = table->children; row != nullptr; row = row->next) {
        const std::string_view name = xml::name(row);
        if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group") writeTable(row, depth + 1);
        if (name == "title" || name == "desc") builder_.block(BlockKind::hidden, toCodePoints(xml::text(row)), 0, "alternatieve tekst bij een tabel");
        if (name != "table-row") continue;
        Line line;
        bool first = true;
        for (const xmlNode* cell = row->children; cell != nullptr; cell = cell->next) {
            if (xml::name(cell) != "table-cell" && xml::name(cell) != "covered-table-cell") continue;
            if (!std::exchange(first, false)) line.text += U'\t';
            collectCell(cell, line);
        }
        flush(BlockKind::tableRow, 0, line);
    }
}

// Paragraphs of a cell or a note, and of lists and tables inside it, on lines of their own.
void Story::collectCell(const xmlNode* cell, Line& line) {
    Line inside;
    std::vector<std::pair<const xmlNode*, int>> waiting{{cell, 0}};
    while (!waiting.empty()) {
        const auto [node, depth] = waiting.back();
        waiting.pop_back();
        if (xml::name(node) == "p" || xml::name(node) == "h") {
            if (!inside.text.empty()) inside.text += U'\n';
            collect(node, styles_.hides("paragraph", xml::attribute(node, "style-name")), 0, inside);
        } else if (xml::name(node) == "annotation" || xml::name(node) == "frame") {
            collectOne(node, false, depth, inside);
        } else {
            for (const xmlNode* at = node->last; at != nullptr; at = at->prev)
                if (at->type == XML_ELEMENT_NODE) waiting.emplace_back(at, depth + 1);
        }
    }
    for (char32_t& c : inside.text) c = c == U'\t' ? U' ' : c;
    line.text += inside.text;
    std::move(inside.hidden.begin(), inside.hidden.end(), std::back_inserter(line.hidden));
    std::move(inside.pictured.begin(), inside.pictured.end(), std::back_inserter(line.pictured));
    line.boxes.insert(line.boxes.end(), inside.boxes.begin(), inside.boxes.end());
    line.notes.insert(line.notes.end(), inside.notes.begin(), inside.notes.end());
}

void Story::flush(BlockKind::Value kind, int level, Line& line) {
    const bool own = kind_ == BlockKind::paragraph;
    builder_.block(own ? kind : kind_, line.text, own ? level : 0, own ? std::string{} : note_);
    for (const auto& [text, note] : line.hidden) builder_.block(BlockKind::hidden, text, 0, note);
    for (const auto& text : line.pictured) builder_.block(own ? BlockKind::paragraph : kind_, text, 0, own ? std::string{} : note_);
    for (const xmlNode* box : std::exchange(line.boxes, {})) writeChildren(box, 1);
    for (const auto& [number, body] : std::exchange(line.notes, {})) {
        Line below;
        below.text = toCodePoints("[" + number + "] ");
        collectCell(body, below);  // what hides in it hides here too
        flush(BlockKind::paragraph, 0, below);
    }
}

void Story::rememberChanges(const xmlNode* changes) {
    for (const xmlNode* at = changes->children; at != nullptr; at = at->next) {
        if (xml::name(at) != "changed-region") continue;
        builder_.doubt(zipped::changesDoubt);
        const xmlNode* deletion = xml::child(at, "deletion");
        if (deletion != nullptr) deleted_[xml::attribute(at, "id")] += paragraphsOf(deletion);
    }
}

void Story::writeRest() {
    for (const auto& [id, text] : deleted_) builder_.block(BlockKind::hidden, toCodePoints(text), 0, "verwijderde tekst (bijgehouden wijziging)");
    deleted_.clear();
}

// White space as OpenDocument means it: runs become one space, none at the start of a paragraph.
void Story::putText(std::u32string_view text, bool hidden, Line& line) {
    if (hidden && (line.hidden.empty() || line.hidden.back().second != "verborgen tekst")) line.hidden.emplace_back(U"", "verborgen tekst");
    std::u32string& to = hidden ? line.hidden.back().first : line.text;
    if (hidden) builder_.doubt(zipped::hiddenTextDoubt);
    for (const char32_t c : text) {
        const bool white = c == U' ' || c == U'\n' || c == U'\r' || c == U'\t';
        if (!white) to += c;
        else if (!to.empty() && to.back() != U' ' && to.back() != U'\n' && to.back() != U'\t') to += U' ';
    }
}

void Story::hide(const std::string& utf8, const std::string& note, Line& line) {
    const std::u32string text = toCodePoints(utf8);
    if (text.find_first_not_of(U" \t\r\n") != std::u32string::npos) line.hidden.emplace_back(text, note);
}

void Story::collect(const xmlNode* parent, bool hidden, int depth, Line& line) {
    if (depth > maxDepth) return builder_.doubt(tooDeep);
    for (const xmlNode* at = parent->children; at != nullptr; at = at->next) {
        if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) putText(toCodePoints(reinterpret_cast<const char*>(at->content)), hidden, line);
        else if (at->type == XML_ELEMENT_NODE) collectOne(at, hidden, depth + 1, line);
    }
}

void Story::collectOne(const xmlNode* node, bool hidden, int depth, Line& line) {
    const std::string_view name = xml::name(node);
    std::u32string& to = hidden && !line.hidden.empty() ? line.hidden.back().first : line.text;
    if (name == "s") to.append(std::size_t(std::clamp(std::atoi(xml::attribute(node, "c").c_str()), 1, maxSpaces)), U' ');
    else if (name == "tab") to += U'\t';
    else if (name == "line-break") to += U'\n';
    else if (name == "span") collect(node, hidden || styles_.hides("text", xml::attribute(node, "style-name")), depth, line);
    else if (name == "note") {
        const xmlNode* citation = xml::child(node, "note-citation");
        const xmlNode* body = xml::child(node, "note-body");
        const std::string number = citation == nullptr ? std::string{} : xml::text(citation);
        to += toCodePoints("[" + number + "]");
        if (body != nullptr) line.notes.emplace_back(number, body);
    } else if (!collectHiding(name, node, line) && !collectDrawing(name, node, hidden, line)) {
        collect(node, hidden || xml::attribute(node, "display") == "none", depth, line);
    }
}

// True: node was one of those.
bool Story::collectHiding(std::string_view name, const xmlNode* node, Line& line) {
    if (name == "annotation") {
        const xmlNode* creator = xml::child(node, "creator");
        hide((creator == nullptr ? "" : xml::text(creator) + ": ") + paragraphsOf(node), "opmerking in de kantlijn", line);
        builder_.doubt(zipped::commentsDoubt);
    } else if (name == "change" || name == "change-start") {
        const auto found = deleted_.find(xml::attribute(node, "change-id"));
        if (name == "change-start" || found == deleted_.end()) return true;
        hide(found->second, "verwijderde tekst (bijgehouden wijziging)", line);
        deleted_.erase(found);
    } else if (name == "hidden-text" || name == "hidden-paragraph" || name == "conditional-text") {
        for (const char* value : {"string-value", "string-value-if-true", "string-value-if-false"}) hide(xml::attribute(node, value), "verborgen tekst", line);
        if (name == "hidden-paragraph" && isTrue(node, "is-hidden")) hide(toUtf8(std::exchange(line.text, U"")), "verborgen tekst", line);
        if (name != "hidden-text") line.text += toCodePoints(xml::text(node));
    } else if (name == "user-field-decl") {
        hide(xml::attribute(node, "name") + ": " + xml::attribute(node, "string-value") + xml::attribute(node, "value"), "gegeven van een invoerveld", line);
    } else if (name == "text-input" || name == "placeholder") {
        line.text += toCodePoints(xml::text(node));
        hide(xml::attribute(node, "description"), "gegeven van een invoerveld", line);
    } else if (name == "script") {
        hide(xml::text(node), "programmacode", line);
    } else if (name == "ruby-text" || name == "annotation-end" || name == "change-end") {
        if (name == "ruby-text") line.text += toCodePoints("(" + xml::text(node) + ")");
    } else {
        return false;
    }
    return true;
}

bool Story::collectDrawing(std::string_view name, const xmlNode* node, bool hidden, Line& line) {
    if (name == "frame") {
        pictureInches_ = inchesOf(xml::attribute(node, "width"));
        return false;
    }
    if (name == "text-box") line.boxes.push_back(node);
    else if (name == "title" || name == "desc") hide(xml::text(node), "alternatieve tekst bij een afbeelding", line);
    else if (name == "image") {
        const std::u32string text = pictures_.textOf(xml::attribute(node, "href"), std::exchange(pictureInches_, 0));
        if (text.empty()) return true;
        if (hidden) line.hidden.emplace_back(text, "verborgen of verwijderde afbeelding");
        else line.pictured.push_back(U"[Tekst in een afbeelding] " + text);
    } else if (name == "custom-shape" || name == "rect" || name == "ellipse" || name == "polygon" || name == "path") {
        line.boxes.push_back(node);
    } else {
        return false;
    }
    return true;
}

}  // namespace redaction::document::opendocument
