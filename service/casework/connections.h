// How a partner's system is reached: the kinds there are, and trying one before a request depends on it.
#pragma once

#include <string>
#include <vector>

#include "service/casework/actor.h"
#include "service/store/partners.h"

namespace service::casework {

struct Office;

struct ConnectionKind {
    std::string name, dutchName;  // "zgw", "Zaaksysteem (ZGW)"
    std::vector<std::string> required, other;
};
std::vector<ConnectionKind> connectionKinds();

// Asks the partner's system for a case that does not exist: whether it is there, lets us in and answers as it should.
// Nothing that comes is kept. Only an administrator; noted in the trail.
Outcome tryConnection(Office& office, const Actor& actor, const std::string& partnerId);

}  // namespace service::casework
