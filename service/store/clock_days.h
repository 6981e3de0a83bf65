// Days that a clock runs from and that somebody has to say: when the requester got the decision, when Veilig Thuis recorded what
// it heard from somebody else, that it takes longer to tell the family, and when it did.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/requests.h"

namespace service::store {

struct ClockDay {
    Id id, requestId, partnerId;
    std::string kind;  // letter-received, recorded, inform-extended, family-told
    Date on{};
    std::string reason;
    Id recordedBy;
    Moment recordedAt{};
    Withdrawn withdrawn = {};
};

class ClockDays : Repository {
  public:
    using Repository::Repository;

    ClockDay add(const ClockDay& day);  // id, recordedAt are made
    void withdraw(const Id& id, std::string_view why, const Id& by);  // conflict: withdrawn already
    std::vector<ClockDay> ofRequest(const Id& requestId) const;       // those that stand, in the order they were recorded
    std::vector<ClockDay> history(const Id& requestId) const;         // withdrawn ones too
};

}  // namespace service::store
