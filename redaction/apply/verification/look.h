// One look at one finished file by one program; each look is a task of its own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "redaction/apply/redacted_document.h"
#include "redaction/apply/verification/needles.h"

namespace redaction::apply::verification {

// A look returns what it found; it throws when it could not look.
struct Look {
    std::string program;  // "pdftotext"
    std::string where;    // Dutch, "tekst (pdftotext)"
    std::function<std::vector<Hit>()> run;
};

// file, needles and reader must outlive the looks.
std::vector<Look> looksAt(const FinishedFile& file, const Needles& needles, const reader::ReaderProcess& reader);

bool isPdfName(const std::string& name);

}  // namespace redaction::apply::verification
