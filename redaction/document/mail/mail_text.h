// What readers of mail share: paragraphs of a text, header lines that hide, a rendering that says something else.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "redaction/document/flow_builder.h"

namespace redaction::document::mail {

bool isBlank(std::u32string_view text);
std::u32string withoutCarriageReturns(std::u32string text);

// Paragraphs are what stands between empty lines; lines stay as they were written, quoted replies too.
void writeParagraphs(std::u32string_view text, FlowBuilder& builder);

void writeHeaderLine(const std::string& label, const std::string& value, FlowBuilder& builder);  // nothing where value is empty
void writeBlindCopy(const std::string& addresses, FlowBuilder& builder);

// Lines that no mail program shows and that name someone: who really sent it, where answers go, how it came.
// Only what is not told already.
void writeOddHeaders(const std::vector<std::pair<std::string, std::string>>& headers, FlowBuilder& builder);

// Hidden, where the HTML of a mail, or the text of another rendering ("RTF"), has words that its plain text has not.
void writeOtherRendering(std::u32string_view html, std::u32string_view plain, FlowBuilder& builder);
void writeOtherText(std::u32string_view text, std::u32string_view plain, const std::string& rendering, FlowBuilder& builder);

}  // namespace redaction::document::mail
