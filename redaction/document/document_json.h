// The JSON of a document (document.h) for who sends the words of its pages apart.
#pragma once

#include <string>

#include "redaction/document/document.h"

namespace redaction::document {

std::string toJsonWithoutWords(const Document& document);  // documentFromJson reads it as pages without words

}  // namespace redaction::document
