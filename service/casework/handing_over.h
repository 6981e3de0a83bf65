// Giving cases to a colleague from the worklist, several at once: what was agreed is told to whom it concerns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"

namespace service::casework {

struct Office;

struct Colleague {
    std::string accountId, name, roleWords;
};
std::vector<Colleague> colleagues(Office& office, const Actor& actor);  // who can be given a case, by name

// beside: the colleague joins who is assigned; instead: takes the place of those with the same role.
enum class Handing { beside, instead };
// All of them or none. code: done, nothing-chosen, nobody-chosen, reason-missing, conflict-of-interest, other-partner (names the
// references).
Outcome handOver(Office& office, const Actor& actor, const std::vector<std::string>& requestIds, std::string_view toAccount, Handing how, std::string_view reason);

}  // namespace service::casework
