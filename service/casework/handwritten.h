// Pages written by hand, or as hard to read: what the recogniser made of them is no ground to decide on parts. One question
// for the page as a whole.
#pragma once

#include <vector>

#include "redaction/document/document.h"
#include "redaction/marks/marks.h"
#include "redaction/policy/proposal.h"

namespace service::casework {

// Instead of what is proposed on such a page: one judge over all of it. What is to be hidden there stays so.
// Basis: closed on doubt; nothing of such a page goes out unless a human decided it.
void judgeHandwritten(const std::vector<redaction::policy::Fragment>& fragments, std::vector<redaction::policy::Proposal>& proposals);

// Who withholds such a page withholds its ink too, also where no word was read.
void coverHandwritten(const redaction::document::Document& document, std::vector<redaction::marks::Decided>& decided);

}  // namespace service::casework
