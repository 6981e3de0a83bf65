// Recognises in what a requester wrote a request that goes by another name: it becomes the right kind, explained.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/requests/intake.h"

namespace service::requests {

// Dutch letters without accents, lower case, runs of white space as one space; other bytes unchanged.
std::string folded(std::string_view utf8);
std::vector<Finding> disguises(std::string_view text, Right asked);

}  // namespace service::requests
