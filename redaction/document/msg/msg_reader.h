// Reads an Outlook message (MSG): its header lines, its text, and its attachments as fragments of their own.
#pragma once

#include <string_view>

#include "redaction/document/document.h"
#include "redaction/document/ocr/recogniser.h"
#include "redaction/document/reading.h"

namespace redaction::document::msg {

Document readMsg(std::string_view bytes, const Limits& limits, ocr::Recogniser&, Finds& finds);  // throws ReadError

}  // namespace redaction::document::msg
