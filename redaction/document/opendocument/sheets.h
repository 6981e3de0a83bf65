// The sheets of an OpenDocument spreadsheet.
#pragma once

#include <libxml/tree.h>

#include "redaction/document/flow_builder.h"
#include "redaction/document/opendocument/story.h"
#include "redaction/document/opendocument/styles.h"

namespace redaction::document::opendocument {

void writeSheets(const xmlNode* spreadsheet, const Styles& styles, Story& story, FlowBuilder& builder);  // throws ReadError tooLarge

}  // namespace redaction::document::opendocument
