// The text of released files that are no PDF: CSV, TXT, JSON, HTML, XML.
#pragma once

#include <string>

#include "redaction/apply/redacted_document.h"

namespace redaction::apply::verification {

// UTF-8, with escapes and entities resolved. Throws std::runtime_error for a kind of file that cannot be looked into.
std::string plainTextOf(const FinishedFile& file);

}  // namespace redaction::apply::verification
