// Putting work in line: the jobs of a case by name, so that each is written in one place.
#pragma once

#include <string>
#include <string_view>

#include "service/casework/office.h"

namespace service::casework {

namespace job {
inline constexpr std::string_view collect = "collect";  // subject: request/partner
inline constexpr std::string_view read = "read";        // subject: fragment
inline constexpr std::string_view propose = "propose";  // subject: request
inline constexpr std::string_view package = "package";  // subject: request
inline constexpr std::string_view prefill = "prefill";  // subject: letter
inline constexpr std::string_view mail = "mail";          // subject: none
inline constexpr std::string_view escalate = "escalate";  // subject: the day
inline constexpr std::string_view destroyDue = "destroy-due";  // subject: the day
inline constexpr std::string_view destroy = "destroy";  // subject: request; the store knows it by this name
inline constexpr std::string_view passDays = "pass-days";  // subject: the day
inline constexpr std::string_view forgetLetter = "forget-letter";  // subject: letter; a day after it came
}  // namespace job

void queueCollecting(Office& office, const std::string& requestId, const std::string& partnerId);
void queueReading(Office& office, const store::Fragment& fragment);
void queueProposing(Office& office, const std::string& requestId, const std::string& because = {});  // because: for those who decided
void queuePackaging(Office& office, const std::string& requestId);

// When every partner has ended and every fragment has been read or put to a human: on to the proposals.
void moveOnWhenComplete(Office& office, const std::string& requestId);

}  // namespace service::casework
