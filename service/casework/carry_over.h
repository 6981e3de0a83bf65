// New proposals beside those that stand: what is the same keeps its decision, what differs is put to a human again.
// And: text that no passage covers is never out by default.
#pragma once

#include <string>
#include <vector>

#include "redaction/document/document.h"
#include "redaction/policy/proposal.h"

namespace service::casework {

struct Standing {
    std::string id;
    redaction::policy::Proposal proposal;
};

struct CarryOver {
    std::vector<std::string> replaced;                // ids that no longer stand
    std::vector<redaction::policy::Proposal> added;   // to be decided
    std::size_t kept = 0;
};

// Same: fragment, stretch, scope, decision, ground, rule, subject and kind. Twice the same in `fresh` counts once.
CarryOver carryOver(const std::vector<Standing>& standing, const std::vector<redaction::policy::Proposal>& fresh);

// A judge proposal for each line of text (white space aside) that no passage proposal of this fragment covers.
// Basis: closed on doubt; nothing is released that nobody judged.
std::vector<redaction::policy::Proposal> uncovered(const std::string& fragment, const redaction::document::Document& document,
                                                   const std::vector<redaction::policy::Proposal>& proposals);

}  // namespace service::casework
