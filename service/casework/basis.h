// What a package rests on: everything that decides what goes out of a request, as one hash. When it changes, a package
// that was built before is out of date.
#pragma once

#include <string>

#include "service/casework/standing.h"

namespace service::casework {

std::string basisOf(Office& office, const Standing& standing);

}  // namespace service::casework
