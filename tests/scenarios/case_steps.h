// What people do in the scenarios, in the order in which they do it.
#pragma once

#include <string>

#include "tests/scenarios/region.h"

namespace scenarios {

// The front desk logs the father's request for himself and his son of 8. Returns the request's id.
std::string logFathersRequest(Region& region);

// Fragments in doubt are read by a human or withheld; every proposal is decided: as proposed where it is certain,
// withheld with a reason where the law leaves room.
void decideEverything(Region& region, const std::string& requestId, const std::string& login);

std::string stepOf(Region& region, const std::string& requestId);

}  // namespace scenarios
