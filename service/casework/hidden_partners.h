// Partners that a requester must not hear of, because their mere name gives away where someone else stays: a shelter, the
// local team of the town of refuge. They stand in no letter, list or file that goes out.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "redaction/policy/proposal.h"
#include "service/casework/office.h"

namespace service::casework {

// Of a destroyed part: those it named nowhere, as they were kept; all of them where that is not known.
// Basis: AVG art. 15(4); UAVG art. 41(1)(i) (rule R13). Ids of partners.
std::set<std::string> hiddenPartners(Office& office, const redaction::household::Case& known, const store::Request& request);

// Their names, addresses and contacts, as they may stand nowhere.
std::vector<std::string> wordsOfHidden(Office& office, const std::set<std::string>& partnerIds);

// What such a partner delivered is released by nobody without a decision; and its name is withheld in every document.
void closeHiddenPartners(Office& office, const std::set<std::string>& partnerIds, const std::vector<redaction::policy::Fragment>& fragments,
                         std::vector<redaction::policy::Proposal>& proposals);

}  // namespace service::casework
