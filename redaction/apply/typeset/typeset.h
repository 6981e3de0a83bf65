// A small typesetter: a value tree of blocks in, a tagged A4 PDF out (pango lays out, cairo writes). For letters,
// inventories and flowing documents. Runs in the service process; not for text from outside that has not been read.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace redaction::apply::typeset {

// A stretch of text in one style. mark: a black box of fixed width with `text` as its label; the width does not depend
// on anything but the label.
enum class Style { plain, bold, italic, mark, link };
struct Run {
    std::string text;  // UTF-8; U+000A breaks the line
    Style style = Style::plain;
};
using Runs = std::vector<Run>;
Runs plain(std::string text);

struct Heading {
    int level = 1;  // 1..6; 1 and 2 become bookmarks
    std::string text;
    Runs runs = {};  // in place of the text, where there is a mark in it; then it is no bookmark, which would repeat it
};
struct Paragraph {
    Runs runs;
};
enum class Numbering { bullets, numbers };
struct List {
    std::vector<Runs> items;
    Numbering numbering = Numbering::bullets;
};
// The first row is the header when `header` is not empty; it repeats on each page. widths: relative; empty: equal.
struct Table {
    std::vector<std::string> header;
    std::vector<std::vector<Runs>> rows;
    std::vector<double> widths;
    std::string caption;  // may be empty
};
// "Kenmerk  2026-014": terms in bold, in one column.
struct KeyValues {
    std::vector<std::pair<std::string, Runs>> rows;
};
// Short lines that stay together: a postal address, a signature.
struct Lines {
    std::vector<std::string> lines;
};
// A framed remark, such as "Deze passage is niet verstrekt".
struct Notice {
    Runs runs;
};
struct Space {
    double points = 12;
};
struct Rule {};
struct PageBreak {};

using Block = std::variant<Heading, Paragraph, List, Table, KeyValues, Lines, Notice, Space, Rule, PageBreak>;

enum class PageNumbers { shown, none };

struct Text {
    std::string title;            // of the document; shown in the window title, not on the page
    std::string language = "nl";  // BCP 47
    std::vector<std::string> headerLines;  // top of every page, small; the first in bold
    std::vector<std::string> footerLines;  // bottom of every page, small; the page number stands beside it
    std::vector<Block> blocks;
    PageNumbers pageNumbers = PageNumbers::shown;
    std::string blocksLanguage = {};  // BCP 47, of the blocks where it is another than of what is printed around them
};

struct Typeset {
    std::string pdf;  // bytes; the same input gives the same bytes
    std::size_t pages = 0;
};

// Throws std::runtime_error when cairo or libqpdf fails.
Typeset typeset(const Text& text);

}  // namespace redaction::apply::typeset
