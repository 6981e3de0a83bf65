// Walks one story of a Word document (body, header, footnote, comment): paragraphs and tables become blocks; deleted and
// hidden text becomes hidden blocks behind the paragraph it stood in.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <vector>

#include "redaction/document/docx/styles.h"
#include "redaction/document/flow_builder.h"
#include "redaction/document/zipped/pictures.h"
#include "redaction/document/zipped/relations.h"

namespace redaction::document::docx {

class Story {
  public:
    Story(FlowBuilder& builder, const Styles& styles, zipped::Pictures& pictures) : builder_(builder), styles_(styles), pictures_(pictures) {}

    void startPart(std::vector<zipped::Relation> relations) { relations_ = std::move(relations); }  // of the part that the next stories are from

    // All blocks below node. Where kind is not paragraph every block gets that kind and note (headers, comments).
    void write(const xmlNode* node, BlockKind::Value kind = BlockKind::paragraph, const std::string& note = {}, const std::string& before = {});

  private:
    struct Line {
        std::u32string text;
        std::vector<std::pair<std::u32string, std::string>> hidden;  // text, note
        std::vector<std::u32string> pictured;                        // words in pictures, written after the paragraph
        std::vector<const xmlNode*> boxes;                           // text boxes, written after the paragraph
        std::string code;                                            // of a field, as far as it has been read
    };
    struct RunState {
        bool deleted = false, vanished = false;
    };

    void writeNode(const xmlNode* node);
    void writeParagraph(const xmlNode* paragraph);
    void writeTable(const xmlNode* table);
    void flush(BlockKind::Value kind, int level, Line& line);
    void collectInline(const xmlNode* parent, RunState state, Line& line);
    void collectOne(const xmlNode* node, RunState state, Line& line);
    void collectRun(const xmlNode* run, RunState state, Line& line);
    void collectRunPart(const xmlNode* part, RunState state, Line& line);
    void collectFieldMark(const xmlNode* mark, RunState state, Line& line);
    void collectAlternates(const xmlNode* alternates, RunState state, Line& line);
    void hide(std::string_view utf8, const std::string& note, Line& line);
    void hideCode(Line& line);
    void collectPicture(const std::string& relation, RunState state, Line& line);
    void put(std::string_view utf8, RunState state, Line& line);
    void collectCell(const xmlNode* cell, Line& line);

    FlowBuilder& builder_;
    const Styles& styles_;
    BlockKind::Value kind_ = BlockKind::paragraph;
    zipped::Pictures& pictures_;
    std::string note_, before_;
    std::vector<zipped::Relation> relations_;
    double pictureInches_ = 0;  // width of the picture that comes next
};

}  // namespace redaction::document::docx
