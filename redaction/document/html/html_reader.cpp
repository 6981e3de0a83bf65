#include "redaction/document/html/html_reader.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "redaction/document/html/hiding.h"
#include "redaction/document/plain_text.h"
#include "redaction/document/xml.h"

namespace redaction::document::html {
namespace {

constexpr int maxDepth = 400;  // of elements in each other; deeper is not read

template <std::size_t Size>
bool isOneOf(std::string_view name, const std::array<std::string_view, Size>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 2> skipped = {"script", "style"};
// What stands in these is shown by some programs only, or by none.
constexpr std::array<std::string_view, 9> notShown = {"head", "noscript", "template", "object", "iframe", "svg", "canvas", "audio", "video"};
constexpr std::array<std::string_view, 26> blockElements = {"p", "div", "section", "article", "header", "footer", "main", "nav", "aside", "blockquote", "pre", "ul", "ol", "dl",
                                                            "dt", "dd", "table", "tbody", "thead", "tfoot", "form", "fieldset", "figure", "hr", "body", "center"};

bool hasBlocks(const xmlNode* node, int depth = 0) {
    for (const xmlNode* at = node->children; at != nullptr && depth < maxDepth; at = at->next) {
        const std::string_view name = xml::name(at);
        if (name == "table" || name == "p" || name == "div" || name == "ul" || name == "ol") return true;
        if (!name.empty() && hasBlocks(at, depth + 1)) return true;
    }
    return false;
}

// White space as a browser shows it: runs become one space.
void appendCollapsed(std::u32string& text, std::u32string_view more) {
    for (const char32_t c : more) {
        const bool white = c == U' ' || c == U'\n' || c == U'\r' || c == U'\t' || c == U'\f';
        if (!white) text += c == 0xA0 ? U' ' : c;
        else if (!text.empty() && text.back() != U' ' && text.back() != U'\n') text += U' ';
    }
}

class HtmlWalk {
  public:
    HtmlWalk(FlowBuilder& builder, const Hiding& hiding) : builder_(builder), hiding_(hiding) {}

    void walk(const xmlNode* node, int depth = 0) {
        if (depth > maxDepth) return builder_.doubt("Deze webpagina of e-mail is te diep genest en is niet helemaal gelezen.");
        for (const xmlNode* at = node->children; at != nullptr; at = at->next) visit(at, depth);
    }
    void finish() { flush(); }

  private:
    void visit(const xmlNode* node, int depth) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) return add(node);
        if (node->type == XML_COMMENT_NODE) return addComment(node);
        const std::string_view name = xml::name(node);
        if (name.empty() || isOneOf(name, skipped) || name == "title") return;
        addAttributes(name, node);
        if (hidden_ == 0 && (hiding_.hides(node) || isOneOf(name, notShown))) return walkHidden(node, depth);
        if (name == "input" || name == "textarea" || name == "select") return visitField(name, node, depth);
        if (name == "br") text_ += U'\n';
        else if (name == "tr" && !hasBlocks(node)) walkRow(node, depth);
        else if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') walkBlock(node, BlockKind::heading, name[1] - '0', depth);
        else if (name == "li") walkBlock(node, BlockKind::listItem, 0, depth);
        else if (name == "tr" || name == "td" || name == "th" || isOneOf(name, blockElements)) walkBlock(node, BlockKind::paragraph, 0, depth);
        else walk(node, depth + 1);
    }

    // Hidden where its own kind or its value is not what the page shows.
    void visitField(std::string_view name, const xmlNode* node, int depth) {
        const std::string type = xml::attribute(node, "type"), value = xml::attribute(node, "value");
        if (name == "textarea") return walk(node, depth + 1);
        if (name == "select") return later(xml::text(node), "keuzes van een invoerveld");
        if (type == "checkbox" || type == "radio") text_ += xmlHasProp(node, reinterpret_cast<const xmlChar*>("checked")) != nullptr ? U"\u2612" : U"\u2610";
        if (type == "hidden" || type == "password" || type == "checkbox" || type == "radio") return later(value, "gegeven van een invoerveld");
        appendCollapsed(text_, toCodePoints(value));
    }

    void addAttributes(std::string_view name, const xmlNode* node) {
        for (const char* attribute : {"alt", "title", "placeholder", "aria-label", "summary"}) later(xml::attribute(node, attribute), "alternatieve tekst of uitleg");
        const std::string target = name == "a" ? xml::attribute(node, "href") : std::string{};
        if (target.compare(0, 7, "mailto:") == 0 && xml::text(node).find(target.substr(7, target.find('?') - 7)) == std::string::npos) later(target.substr(7), "adres achter een verwijzing");
        if (target.compare(0, 4, "tel:") == 0) later(target.substr(4), "adres achter een verwijzing");
        if (name == "meta" && (xml::attribute(node, "name") == "author" || xml::attribute(node, "name") == "description" || xml::attribute(node, "name") == "keywords"))
            later(xml::attribute(node, "content"), "eigenschappen van het bestand");
    }

    // Written behind the block it stands in.
    void later(const std::string& utf8, const char* note) {
        std::u32string text;
        appendCollapsed(text, toCodePoints(utf8));
        if (text.find_first_not_of(U" \n\t") == std::u32string::npos) return;
        const std::pair<std::u32string, const char*> found{std::move(text), note};
        if (std::find(later_.begin(), later_.end(), found) == later_.end()) later_.push_back(found);
    }

