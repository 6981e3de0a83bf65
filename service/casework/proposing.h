// The proposals of a request, made anew as everything stands today; decisions stay on what did not change. What is left
// undecided brings a request that was further on back to review.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "redaction/policy/proposal.h"
#include "service/casework/office.h"

namespace service::casework {

// What would be proposed to whoever asks so, for the documents that were read for this request. Stores nothing.
std::vector<redaction::policy::Proposal> proposalsAs(Office& office, const store::Request& documentsOf, const redaction::household::AccessRequest& asked,
                                                     const redaction::household::Case& known);

// andThen: done together with keeping the proposals. because: for those whose decisions it overtakes; Dutch, or empty.
void proposeAsOfToday(Office& office, const std::string& requestId, const std::function<void()>& andThen = [] {}, const std::string& because = {});

}  // namespace service::casework
