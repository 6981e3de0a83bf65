#include "redaction/document/html/hiding.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "redaction/document/xml.h"

namespace redaction::document::html {
namespace {

constexpr int maxDepth = 400;  // of elements in each other

std::string plainStyle(std::string style) {
    style.erase(std::remove_if(style.begin(), style.end(), [](unsigned char c) { return c <= ' '; }), style.end());
    std::transform(style.begin(), style.end(), style.begin(), [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    for (auto at = style.find("!important"); at != style.npos; at = style.find("!important")) style.erase(at, 10);
    return ";" + style + ";";
}

bool isHiding(const std::string& declarations) {
    static constexpr std::array<std::string_view, 16> signs = {";display:none", ";visibility:hidden", ";font-size:0;", ";font-size:0p", ";color:white;", ";color:#fff;",
                                                               ";color:#ffffff;", ";color:rgb(255,255,255)", ";color:transparent;", ";mso-hide:all", ";opacity:0;", ";opacity:0.0;", ";max-height:0;", ";max-height:0p",
                                                               ";text-indent:-9", ";left:-9"};
    const std::string style = plainStyle(declarations);
    const bool coloured = style.find(";background") != style.npos;  // white on a colour can be read
    return std::any_of(signs.begin(), signs.end(), [&](auto sign) { return style.find(sign) != std::string::npos && !(coloured && sign.substr(0, 7) == ";color:"); });
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    return text;
}

}  // namespace

Hiding::Hiding(const xmlNode* root) { readSheets(root, 0); }

void Hiding::readSheets(const xmlNode* node, int depth) {
    for (const xmlNode* at = node->children; at != nullptr && depth < maxDepth; at = at->next) {
        if (xml::name(at) == "style") readSheet(xml::text(at));
        else if (at->type == XML_ELEMENT_NODE) readSheets(at, depth + 1);
    }
}

// "p.intern, #x { display: none }": the last class or id of each selector. What stands in @media counts too.
void Hiding::readSheet(const std::string& css) {
    for (std::size_t at = 0; at < css.size();) {
        const auto open = css.find('{', at), close = css.find_first_of("{}", open == css.npos ? css.size() : open + 1);
        if (open == css.npos || close == css.npos) return;
        if (css[close] == '}' && isHiding(css.substr(open + 1, close - open - 1))) {
            const std::string all = css.substr(at, open - at) + ",";
            for (std::size_t from = 0, comma = all.find(','); comma != all.npos; from = comma + 1, comma = all.find(',', from)) {
                std::string selector = all.substr(from, comma - from);
                const auto last = selector.find_last_not_of(" \t\r\n");
                selector.erase(last == selector.npos ? 0 : last + 1);
                const auto mark = selector.find_last_of(".#");
                if (mark != selector.npos && selector.find_first_of(" >:[", mark) == selector.npos) selectors_.insert(selector.substr(mark));
            }
        }
        at = css[close] == '}' ? close + 1 : open + 1;
    }
}

bool Hiding::hides(const xmlNode* element) const {
    if (xmlHasProp(element, reinterpret_cast<const xmlChar*>("hidden")) != nullptr) return true;
    if (isHiding(xml::attribute(element, "style"))) return true;
    const std::string color = lower(xml::attribute(element, "color"));
    if (xml::name(element) == "font" && (color == "white" || color == "#fff" || color == "#ffffff")) return true;
    if (selectors_.empty()) return false;
    if (selectors_.count("#" + xml::attribute(element, "id")) > 0) return true;
    const std::string classes = xml::attribute(element, "class") + " ";
    for (std::size_t from = 0, space = classes.find(' '); space != classes.npos; from = space + 1, space = classes.find(' ', from))
        if (space > from && selectors_.count("." + classes.substr(from, space - from)) > 0) return true;
    return false;
}

}  // namespace redaction::document::html
