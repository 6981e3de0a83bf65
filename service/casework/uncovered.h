// Text that no passage of the engine covers: put to a human, never out by default.
#pragma once

#include <string>
#include <vector>

#include "redaction/document/document.h"
#include "redaction/policy/proposal.h"

namespace service::casework {

// A judge proposal for each line of text (white space aside) that no passage proposal of this fragment covers.
// Basis: closed on doubt; nothing is released that nobody judged.
std::vector<redaction::policy::Proposal> uncovered(const std::string& fragment, const redaction::document::Document& document,
                                                   const std::vector<redaction::policy::Proposal>& proposals);

}  // namespace service::casework
