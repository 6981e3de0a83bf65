// Reads a web page, or the HTML body of a mail: its text as blocks, without scripts, styles and pictures.
#pragma once

#include <string_view>

#include "redaction/document/document.h"
#include "redaction/document/flow_builder.h"
#include "redaction/document/ocr/recogniser.h"
#include "redaction/document/reading.h"

namespace redaction::document::html {

Document readHtml(std::string_view bytes, const Limits&, ocr::Recogniser&, Finds&);  // throws ReadError

void writeHtml(std::u32string_view html, FlowBuilder& builder);

}  // namespace redaction::document::html
