// A decision that comes too late: it needs a recorded reason, and has consequences that whoever handles it must see.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/store/delays.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

struct Consequence {
    std::string words, basis;
};
struct LateView {
    bool late = false;          // today is after the last day that the law gives, and nothing was decided
    std::string ownTerm;        // the partner's own stricter promise is over while the law's term runs; empty: it is not
    std::string refusal;        // the month in which a refusal had to be told is over, and the term was extended; empty: it is not. Basis: AVG art. 12(4)
    struct Reason { bool ofRefusal = false; std::string reason, byName; };  // a refusal after its month; otherwise the decision after its last day
    std::vector<Reason> reasons;    // recorded
    std::optional<store::Lateness> lacksReason;  // one can be recorded now: of the term when it is over, of a refusal when there is one
    std::vector<Consequence> consequences;
    struct NoticeRow { std::string partnerName, receivedOn, byName; };
    std::vector<NoticeRow> notices;  // of default
    struct PartnerChoice { std::string id, name; };
    std::vector<PartnerChoice> canBeServed;  // public bodies, also contested ones
};
LateView lateView(Office& office, const store::Request& request, const std::set<std::string>& hiddenPartners);

// cause: one of lateCauses, what the overview counts; another counts as "other".
inline constexpr std::string_view lateCauses[] = {"partner", "staff", "size", "requester", "technical", "other"};
Outcome explainLateness(Office& office, const Actor& actor, std::string_view requestId, std::string_view reason, std::string_view cause = "other");
// Basis: Awb art. 4:17(3), 6:12(2). Of a body that is none, or before the end of the term: refused with why it does not count.
Outcome recordDefaultNotice(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId, std::string_view receivedOn);

// A decision after the last day, and a refusal after its month, go out only with their reason recorded: what lacks; empty: nothing.
std::string lacksReasonForLateness(Office& office, const store::Request& request);

}  // namespace service::casework
