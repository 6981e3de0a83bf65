// Walks the text of an OpenDocument file: paragraphs, lists and tables become blocks; what hides becomes hidden blocks
// behind the paragraph it stood in.
#pragma once

#include <libxml/tree.h>

#include <map>
#include <string>
#include <vector>

#include "redaction/document/flow_builder.h"
#include "redaction/document/opendocument/styles.h"
#include "redaction/document/zipped/pictures.h"

namespace redaction::document::opendocument {

// A paragraph, or a row of a table, on its way to a block.
struct Line {
    std::u32string text;
    std::vector<std::pair<std::u32string, std::string>> hidden;  // text, note
    std::vector<std::u32string> pictured;                        // words in pictures
    std::vector<const xmlNode*> boxes;                           // text boxes, written after the paragraph
    std::vector<std::pair<std::string, const xmlNode*>> notes;   // number, body; written after the paragraph
};

class Story {
  public:
    Story(FlowBuilder& builder, const Styles& styles, zipped::Pictures& pictures) : builder_(builder), styles_(styles), pictures_(pictures) {}

    // All blocks below node. Where kind is not paragraph every block gets that kind and note (headers, comments).
    void write(const xmlNode* node, BlockKind::Value kind = BlockKind::paragraph, const std::string& note = {});
    void writeRest();  // deletions that no place in the text names

    // For tables of a spreadsheet.
    void collectCell(const xmlNode* cell, Line& line);
    void flush(BlockKind::Value kind, int level, Line& line);

  private:
    void writeChildren(const xmlNode* node, int depth);
    void writeNode(const xmlNode* node, int depth);
    void writeParagraph(const xmlNode* paragraph, BlockKind::Value kind, int level);
    void writeSection(const xmlNode* section, int depth);
    void writeList(const xmlNode* list, int depth);
    void writeTable(const xmlNode* table, int depth);
    void rememberChanges(const xmlNode* changes);
    void collect(const xmlNode* parent, bool hidden, int depth, Line& line);
    void collectOne(const xmlNode* node, bool hidden, int depth, Line& line);
    bool collectHiding(std::string_view name, const xmlNode* node, Line& line);
    bool collectDrawing(std::string_view name, const xmlNode* node, bool hidden, Line& line);
    void putText(std::u32string_view text, bool hidden, Line& line);
    void hide(const std::string& utf8, const std::string& note, Line& line);

    FlowBuilder& builder_;
    const Styles& styles_;
    zipped::Pictures& pictures_;
    BlockKind::Value kind_ = BlockKind::paragraph;
    std::string note_;
    std::map<std::string, std::string> deleted_;  // by the id of the change
    double pictureInches_ = 0;                    // width of the frame being read
};

std::string paragraphsOf(const xmlNode* node);  // the text of all paragraphs below, on lines of their own

}  // namespace redaction::document::opendocument
