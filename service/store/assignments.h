// Who may open which household: those it is assigned to, never those with a conflict of interest; in an emergency
// others, for a while, with a reason the privacy officer sees.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

enum class Access { none, assigned, emergency, conflict };

struct Assignment {
    Id householdId, accountId, assignedBy;
    Moment assignedAt{};
};
struct ConflictOfInterest {
    Id householdId, accountId;
    std::string why;
    Id recordedBy;
    Moment recordedAt{};
};
struct EmergencyAccess {
    Id id, householdId, accountId;
    std::string reason;
    Moment openedAt{}, expiresAt{};
    Id seenBy;
    std::optional<Moment> seenAt;
};

class Assignments : Repository {
  public:
    using Repository::Repository;

    Access accessOf(const Id& householdId, const Id& accountId) const;  // a conflict goes before all else
    void assign(const Id& householdId, const Id& accountId, const Id& by);  // forbiddenByRule: conflict of interest
    void unassign(const Id& householdId, const Id& accountId);
    std::vector<Assignment> ofHousehold(const Id& householdId) const;
    std::vector<Id> householdsOf(const Id& accountId) const;  // assigned or in emergency, without conflict

    void recordConflict(const Id& householdId, const Id& accountId, std::string_view why, const Id& by);  // unassigns
    void removeConflict(const Id& householdId, const Id& accountId);
    std::vector<ConflictOfInterest> conflictsOf(const Id& householdId) const;

    // forbiddenByRule: no reason, or a conflict of interest.
    EmergencyAccess openEmergency(const Id& householdId, const Id& accountId, std::string_view reason,
                                  std::chrono::minutes duration = std::chrono::minutes{120});
    std::vector<EmergencyAccess> emergencies(const Id& householdId) const;  // newest first
    std::vector<EmergencyAccess> unseenEmergencies() const;                 // for the privacy officer
    void markSeen(const Id& emergencyId, const Id& by);
};

}  // namespace service::store
