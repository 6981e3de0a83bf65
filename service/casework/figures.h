// The cases as the management overview counts them; those that were destroyed are counted from their certificate.
#pragma once

#include <string>
#include <vector>

#include "service/requests/figures.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

requests::CountedCase countedCase(Office& office, const store::Request& request);
std::vector<requests::CountedCase> countedCases(Office& office);

// As it is kept in the certificate: no names, no ids of people.
std::string figuresJson(const requests::CountedCase& one);
requests::CountedCase figuresFrom(const std::string& json);

}  // namespace service::casework
