// A part that is decided anew: it takes the place of one that was decided, which stays as it was. The points that were asked come along.
#pragma once

#include <string>

#include "service/casework/actor.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

// Within a transaction.
store::Request madeAnew(Office& office, const Actor& actor, const store::Request& old, const Date& receivedOn, const std::string& why);

}  // namespace service::casework
