// The audit trail in plain Dutch words. Looking at the trail is itself not hidden: it writes an entry too.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"

namespace service::casework {

struct Office;

struct AuditRow {
    std::size_t number = 0;
    std::string at, atWords, byName, roleWords;
    std::string action, words;  // "bekeek stuk 3"; action: stable code
    std::string onPersonName, why;
    bool looking = false;       // only saw something
    bool byService = false;     // Lakwerk itself: then `why` is its own words
};
std::vector<AuditRow> auditOfRequest(Office& office, const Actor& actor, std::string_view requestId, std::size_t limit = 500);
std::vector<AuditRow> auditOfHousehold(Office& office, const Actor& actor, std::string_view householdId, std::size_t limit = 500);
struct ChainState {
    bool whole = false;
    std::size_t entries = 0;
    std::string words;  // "Het logboek is heel: 1.204 regels" or where it breaks
};
ChainState auditChain(Office& office, const Actor& actor);  // privacy officer

}  // namespace service::casework
