// What a document is once it has been read: text, pages, words with boxes. One model for every source format; the same
// positions serve proposals, the review page and the writer.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/document/box.h"

namespace redaction::document {

inline constexpr double unsureBelow = 0.6;  // confidence

// A run of text without white space. start, end: code points in Document::text, end exclusive.
struct Word {
    std::size_t start = 0, end = 0;
    Box box;
    double confidence = 1.0;  // 0..1; born digital: 1; below unsureBelow the reviewer sees its picture
    bool visible = true;      // false: in the file, but not to be seen on the rendered page
};

struct Page {
    std::size_t start = 0, end = 0;  // code points of Document::text that lie on this page
    double width = 0, height = 0;    // points, as shown (rotation applied)
    bool scanned = false;            // text by OCR
    bool handwritten = false;        // wholly or partly by hand, or as hard to read: a human decides on it as a whole
    std::vector<Word> words;         // reading order
};

// paged: pages with boxes are the truth (PDF, scans). flow: the text is the truth, pages are empty (text, mail, DOCX);
// what is released of it is typeset anew.
enum class Layout { paged, flow };

struct BlockKind {
    enum Value { paragraph, heading, listItem, tableRow, header, hidden };
};
// A stretch of the text with a role in the structure, where the source has one. hidden: text that hides in the source
// (comment, tracked deletion, hidden run, e-mail header); shown to the reviewer as such. In a paged document hidden blocks
// lie at the end of their page's text, outside of any word: they have no place on it, are never drawn and never leave.
struct Block {
    BlockKind::Value kind = BlockKind::paragraph;
    int level = 0;  // headings: 1..6
    std::size_t start = 0, end = 0;
    std::string note;  // hidden: what it is, in Dutch
    std::string language = {};  // "en": in English, in a document that is not; empty: as the document
};

struct Document {
    Layout layout = Layout::flow;
    std::u32string text;  // code points; lines end with U+000A; pages of a paged document are separated by U+000C
    std::vector<Page> pages;
    std::vector<Block> blocks;        // ordered, may be empty
    std::string title, language;      // as far as the source says
    std::vector<std::string> doubts;  // Dutch; not empty: a human must look at this document before it can be ready
};

std::string toUtf8(std::u32string_view text);
std::u32string toCodePoints(std::string_view utf8);  // invalid bytes become U+FFFD

std::string toJson(const Document& document);
Document documentFromJson(std::string_view json);  // throws std::runtime_error

}  // namespace redaction::document