    // A comment for Outlook holds a page of its own; its settings are in <xml>, which is not text.
    void addComment(const xmlNode* node) {
        std::string text = node->content == nullptr ? std::string{} : reinterpret_cast<const char*>(node->content);
        if (text.compare(0, 3, "[if") == 0) {
            const auto start = std::min(text.find("]>"), text.size());
            const xml::Tree tree = xml::parseHtml(text.substr(std::min(start + 2, text.size())));
            const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
            text = root == nullptr ? std::string{} : wordsOf(root, 0);
            if (const auto end = text.find("<![endif]"); end != text.npos) text.erase(end);
        }
        later(text, "opmerking in de broncode van de pagina");
    }

    static std::string wordsOf(const xmlNode* node, int depth) {
        std::string words;
        for (const xmlNode* at = node->children; at != nullptr && depth < maxDepth; at = at->next) {
            if (at->type == XML_TEXT_NODE) words += reinterpret_cast<const char*>(at->content);
            else if (at->type == XML_ELEMENT_NODE && xml::name(at) != "style" && xml::name(at) != "xml" && xml::name(at) != "script") words += wordsOf(at, depth + 1);
        }
        return words;
    }

    void add(const xmlNode* node) { appendCollapsed(text_, toCodePoints(reinterpret_cast<const char*>(node->content))); }

    void walkBlock(const xmlNode* node, BlockKind::Value kind, int level, int depth) {
        flush();
        kind_ = kind;
        level_ = level;
        walk(node, depth + 1);
        flush();
    }

    void walkRow(const xmlNode* row, int depth) {
        flush();
        kind_ = BlockKind::tableRow;
        bool first = true;
        for (const xmlNode* cell = row->children; cell != nullptr; cell = cell->next) {
            if (xml::name(cell) != "td" && xml::name(cell) != "th") continue;
            while (!text_.empty() && text_.back() == U' ') text_.pop_back();
            if (!first) text_ += U'\t';
            first = false;
            walk(cell, depth + 2);
        }
        flush();
    }

    void walkHidden(const xmlNode* node, int depth) {
        flush();
        ++hidden_;
        walk(node, depth + 1);
        flush();
        --hidden_;
    }

    void flush() {
        if (hidden_ > 0 && text_.find_first_not_of(U" \n\t") != std::u32string::npos) {
            builder_.block(BlockKind::hidden, text_, 0, "verborgen tekst");
            builder_.doubt("Dit stuk bevat tekst die in het bronbestand niet te zien is. Die staat apart bij het stuk.");
        } else if (hidden_ == 0) {
            builder_.block(kind_, text_, level_);
        }
        text_.clear();
        for (const auto& [text, note] : std::exchange(later_, {})) {
            builder_.block(BlockKind::hidden, text, 0, note);
            builder_.doubt("Dit stuk bevat tekst die in het bronbestand niet te zien is. Die staat apart bij het stuk.");
        }
        kind_ = BlockKind::paragraph;
        level_ = 0;
    }

    FlowBuilder& builder_;
    const Hiding& hiding_;
    std::vector<std::pair<std::u32string, const char*>> later_;  // text, note
    std::u32string text_;
    BlockKind::Value kind_ = BlockKind::paragraph;
    int level_ = 0, hidden_ = 0;
};

std::string declaredEncoding(std::string_view bytes) {
    std::string head(bytes.substr(0, 2048));
    std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto at = head.find("charset=");
    if (at == std::string::npos) return {};
    const auto start = head.find_first_not_of("\"' ", at + 8);
    if (start == std::string::npos) return {};
    return head.substr(start, head.find_first_of("\"' />;", start) - start);
}

const xmlNode* findBelow(const xmlNode* node, std::string_view name, int depth) {
    for (const xmlNode* at = node->children; at != nullptr && depth > 0; at = at->next) {
        if (xml::name(at) == name) return at;
        if (const xmlNode* found = at->type == XML_ELEMENT_NODE ? findBelow(at, name, depth - 1) : nullptr) return found;
    }
    return nullptr;
}

void writeTree(const xmlNode* root, FlowBuilder& builder) {
    if (const xmlNode* title = findBelow(root, "title", 3)) {
        std::u32string text;
        appendCollapsed(text, toCodePoints(xml::text(title)));
        if (builder.document().title.empty()) builder.document().title = toUtf8(text);
    }
    const Hiding hiding(root);
    HtmlWalk walk(builder, hiding);
    walk.walk(root);
    walk.finish();
}

}  // namespace

void writeHtml(std::u32string_view html, FlowBuilder& builder) {
    const xml::Tree tree = xml::parseHtml(toUtf8(html));
    const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    if (root != nullptr) writeTree(root, builder);
}

Document readHtml(std::string_view bytes, const Limits&, ocr::Recogniser&, Finds&) {
    const DecodedText decoded = decodeTextAs(bytes, declaredEncoding(bytes));
    FlowBuilder builder;
    if (!decoded.certain) builder.doubt("De tekens van deze webpagina konden niet allemaal worden gelezen. Vergelijk met het bronbestand.");
    writeHtml(decoded.text, builder);
    return builder.take();
}

}  // namespace redaction::document::html
