// Who may open which household: those it is assigned to; never someone with a conflict of interest; in an emergency with
// a reason, for a short time, reported to the privacy officers. Privacy officers may open every household they have no
// conflict with; administrators none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"

namespace service::casework {

struct Office;

// otherPartner: of no concern to the partner this person works for; nobody there is told that it exists.
enum class Opening { open, emergency, notAssigned, conflictOfInterest, otherPartner };

Opening mayOpen(Office& office, const Actor& actor, std::string_view householdId);

// Throws Failure (notAllowed, conflictOfInterest, notFound) unless the actor may open it.
void requireOpen(Office& office, const Actor& actor, std::string_view householdId);

struct AccountRow {
    std::string id, login, displayName;
    Role role = Role::professional;
    bool assigned = false, conflict = false;
    std::string conflictWhy;
};
// Every active account, with how it stands to this household.
std::vector<AccountRow> accountsAround(Office& office, const Actor& actor, std::string_view householdId);

Outcome assign(Office& office, const Actor& actor, std::string_view householdId, std::string_view accountId);
Outcome unassign(Office& office, const Actor& actor, std::string_view householdId, std::string_view accountId);

// Anyone may report their own conflict; a privacy officer may report another's. It also takes the case away from them.
Outcome recordConflict(Office& office, const Actor& actor, std::string_view householdId,
                       std::string_view accountId, std::string_view why);

// Opens the household for this person for four hours. A reason of at least ten characters is asked.
Outcome openInEmergency(Office& office, const Actor& actor, std::string_view householdId,
                        std::string_view reason);

struct EmergencyRow {
    std::string id, householdId, householdTitle, accountId, accountName, reason;
    std::string openedAt, expiresAt;  // ISO 8601 UTC
    std::string openedWords;          // "di 7 april 2026, 14:05"
    std::string seenBy, seenAt;       // empty: not seen yet
};
enum class EmergencyFilter { unseen, all };
std::vector<EmergencyRow> listEmergency(Office& office, const Actor& actor, EmergencyFilter filter);
Outcome markSeen(Office& office, const Actor& actor, std::string_view emergencyId);

}  // namespace service::casework
