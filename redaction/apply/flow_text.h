// A flowing document (text, mail, DOCX) as blocks to typeset anew: what may be seen, with marks in place of the rest.
#pragma once

#include <string>
#include <vector>

#include "redaction/apply/typeset/typeset.h"
#include "redaction/document/document.h"
#include "redaction/marks/marks.h"
#include "redaction/policy/rules.h"

namespace redaction::apply {

// Structure kept: mail headers, headings, lists, tables. A block hidden as a whole becomes one line that says so; several
// in a row with the same ground, one line for all, so that their number and length do not show.
std::vector<typeset::Block> flowBlocks(const document::Document& document, const std::vector<marks::Mark>& marks,
                                       const policy::RuleSet& rules);

}  // namespace redaction::apply
