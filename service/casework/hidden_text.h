// Text that the source holds and does not show (a comment, a tracked deletion, a hidden run) in a document without pages.
#pragma once

#include <vector>

#include "redaction/policy/proposal.h"

namespace service::casework {

// What would be shown of it is put to a human: nobody who wrote or read the document saw these words there. What is to be
// hidden stays so. Basis: closed on doubt
void judgeHidden(const std::vector<redaction::policy::Fragment>& fragments, std::vector<redaction::policy::Proposal>& proposals);

}  // namespace service::casework
