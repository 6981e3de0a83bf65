#include "service/letters/html_blocks.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <string_view>
#include <utility>

#include "service/letters/letter_book.h"

namespace service::letters {
namespace {

using namespace redaction::apply::typeset;

struct FreeDoc {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string nameOf(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }
bool isElement(const xmlNode* node, std::string_view name) { return node->type == XML_ELEMENT_NODE && nameOf(node) == name; }

[[noreturn]] void refuse(const xmlNode* node) { throw LetterError("Brief: het element <" + nameOf(node) + "> kan hier niet staan."); }

void requireNoText(const xmlNode* node) {
    if (node->type == XML_TEXT_NODE && !xmlIsBlankNode(const_cast<xmlNode*>(node)))
        throw LetterError("Brief: losse tekst buiten een alinea.");
}

// White space runs become one space; a space is dropped at the start of a block and after a line break.
class RunBuilder {
  public:
    void addText(std::string_view text, Style style) {
        std::string kept;
        for (const char c : text) {
            const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
            if (space && atSpace_) continue;
            kept += space ? ' ' : c;
            atSpace_ = space;
        }
        if (kept.empty()) return;
        if (!runs_.empty() && runs_.back().style == style) runs_.back().text += kept;
        else runs_.push_back({kept, style});
    }
    void breakLine() {
        trimEnd();
        if (!runs_.empty()) runs_.back().text += '\n';
        atSpace_ = true;
    }
    Runs finish() {
        trimEnd();
        return std::move(runs_);
    }

