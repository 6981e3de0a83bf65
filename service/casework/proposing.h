// The proposals of a request, made anew as everything stands today; decisions stay on what did not change. What is left
// undecided brings a request that was further on back to review.
#pragma once

#include <functional>
#include <string>

#include "service/casework/office.h"

namespace service::casework {

// andThen: done together with keeping the proposals.
void proposeAsOfToday(Office& office, const std::string& requestId, const std::function<void()>& andThen = [] {});

}  // namespace service::casework
