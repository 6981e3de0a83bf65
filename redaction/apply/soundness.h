// Whether a finished PDF is sound and holds nothing a release may not hold, whatever its words.
#pragma once

#include <string>
#include <vector>

#include "redaction/apply/redacted_document.h"

namespace redaction::apply {

// What is wrong with the file, in Dutch ("laat zich niet openen", "een bijlage", "programmacode", "metagegevens").
// Empty: nothing. Looks with qpdf and pdfinfo.
std::vector<std::string> soundnessProblems(const FinishedFile& file);

}  // namespace redaction::apply
