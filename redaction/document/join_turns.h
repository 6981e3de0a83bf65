// Puts together what several readers read of one document, each every so many pages.
#pragma once

#include <vector>

#include "redaction/document/document.h"

namespace redaction::document {

// read[k] holds the pages k, k + n, k + 2n, … of a paged document, n = read.size(). What is said of the document itself
// is kept once. Throws std::runtime_error where the pages do not fit together.
Document joinTurns(std::vector<Document> read);

}  // namespace redaction::document