  private:
    void trimEnd() {
        if (runs_.empty()) return;
        auto& text = runs_.back().text;
        while (!text.empty() && text.back() == ' ') text.pop_back();
        if (text.empty()) runs_.pop_back();
    }
    Runs runs_;
    bool atSpace_ = true;
};

void addInline(const xmlNode* parent, Style style, RunBuilder& into) {
    for (const xmlNode* node = parent->children; node; node = node->next) {
        if (node->type == XML_TEXT_NODE) into.addText(reinterpret_cast<const char*>(node->content), style);
        else if (isElement(node, "strong")) addInline(node, Style::bold, into);
        else if (isElement(node, "em")) addInline(node, Style::italic, into);
        else if (isElement(node, "br")) into.breakLine();
        else if (node->type != XML_COMMENT_NODE) refuse(node);
    }
}

Runs runsOf(const xmlNode* node) {
    RunBuilder builder;
    addInline(node, Style::plain, builder);
    return builder.finish();
}

std::string plainOf(const xmlNode* node) {
    std::string text;
    for (const auto& run : runsOf(node)) text += run.text;
    return text;
}

// Calls `use` with each child element; other content is refused.
template <class Use>
void eachElement(const xmlNode* parent, Use use) {
    for (const xmlNode* node = parent->children; node; node = node->next) {
        requireNoText(node);
        if (node->type == XML_ELEMENT_NODE) use(node);
    }
}

std::vector<std::string> linesOf(const xmlNode* parent) {
    std::vector<std::string> lines;
    eachElement(parent, [&](const xmlNode* node) {
        if (!isElement(node, "p")) refuse(node);
        lines.push_back(plainOf(node));
    });
    return lines;
}

List listOf(const xmlNode* parent, Numbering numbering) {
    List list{{}, numbering};
    eachElement(parent, [&](const xmlNode* node) {
        if (!isElement(node, "li")) refuse(node);
        list.items.push_back(runsOf(node));
    });
    return list;
}

KeyValues pairsOf(const xmlNode* parent) {
    KeyValues pairs;
    eachElement(parent, [&](const xmlNode* node) {
        if (isElement(node, "dt")) pairs.rows.emplace_back(plainOf(node), Runs{});
        else if (isElement(node, "dd") && !pairs.rows.empty()) pairs.rows.back().second = runsOf(node);
        else refuse(node);
    });
    return pairs;
}

double widthOf(const xmlNode* column) {
    const std::unique_ptr<xmlChar, decltype(xmlFree)> text{xmlGetProp(column, BAD_CAST "width"), xmlFree};
    return text ? std::stod(reinterpret_cast<const char*>(text.get())) : 1.0;
}

void addRow(const xmlNode* row, Table& table) {
    std::vector<Runs> cells;
    bool header = false;
    eachElement(row, [&](const xmlNode* cell) {
        if (isElement(cell, "th")) header = true;
        else if (!isElement(cell, "td")) refuse(cell);
        cells.push_back(runsOf(cell));
        if (header) table.header.push_back(plainOf(cell));
    });
    if (!header) table.rows.push_back(std::move(cells));
}

Table tableOf(const xmlNode* parent) {
    Table table;
    eachElement(parent, [&](const xmlNode* node) {
        if (isElement(node, "caption")) table.caption = plainOf(node);
        else if (isElement(node, "col")) table.widths.push_back(widthOf(node));
        else if (isElement(node, "tr")) addRow(node, table);
        else refuse(node);
    });
    return table;
}

Lines addressOf(const xmlNode* node) {
    Lines lines;
    std::string text = plainOf(node);
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const bool between = !lines.lines.empty() && end < text.size();  // an empty line: room to sign
        if (end > at || between) lines.lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

// Paragraphs that a human may write otherwise: in print they are paragraphs.
void addEditable(const xmlNode* parent, std::vector<Block>& blocks) {
    eachElement(parent, [&](const xmlNode* node) {
        if (!isElement(node, "p")) refuse(node);
        blocks.push_back(Paragraph{runsOf(node)});
    });
}

void addBlock(const xmlNode* node, const std::vector<Block>& inner, std::vector<Block>& blocks) {
    const std::string name = nameOf(node);
    if (name == "block") return addEditable(node, blocks);
    if (name == "h1" || name == "h2" || name == "h3") blocks.push_back(Heading{name[1] - '0', plainOf(node)});
    else if (name == "p") blocks.push_back(Paragraph{runsOf(node)});
    else if (name == "ul") blocks.push_back(listOf(node, Numbering::bullets));
    else if (name == "ol") blocks.push_back(listOf(node, Numbering::numbers));
    else if (name == "dl") blocks.push_back(pairsOf(node));
    else if (name == "table") blocks.push_back(tableOf(node));
    else if (name == "address") blocks.push_back(addressOf(node));
    else if (name == "aside") blocks.push_back(Notice{runsOf(node)});
    else if (name == "hr") blocks.push_back(Rule{});
    else if (name == "gap") blocks.push_back(Space{18});
    else if (name == "body-of-letter") blocks.insert(blocks.end(), inner.begin(), inner.end());
    else refuse(node);
}

}  // namespace

Text textFromHtml(const std::string& html, const std::vector<Block>& inner) {
    const std::unique_ptr<xmlDoc, FreeDoc> document{xmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                                                                  XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)};
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (!root || !isElement(root, "letter")) throw LetterError("Brief: de opmaak is niet welgevormd.");
    Text text;
    eachElement(root, [&](const xmlNode* node) {
        if (isElement(node, "header")) text.headerLines = linesOf(node);
        else if (isElement(node, "footer")) text.footerLines = linesOf(node);
        else addBlock(node, inner, text.blocks);
    });
    return text;
}

std::string wordsOf(const std::string& html) {
    std::string text;
    bool inTag = false;
    for (const char c : html) {
        if (c == '<') inTag = true, text += ' ';
        else if (c == '>') inTag = false;
        else if (!inTag) text += c;
    }
    const std::pair<std::string, std::string> entities[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}, {"&amp;", "&"}};
    for (const auto& [entity, letter] : entities)
        for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + letter.size())) text.replace(at, entity.size(), letter);
    return text;
}

}  // namespace service::letters
